"""Mistakes that people make in `content.yaml`, each with the line where it is to be told and words of its cure."""

# ruff: noqa: E501 - one row of a table, one line

from __future__ import annotations

from typing import NamedTuple


class Seed(NamedTuple):
    """Put `new` for the one `old`: it is to be told on the line that `§` marks, with all `words` in its cure."""

    name: str
    old: str
    new: str
    words: tuple[str, ...]


# fmt: off
TITLE, SUMMARY, IMAGE = "title: Our booth\n", "summary: Who we are, in one sentence.\n", "image: assets/home.jpg"
ACCENT, MODE, LANGUAGES = '  accent: "#E5432D"\n', "  mode: dark # or: paper\n", "languages: [en, de]\n"
LOGO = "  logo: {image: assets/logo.svg, alt: Our logo}\n"
VALUE, AS_OF, CHANGE = "          value: 12000\n", "as_of: 2024\n", "change: 0.2 # 20 % more than before\n"
SECONDS, OPENS, URL = "seconds: 6 # how long it is shown\n", "opens: products", "url: https://example.org/\n"
MAKING, COVER = ("  - id: making\n", "    cover:\n      image: assets/making.jpg\n      alt: Large and small circles overlap in violet and pink.\n")
STAT = "      - stat:\n          id: made\n          value: 12000\n"
POINTS = "          points:\n            - {label: 2022, value: 8000}\n            - {label: 2023, value: 10000}\n            - {label: 2024, value: 12000, highlight: true}\n"
QUOTE = "          text: We make few things, and we make them well.\n          who: A colleague\n          role: Workshop\n"
LINK = "      - link:\n          url: https://example.org/\n          label: Our website\n"
ATTRACT_FILM = "  - video: assets/waves.webm\n    poster: assets/waves.jpg\n    alt: Calm waves roll under an evening sun.\n    seconds: 6"
CAPTIONS = "          captions:\n            en: assets/waves.en.vtt\n            de: assets/waves.de.vtt\n"
WEIGHT = "weight: 2 #"


def _value(text: str, *words: str) -> Seed:
    return Seed(f"number {text}", VALUE, f"          §value: {text}\n", words)


def _as_of(text: str, *words: str) -> Seed:
    return Seed(f"date {text}", AS_OF, f"§as_of: {text}\n", words)


def _languages(text: str, *words: str) -> Seed:
    return Seed(f"languages {text}", LANGUAGES, f"§languages: {text}\n", words)


def _summary(text: str, *words: str) -> Seed:
    return Seed(f"summary {text[:30]}", SUMMARY, f"§summary: {text}\n", words)


def _accent(text: str, *words: str) -> Seed:
    return Seed(f"colour {text}", ACCENT, f"  §accent: {text}\n", words)


def _image(text: str, *words: str) -> Seed:
    return Seed(f"path {text}", IMAGE, f"§image: {text}", words)


def _url(text: str, *words: str) -> Seed:
    return Seed(f"address {text}", URL, f"§url: {text}\n", words)


def _key(old: str, new: str, *words: str) -> Seed:
    """A key that is written in another way: `old` begins with the right one."""
    return Seed(f"key {new.strip()}", old, f"§{new}", words)


NOTATION = [
    Seed("indented one too far", "    title: How it is made\n", "     §title: How it is made\n", ("indent it like",)),
    Seed("two keys on a line", "- image: assets/idea.jpg\n            alt:", "§- image: assets/idea.jpg alt:", ("`alt`", "line of its own")),
    Seed("comma after a text in quotes", TITLE, '§title: "Our booth",\n', ("comma out",)),
    Seed("no space after a dash, in braces", "            - {label: 2023", "            §-{label: 2023", ("space after the dash",)),
    Seed("thousands in braces", "{label: 2023, value: 10000}", "§{label: 2023, value: 10,000}", ("10000",)),
    Seed("decimals in braces", "{label: 2023, value: 10000}", "§{label: 2023, value: 10,5}", ("10.5",)),
    Seed("comma in braces", "{label: 2023, value: 10000}", "§{label: Berlin, Germany, value: 10000}", ('"Berlin, Germany"',)),
    Seed("no colon", TITLE, "§title Our booth\n", ("colon",)),
    Seed("no colon, nested", MODE, "  §mode dark\n", ("colon",)),
    Seed("no space after the colon", TITLE, "§title:Our booth\n", ("space", "colon")),
    Seed("no space, nested", MODE, "  §mode:dark\n", ("space", "colon")),
    Seed("no space in a list", OPENS, "§opens:products", ("space", "colon")),
    Seed("equals sign", TITLE, "§title = Our booth\n", ("colon",)),
    Seed("wide colon", TITLE, "§title：Our booth\n", ("colon",)),
    Seed("wide colon with space", TITLE, "§title： Our booth\n", ("colon",)),
    Seed("space before the colon", "call: Touch", "§call : [Touch", ("]",)),
    _summary("Who we are: one sentence.", "quotes"),
    _summary("@ourbooth says hello", "quotes"),
    _summary("%100 good", "quotes"),
    _summary("[New] who we are", "quotes"),
    _summary("{New} who we are", "quotes"),
    _summary("*Who* we are", "quotes"),
    _summary("**Who** we are", "quotes"),
    _summary("& more of us", "quotes"),
    _summary("! Attention", "quotes"),
    _summary("!Attention", "quotes"),
    _summary("`Who` we are", "quotes"),
    _summary("> 500 people", "quotes"),
    _summary("| Who we are", "`|`"),
    _summary("- Who we are", "quotes"),
    _summary("? Who we are", "quotes"),
    _summary('"Who we are', "close"),
    _summary("'Who we are", "close"),
    _summary("'Who we're, in one sentence.'", "quote"),
    _summary('"We say "hello" to you."', "quote"),
    _summary('"Who" we are', "quote"),
    _summary("'Who' we are", "quote"),
    _summary("Who we are #1", "quotes"),
    _summary("Number #1 in town", "quotes"),
    _summary("#1 in town", "quotes"),
    _summary('"C:\\Who we are"', "backslash"),
    Seed("bracket open", LANGUAGES, "§languages: [en, de\n", ("]",)),
    Seed("bracket too many", LANGUAGES, "§languages: [en, de]]\n", ("]",)),
    Seed("brace open", "{label: 2023, value: 10000}", "{label: 2023, §value: 10000", ("}",)),
    Seed("comma missing", "{label: 2023, value: 10000}", "§{label: 2023 value: 10000}", ("comma",)),
    Seed("no space in braces", "{label: 2023, value: 10000}", "§{label:2023, value:10000}", ("space",)),
    Seed("brackets for braces", "{label: 2023, value: 10000}", "§[label: 2023, value: 10000]", ("{",)),
    Seed("tab", MODE, "§\tmode: dark\n", ("spaces",)),
    Seed("spaces and a tab", MODE, "  §\tmode: dark\n", ("spaces",)),
    Seed("tab before a block", "      - quote:\n", "§\t- quote:\n", ("spaces",)),
    Seed("hard space in the indent", MODE, "§\u00a0\u00a0mode: dark\n", ("space",)),
    Seed("hard space after the colon", TITLE, "§title:\u00a0Our booth\n", ("space",)),
    Seed("hard space after a dash", MAKING, "  §-\u00a0id: making\n", ("space",)),
    Seed("wide space in the indent", MODE, "§\u3000mode: dark\n", ("space",)),
    Seed("one space more", ACCENT, '   §accent: "#E5432D"\n', ("indent",)),
    Seed("one space less", ACCENT, ' §accent: "#E5432D"\n', ("indent",)),
    Seed("line further in than its neighbour", "    poster: assets/waves.jpg\n    alt: Calm waves roll under an evening sun.\n    seconds", "    poster: assets/waves.jpg\n      §alt: Calm waves roll under an evening sun.\n    seconds", ("indent",)),
    Seed("line further out than its neighbour", "    poster: assets/waves.jpg\n    alt: Calm waves roll under an evening sun.\n    seconds", "    poster: assets/waves.jpg\n  §alt: Calm waves roll under an evening sun.\n    seconds", ("indent",)),
    Seed("not indented", LOGO, "§" + LOGO.lstrip(), ("theme", "indent")),
    Seed("dash without a space", MAKING, "  §-id: making\n", ("space",)),
    Seed("dash not indented", MAKING, "§- id: making\n", ("indent",)),
    Seed("dash indented too far", MAKING, "    §- id: making\n", ("indent",)),
    Seed("dash left out", MAKING, "    §id: making\n", ("`- `",)),
    Seed("long dash", MAKING, "  §– id: making\n", ("`- key",)),
    Seed("bullet", MAKING, "  §• id: making\n", ("`- key",)),
    Seed("star for a dash", MAKING, "  §* id: making\n", ("`- key",)),
    Seed("dash before a key", MODE, "  - mode: dark\n§", ("indent",)),
    Seed("block's dash not indented", "      - gallery:\n", "    §- gallery:\n", ("indent",)),
    Seed("keys beside their block", "      - quote:\n" + QUOTE, "      - quote:\n        §text: We make few things\n        who: A colleague\n", ("indent",)),
    Seed("keys of a block not indented", "      - link:\n          url: https://example.org/\n          label: Our website\n", "      - link:\n        §url: https://example.org/\n        label: Our website\n", ("indent",)),
    Seed("text not indented", "          Say here what", "§Say here what", ("indent", "|")),
    Seed("text without its bar", "- text: |\n          ## Why it is good\n\n", "- text:\n          §## Why it is good\n\n", ("`|`",)),
    Seed("text goes on after its bar", "- text: |\n", "§- text: | Why\n", ("`|`",)),
    Seed("key twice", "    title: How it is made\n", "    title: How it is made\n    §title: Made\n", ("one of the two",)),
    Seed("key twice at the top", SUMMARY, SUMMARY + "§title: Another\n", ("one of the two",)),
    Seed("page twice", "videos:\n", "§statistics:\n  title: More numbers\nvideos:\n", ("one of the two",)),
    Seed("merge conflict", TITLE, "§<<<<<<< HEAD\ntitle: Our booth\n=======\ntitle: Your booth\n>>>>>>> theirs\n", ("merge", "<<<<<<<")),
    Seed("merge conflict in a list", OPENS, "opens: home\n§=======\n    opens: products\n>>>>>>> theirs\n", ("merge",)),
    Seed("front matter", TITLE, "title: Our booth\n§---\n", ("`---`",)),
    Seed("anchor", "    alt: Green hills behind hills in the morning.\n    seconds", "    §alt: &hills Green hills behind hills in the morning.\n    seconds", ("quotes",)),
    Seed("JavaScript comment", SUMMARY, "§// who we are\nsummary: Who we are\n", ("#",)),
    Seed("HTML comment", SUMMARY, "§<!-- who we are -->\nsummary: Who we are\n", ("#",)),
    Seed("code fence", TITLE, "§```yaml\ntitle: Our booth\n", ("```",)),
    Seed("backspace", TITLE, "§title: Our\x08 booth\n", ("delete",)),
    Seed("line separator", TITLE, "§title: Our\u2028 booth\n", ("delete",)),
    Seed("turned letters", TITLE, "§title: Our \u202ebooth\n", ("U+202E", "take it out")),
    Seed("zero width space in a key", TITLE, "§ti\u200btle: Our booth\n", ("U+200B", "`title`")),
    Seed("invisible mark in an id", OPENS, "§opens: products\u200e", ("U+200E", "`products`")),
]

KEYS = [
    _key("title: Our booth", "titel: Our booth", "`title`"),
    _key("title: Our booth", "Title: Our booth", "`title`"),
    _key("summary: Who", "sumary: Who", "`summary`"),
    _key("languages: [", "language: [", "`languages`"),
    _key("attract:\n", "atract:\n", "`attract`"),
    _key("sectors:\n", "sektors:\n", "`sectors`"),
    _key('colour: "#37C2B2"', 'color: "#37C2B2"', "`colour`"),
    _key("seconds: 6", "second: 6", "`seconds`"),
    _key("opens: products", "open: products", "`opens`"),
    _key("label: Pieces", "lable: Pieces", "`label`"),
    _key("at_least: true", "at-least: true", "`at_least`"),
    _key("at_least: true", "atleast: true", "`at_least`"),
    _key("as_of: 2024", "as of: 2024", "`as_of`"),
    _key("as_of: 2024", "date: 2024", "`as_of`"),
    _key("kind: bar", "type: bar", "`kind`"),
    _key("src: assets/waves.webm", "video: assets/waves.webm", "`src`"),
    _key("image: assets/home.jpg", "src: assets/home.jpg", "`image`"),
    _key("image: assets/home.jpg", "picture: assets/home.jpg", "`image`"),
    _key("image: assets/home.jpg", "file: assets/home.jpg", "`image`"),
    _key("who: A colleague", "author: A colleague", "`who`"),
    _key("url: https", "href: https", "`url`"),
    _key("mode: dark #", "mod: dark #", "`mode`"),
    _key("- quote:\n", "- qoute:\n", "`quote`"),
    _key("- gallery:\n", "- pictures:\n", "`gallery`"),
    _key("- stat:\n", "- number:\n", "`stat`"),
    _key("- link:\n", "- url:\n", "`link`"),
    Seed("unknown key", SUMMARY, SUMMARY + "§subtitle: More words\n", ("`summary`",)),
    Seed("unknown key with a value of many", SUMMARY, SUMMARY + "§fonts:\n  Latn: Noto Sans\n", ("theme",)),
    Seed("version of tomorrow", "kiosk: 1 #", "§kiosk: 2 #", ("version 1", "update")),
    Seed("version in words", "kiosk: 1 #", "§kiosk: one #", ("`kiosk: 1`",)),
    Seed("version misspelt", "kiosk: 1 #", "§kisok: 1 #", ("`kiosk`",)),
    Seed("title left out", TITLE, "", ("`title`",)),
    Seed("languages left out", LANGUAGES, "", ("`languages`",)),
    Seed("alternative text left out", "      image: assets/making.jpg\n      alt: Large and small circles overlap in violet and pink.\n", "      §image: assets/making.jpg\n", ("`alt`",)),
    Seed("poster left out", ATTRACT_FILM, "  - §video: assets/waves.webm\n    alt: Calm waves\n    seconds: 6", ("poster",)),
    Seed("cover left out", MAKING + '    title: How it is made\n    summary: A look behind the scenes, from the first idea to the finished piece.\n    colour: "#FF8A65"\n' + COVER, '  - §id: making\n    title: How it is made\n    summary: A look\n    colour: "#FF8A65"\n', ("`cover`",)),
    Seed("id left out", MAKING + "    title: How it is made\n", "  - §title: How it is made\n", ("`id`",)),
    Seed("label left out", "          url: https://example.org/\n          label: Our website\n", "          §url: https://example.org/\n", ("`label`",)),
]

SHAPES = [
    Seed("path for a picture", "picture:\n  image: assets/home.jpg\n  alt: Hills behind hills at dusk, under a low sun.\n", "§picture: assets/home.jpg\n", ("image:", "alt:")),
    Seed("path for a cover", COVER, "    §cover: assets/making.jpg\n", ("image:", "alt:")),
    Seed("picture without cover", COVER, "    §image: assets/making.jpg\n    alt: Large\n", ("`cover`",)),
    Seed("address for a link", LINK, "      - §link: https://example.org/\n", ("url:", "label:")),
    Seed("words for a quote", "      - quote:\n" + QUOTE, "      - §quote: We make few things\n", ("text:", "who:")),
    Seed("number for a stat", STAT + '          at_least: true # "more than"\n          label: Pieces made in a year\n          as_of: 2024\n          change: 0.2 # 20 % more than before\n          source: Our own count\n', "      - §stat: 12000\n", ("value:", "label:")),
    Seed("list for a title", TITLE, "§title: [Our booth]\n", ("quotes",)),
    Seed("list under a title", TITLE, "title:\n  §- Our booth\n", ("text",)),
    Seed("languages without brackets", LANGUAGES, "§languages: en, de\n", ("[en, de]",)),
    Seed("one language", LANGUAGES, "§languages: en\n", ("[en]",)),
    Seed("languages as keys", LANGUAGES, "languages:\n  §en: English\n  de: German\n", ("- ",)),
    Seed("points as keys", POINTS, "          points:\n            §2022: 8000\n            2023: 10000\n", ("label:", "value:")),
    Seed("points as numbers", POINTS, "          §points: [8000, 10000, 12000]\n", ("label:", "value:")),
    Seed("captions without languages", CAPTIONS, "          §captions: assets/waves.en.vtt\n", ("each of the languages",)),
    Seed(
        "gallery of one without a dash",
        "          - image: assets/idea.jpg\n            alt: Circles overlap on a green ground.\n            caption: It begins with an idea.\n          - image: assets/finish.jpg\n            alt: Amber hills under a high sun.\n            caption: And ends with care.\n",
        "          §image: assets/idea.jpg\n          alt: Circles overlap on a green ground.\n",
        ("- ",),
    ),
    Seed("gallery of paths", "          - image: assets/idea.jpg\n            alt: Circles overlap on a green ground.\n            caption: It begins with an idea.\n", "          - §assets/idea.jpg\n", ("image:", "alt:")),
    Seed("blocks without dashes", "      - link:\n          url: https://example.org/\n          label: Our website\n", "§      link:\n          url: https://example.org/\n          label: Our website\n", ("- ",)),
    Seed("two kinds in one block", LINK, "      - link: {url: https://example.org/, label: Our website}\n        §text: And more\n", ("`- text:`",)),
    Seed("film and picture", ATTRACT_FILM, ATTRACT_FILM.replace("    seconds", "    §image: assets/home.jpg\n    seconds"), ("image", "video")),
    Seed("title empty", TITLE, "§title:\n", ("title",)),
    Seed("title of no letters", TITLE, '§title: ""\n', ("text",)),
    Seed("title of a space", TITLE, '§title: " "\n', ("text",)),
    Seed("title null", TITLE, "§title: null\n", ("title",)),
    Seed("alternative text empty", "  alt: Hills behind hills at dusk, under a low sun.\n", "  §alt:\n", ("alt",)),
    Seed("theme empty", "theme:\n" + MODE + ACCENT + LOGO, "§theme:\n", ("theme",)),
    Seed("list of nothing", LANGUAGES, "§languages: []\n", ("item",)),
    Seed("running text of nothing", "      - text: |\n          ## Why it is good\n\n          Say here what your product does for those who use it, in two or three short sentences.\n\n          - One thing that it does well\n          - One more\n", "      - §text: |\n\n", ("text",)),
    Seed("running text of a picture", "      - text: |\n          ## Why it is good\n\n          Say here what your product does for those who use it, in two or three short sentences.\n\n          - One thing that it does well\n          - One more\n", '      - §text: "![](assets/home.jpg)"\n', ("words",)),
    Seed("text without end", SUMMARY, f"§summary: {'x' * 1_000_000}\n", ("shorten",)),
]

VALUES = [
    *(_value(text, "12000") for text in ("12,000", "12 000", "12'000", "12’000", "12_000", "12\u00a0000", "12 000 pieces", "12000+", "about 12000", "~12000", "12000.-")),
    _value("> 12000", "quotes"),
    _value("'> 12000'", "12000", "at_least: true"),
    _value(">12000", "quotes"),
    _value("1.200.000", "1200000"),
    _value("1,200,000", "1200000"),
    _value("12,5", "12.5"),
    _value("1.234,5", "1234.5"),
    _value("12k", "12000"),
    _value("12 million", "12000000"),
    _value("1.2M", "1200000"),
    _value("12000 €", "12000", "label"),
    _value("€ 12000", "12000", "label"),
    _value("12000 km", "12000", "unit"),
    _value("12000m²", "12000", "unit"),
    _value("20%", "0.2", "style: percent"),
    _value("20 %", "0.2", "style: percent"),
    _value("twelve", "digits"),
    _value("", "number"),
    _value("n/a", "digits"),
    _value(".inf", "digits"),
    _value("1e400", "1e15"),
    _value("true", "digits"),
    _value("[12000]", "brackets"),
    _value("12.000", "12000"),
    _value("80\n          style: percent", "0.8"),
    Seed("change in percent", CHANGE, "§change: 20%\n", ("fraction", "0.2")),
    Seed("change with sign", CHANGE, "§change: +20 %\n", ("0.2",)),
    Seed("change with comma", CHANGE, "§change: 0,2\n", ("0.2",)),
    Seed("change as a word", CHANGE, "§change: up\n", ("digits", "0.303")),
    Seed("change as percent without the sign", CHANGE, "§change: 20\n", ("0.2",)),
    *(Seed(f"seconds {text}", SECONDS, f"§seconds: {text}\n", words) for text, words in (("0", ("1",)), ("-6", ("1",)), ("6s", ("6",)), ("6 seconds", ("6",)), ("900", ("120",)), ("0:06", ("6",)), ("six", ("digits",)))),
    *(Seed(f"weight {text}", WEIGHT, f"§weight: {text} #", words) for text, words in (("4", ("3",)), ("0", ("1",)), ("1.5", ("1", "3")), ("big", ("1", "3")), ("200%", ("1", "3")))),
    *(Seed(f"flag {text}", "at_least: true #", f"§at_least: {text} #", ("`true`", "`false`")) for text in ("yes", "Yes", "on", "1", "ture", "oui", "x")),
    _as_of("21.5.2023", "2023-05-21"),
    _as_of("20/4/2024", "2024-04-20"),
    _as_of("4/20/2024", "2024-04-20"),
    _as_of("05/2023", "2023-05."),
    _as_of("2023/05", "2023-05."),
    _as_of("2023-5", "2023-05."),
    _as_of("May 2023", "2023-05."),
    _as_of("Q3 2023", "2023-Q3"),
    _as_of("2023 Q3", "2023-Q3"),
    _as_of("2023Q3", "2023-Q3"),
    _as_of("2024-Q5", "2024-Q1"),
    _as_of("2024-13", "2024-04"),
    _as_of("2024-02-30", "no such day"),
    _as_of("20240420", "2024-04-20"),
    _as_of("spring 2024", "2024-04"),
    _as_of("24", "2024"),
    _as_of("21 May 2023", "2023-05-21"),
    _as_of("２０２３", "2023."),
    _as_of("2342", "forecast"),
    Seed("mode light", MODE, "  §mode: light\n", ("`paper`",)),
    Seed("mode Dark", MODE, "  §mode: Dark\n", ("`dark`",)),
    Seed("chart pie", "kind: bar", "§kind: pie", ("`share`",)),
    Seed("chart bars", "kind: bar", "§kind: bars", ("`bar`",)),
    Seed("chart Bar", "kind: bar", "§kind: Bar", ("`bar`",)),
    Seed("chart of one point", "          kind: bar\n          title: Pieces made per year\n" + POINTS, "          kind: line\n          title: Pieces\n          points:\n            §- {label: 2022, value: 8000}\n", ("add points",)),
    Seed("share over its total", "          kind: bar\n          title: Pieces made per year\n", "          kind: share\n          §total: 100\n          title: Pieces\n", ("total",)),
    *(_accent(text, '"#') for text in ("#E5432D", "E5432D", "red", "rgb(229, 67, 45)", '"#E5432"', '"#GG432D"', '"E5432D"', "“#E5432D”", '"＃E5432D"', '"#E5432D;"', "0xE5432D", '"#E5432D # red"')),
    Seed("colour of a sector", 'colour: "#37C2B2"', "§colour: #37C2B2", ('"#37C2B2"',)),
    Seed("unit km2", VALUE, VALUE + "          §unit: km2\n", ("`square-kilometer`",)),
    Seed("unit kg", VALUE, VALUE + "          §unit: kg\n", ("`kilogram`",)),
    Seed("unit °C", VALUE, VALUE + "          §unit: °C\n", ("`celsius`",)),
    Seed("unit km/h", VALUE, VALUE + "          §unit: km/h\n", ("`kilometer-per-hour`",)),
    Seed("unit pieces", VALUE, VALUE + "          §unit: pieces\n", ("`label`",)),
    Seed("unit EUR", VALUE, VALUE + "          §unit: EUR\n", ("`label`",)),
    Seed("unit %", VALUE, VALUE + '          §unit: "%"\n', ("percent",)),
    Seed("year with a fraction", VALUE, "          §value: 1997.5\n          style: year\n", ("year",)),
    _url("example.org", "https://example.org"),
    _url("www.example.org", "https://www.example.org"),
    _url("htps://example.org/", "https://"),
    _url("https//example.org/", "https://"),
    _url("https:/example.org/", "https://"),
    _url("https:// example.org/", "spaces"),
    _url("mailto:me@example.org", "https://"),
    _url("me@example.org", "https://"),
    _url("javascript:alert(1)", "https://"),
    _url("file:///etc/passwd", "https://"),
    _url("'[Our website](https://example.org/)'", "https://example.org/"),
    _url("<https://example.org/>", "https://example.org/"),
    _url("https://example.org/a b", "space"),
    _url("https://https://example.org/", "`https://example.org/`"),
    _url("http://localhost:8080/", "others"),
    _value("１２０００", "12000"),
    _value("١٢٠٠٠", "12000"),
    _value("1/4", "0.25"),
    _value("0x2ee0", "12000"),
    Seed("percentages as they are said", POINTS, POINTS.replace("12000", "60").replace("            - {label: 2024", "            §- {label: 2024") + "          style: percent\n", ("0.6",)),
    Seed("another order in a series", POINTS, "          series:\n            - name: A\n              points: [{label: 2022, value: 1}, {label: 2023, value: 2}]\n            - name: B\n              points: [{label: 2022, value: 3},\n                       §{label: 2024, value: 4}]\n", ("same order",)),
    Seed("label twice", "{label: 2023, value: 10000}", "§{label: 2022, value: 10000}", ("differently",)),
    Seed("tags of HTML", SUMMARY, "§summary: Who <b>we</b> are\n", ("`<b>`", "out")),
    Seed("entity of HTML", SUMMARY, "§summary: You &amp; us\n", ("`&`",)),
    Seed("bold in a line of words", SUMMARY, "§summary: Who **we** are\n", ("marks out",)),
    Seed("heading without a space", "          ## Why it is good\n", "          §##Why it is good\n", ("`## `",)),
    Seed("bullet of a word processor", "          - One thing that it does well\n", "          §• One thing that it does well\n", ("`- `",)),
    Seed("table in a text", "          - One thing that it does well\n", "          §| One | thing |\n          | that | it |\n\n", ("| --- |",)),
]

LINKS = [
    *(
        Seed(f"id {text}", MAKING, f"  - §id: {text}\n", words)
        for text, words in (
            ("How it is made", ("how-it-is-made",)),
            ("Making", ("making",)),
            ("my_making", ("my-making",)),
            ("1st", ("letter",)),
            ("über-uns", ("uber-uns",)),
            ("制造", ("a to z",)),
            ("mak😀ing", ("mak-ing",)),
            ("“making”", ("making",)),
            ("making!", ("making",)),
            ("home", ("another id",)),
            ("products", ("another id",)),
            ("made", ("another id",)),
            ("", ("id",)),
            ("7", ("letter",)),
        )
    ),
    *(
        Seed(f"opens {text}", OPENS, f"§opens: {text}", words)
        for text, words in (("prodcts", ("`products`",)), ("Products", ("`products`",)), ("What we make", ("`products`",)), ("product", ("`products`",)), ("made", ("sector",)), ("https://example.org/", ("sector",)), ("video", ("`videos`",)), ("stats", ("`statistics`",)), ("nowhere-at-all", ("`products`",)))
    ),
    Seed("number of a film", "number: made", "§number: waves", ("stat", "`made`")),
    Seed("number misspelt", "number: made", "§number: mad", ("`made`",)),
    Seed("number itself", "number: made", "§number: 12000", ("`made`",)),
    Seed("id of a block twice", "id: waves\n", "§id: made\n", ("another id",)),
]

LANGUAGE = [
    _languages("[en, german]", "`de`"),
    _languages("[english, de]", "`en`"),
    _languages("[en, Deutsch]", "`de`"),
    _languages("[en, ger]", "`de`"),
    _languages("[en, en]", "one of the two"),
    _languages("[en, de, EN]", "one of the two"),
    _languages("[en, cn]", "`zh_Hans`"),
    _languages("[en, jp]", "`ja`"),
    _languages("[en, gr]", "`el`"),
    _languages("[en, ua]", "`uk`"),
    _languages("[en, cz]", "`cs`"),
    _languages("[en, dk]", "`da`"),
    _languages("[en, kr]", "`ko`"),
    _languages("[en de]", "comma"),
    _languages("[en; de]", "comma"),
    _languages("[en/de]", "comma"),
    _languages("[en，de]", "comma"),
    _languages("[en, de,, fr]", "comma"),
    _languages('"en, de"', "[en, de]"),
    Seed("first language missing", TITLE, "title:\n  §de: Unser Stand\n", ("en",)),
    Seed("first language missing, in braces", TITLE, "§title: {de: Unser Stand}\n", ("en",)),
    Seed("language that is not there", TITLE, "title:\n  en: Our booth\n  §fr: Notre stand\n", ("`languages`",)),
    Seed("language misspelt", TITLE, "title:\n  en: Our booth\n  §ger: Unser Stand\n", ("`de`",)),
    Seed("language in words", TITLE, "title:\n  §english: Our booth\n  de: Unser Stand\n", ("`en`",)),
    Seed("language twice", TITLE, "title:\n  en: Our booth\n  de: Unser Stand\n  §DE: Stand\n", ("one of the two",)),
    Seed("no space in a text of languages", TITLE, "§title: {en:Our booth, de:Unser Stand}\n", ("space",)),
    Seed(
        "parts differ",
        "      - text: |\n          ## Why it is good\n\n          Say here what your product does for those who use it, in two or three short sentences.\n\n          - One thing that it does well\n          - One more\n",
        "      - text:\n          en: |\n            ## Why\n\n            Words\n          §de: |\n            Worte\n",
        ("same",),
    ),
    Seed("captions of another language", "            de: assets/waves.de.vtt\n", "            §fr: assets/waves.de.vtt\n", ("`languages`",)),
]

PATHS = [
    _image("assets/hom.jpg", "assets/home.jpg"),
    _image("assets/Home.jpg", "assets/home.jpg"),
    _image("assets/home.JPG", "assets/home.jpg"),
    _image("Assets/home.jpg", "assets/home.jpg"),
    _image("assets/home.jpeg", "assets/home.jpg"),
    _image("assets/home.png", "assets/home.jpg"),
    _image("assets/home", "assets/home.jpg"),
    _image("home.jpg", "assets/home.jpg"),
    _image("asset/home.jpg", "assets/home.jpg"),
    _image("assets/home.jpg.jpg", "assets/home.jpg"),
    _image("assets/nothing-like-it.jpg", "put the file"),
    _image("assets\\home.jpg", "assets/home.jpg"),
    _image('"assets\\home.jpg"', "/"),
    _image("C:\\Users\\me\\home.jpg", "assets"),
    _image('"C:\\pictures\\home.jpg"', "/"),
    _image("C:/pictures/home.jpg", "assets"),
    _image("/assets/home.jpg", "assets/home.jpg"),
    _image("/tmp/home.jpg", "assets"),
    _image("~/home.jpg", "assets"),
    _image("../home.jpg", "assets"),
    _image("assets/../../home.jpg", "assets"),
    _image("./assets/home.jpg", "assets/home.jpg"),
    _image("assets//home.jpg", "assets/home.jpg"),
    _image("assets/home.jpg/", "assets/home.jpg"),
    _image('"assets/home.jpg "', "assets/home.jpg"),
    _image("https://example.org/home.jpg", "assets"),
    _image("file:///tmp/home.jpg", "assets"),
    _image("data:image/png;base64,iVBORw0KGgo=", "assets"),
    _image("assets", "file"),
    _image("assets/", "a file in it"),
    _image("'![hills](assets/home.jpg)'", "assets/home.jpg"),
    _image("", "image"),
    _image("assets/waves.webm", "JPEG"),
    _image("assets/waves.en.vtt", "JPEG"),
    _image("content.yaml", "JPEG"),
    Seed("picture as a film", "src: assets/waves.webm", "§src: assets/home.jpg", ("WebM",)),
    Seed("picture as captions", "en: assets/waves.en.vtt", "§en: assets/home.jpg", ("WebVTT",)),
    Seed("film that is elsewhere", "src: assets/waves.webm", "§src: https://www.youtube.com/watch?v=abc", ("assets",)),
    Seed("film misspelt", "src: assets/waves.webm", "§src: assets/wave.webm", ("assets/waves.webm",)),
    Seed("film of another ending", "src: assets/waves.webm", "§src: assets/waves.mp4", ("assets/waves.webm",)),
]

SEEDS = [*NOTATION, *KEYS, *SHAPES, *VALUES, *LINKS, *LANGUAGE, *PATHS]
