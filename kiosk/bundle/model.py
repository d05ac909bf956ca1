"""The bundle as the booth shows it: complete, checked, immutable.

What an exhibitor writes (`written.py`) may leave things out and use shorthands; this is what is left after
`compile.py` has filled them in. It is plain `msgspec` structs, so that an index of it loads in milliseconds without
the parser and the schema being imported. Sectors and blocks are sequences: tuples when just compiled, read from an
index (`index.py`) when they are asked for.

A `Said` maps a language code (`zh_Hans`) to a text or a path. The key `""` holds the source language's, which also
answers for every language that is missing. Paths are relative to the bundle's folder, with `/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

Said: TypeAlias = dict[str, str]

Direction: TypeAlias = Literal["ltr", "rtl"]
StatStyle: TypeAlias = Literal["number", "compact", "percent", "year"]
ChartKind: TypeAlias = Literal["bar", "line", "share", "comparison", "pictogram"]
Symbol: TypeAlias = Literal["person", "dot"]


def say(said: Said, language: str) -> str:
    """Return what `said` says in `language`, or in the source language where that is missing."""
    return said.get(language) or said.get("", "")


class Value(Struct, frozen=True, omit_defaults=True):
    """The base of everything here. What is as it is by default takes no room in an index."""


class Language(Value, frozen=True, kw_only=True):
    """A language of the bundle. `code` as written (`zh_Hans`), `tag` as BCP 47 (`zh-Hans`), `name` its own name."""

    code: str
    tag: str
    name: str
    direction: Direction
    script: str


class Picture(Value, frozen=True, kw_only=True):
    """A still picture. `width` and `height` in pixels of the source language's file; 0 for a vector without size."""

    src: Said
    alt: Said
    width: int
    height: int


class Theme(Value, frozen=True, kw_only=True):
    """Colours as `#rrggbb`, or "" for what `palette` makes of the others; radius in millimetres.

    `fonts` maps an ISO 15924 script (`Arab`) to a font family.
    """

    mode: Literal["dark", "paper"] = "dark"
    accent: str = "#e5432d"
    ground: str = ""
    surface: str = ""
    text: str = ""
    quiet: str = ""
    radius_mm: float = 2.0
    fonts: dict[str, str] = {}
    logo: Picture | None = None


class Stat(Value, frozen=True, kw_only=True, tag="stat", tag_field="kind"):
    """One number. `percent` values are fractions (0.303 is 30.3 %); `change` is a fraction against the period before.

    `unit` is a CLDR unit id (`square-kilometer`) or empty; `as_of` is `2023`, `2024-Q1`, `2024-04`, `2024-04-20` or "".
    """

    id: str
    value: float
    style: StatStyle = "number"
    at_least: bool = False
    unit: str = ""
    label: Said
    as_of: str = ""
    change: float | None = None
    derived: bool = False
    source: Said = {}
    note: Said = {}


class Point(Value, frozen=True, kw_only=True):
    """One value of a chart: `label` names it (a year, a place); `highlight` draws it in the sector's full colour."""

    label: Said
    value: float
    at_least: bool = False
    derived: bool = False
    highlight: bool = False


class Series(Value, frozen=True, kw_only=True):
    """The points of one line or one set of bars; `name` is empty where there is only one."""

    name: Said
    points: tuple[Point, ...]


class Chart(Value, frozen=True, kw_only=True, tag="chart", tag_field="kind"):
    """A chart. `style` and `unit` say how its values are written, as in `Stat`; `total` is the whole of a `share` or
    `pictogram` (0: the sum of the points), `symbol` what each of a pictogram is drawn as. `sentence` says the same in
    words; where it is empty the program makes one.
    """

    id: str
    shape: ChartKind
    title: Said
    style: StatStyle = "number"
    unit: str = ""
    series: tuple[Series, ...]
    total: float = 0.0
    symbol: Symbol = "person"
    as_of: str = ""
    source: Said = {}
    sentence: Said = {}
    note: Said = {}


class Film(Value, frozen=True, kw_only=True, tag="video", tag_field="kind"):
    """A film. `captions` maps languages to WebVTT files, `seconds` is its length as read from the file."""

    id: str
    src: Said
    poster: Picture
    title: Said
    summary: Said = {}
    captions: Said = {}
    seconds: float
    width: int
    height: int
    has_sound: bool
    loop: bool = False


class Paragraph(Value, frozen=True, kw_only=True):
    """A piece of running text: `style` tells what it is, `text` is plain, and `strong` where it is emphasised.

    `number` is that of an item. A table has `cells` in their reading order, in `columns`; its first row is its head.
    """

    style: Literal["heading", "body", "bullet", "number", "table"]
    text: Said = {}
    strong: bool = False
    number: int = 0
    cells: tuple[Said, ...] = ()
    columns: int = 0


class Prose(Value, frozen=True, kw_only=True, tag="text", tag_field="kind"):
    """Running text, from a small safe subset of Markdown."""

    id: str
    paragraphs: tuple[Paragraph, ...]


class Quote(Value, frozen=True, kw_only=True, tag="quote", tag_field="kind"):
    """Somebody's words, or (`paraphrase`) what somebody said in other words, shown without quotation marks."""

    id: str
    text: Said
    who: Said
    role: Said = {}
    paraphrase: bool = False


class GalleryItem(Value, frozen=True, kw_only=True):
    """A picture of a gallery and the line under it."""

    picture: Picture
    caption: Said = {}


class Gallery(Value, frozen=True, kw_only=True, tag="gallery", tag_field="kind"):
    """Pictures side by side."""

    id: str
    items: tuple[GalleryItem, ...]


class Link(Value, frozen=True, kw_only=True, tag="link", tag_field="kind"):
    """An address to take along, shown as a QR code; it is never opened."""

    id: str
    url: str
    label: Said


class Contact(Value, frozen=True, kw_only=True, tag="contact", tag_field="kind"):
    """Whom to reach, with a QR code that a telephone keeps; `web` is an address that is never opened."""

    id: str
    name: Said
    role: Said = {}
    organisation: Said = {}
    telephone: str = ""
    email: str = ""
    address: Said = {}
    web: str = ""


Block: TypeAlias = Stat | Chart | Film | Prose | Quote | Gallery | Link | Contact

if TYPE_CHECKING:
    Blocks: TypeAlias = Sequence[Block]
    Sectors: TypeAlias = Sequence["Sector"]
else:  # what msgspec makes of them where a bundle is decoded in one piece
    Blocks = tuple[Block, ...]
    Sectors = tuple["Sector", ...]


class Sector(Value, frozen=True, kw_only=True):
    """A subject of the booth. `colour` (`#rrggbb`) is its own hue; `weight` its share of the home page (1 to 3).

    `number` is the id of the stat that its picture on the home page shows, or "".
    """

    id: str
    title: Said
    summary: Said
    cover: Picture
    colour: str
    weight: int = 1
    number: str = ""
    blocks: Blocks = ()


class AttractItem(Value, frozen=True, kw_only=True):
    """One picture or film of the attract loop and where a tap on it leads.

    `opens` is a sector's id, a film's id, `statistics`, `videos` or `home`. `film` is empty for a still picture;
    `picture` is then the picture, else the poster.
    """

    picture: Picture
    film: Said = {}
    seconds: float
    line: Said
    opens: str = "home"


class Page(Value, frozen=True, kw_only=True):
    """A page of its own beside the sectors: the statistics or the videos. `blocks` are shown before the sectors'."""

    title: Said
    summary: Said = {}
    picture: Picture | None = None
    blocks: Blocks = ()


class Bundle(Value, frozen=True, kw_only=True):
    """Everything that one booth shows. The first of `languages` is the source and the default."""

    title: Said
    summary: Said = {}
    call: Said = {}
    languages: tuple[Language, ...]
    theme: Theme
    picture: Picture | None = None
    attract: tuple[AttractItem, ...]
    sectors: Sectors
    statistics: Page
    videos: Page
