"""A contact's vCard is read back as what was written, line by line, as RFC 6350 says."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kiosk.bundle.vcard import Card, vcard

texts = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=120)
plain = st.text("0123456789+-./:@abcxyz", max_size=90)
cards = st.builds(
    Card, name=texts, role=texts, organisation=texts, telephone=plain, email=plain, address=texts, web=plain
)


def read(data: bytes) -> dict[str, str]:
    """Return the properties of a vCard, unfolded and without escapes."""
    lines = re.sub(b"\r\n[ \t]", b"", data).decode().removesuffix("\r\n").split("\r\n")
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCARD", "VERSION:4.0", "END:VCARD")
    found = dict(line.split(":", 1) for line in lines[2:-1])
    return {name: text if name == "URL" else unescaped(text) for name, text in found.items()}


def unescaped(text: str) -> str:
    """Return a value without escapes; of what has several parts the one that is not empty."""
    parts = [re.sub(r"\\(.)", lambda mark: {"n": "\n"}.get(mark[1], mark[1]), part) for part in split(text)]
    return next(filter(None, parts), "")


def split(text: str) -> list[str]:
    return [part[0] for part in re.finditer(r"(?:[^;\\]|\\.)+", text)]


@given(cards)
def test_what_is_written_is_read(card):
    keys = {"FN": card.name, "N": card.name, "TITLE": card.role, "ORG": card.organisation, "TEL": card.telephone}
    keys |= {"EMAIL": card.email, "ADR": card.address, "URL": card.web}
    assert read(vcard(card).encode()) == {key: text for key, text in keys.items() if text or key == "N"}


@given(cards)
def test_no_line_is_longer_than_75_bytes(card):
    for line in vcard(card).encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut in two


def test_a_card():
    card = Card(
        "Office; hall 4, B",
        "Visits",
        "Brands",
        "+44 20 7946 0100",
        "a@example.com",
        "Hall 4\nGate B",
        "https://example.com/a,b",
    )
    assert vcard(card).splitlines() == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        r"FN:Office\; hall 4\, B",
        r"N:Office\; hall 4\, B;;;;",
        "ORG:Brands",
        "TITLE:Visits",
        "TEL:+44 20 7946 0100",
        "EMAIL:a@example.com",
        r"ADR:;;Hall 4\nGate B;;;;",
        "URL:https://example.com/a,b",
        "END:VCARD",
    ]
