"""A page of `docs/` that is written from the program: written, or found to be out of date."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path


def keep_page(module: str, page: Path, text: Callable[[], str], arguments: list[str] | None = None) -> int:
    """Run the command line of the program `module`, which writes `page` with what `text` returns; return the exit code.

    With `--check` nothing is written, and the code is 1 where the page is out of date.
    """
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=f"Write docs/{page.name}.")
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where the page is out of date")
    parser.add_argument("--out", type=Path, default=page, help="another file")
    asked = parser.parse_args(arguments)
    now = text()
    before = asked.out.read_text("utf-8") if asked.out.exists() else ""
    if asked.check and now != before:
        print(f"{asked.out.name} is out of date: run `make docs`", file=sys.stderr)
        return 1
    if now != before:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(now, "utf-8")
    return 0
