"""K9: the booth's own settings."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K901",
        "No code of a language",
        "A language is named in the settings by something else than its code.",
        "Write the code as the bundle does: `de`, `zh_Hans`, `ar`.",
        "languages: {default: German}",
    ),
    Code(
        "K902",
        "No hash of a PIN",
        "Only the hash of a PIN is kept, so that the file tells nobody the PIN. Something else stands there.",
        "Set the PIN with `kiosk pin`, which writes the hash.",
        "pin: {hash: 123456}",
    ),
    Code(
        "K903",
        "No opening hours",
        "A day's hours are not written as times, end before they begin, or overlap.",
        'Write `"09:00-18:00"`, a list of such where there is a break, or `closed`. Hours that go on after midnight '
        "stand on both days.",
        'hours: {mon: "9 to 5"}',
    ),
    Code(
        "K904",
        "Settings that cannot be read or written",
        "The disk or the permissions do not let the program at the file, or the file is written in a way in which the "
        "program cannot change single values. What held before holds on.",
        "Check the path, the permissions of its folder, and the disk; else change the file in an editor.",
    ),
    Code(
        "K905",
        "A language to begin with that is not offered",
        "The booth would begin in a language that visitors cannot come back to.",
        "Add it to `offered`, or begin in one of those.",
        "languages: {default: ar, offered: [de, en]}",
    ),
)

FAMILY: Final = Family(
    9,
    "The settings of the booth",
    "What `kiosk settings check` says of `booth.yaml`, beside what can be wrong with any such file. "
    "[booth.md](booth.md) tells what may stand there.",
    _CODES,
)
