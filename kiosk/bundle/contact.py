"""Whether a telephone can read the QR code of a contact, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.bundle.format import parse
from kiosk.bundle.format.shape import Place
from kiosk.bundle.format.source import Source
from kiosk.bundle.format.written import Contact
from kiosk.bundle.vcard import MOST_BYTES, Card, vcard
from kiosk.bundle.wording import Wording
from kiosk.language.locales import canonical_code


def check_contacts(places: Iterable[Place], codes: list[str], wordings: Mapping[str, Wording], source: Source) -> None:
    """Report each contact with too much text; `codes` begin with the source language, `wordings` are the others'."""
    for place in places:
        if place.shape.model is Contact and isinstance(place.node, parse.Mapping):
            sizes = [(_size(place.node, code, codes[0], wordings.get(code, {})), code) for code in codes]
            most, code = max(sizes, default=(0, ""))
            if most > MOST_BYTES:
                what = f"this contact makes {most} bytes in `{code}`, and a telephone reads {MOST_BYTES} at most"
                cure = "Shorten its texts, or leave out what `web` tells as well."
                source.report(place.key.line, place.key.column, what, cure, code="K239")


def _size(node: parse.Mapping, code: str, first: str, wording: Wording) -> int:
    """Return how many bytes the vCard of a contact has in the language `code`."""
    texts = {name: _text(node.entries.get(name), code, first, wording) for name in Card._fields}
    return len(vcard(Card(**texts)).encode())


def _text(node: parse.Node | None, code: str, first: str, wording: Wording) -> str:
    entries = node.entries if isinstance(node, parse.Mapping) else {first: node}
    texts = {canonical_code(name): at.text.strip("\n") for name, at in entries.items() if isinstance(at, parse.Scalar)}
    source = texts.get(first, "")
    return texts.get(code) or wording.get(source, source)
