"""A contact's card: its code holds the vCard in the language shown, and its number runs from left to right."""

from __future__ import annotations

import pytest
import segno
from PySide6.QtQuick import QQuickItem

from kiosk.bundle.model import Bundle, Contact, say
from kiosk.bundle.vcard import Card, vcard
from kiosk.visit.route import Open as Go
from kiosk.visit.route import Page, Place
from tests.screens.acting import Visitor, kind, on_window
from tests.screens.conftest import LANDSCAPE, PORTRAIT, Open


def squares(visitor: Visitor, image: QQuickItem, side: int) -> list[list[bool]]:
    """Return which of the `side` times `side` squares of a picture on the screen are dark."""
    picture, place = visitor.grab(), on_window(image)
    ratio, step = picture.devicePixelRatio(), place.width() / side
    return [
        [
            picture.pixelColor(
                int((place.x() + (column + 0.5) * step) * ratio), int((place.y() + (row + 0.5) * step) * ratio)
            ).lightness()
            < 128
            for column in range(side)
        ]
        for row in range(side)
    ]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("code", ["en", "ar", "zh_Hans"])
def test_a_telephone_reads_the_card_in_the_language_shown(
    open_booth: Open, bundle: Bundle, code: str, size: tuple[int, int]
) -> None:
    visitor = open_booth(language=code, still=True, size=size)
    visitor.view.follow(Go(Place(Page.SECTOR, "spices")))
    visitor.settle()
    flick = visitor.list()
    flick.setProperty("contentY", flick.property("contentHeight") - flick.height() + flick.property("originY"))
    visitor.settle()
    (image,) = [item for item in visitor.see(visitor.one("ContactBlock")) if kind(item) == "Image"]
    (contact,) = [block for block in bundle.sectors[2].blocks if isinstance(block, Contact)]
    text = vcard(
        Card(
            name=say(contact.name, code),
            role=say(contact.role, code),
            telephone=contact.telephone,
            email=contact.email,
            address=say(contact.address, code),
            web=contact.web,
        )
    )
    wanted = [[bool(dark) for dark in row] for row in segno.make(text, encoding="utf-8").matrix_iter(border=4)]
    assert squares(visitor, image, len(wanted)) == wanted


def test_its_ways_are_set_apart_from_the_words_around_them(open_booth: Open) -> None:
    visitor = open_booth(language="ar", still=True, size=PORTRAIT)
    visitor.view.follow(Go(Place(Page.SECTOR, "spices")))
    visitor.settle()
    assert "\u2068+44 20 7946 0100\u2069" in visitor.texts()
