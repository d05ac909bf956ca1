"""K8: archives and the store."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K801",
        "No archive of a bundle",
        "The file is not what `kiosk pack` writes: it is something else, was cut short, or something was added to it.",
        "Pack the bundle again with `kiosk pack`, and copy the file whole.",
    ),
    Code(
        "K802",
        "Not written by `kiosk pack`",
        "The archive is a ZIP file, but its entries are compressed, encrypted, overlapping or described in two ways. "
        "Such files can be read differently by different programs, so none is read at all.",
        "Pack the folder with `kiosk pack` instead of a ZIP program.",
    ),
    Code(
        "K803",
        "A name that may not be used",
        "A file's name leads out of the bundle, or some systems cannot hold it: `..`, a leading `/`, a backslash, "
        "a drive letter, control characters, names such as `CON`, a dot or space at the end.",
        "Rename the file with letters, digits, `-` and `_`, and pack again.",
    ),
    Code(
        "K804",
        "Two names that are the same",
        "Two files have one name on systems that do not tell capital from small letters, or composed from plain ones.",
        "Rename one of the two.",
    ),
    Code(
        "K805",
        "Not an ordinary file",
        "Where a file should be, there is a link out of the bundle, a device, a pipe, or a file made of holes.",
        "Copy the file itself into the bundle.",
    ),
    Code(
        "K806",
        "Too much",
        "The bundle holds more files, a larger file or more bytes than a booth takes.",
        "Make films and pictures smaller, or leave some out.",
    ),
    Code(
        "K807",
        "The manifest does not fit",
        "The list of files in the archive is missing, broken, or names other files than there are.",
        "Pack the bundle again with `kiosk pack`.",
    ),
    Code(
        "K808",
        "A damaged file",
        "A file's bytes are not the ones that were packed or installed.",
        "Copy the archive again from where it came, or install the bundle again.",
    ),
    Code(
        "K809",
        "Made for a newer kiosk",
        "The archive needs a newer version of this program.",
        "Update the program on this machine.",
    ),
    Code(
        "K810",
        "Changed while it was copied",
        "Somebody was still writing into the bundle, or the stick was pulled.",
        "Wait until the bundle is saved, and try again.",
    ),
    Code(
        "K811",
        "Nothing can be written",
        "The disk is full, or the folder may not be written.",
        "Free some space, or choose another folder.",
    ),
    Code(
        "K812",
        "The store is busy",
        "Another `kiosk install`, `rollback` or `remove` is at work.",
        "Wait until it has ended, and try again.",
    ),
    Code(
        "K813",
        "No such bundle in the store",
        "Nothing is installed, or nothing that begins with these letters, or more than one bundle does.",
        "Look with `kiosk installed`.",
    ),
    Code(
        "K814",
        "The booth shows this one",
        "The bundle that the booth shows is not removed by accident.",
        "Install another bundle first, or add `--force`; the booth then shows the demo.",
    ),
    Code(
        "K815",
        "A picture that cannot be made ready",
        "Bringing a picture to the size of a screen failed or took too long.",
        "Save the picture again, simpler, or as PNG.",
    ),
    Code(
        "K816",
        "The store is damaged",
        "The store's record of what is installed cannot be read.",
        "Install the bundle again.",
    ),
)

FAMILY: Final = Family(
    8,
    "Packing and installing",
    "Bundles packed into one file, and put on a booth.",
    _CODES,
)
