"""A contact as vCard 4.0 (RFC 6350): the text that a telephone reads from a QR code and keeps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

MOST_BYTES: Final = 500
"""Of more, a QR code as large as a card shows it is too fine for a telephone's camera: 77 squares a side at most."""

_LINE: Final = 75  # bytes, without the line's end
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})


class Card(NamedTuple):
    """What a card says, in one language; `address` may have several lines."""

    name: str
    role: str = ""
    organisation: str = ""
    telephone: str = ""
    email: str = ""
    address: str = ""
    web: str = ""


def vcard(card: Card) -> str:
    """Return `card` as a vCard; what is empty is left out."""
    texts = Card(*(text.translate(_ESCAPES) for text in card))
    properties = {
        "FN": texts.name,
        "N": f"{texts.name};;;;",
        "ORG": texts.organisation,
        "TITLE": texts.role,
        "TEL": texts.telephone,
        "EMAIL": texts.email,
        "ADR": texts.address and f";;{texts.address};;;;",
        "URL": card.web,  # an address knows no escapes
    }
    lines = ["BEGIN:VCARD", "VERSION:4.0", *(f"{name}:{text}" for name, text in properties.items() if text)]
    return "".join(f"{''.join(_folded(line))}\r\n" for line in [*lines, "END:VCARD"])


def _folded(line: str) -> Iterator[str]:
    """Yield `line` with a break before each character that would make it too long."""
    used = 0
    for character in line:
        size = len(character.encode())
        if used + size > _LINE:
            yield "\r\n "
            used = 1
        used += size
        yield character
