"""What one writes into `content.yaml`: the models that check it and that `kiosk schema` is made from.

Descriptions and examples are for exhibitors: they show up in their editor.
"""

from __future__ import annotations

from typing import ClassVar, Final, TypeAlias

from pydantic import Field

from kiosk.author.format.fields import (
    AsOf,
    BlockId,
    CaptionPaths,
    ChartKind,
    Codes,
    Colour,
    Email,
    FilmPath,
    Flag,
    Fonts,
    ImagePath,
    Label,
    Markdown,
    Millimetres,
    Mode,
    Number,
    Remark,
    Seconds,
    SectorId,
    StatReference,
    StatStyle,
    Symbol,
    Target,
    Telephone,
    Text,
    Total,
    Unit,
    Url,
    Version,
    WarningCode,
    Weight,
)
from kiosk.bundle import model
from kiosk.yaml.base import OneKind, Synonyms, Written, synonyms

_USUAL_THEME = model.Theme()
IF_EMPTY: Final = "Write the bundle into it; `kiosk schema` says what may stand there."
"""What somebody should do whose `content.yaml` has nothing in it."""


class Named(Written):
    """What other lines may refer to."""

    id: BlockId = Field("", description="A name to refer to it, unique in the bundle.", examples=["nev-built"])


class Picture(Written):
    """A still picture: PNG, JPEG, WebP or SVG."""

    image: ImagePath = Field(
        description="The file, in the bundle's folder. One per language if it holds words.",
        examples=["assets/home.jpg"],
    )
    alt: Text = Field(
        description="What the picture shows, for those who cannot see it.",
        examples=["A bridge over the river at dusk."],
    )


class Theme(Written):
    """Colours, corners, fonts and logo of the whole booth."""

    mode: Mode = Field(_USUAL_THEME.mode, description="Light text on a dark ground, or dark text on paper.")
    accent: Colour = Field(_USUAL_THEME.accent, description="The one colour that draws the eye.", examples=["#E5432D"])
    ground: Colour = Field("", description="Behind everything. Left out: what suits the mode.", examples=["#0E1420"])
    surface: Colour = Field(
        "", description="Panels that lie on the ground. Left out: what suits the ground.", examples=["#182234"]
    )
    text: Colour = Field(
        "", description="Running text. Left out: what suits the mode and the ground.", examples=["#F4F1EA"]
    )
    quiet: Colour = Field(
        "",
        description="Text that stays back: sources, dates. Left out: what suits the ground and the text.",
        examples=["#A9B4C6"],
    )
    radius_mm: Millimetres = Field(
        _USUAL_THEME.radius_mm, description="Roundness of corners in millimetres.", examples=[2]
    )
    logo: Picture | None = Field(
        None, description="Shown on the home page and in the attract loop, on dark pictures: choose a light one."
    )
    fonts: Fonts = Field(
        {}, description="A font family per script (ISO 15924).", examples=[{"Arab": "Noto Sans Arabic"}]
    )


class AttractItem(Written):
    """One picture or film of the loop that plays while nobody is at the booth. Give it `video` or `image`."""

    video: FilmPath = Field(
        {}, description="A film: WebM or MP4. It needs a `poster`.", examples=["assets/attract/gorge.webm"]
    )
    poster: ImagePath = Field(
        {}, description="The picture under the film, best its first frame.", examples=["assets/attract/gorge.jpg"]
    )
    image: ImagePath = Field({}, description="A still picture instead of a film.", examples=["assets/gorge.jpg"])
    alt: Text = Field(description="What it shows, for those who cannot see it.", examples=["A river gorge at dusk."])
    seconds: Seconds = Field(8.0, description="How long it is shown.", examples=[8])
    line: Text = Field(
        description="The line of text over it; under 50 characters reads best.", examples=["One city, six signatures"]
    )
    opens: Target = Field(
        "home",
        description="Where a tap leads: the id of a sector or a film, `statistics`, `videos` or `home`.",
        examples=["automotive"],
    )


class Stat(Named):
    """One number, shown large."""

    value: Number = Field(description="The plain number; a percentage is a fraction (0.303).", examples=[500000])
    style: StatStyle = Field("number", description="How it is written: 500,000; 500K; 30.3%; 1997.")
    at_least: Flag = Field(False, description='Means "more than".')
    unit: Unit = Field("", description="A unit of CLDR, written as each language does.", examples=["square-kilometer"])
    label: Text = Field(description="What was counted.", examples=["New-energy vehicles built"])
    as_of: AsOf = Field("", description="When this was so.", examples=["2023", "2024-Q1", "2024-04", "2024-04-20"])
    change: Number | None = Field(
        None, description="Change against the period before, as a fraction.", examples=[0.303]
    )
    derived: Flag = Field(False, description="Worked out by you; `note` says how.")
    source: Text = Field({}, description="Who says so.", examples=["Local authorities"])
    note: Text = Field({}, description="A remark under it.", examples=["Derived: 500,000 divided by 365 days."])


class Point(Written):
    """One value of a chart."""

    label: Label = Field(description="A year, a place, a name.", examples=[2023])
    value: Number = Field(description="The plain number.", examples=[500000])
    at_least: Flag = Field(False, description='Means "more than".')
    derived: Flag = Field(False, description="Worked out by you.")
    highlight: Flag = Field(
        False,
        description="Drawn in the sector's full colour. Left out everywhere: the last point, of a `share` the largest.",
    )


class Series(Written):
    """One line of a line chart, or one set of bars."""

    name: Text = Field(description="What this line is.", examples=["Overseas sales"])
    points: list[Point] = Field(min_length=1, max_length=200, description="Its values, in order.")


class Chart(Named):
    """Numbers to compare. Give it `points`, or `series` for several lines."""

    kind: ChartKind = Field(description="How it is drawn.")
    title: Text = Field(description="What the chart shows.", examples=["New-energy vehicles built"])
    style: StatStyle = Field("number", description="How its values are written.")
    unit: Unit = Field("", description="The unit of its values, from CLDR.", examples=["square-kilometer"])
    total: Total = Field(
        0.0, description="The whole of a `share` or `pictogram`. Left out: the sum.", examples=[500000]
    )
    symbol: Symbol = Field("person", description="What a `pictogram` is made of: people, or dots for all other things.")
    points: list[Point] = Field([], min_length=1, max_length=200, description="Its values, in order.")
    series: list[Series] = Field(
        [], min_length=1, max_length=12, description="Several sets of points, instead of `points`."
    )
    as_of: AsOf = Field("", description="When this was so.", examples=["2023", "2024-Q1"])
    source: Text = Field({}, description="Who says so.", examples=["Local authorities"])
    sentence: Text = Field(
        {}, description="The same in words. Left out: the program makes one.", examples=["Output grew by a third."]
    )
    note: Text = Field({}, description="A remark under it.", examples=["Derived: 500,000 divided by 365 days."])


class Film(Named):
    """A film with its poster and captions."""

    src: FilmPath = Field(description="The film: WebM or MP4.", examples=["assets/automotive/line.webm"])
    poster: ImagePath = Field(
        description="The picture under the film, best its first frame.", examples=["assets/automotive/line.jpg"]
    )
    alt: Text = Field(
        description="What the film shows, for those who cannot see it.", examples=["Robot arms on an assembly line."]
    )
    title: Text = Field(description="Its title.", examples=["On the line"])
    summary: Text = Field(
        {}, description="A sentence about it.", examples=["More than half a million cars in one year."]
    )
    captions: CaptionPaths = Field(
        {}, description="WebVTT files per language.", examples=[{"en": "assets/line.en.vtt"}]
    )
    loop: Flag = Field(False, description="Starts again at its end.")


class Quote(Named):
    """Somebody's words."""

    text: Text = Field(description="The words.", examples=["A vital region for investment."])
    who: Text = Field(description="Who said it.", examples=["Xi Guohua"])
    role: Text = Field({}, description="Who that is.", examples=["Chairman of CITIC Group"])
    paraphrase: Flag = Field(False, description="Said in other words: shown without quotation marks.")


class GalleryItem(Picture):
    """One of the pictures that stand side by side."""

    caption: Text = Field({}, description="The line under it.", examples=["Terraces, step above step."])


class Link(Named):
    """An address to take along, shown as a QR code. It is never opened on the booth."""

    url: Url = Field(description="A web address.", examples=["https://example.org/automotive"])
    label: Text = Field(description="What waits there.", examples=["Read on"])


class Contact(Named):
    """Whom to reach, with a QR code that a telephone keeps. Give it `telephone`, `email`, `address` or `web`."""

    name: Text = Field(description="Who answers: an office or a person.", examples=["Exhibition office"])
    role: Text = Field({}, description="What for.", examples=["Visits and appointments"])
    organisation: Text = Field({}, description="Whom they belong to.", examples=["Chongqing Brands"])
    telephone: Telephone = Field("", description="With `+` and the country first.", examples=["+44 20 7946 0100"])
    email: Email = Field("", description="An e-mail address.", examples=["office@example.com"])
    address: Text = Field({}, description="Where to find them; it may have several lines.", examples=["Hall 4, gate B"])
    web: Url = Field("", description="A web address.", examples=["https://example.com/visit"])


Kind: TypeAlias = Stat | Chart | Film | dict[str, str] | Quote | list[GalleryItem] | Link | Contact


class Block(OneKind):
    """One piece of a page: exactly one of these kinds."""

    stat: Stat | None = Field(None, description="One number, shown large.")
    chart: Chart | None = Field(None, description="A chart.")
    video: Film | None = Field(None, description="A film.")
    text: Markdown = Field(
        {},
        description="Running text: headings (##), paragraphs, items (- or 1.) and tables of Markdown.",
        examples=["## A heading\n\nA paragraph."],
    )
    quote: Quote | None = Field(None, description="Somebody's words.")
    gallery: list[GalleryItem] = Field([], min_length=1, max_length=100, description="Pictures side by side.")
    link: Link | None = Field(None, description="An address, shown as a QR code.")
    contact: Contact | None = Field(None, description="Whom to reach, with a QR code that a telephone keeps.")

    @property
    def kind(self) -> Kind:
        """What is written: a block holds exactly one thing."""
        (name,) = self.model_fields_set
        kind: Kind = getattr(self, name)
        return kind


class Sector(Written):
    """A subject of the booth: a picture on the home page and a page of its own."""

    id: SectorId = Field(description="A name to refer to it, unique in the bundle.", examples=["automotive"])
    title: Text = Field(description="Its title; under 40 characters reads best.", examples=["Automotive hub"])
    summary: Text = Field(
        description="A sentence about it; under 140 characters reads best.",
        examples=["More than half a million cars in one year."],
    )
    colour: Colour = Field(description="Its own colour.", examples=["#37C2B2"])
    weight: Weight = Field(1, description="Its share of its row on the home page.", examples=[2])
    number: StatReference = Field("", description="The id of the stat shown on its picture.", examples=["nev-built"])
    cover: Picture = Field(description="Its picture.")
    blocks: list[Block] = Field([], min_length=1, max_length=20_000, description="What its page tells, in order.")


class Page(Written):
    """A page beside the sectors. Its own blocks come first, then those of every sector."""

    title: Text = Field(description="Its title.", examples=["Chongqing in numbers"])
    summary: Text = Field(
        {}, description="A sentence about it.", examples=["More than half a million cars in one year."]
    )
    picture: Picture | None = Field(None, description="Its picture.")
    blocks: list[Block] = Field([], min_length=1, max_length=20_000, description="Blocks of its own.")


class Check(Written):
    """A warning of `kiosk check` that is right in general and wrong here."""

    silence: WarningCode = Field(description="The code of the warning.", examples=["K412"])
    reason: Remark = Field(
        description="Why, for those who come after you.", examples=["The film is the main attraction."]
    )
    at: Remark = Field(
        "",
        description="Where: the id of a sector or a block, the path of a file or folder, or a language. "
        "Left out: everywhere.",
        examples=["cellar-film"],
    )


class Content(Written):
    """Everything that one booth shows."""

    synonyms: ClassVar[Synonyms] = synonyms(
        "img picture photo file path src jpg: image src cover gallery",
        "film movie clip mp4 webm: video src",
        "images pictures photos: gallery",
        "video image: src",
        "subtitles vtt: captions",
        "address href website web: url link",
        "phone tel mobile: telephone",
        "mail e-mail e_mail: email",
        "company firm org organization: organisation",
        "author by name person: who title name",
        "heading headline header: title line",
        "subtitle description intro lead about: summary caption alt",
        "paragraph body markdown content: text",
        "date year when: as_of",
        "duration time length timeout time_out patience: seconds",
        "goto target leads: opens",
        "graph diagram plot: chart",
        "figure number fact: stat",
        "data values items: points blocks",
        "type: kind style",
        "language: languages",
        "background: ground picture",
    )

    kiosk: Version = Field(description="Version of this format: 1.")
    title: Text = Field(description="The name of the booth.", examples=["Chongqing Brands"])
    summary: Text = Field(
        {}, description="A sentence about it.", examples=["More than half a million cars in one year."]
    )
    call: Text = Field({}, description="The attract loop's call to action.", examples=["Touch to explore"])
    languages: Codes = Field(
        description="Codes of CLDR. The first is the source and the default.", examples=[["en", "zh_Hans"]]
    )
    picture: Picture | None = Field(None, description="Behind the home page.")
    theme: Theme = Field(Theme(), description="Colours, corners, fonts and logo.")
    attract: list[AttractItem] = Field(
        min_length=1, max_length=200, description="What plays while nobody is at the booth."
    )
    sectors: list[Sector] = Field(min_length=1, max_length=20_000, description="The subjects of the booth.")
    statistics: Page | None = Field(None, description="The page of all numbers.")
    videos: Page | None = Field(None, description="The page of all films.")
    checks: list[Check] = Field(
        [],
        min_length=1,
        max_length=1_000,
        description="Warnings of `kiosk check` that are silenced, each with a reason.",
    )
