"""Every kind of mistake one can make in `content.yaml`: where it is reported, and in which words.

`§` in the spoiled text marks the line and column that the report must name.
"""

# ruff: noqa: E501 - one row of a table, one line

from __future__ import annotations

import pytest

STRUCTURE = [
    # key, old, new, a word of what or of the cure
    ("unknown key", "summary: A booth", "§sumary: A booth", "summary"),
    ("unknown key in a sector", "    weight: 2", "    §wieght: 2", "weight"),
    ("unknown key in a stat", "          value: 500000\n", "          §vaule: 500000\n", "value"),
    ("unknown key, nothing near", "call: Touch me", "§zzz: Touch me", "Known here are"),
    ("unknown block", "      - quote:", "      - §qoute:", "quote"),
    ("American spelling", "    colour:", "    §color:", "colour"),
    ("two kinds in a block", "      - link:", "      - text: Words\n        §link:", "a block holds one thing"),
    ("empty block", "      - link: {url: \"https://example.org/\", label: Read on}", "      - §{}", "empty"),
    ("duplicate key", "call: Touch me", "call: Touch me\n§title: Again", "twice"),
    ("duplicate key inside", "    weight: 2", "    weight: 2\n    §weight: 3", "twice"),
    ("duplicate in braces", "{image: assets/cover.png, alt: Cover}", "{image: assets/cover.png, alt: A, §alt: B}", "twice"),
    ("missing title", "kiosk: 1\ntitle: Test booth\n", "§kiosk: 1\n", "`title` is missing"),
    ("missing alt", "{image: assets/cover.png, alt: Cover}", "{§image: assets/cover.png}", "`alt` is missing"),
    ("missing colour", "  - id: cars\n    title: Cars\n    summary: All about cars\n    colour: \"#37C2B2\"\n", "  - §id: cars\n    title: Cars\n    summary: All about cars\n", "`colour` is missing"),
    ("missing url", "{url: \"https://example.org/\", label: Read on}", "{§label: Read on}", "`url` is missing"),
    ("missing version", "kiosk: 1\ntitle:", "§title:", "`kiosk` is missing"),
    ("missing value", "{id: area, value: 82402, unit: square-kilometer, label: Area}", "{§id: area, label: Area}", "`value` is missing"),
    ("missing poster", "  - video: assets/film.webm\n    poster: assets/home.jpg\n", "  - §video: assets/film.webm\n", "poster"),
    ("missing medium", "  - image: assets/home.jpg\n    alt: A picture\n", "  - §alt: A picture\n", "`video` or `image`"),
    ("both media", "    alt: A film", "    §image: assets/home.jpg\n    alt: A film", "exclude"),
    ("poster of a picture", "    alt: A picture", "    §poster: assets/home.jpg\n    alt: A picture", "no `poster`"),
    ("empty value", "title: Test booth", "§title:", "nothing after it"),
    ("null", "title: Test booth", "§title: null", "nothing after it"),
    ("tilde", "title: Test booth", "§title: ~", "nothing after it"),
    ("quoted nothing", "title: Test booth", 'title: §""', "no text"),
    ("spaces only", "title: Test booth", 'title: §"  "', "no text"),
    ("no list", "  blocks:\n    - stat: {id: area,", "  blocks:\n    §stat: {id: area,", "must be a list"),
    ("empty list", "  blocks:\n    - stat: {id: area, value: 82402, unit: square-kilometer, label: Area}", "  blocks: §[]", "empty list"),
    ("empty item", "      - link: {url: \"https://example.org/\", label: Read on}", "      -§ ", "empty"),
    ("blank sectors", "videos:\n  title: Films\n", "§videos:\n", "nothing after it"),
    ("text for a mapping", "    cover: {image: assets/cover.png, alt: Cover}", "    cover: §assets/cover.png", "must hold keys"),
    ("list for a mapping", "    cover: {image: assets/cover.png, alt: Cover}", "    cover: §[assets/cover.png]", "must hold keys"),
    ("mapping for a text", "title: Test booth", "title: {§x: y}", "no language"),
    ("braces in a text", "title: Test booth", "title: {§Test booth}", "quotes"),
    ("brackets in a text", "title: Test booth", "title: §[Test] ", "quotes"),
    ("empty map", "title: Test booth", "title: §{}", "without a text"),
    ("deep text", "title: Test booth", "title: {en: §{en: x}}", "must be a text"),
    ("not indented under its kind", "    - stat: {id: area, value: 82402, unit: square-kilometer, label: Area}", "    - stat:\n      §id: area\n      value: 1\n      label: Area", "is indented further"),
    ("text for items", "      - quote: {text: Well said, who: Someone, role: Somewhere}", "      - §Well said", "must hold keys"),
]  # fmt: skip

VALUES = [
    ("letters for a telephone", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, telephone: §call us}", "digits"),
    ("a zero that cannot be dialled", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, telephone: §+44 (0)20 7946 0100}", "`+44 20 7946 0100`"),
    ("too few digits", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, telephone: §12}", "digits"),
    ("too many digits", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, telephone: §+4420794601001234567}", "digits"),
    ("no e-mail", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, email: §office at example.com}", "office@example.com"),
    ("more than an e-mail", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, email: §mailto:office@example.com}", "only the address: `office@example.com`"),
    ("two e-mails", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, email: §a@b.example / c@d.example}", "only the address"),
    ("no web address", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, web: §example.com}", "`https://example.com`"),
    ("nobody to reach", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {§telephone: 1}", "`name` is missing"),
    ("no way to reach", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {§name: Office}", "no way to reach"),
    ("another word for telephone", "      - link: {url: \"https://example.org/\", label: Read on}", "      - contact: {name: Office, §phone: +44 20 7946 0100, web: https://example.com/}", "telephone"),
    ("newer version", "kiosk: 1", "kiosk: §2", "Update the program"),
    ("no version", "kiosk: 1", "kiosk: §one", "version"),
    ("number with commas", "value: 500000\n", "value: §500,000\n", "500000"),
    ("number with spaces", "value: 500000\n", "value: §500 000\n", "500000"),
    ("German decimals", "change: 0.303", "change: §0,303", "0.303"),
    ("percent sign", "change: 0.303", "change: §30.3%", "fraction"),
    ("words", "value: 500000\n", "value: §many\n", "number"),
    ("not a number", "value: 500000\n", "value: §.nan\n", "number"),
    ("infinite", "value: 500000\n", "value: §1e999\n", "larger"),
    ("too large", "value: 500000\n", "value: §1e16\n", "1e15"),
    ("octal", "value: 500000\n", "value: §0x1F\n", "number"),
    ("list for a number", "value: 500000\n", "value: §[1]\n", "number"),
    ("yes", "at_least: true", "at_least: §yes", "true"),
    ("maybe", "at_least: true", "at_least: §maybe", "true"),
    ("style", "          change: 0.303", "          style: §percnt", "percent"),
    ("kind", "kind: bar", "kind: §pie", "bar"),
    ("mode", "mode: dark", "mode: §drak", "dark"),
    ("weight", "weight: 2", "weight: §4", "1, 2 or 3"),
    ("half a weight", "weight: 2", "weight: §1.5", "1, 2 or 3"),
    ("colour name", 'accent: "#E5432D"', "accent: §red", "#RRGGBB"),
    ("colour without quotes", 'accent: "#E5432D"', "§accent: #E5432D", "quotes"),
    ("colour without #", 'accent: "#E5432D"', "accent: §E5432D", "#E5432D"),
    ("colour too short", 'accent: "#E5432D"', 'accent: §"#E5432"', "colour"),
    ("seconds", "seconds: 8", "seconds: §0", "between 1 and 120"),
    ("negative seconds", "seconds: 8", "seconds: §-8", "between 1 and 120"),
    ("date", "as_of: 2023", "as_of: §2024-13-45", "date"),
    ("day that is none", "as_of: 2023", "as_of: §2023-02-30", "date"),
    ("quarter", "as_of: 2023", "as_of: §2024-Q5", "2024-Q1"),
    ("unit", "unit: square-kilometer", "unit: §square-kilometre", "square-kilometer"),
    ("short unit", "unit: square-kilometer", "unit: §km2", "square-kilometer"),
    ("no unit", "unit: square-kilometer", "unit: §vehicles", "label"),
    ("id with capitals", "id: built", "id: §Built Cars", "built-cars"),
    ("id that is a number", "id: built", "id: §1", "letter"),
    ("long id", "id: built", f"id: §{'x' * 65}", "64"),
    ("script address", 'url: "https://example.org/"', 'url: §"javascript:alert(1)"', "https://"),
    ("file address", 'url: "https://example.org/"', 'url: §"file:///etc/passwd"', "https://"),
    ("bare address", 'url: "https://example.org/"', "url: §example.org/cars", "https://example.org/cars"),
    ("address with spaces", 'url: "https://example.org/"', 'url: §"https://example.org/a b"', "character"),
    ("address without host", 'url: "https://example.org/"', 'url: §"https://"', "address"),
    ("address with a broken host", 'url: "https://example.org/"', 'url: §"https://[::1"', "address"),
    ("address with a broken port", 'url: "https://example.org/"', 'url: §"https://example.org:99999/"', "address"),
    ("long address", 'url: "https://example.org/"', f'url: §"https://example.org/{"a" * 1000}"', "1000"),
    ("hidden direction", 'url: "https://example.org/"', 'url: §"https://example.org/\u202e"', "character"),
    ("script code", "fonts: {Arab: Noto Sans Arabic}", "fonts: §{arabic: Noto Sans Arabic}", "ISO 15924"),
    ("fonts as a text", "fonts: {Arab: Noto Sans Arabic}", "fonts: §Noto", "map"),
    ("radius", "  mode: dark", "  mode: dark\n  radius_mm: §900", "between 0 and 50"),
    ("control character", "title: Test booth", 'title: §"a\\ab"', "U+0007"),
    ("hidden direction in a text", "title: Test booth", "title: §Test \u202ebooth", "U+202E"),
    ("long text", "title: Test booth", f"title: §{'a' * 2001}", "2000"),
    ("very long text", "title: Test booth", f"title: §{'a' * 20_001}", "20000"),
    ("no total", "title: Cars per year", "title: Cars per year\n          total: §0", "between"),
]  # fmt: skip

WHOLE = [
    ("unknown language", "languages: [en, de, ar]", "languages: [en, §d3, ar]", "no language"),
    ("English name", "languages: [en, de, ar]", "languages: [en, §german, ar]", "`de`"),
    ("language twice", "languages: [en, de, ar]", "languages: [en, de, §de]", "twice"),
    ("no languages", "languages: [en, de, ar]", "languages: §[]", "empty"),
    ("languages as text", "languages: [en, de, ar]", "languages: §en", "list"),
    ("empty language", "languages: [en, de, ar]", 'languages: [en, §"", ar]', "language"),
    ("language missing in list", "title: Test booth", "title: {en: A, §fr: B}", "languages"),
    ("language misspelt", "title: Test booth", "title: {en: A, §zz9: B}", "no language"),
    ("source language missing", "title: Test booth", "title: {§de: A, ar: B}", "`en`"),
    ("language twice in a map", "title: Test booth", "title: {en: A, de: B, §DE: C}", "twice"),
    ("empty in a map", "title: Test booth", "title: {en: A, §de: }", "de"),
    ("duplicate sector", "statistics:\n", "  - id: §cars\n    title: T\n    summary: S\n    colour: '#abc'\n    cover: {image: assets/home.jpg, alt: A}\nstatistics:\n", "twice"),
    ("duplicate block id", "id: area", "id: §built", "twice"),
    ("block and sector", "id: area", "id: §cars", "twice"),
    ("reserved id", "id: line", "id: §videos", "page"),
    ("opens nothing", "opens: cars", "opens: §crs", "`cars`"),
    ("opens a stat", "opens: cars", "opens: §area", "not the id of a sector"),
    ("number of nothing", "number: built", "number: §bilt", "`built`"),
    ("number of a film", "number: built", "number: §line", "not the id of a stat"),
    ("both sets", "kind: bar", "kind: bar\n          series: [{name: A, points: [{label: a, value: 1}]}]", "exclude"),
    ("no set", "          points:\n            - {label: 2022, value: 384000, derived: true}\n            - {label: 2023, value: 500000, highlight: true}\n", "", "`points` or `series`"),
    ("line of one point", "kind: bar\n          title: Cars per year\n          points:\n            - {label: 2022, value: 384000, derived: true}\n", "kind: line\n          title: Cars per year\n          points:\n", "two points"),
    ("negative share", "kind: bar\n          title: Cars per year\n          points:\n            - {label: 2022, value: 384000", "kind: share\n          title: Cars per year\n          points:\n            - {label: 2022, value: §-3", "under zero"),
    ("share above the total", "          title: Cars per year", "          title: Cars per year\n          total: §5", ""),
    ("year with decimals", "{id: area, value: 82402, unit: square-kilometer,", "{id: area, value: §1997.5, style: year,", "whole number"),
    ("percent with unit", "{id: area, value: 82402, unit: square-kilometer,", "{id: area, value: 0.5, style: percent, §unit: square-kilometer,", "no unit"),
    ("versions of a text differ", "      - text: |\n          ## A heading\n\n          A *paragraph* of words.\n\n          - a bullet\n", "      - text:\n          en: Words\n          de: §\"# Kopf\"\n", "same headings"),
    ("text without words", "      - text: |\n          ## A heading\n\n          A *paragraph* of words.\n\n          - a bullet\n", "      - text: §\"![](a.png)\"\n", "no words"),
]  # fmt: skip

SYNTAX = [
    ("tab", "    weight: 2", "§\tweight: 2", "spaces"),
    ("colon in a text", "title: Test booth", "title: Test§: booth", "quotes"),
    ("open quote", "label: Read on}", 'label: §"Read on}', "closed"),
    ("open bracket", "languages: [en, de, ar]", "languages: §[en, de, ar", "]"),
    ("open brace", "picture: {image: assets/home.jpg, alt: Home}", "picture: §{image: assets/home.jpg, alt: Home", "}"),
    ("indentation", "    weight: 2", "   §weight: 2", "ndent"),
    ("no colon", "call: Touch me", "§call Touch me", "colon"),
    ("no space after the colon", "call: Touch me", "call§:Touch me", "space"),
    ("quoted and more", "title: Test booth", 'title: "Test§" booth', "quotes"),
    ("percent at the start", "title: Test booth", "title: §%booth", "quotes"),
    ("at sign", "title: Test booth", "title: §@booth", "quotes"),
    ("alias", "title: Test booth", "title: §*booth", "alias"),
    ("bold text", "title: Test booth", "title: *Bold§* booth", "quotes"),
    ("anchor", "title: Test booth", "title: §&a booth", "anchor"),
    ("tag", "title: Test booth", "title: §!!python/object:os.system booth", "tag"),
    ("merge", "  mode: dark", "  §<<: {mode: dark}", "merge"),
    ("second document", "videos:\n", "§---\nvideos:\n", "second document"),
    ("list as key", "call: Touch me", "? §[a]\n: b", "key"),
    ("control character", "title: Test booth", "title: Test §\x07booth", "U+0007"),
    ("invisible line break", "title: Test booth", "title: Test §\u2028booth", "U+2028"),
    ("bad escape", "title: Test booth", 'title: "Te§\\qst"', "backslash"),
    ("list mark after key", "title: Test booth", "title: §- booth", "list mark"),
    ("block text with words", "title: Test booth", "title: |§x\n  y", "several lines"),
    ("directive", "kiosk: 1", "§%YAML 9.9\n---\nkiosk: 1", "not expected"),
    ("too deep", "title: Test booth", "title: " + "[" * 31 + "§[" + "[" * 50_000, "levels"),
]  # fmt: skip

FILES = [
    ("missing file", "assets/cover.png", "§assets/covr.png", "`assets/cover.png`"),
    ("missing folder", "assets/cover.png", "§asets/cover.png", "`assets"),
    ("wrong case", "assets/cover.png", "§assets/Cover.png", "Capital"),
    ("absolute", "assets/cover.png", "§/etc/passwd", "leads out"),
    ("home", "assets/cover.png", '§"~/cover.png"', "leads out"),
    ("parent", "assets/cover.png", "§../booth/assets/cover.png", "leads out"),
    ("parent inside", "assets/cover.png", "§assets/../assets/cover.png", "`..`"),
    ("backslash", "assets/cover.png", "§assets\\cover.png", "`assets/cover.png`"),
    ("drive", "assets/cover.png", '§"C:/cover.png"', "leads out"),
    ("web address", "assets/cover.png", "§https://example.org/cover.png", "address"),
    ("network path", "assets/cover.png", "§//host/cover.png", "address"),
    ("file address", "assets/cover.png", "§file:assets/cover.png", "address"),
    ("dot", "assets/cover.png", "§./assets/cover.png", "`assets/cover.png`"),
    ("double slash", "assets/cover.png", "§assets//cover.png", "`assets/cover.png`"),
    ("folder", "assets/cover.png", "§assets", "folder"),
    ("file as folder", "assets/cover.png", "§assets/cover.png/x", "no folder"),
    ("long path", "assets/cover.png", f"§{'a' * 1025}", "no path"),
    ("picture as film", "src: assets/film.webm", "src: §assets/home.jpg", "not a film"),
    ("film as picture", "assets/cover.png", "§assets/film.webm", "not a picture"),
    ("captions as film", "src: assets/film.webm", "src: §assets/film.en.vtt", "captions"),
    ("language of a medium", "assets/cover.png", "{en: assets/cover.png, §fr: assets/cover.png}", "languages"),
    ("medium in one language missing", "assets/cover.png", "{en: assets/cover.png, de: §assets/cover.de.png}", "not there"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [pytest.param(*row[1:], id=row[0]) for row in (*STRUCTURE, *VALUES, *WHOLE, *SYNTAX, *FILES)],
)
def test_a_mistake_is_reported_in_its_place(booth, old, new, word):
    line, column = booth.spoil(old, new)
    compiled = booth.compile()
    if not word:
        assert compiled.bundle is not None
        return
    assert compiled.bundle is None
    told = [(p.position.line, p.position.column, f"{p.what}. {p.cure}") for p in compiled.problems]
    if line:
        told = [entry for entry in told if entry[:2] == (line, column)]
    assert any(word in text for _, _, text in told), compiled.problems
    for problem in compiled.problems:
        assert problem.position.file == booth.file
        assert problem.cure
        assert "{name}" not in problem.what
        if problem.position.line:
            shown = booth.file.read_text().split("\n")[problem.position.line - 1]
            assert problem.source_line == (shown if len(shown) <= 240 else shown[:240] + "…")


def test_the_bundle_that_is_spoiled_is_in_order(booth):
    compiled = booth.compile()
    assert [problem for problem in compiled.problems if problem.severity == "error"] == []
    assert compiled.bundle is not None


def test_all_mistakes_are_told_at_once_in_the_order_of_lines(booth):
    text = booth.text
    for old, new in [
        ("summary: A booth", "sumary: A booth"),
        ("opens: cars", "opens: crs"),
        ("weight: 2", "weight: heavy"),
        ("assets/cover.png", "assets/cvr.png"),
        ("languages: [en, de, ar]", "languages: [en, dee, ar]"),
        ("id: area", "id: built"),
        ("kind: bar", "kind: pie"),
    ]:
        text = text.replace(old, new)
    booth.write(text)
    problems = booth.compile().problems
    lines = [problem.position.line for problem in problems]
    assert len(problems) == 7
    assert lines == sorted(lines)


def test_a_misspelt_key_is_not_also_a_missing_one(booth):
    booth.spoil("    title: Cars\n", "    titel: Cars\n")
    assert len(booth.compile().problems) == 1


def test_a_newer_format_is_the_only_complaint(booth):
    booth.spoil("kiosk: 1\n", "kiosk: 3\nhologram: true\n")
    problems = booth.compile().problems
    assert len(problems) == 1
    assert "Update the program" in problems[0].cure


@pytest.mark.parametrize(
    ("line", "told"), [("Hall #3", True), ("Hall # three", False), ("Hall#3", False), ('"Hall #3"', False)]
)
def test_a_text_that_a_comment_swallows_is_a_warning(booth, line, told):
    booth.spoil("title: Test booth", f"title: {line}")
    compiled = booth.compile()
    assert compiled.bundle is not None
    places = [problem.position for problem in compiled.problems if "comment" in problem.what]
    assert [(place.line, place.column) for place in places] == ([(2, 13)] if told else [])


def test_an_id_in_a_broken_place_does_not_break_what_leads_to_it(booth):
    booth.spoil("  - id: cars", "    id: cars")
    assert [problem.what for problem in booth.compile().problems] == ["`sectors` must be a list"]


WORDS_ONLY = """\
kiosk: 1
title: Booth
languages: [en]
attract:
  - image: assets/home.jpg
    alt: A house
    line: Hello
    opens: {page}
sectors:
  - id: cars
    title: Cars
    summary: What they drive.
    colour: "#37C2B2"
    cover: {{image: assets/cover.png, alt: A car}}
    blocks:
      - text: Words and nothing else.
"""


@pytest.mark.parametrize(("page", "missing"), [("videos", "no film"), ("statistics", "no number")])
def test_a_link_to_a_page_without_anything_on_it(booth, page, missing):
    """A visitor who taps the loop would land on an empty page."""
    booth.put("content.yaml", WORDS_ONLY.format(page=page).encode())
    (problem,) = [found for found in booth.compile().problems if found.severity == "error"]
    assert (problem.code, problem.position.line) == ("K303", 8)
    assert missing in problem.what
    booth.put("content.yaml", WORDS_ONLY.format(page="home").encode())
    assert not [found for found in booth.compile().problems if found.severity == "error"]


def test_a_number_that_leads_nowhere_where_there_is_none(booth):
    text = WORDS_ONLY.format(page="home").replace("    blocks:\n", "    number: built\n    blocks:\n")
    booth.put("content.yaml", text.encode())
    (problem,) = [found for found in booth.compile().problems if found.severity == "error"]
    assert (problem.code, problem.cure) == ("K303", "Write the id of a stat.")
