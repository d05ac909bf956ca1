"""Whether a telephone can read the QR code of a contact, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.author.compile.wording import Wording
from kiosk.author.format.models import Contact
from kiosk.bundle.vcard import MOST_BYTES, Card, vcard
from kiosk.language.locales import canonical_code
from kiosk.yaml import parse
from kiosk.yaml.shape import Place
from kiosk.yaml.source import Source


def check_contacts(places: Iterable[Place], codes: list[str], wordings: Mapping[str, Wording], source: Source) -> None:
    """Report each contact with too much text; `codes` begin with the source language, `wordings` are the others'."""
    for place in places:
        if place.shape.model is Contact and isinstance(place.node, parse.Mapping):
            _check(place.node, codes, wordings, source)


def _check(node: parse.Mapping, codes: list[str], wordings: Mapping[str, Wording], source: Source) -> None:
    for code in codes:
        texts = {name: _text(node.entries.get(name), code, codes[0], wordings.get(code, {})) for name in Card._fields}
        size = len(vcard(Card(**texts)).encode())
        if size > MOST_BYTES:
            at = node.keys[max(texts, key=lambda name: len(texts[name]))]
            what = f"this contact makes {size} bytes in `{code}`, and a telephone reads {MOST_BYTES} at most"
            cure = "Shorten its texts, or leave out what `web` tells as well."
            source.report(at.line, at.column, what, cure, code="K239")
            return


def _text(node: parse.Node | None, code: str, first: str, wording: Wording) -> str:
    entries = node.entries if isinstance(node, parse.Mapping) else {first: node}
    texts = {canonical_code(name): at.text.strip("\n") for name, at in entries.items() if isinstance(at, parse.Scalar)}
    source = texts.get(first, "")
    return texts.get(code) or wording.get(source, source)
