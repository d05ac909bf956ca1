"""A process that is listened to while it works: what it prints on standard error is heard line by line."""

from __future__ import annotations

import os
import selectors
import subprocess
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

BEAT_SECONDS: Final = 0.1
_MOST_KEPT: Final = 1024 * 1024


@dataclass(frozen=True)
class Ended:
    """What is left of a process: its exit code (None where it took too long and was killed) and what it printed.

    `said` is the end of its standard error.
    """

    code: int | None
    printed: bytes
    said: bytes


def run_and_listen(
    command: list[str],
    environment: Mapping[str, str],
    seconds: float,
    hear: Callable[[str], None],
    pass_fds: Collection[int] = (),
) -> Ended:
    """Run a process for `seconds` at most; `hear` gets each line, and an empty one ten times a second.

    It inherits the descriptors `pass_fds`.
    """
    out, said, rest = bytearray(), bytearray(), b""
    until = time.monotonic() + seconds
    with (
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            pass_fds=pass_fds,
        ) as process,
        selectors.DefaultSelector() as streams,
    ):
        assert process.stdout is not None
        assert process.stderr is not None
        streams.register(process.stdout, selectors.EVENT_READ, out)
        streams.register(process.stderr, selectors.EVENT_READ, said)
        try:
            while streams.get_map():
                if time.monotonic() > until:
                    return Ended(None, bytes(out), bytes(said))
                for key, _ in streams.select(BEAT_SECONDS):
                    data = os.read(key.fd, 65_536)
                    if not data:
                        streams.unregister(key.fileobj)
                    key.data.extend(data)
                    if key.data is said:
                        *lines, rest = (rest + data).split(b"\n")
                        del said[:-_MOST_KEPT]
                        for line in lines:
                            hear(line.decode("utf-8", "replace"))
                hear("")
            return Ended(process.wait(max(until - time.monotonic(), BEAT_SECONDS)), bytes(out), bytes(said))
        except subprocess.TimeoutExpired:
            return Ended(None, bytes(out), bytes(said))
        finally:
            process.kill()
