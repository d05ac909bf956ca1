"""The blocks of a page, each as one object that QML shows with one delegate."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor

from kiosk.bundle.model import Block, Chart, Contact, Film, Gallery, GalleryItem, Link, Paragraph, Prose, Quote, Stat
from kiosk.bundle.vcard import Card, vcard
from kiosk.language import formats
from kiosk.language.locales import apart
from kiosk.view.charts import ChartView
from kiosk.view.films import FilmTile
from kiosk.view.qt import Property, QmlElement, Signal, Slot
from kiosk.view.speaker import Speaker
from kiosk.view.tiles import HuedTile, PictureView, Tile, TileList

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StatView(HuedTile):
    """One number, its label and what stands under it."""

    said = Signal()

    def __init__(self, speaker: Speaker, stat: Stat, colour: QColor) -> None:
        super().__init__(speaker, colour)
        self.stat = stat

    @Property(str, notify=said)
    def qualifier(self) -> str:
        """What stands before the number: "more than", or nothing."""
        return self.speaker.words.pgettext("before a number", "more than") if self.stat.at_least else ""

    @Property(str, notify=said)
    def number(self) -> str:
        """The whole number, written out."""
        return self.numberAt(1.0)

    @Property(str, notify=said)
    def label(self) -> str:
        """What the number counts."""
        return self.speaker.say(self.stat.label)

    @Property(str, notify=said)
    def change(self) -> str:
        """The change against the period before, with its sign; empty where there is none."""
        if self.stat.change is None:
            return ""
        text = formats.percent(self.stat.change, self.speaker.code, signed=True)
        return self.speaker.words.gettext("{percent} on the period before").format(percent=text)

    @Property(bool, constant=True)
    def rising(self) -> bool:
        """Whether the change is upwards."""
        return (self.stat.change or 0) >= 0

    @Property(str, notify=said)
    def footnote(self) -> str:
        """Date, source and how the number came to be, on one line."""
        return footnote(self.speaker, self.stat)

    @Property(bool, constant=True)
    def counts(self) -> bool:
        """Whether the number may count up; a year or a small rank would only flicker."""
        return self.stat.style != "year" and abs(self.stat.value) >= 10

    @Slot(float, result=str)
    def numberAt(self, part: float) -> str:  # noqa: N802
        """Return the number when it has counted up to `part` (0 to 1) of itself."""
        value = self.stat.value
        if part < 1:
            value = value * part if self.stat.style == "percent" else round(value * part)
        return self.speaker.stat(value, self.stat.style, self.stat.unit)


@QmlElement
class ParagraphView(Tile):
    """A heading, a paragraph, an item or a table of running text."""

    said = Signal()

    def __init__(self, speaker: Speaker, paragraph: Paragraph) -> None:
        super().__init__(speaker)
        self.paragraph = paragraph

    @Property(str, constant=True)
    def style(self) -> str:
        """`heading`, `body`, `bullet`, `number` or `table`."""
        return self.paragraph.style

    @Property(bool, constant=True)
    def strong(self) -> bool:
        """Whether it is emphasised."""
        return self.paragraph.strong

    @Property(str, notify=said)
    def number(self) -> str:
        """What stands before a numbered item."""
        if self.paragraph.style != "number":
            return ""
        return self.speaker.directed(f"{self.speaker.stat(self.paragraph.number, 'number', '')}.")

    @Property("QStringList", notify=said)
    def cells(self) -> list[str]:
        """The cells of a table, row by row; the first row is its head."""
        return [self.speaker.say(cell) for cell in self.paragraph.cells]

    @Property(int, constant=True)
    def columns(self) -> int:
        """How many columns a table has."""
        return self.paragraph.columns

    @Property(str, notify=said)
    def text(self) -> str:
        """The words."""
        return self.speaker.say(self.paragraph.text)


@QmlElement
class ProseView(Tile):
    """Running text."""

    said = Signal()

    def __init__(self, speaker: Speaker, prose: Prose) -> None:
        super().__init__(speaker)
        self._paragraphs = TileList(self)
        self._paragraphs.fill(prose.paragraphs, lambda piece: ParagraphView(speaker, piece))

    @Property(TileList, constant=True)
    def paragraphs(self) -> TileList:
        """The paragraphs, in order."""
        return self._paragraphs


@QmlElement
class QuoteView(HuedTile):
    """Somebody's words."""

    said = Signal()

    def __init__(self, speaker: Speaker, quote: Quote, colour: QColor) -> None:
        super().__init__(speaker, colour)
        self.quote = quote

    @Property(str, notify=said)
    def opening(self) -> str:
        """The language's opening quotation mark, or nothing for a paraphrase."""
        return "" if self.quote.paraphrase else self.speaker.quotation_marks[0]

    @Property(str, notify=said)
    def text(self) -> str:
        """The words, with the closing mark where they are literal."""
        closing = "" if self.quote.paraphrase else self.speaker.quotation_marks[1]
        return self.speaker.close(self.speaker.say(self.quote.text), closing)

    @Property(str, notify=said)
    def who(self) -> str:
        """The speaker's name."""
        return self.speaker.say(self.quote.who)

    @Property(str, notify=said)
    def role(self) -> str:
        """What the speaker is, and whether the words are a paraphrase."""
        note = self.speaker.words.gettext("in other words") if self.quote.paraphrase else ""
        return self.speaker.join(self.speaker.say(self.quote.role), note)


@QmlElement
class GalleryItemView(Tile):
    """A picture of a gallery and the line under it."""

    said = Signal()

    def __init__(self, speaker: Speaker, item: GalleryItem) -> None:
        super().__init__(speaker)
        self.item = item
        self._picture = PictureView(speaker, item.picture, self)

    @Property(PictureView, constant=True)
    def picture(self) -> PictureView:
        """The picture."""
        return self._picture

    @Property(str, notify=said)
    def caption(self) -> str:
        """The line under the picture."""
        return self.speaker.say(self.item.caption)


@QmlElement
class GalleryView(Tile):
    """Pictures side by side."""

    said = Signal()

    def __init__(self, speaker: Speaker, gallery: Gallery) -> None:
        super().__init__(speaker)
        self._items = TileList(self)
        self._items.fill(gallery.items, lambda item: GalleryItemView(speaker, item))

    @Property(TileList, constant=True)
    def items(self) -> TileList:
        """The pictures, in order."""
        return self._items


@QmlElement
class LinkView(Tile):
    """An address to take along."""

    said = Signal()

    def __init__(self, speaker: Speaker, link: Link) -> None:
        super().__init__(speaker)
        self.link = link

    @Property(str, notify=said)
    def label(self) -> str:
        """What one finds there."""
        return self.speaker.say(self.link.label)

    @Property(str, constant=True)
    def address(self) -> str:
        """The address as people write it."""
        return without_scheme(self.link.url)

    @Property(QUrl, constant=True)
    def code(self) -> QUrl:
        """The address as a QR code, a picture made here."""
        return qr_code(self.link.url)


@QmlElement
class ContactView(Tile):
    """Whom to reach."""

    said = Signal()

    def __init__(self, speaker: Speaker, contact: Contact) -> None:
        super().__init__(speaker)
        self.contact = contact

    @Property(str, notify=said)
    def name(self) -> str:
        """Who answers."""
        return self.speaker.say(self.contact.name)

    @Property(str, notify=said)
    def role(self) -> str:
        """What for, and whom they belong to."""
        return self.speaker.join(self.speaker.say(self.contact.role), self.speaker.say(self.contact.organisation))

    @Property(str, notify=said)
    def address(self) -> str:
        """Where to find them."""
        return self.speaker.say(self.contact.address)

    @Property("QStringList", constant=True)
    def ways(self) -> list[str]:
        """Telephone, e-mail and web address as people write them; they run from left to right in every language."""
        ways = (self.contact.telephone, self.contact.email, without_scheme(self.contact.web))
        return [apart(way) for way in ways if way]

    @Property(QUrl, notify=said)
    def code(self) -> QUrl:
        """All of it as a QR code that a telephone keeps, in the current language."""
        contact, say = self.contact, self.speaker.say
        card = Card(
            name=say(contact.name),
            role=say(contact.role),
            organisation=say(contact.organisation),
            telephone=contact.telephone,
            email=contact.email,
            address=say(contact.address),
            web=contact.web,
        )
        return qr_code(vcard(card))


def without_scheme(url: str) -> str:
    """Return a web address as people write it."""
    return url.split("://", 1)[-1].rstrip("/")


def qr_code(text: str) -> QUrl:
    """Return a QR code of `text` as a `data:` picture, dark on white with its quiet zone."""
    import segno

    return QUrl(segno.make(text, micro=False, encoding="utf-8").png_data_uri(scale=8, border=4))


def footnote(speaker: Speaker, block: Stat | Chart) -> str:
    """Return date, source and note of `block` on one line."""
    date = formats.as_of(block.as_of, speaker.code) if block.as_of else ""
    note = speaker.say(block.note)
    if not note and _is_derived(block):
        note = speaker.words.gettext("worked out from the source’s numbers")
    return speaker.join(date, speaker.say(block.source), note)


def _is_derived(block: Stat | Chart) -> bool:
    if isinstance(block, Stat):
        return block.derived
    return any(point.derived for series in block.series for point in series.points)


def make_block(speaker: Speaker, colour: QColor, sector_title: Callable[[], str], block: Block) -> Tile:
    """Return the object that shows `block` in the hue `colour`."""
    match block:
        case Stat():
            return StatView(speaker, block, colour)
        case Chart():
            return ChartView(speaker, block, colour, lambda: footnote(speaker, block))
        case Film():
            return FilmTile(speaker, block, colour, sector_title)
        case Prose():
            return ProseView(speaker, block)
        case Quote():
            return QuoteView(speaker, block, colour)
        case Gallery():
            return GalleryView(speaker, block)
        case Link():
            return LinkView(speaker, block)
        case Contact():
            return ContactView(speaker, block)
        case _:
            assert_never(block)
