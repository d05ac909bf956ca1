"""K2: structure and values."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family
from kiosk.bundle.index import KINDS

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K201",
        "Something is missing",
        "A key that has to be there is not. The report names it, and what belongs into it.",
        "Add the key with its value.",
        "cover: {image: assets/cover.jpg}    # where is `alt`?",
    ),
    Code(
        "K202",
        "An unknown key",
        "The key means nothing in this place, so that what stands after it would never be shown. Mostly it is "
        "misspelt, or indented wrongly and so in the wrong place.",
        "Correct its spelling, or move it to where it belongs. The report says which keys are known there.",
        "sumary: Five generations of wine",
    ),
    Code(
        "K203",
        "An unknown kind of block",
        f"A page is made of blocks: {', '.join(f'`{kind}`' for kind in KINDS)}. There is none of this name.",
        "Use one of the kinds.",
        "blocks:\n  - qoute: {text: Well said, who: Someone}",
    ),
    Code(
        "K204",
        "Nothing stands after a key",
        "The key is there, but its value is empty.",
        "Write the value, or take the key out.",
        "title:",
    ),
    Code(
        "K205",
        "An empty list",
        "The list is there, but nothing is in it.",
        "Write at least one item, or take the key out.",
        "languages: []",
    ),
    Code(
        "K206",
        "Too many items",
        "Lists have a limit that no page could show anyway.",
        "Take some items out, or spread them over several blocks.",
    ),
    Code(
        "K207",
        "A list is expected",
        "Several things of one kind are written as a list: each begins on a line of its own with `- `.",
        "Begin each item with `- `.",
        "languages: en",
    ),
    Code(
        "K208",
        "Keys are expected",
        "In this place stand keys with values, not a plain text or a list.",
        "Write the keys on the lines under it, or in braces: `{image: ..., alt: ...}`.",
        "cover: assets/cover.jpg",
    ),
    Code(
        "K209",
        "A plain text is expected",
        "In this place stands one text or one value, not a list or a mapping. Often the text itself holds brackets or "
        "braces.",
        "Write one text; put quotes around it if it holds brackets or braces.",
        "title: [Vineyard]",
    ),
    Code(
        "K210",
        "A text that is too long",
        "A text has a limit: 2,000 characters for a line of words, 20,000 for running text. Nobody at a booth reads "
        "more.",
        "Shorten it, or make several blocks of it.",
    ),
    Code(
        "K211",
        "A control character in a text",
        "The text holds a character without a shape, which could turn the order of the letters around it.",
        "Delete it: remove the letters around the place and type them again.",
    ),
    Code(
        "K212",
        "Not exactly one thing in a block",
        "Every block holds one thing. This one is empty, or holds several.",
        "Give each its own block, with its own `- `.",
        "- stat: {value: 5, label: Wines}\n  text: And more",
    ),
    Code(
        "K213",
        "A key stands beside its block",
        "The keys of a block are indented further than its kind, else they are read as kinds of blocks.",
        "Indent them by two more spaces.",
        "- stat:\n  value: 5",
    ),
    Code(
        "K214",
        "Keys that do not go together",
        "Each of the keys is fine, but not both: a film and a picture for one item, a unit for a percentage, several "
        "series in a `share` chart.",
        "Take one of the two out.",
        "- video: assets/a.webm\n  image: assets/a.jpg",
    ),
    Code(
        "K215",
        "One of two keys is missing",
        "The thing can be written in two ways, and neither was chosen; or a film stands without its `poster`, the "
        "picture that is shown until it plays.",
        "Add one of the keys that the report names.",
        "- alt: A hill\n  line: Our vineyard",
    ),
    Code(
        "K216",
        "Not a number",
        "A number is written with digits only, and a point before decimals. The booth writes it in the way of each "
        "language, so thousands are not separated here, and units have a key of their own.",
        "Write plain digits.",
        "value: 500,000",
    ),
    Code(
        "K217",
        "A number that is too large or too small",
        "The number is outside what makes sense in this place.",
        "Choose a value between the two that the report names.",
        "seconds: 900",
    ),
    Code(
        "K218",
        "Not one of the choices",
        "Only a few words are possible here.",
        "Write one of those that the report names.",
        "mode: light",
    ),
    Code(
        "K219",
        "Not a colour",
        "Colours are written as `#RRGGBB`: two digits each for red, green and blue. They need quotes, because `#` "
        "would begin a comment.",
        'Write it in quotes, for example `"#E5432D"`.',
        "accent: red",
    ),
    Code(
        "K220",
        "Not a date",
        "Dates are written from the year down, so that the booth can write them in the way of each language.",
        "Write `2024`, `2024-Q1`, `2024-04` or `2024-04-20`.",
        "as_of: 20.4.2024",
    ),
    Code(
        "K221",
        "An unknown unit",
        "Units are written by their names in CLDR, the world's register of such things, so that every language has "
        "its own word for them. What is counted (cars, visitors) is no unit.",
        "Use the name that the report suggests; what is counted belongs into `label`.",
        "unit: km2",
    ),
    Code(
        "K222",
        "An id with other letters",
        "Ids are names for the program, never shown: small letters a to z, digits and dashes, and a letter first.",
        "Write it like `new-wines`.",
        "id: New Wines",
    ),
    Code(
        "K223",
        "Not a web address",
        "A link becomes a code that visitors take along with their telephones, so it must be a whole web address.",
        "Write the whole address, beginning with `https://`.",
        "url: vineyard",
    ),
    Code(
        "K224",
        "Another version of the format",
        "The first line names the version of the bundle's format. This program does not know the one that is written "
        "there.",
        "Write `kiosk: 1`. If the bundle was made for a newer program, update the program.",
        "kiosk: 2",
    ),
    Code(
        "K225",
        "Not a script",
        "Fonts are chosen per script, by codes of four letters such as `Latn`, `Arab`, `Hans`.",
        "Use the code from ISO 15924.",
        "fonts: {arabic: Noto Sans Arabic}",
    ),
    Code(
        "K226",
        "A chart with missing points",
        "A line or a comparison needs two points, and all series of a chart have the same points: there is one axis.",
        "Add the missing points, or show a single number as a `stat`.",
        "kind: line\npoints: [{label: 2023, value: 5}]",
    ),
    Code(
        "K227",
        "Values that the chart cannot show",
        "A share or a pictogram shows parts of a whole: no part is under zero, together they are more than nothing, "
        "and not more than `total`.",
        "Correct the values or the total, or choose `kind: bar`.",
        "kind: share\ntotal: 100\npoints: [{label: Red, value: 70}, {label: White, value: 60}]",
    ),
    Code(
        "K228",
        "Not a year",
        "With `style: year` the value is a year: a whole number from 1 to 9999.",
        "Write the year alone, or take `style: year` out.",
        "stat: {value: 1997.5, style: year, label: Founded}",
    ),
    Code(
        "K229",
        "A text without words",
        "Nothing is left of the text once pictures, links and marks are taken out of it.",
        "Write some words.",
        'text: "![](hill.jpg)"',
    ),
    Code(
        "K230",
        "Silencing a code that does not exist",
        "Under `checks`, `silence` names the code of a warning. There is no such code.",
        "Copy the code from the report that you want to silence.",
        "checks:\n  - {silence: K4120, reason: The film is the main attraction}",
    ),
    Code(
        "K231",
        "Silencing a mistake",
        "Only warnings can be silenced. With a mistake the booth cannot show the bundle, whatever the reason for it.",
        "Mend the mistake, and take the entry out.",
        "checks:\n  - {silence: K401, reason: The picture comes later}",
    ),
    Code(
        "K232",
        "Silencing without effect",
        "The entry under `checks` matches no warning (any more). It would hide a new warning that nobody has looked "
        "at.",
        "Take the entry out, or correct its `at`.",
        "checks:\n  - {silence: K412, reason: Long on purpose, at: a-film-that-is-gone}",
        severity="warning",
    ),
    Code(
        "K233",
        "A number that probably means another",
        "The number can be read, but is far from what one expects: a percentage of a thousand and more, or a number "
        "with `.000`, which is how some languages write thousands. Here percentages are fractions (0.2 for 20 %), and "
        "the point begins the decimals.",
        "Write the number that the report names. If it is right as it stands, silence the warning.",
        "change: 20    # 20 % more?",
        severity="warning",
    ),
    Code(
        "K234",
        "Two points with one name",
        "Two points of a chart have the same label, so that nobody can tell them apart. Mostly a line was copied and "
        "its label not changed.",
        "Name each point differently.",
        "points: [{label: 2023, value: 5}, {label: 2023, value: 6}]",
        severity="warning",
    ),
    Code(
        "K235",
        "Marks that are shown as they stand",
        "Words reach the screen as they are written: HTML such as `<b>` or `&amp;` and the stars of Markdown would be "
        "read by visitors. Running text (`text`) knows headings (`## `), paragraphs, items (`- `, `1. `) and tables, "
        "nothing else.",
        "Take the marks out, and write the character itself: `&`, not `&amp;`.",
        'title: "<b>Wine</b> &amp; more"',
        severity="warning",
    ),
    Code(
        "K236",
        "A date that lies ahead",
        "`as_of` says from when a number is, and that day has not come yet.",
        "Correct the date. A forecast belongs into `label`.",
        "as_of: 2204",
        severity="warning",
    ),
    Code(
        "K237",
        "Not a telephone number",
        "A telephone keeps the number from the code and dials it as it stands. It has 3 to 15 digits, with spaces, "
        "dashes, points or brackets between them; a zero in brackets cannot be dialled.",
        "Write digits, with `+` and the country first.",
        "telephone: +44 (0)20 7946 0100",
    ),
    Code(
        "K238",
        "Not an e-mail address",
        "A telephone keeps the address from the code and writes to it as it stands.",
        "Write the address alone.",
        "email: office at example.com",
    ),
    Code(
        "K239",
        "Too much text for a code",
        "The more a QR code holds, the finer it is, and in the end no telephone can read it from the card. The report "
        "names the language with the longest texts.",
        "Shorten the texts of the contact in that language, or leave out what its `web` tells as well.",
        "contact:\n  name: Exhibition office\n  address: ...five hundred letters...",
    ),
)

FAMILY: Final = Family(
    2,
    "Keys and values",
    "What may stand under which key, and what a value may be.",
    _CODES,
)
