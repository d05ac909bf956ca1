from __future__ import annotations

import shutil

import pytest
from PIL import Image

from kiosk.author.compile import compile as compiling
from kiosk.author.compile.compile import compile_bundle
from kiosk.bundle import model
from kiosk.ground import words
from kiosk.ground.errors import BundleError
from tests.author.making import CONTENT, write_film

DE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Cars"
msgstr "Autos"

msgctxt "somewhere"
msgid "All about cars"
msgstr "Alles über Autos"

msgid "A paragraph of words."
msgstr "Ein Absatz."

#, fuzzy
msgid "Cover"
msgstr "Deckel"

msgid "Touch me"
msgstr ""

msgid "Films"
msgstr "Films"
"""


def test_a_bundle_is_complete(booth):
    bundle = compile_bundle(booth.folder)
    assert bundle.title == {"": "Test booth"}
    assert [(at.code, at.tag, at.direction, at.script) for at in bundle.languages] == [
        ("en", "en", "ltr", "Latn"),
        ("de", "de", "ltr", "Latn"),
        ("ar", "ar", "rtl", "Arab"),
    ]
    assert bundle.theme.accent == "#e5432d"
    assert bundle.theme.fonts == {"Arab": "Noto Sans Arabic"}
    assert bundle.theme.logo
    assert (bundle.theme.logo.width, bundle.theme.logo.height) == (40, 20)
    assert bundle.picture == model.Picture(src={"": "assets/home.jpg"}, alt={"": "Home"}, width=64, height=36)
    first, second = bundle.attract
    assert (first.film, first.picture.src, first.seconds, first.opens) == (
        {"": "assets/film.webm"},
        {"": "assets/home.jpg"},
        8,
        "cars",
    )
    assert (second.film, second.seconds, second.opens) == ({}, 8, "statistics")
    sector = bundle.sectors[0]
    assert (sector.id, sector.colour, sector.weight, sector.number) == ("cars", "#37c2b2", 2, "built")
    assert [block.id for block in sector.blocks] == ["built", "cars-2", "cars-3", "line", "cars-5", "cars-6", "cars-7"]
    stat, chart, prose, film, quote, gallery, link = sector.blocks
    assert stat == model.Stat(
        id="built",
        value=500_000,
        at_least=True,
        label={"": "Cars built"},
        as_of="2023",
        change=0.303,
        source={"": "Somebody"},
    )
    assert isinstance(chart, model.Chart)
    assert [(point.label, point.value) for point in chart.series[0].points] == [
        ({"": "2022"}, 384_000),
        ({"": "2023"}, 500_000),
    ]
    assert isinstance(prose, model.Prose)
    assert [(piece.style, piece.text[""]) for piece in prose.paragraphs] == [
        ("heading", "A heading"),
        ("body", "A paragraph of words."),
        ("bullet", "a bullet"),
    ]
    assert isinstance(film, model.Film)
    assert (film.seconds, film.width, film.height, film.has_sound) == (1.0, 64, 36, False)
    assert film.captions == {"": "assets/film.en.vtt"}
    assert isinstance(quote, model.Quote)
    assert quote.who == {"": "Someone"}
    assert isinstance(gallery, model.Gallery)
    assert gallery.items[0].caption == {"": "First"}
    assert link == model.Link(id="cars-7", url="https://example.org/", label={"": "Read on"})
    assert bundle.statistics.blocks[0].id == "area"
    assert bundle.videos == model.Page(title={"": "Films"})


CONTACT = """\
      - contact:
          id: office
          name: {en: Office, de: Büro}
          telephone: +44 20 7946 0100
          email: office@example.com
          address: |
            Hall 4
            Gate B
"""


def test_a_contact(booth):
    booth.write(CONTENT.replace("statistics:\n  title", f"{CONTACT}statistics:\n  title"))
    assert compile_bundle(booth.folder).sectors[0].blocks[-1] == model.Contact(
        id="office",
        name={"": "Office", "de": "Büro"},
        telephone="+44 20 7946 0100",
        email="office@example.com",
        address={"": "Hall 4\nGate B"},
    )


@pytest.mark.parametrize(
    ("name", "catalog", "said"),
    [
        ("{en: Office, de: " + "ü" * 200 + "}", "", "bytes in `de`"),
        ("Office", 'msgid "Office"\nmsgstr "' + "م" * 200 + '"\n', "bytes in `ar`"),
        ("A" * 420, "", "bytes in `en`"),
    ],
)
def test_a_contact_that_no_telephone_can_read(booth, name, catalog, said):
    contact = CONTACT.replace("{en: Office, de: Büro}", name)
    booth.write(CONTENT.replace("statistics:\n  title", f"{contact}statistics:\n  title"))
    booth.put("translations/ar/LC_MESSAGES/content.po", f'msgid ""\nmsgstr "Language: ar\\n"\n\n{catalog}')
    compiled = booth.compile()
    (problem,) = [problem for problem in compiled.problems if problem.code == "K239"]
    assert compiled.bundle is None
    assert said in problem.what
    assert "Shorten" in problem.cure
    assert problem.source_line == f"          name: {name}"[:240] + "…" * (len(name) > 224)


def test_a_text_with_items_and_tables(booth):
    booth.spoil(
        "          ## A heading\n\n          A *paragraph* of words.\n\n          - a bullet\n",
        "          **All of it**\n\n          1. One\n\n          | A | B |\n          |---|---|\n          | C | |\n\n"
        "          | D |\n          |---|\n",
    )
    prose = compile_bundle(booth.folder).sectors[0].blocks[2]
    assert isinstance(prose, model.Prose)
    assert list(prose.paragraphs) == [
        model.Paragraph(style="body", text={"": "All of it"}, strong=True),
        model.Paragraph(style="number", text={"": "One"}, number=1),
        model.Paragraph(style="table", cells=({"": "A"}, {"": "B"}, {"": "C"}, {}), columns=2),
        model.Paragraph(style="table", cells=({"": "D"},), columns=1),
    ]


def test_pages_and_theme_may_be_left_out(booth):
    start, end = CONTENT.index("theme:"), CONTENT.index("attract:")
    booth.write(
        CONTENT[:start] + CONTENT[end : CONTENT.index("statistics:\n")].replace("opens: statistics", "opens: home")
    )
    bundle = compile_bundle(booth.folder)
    assert bundle.theme == model.Theme()
    assert bundle.statistics == bundle.videos == model.Page(title={})


def test_colours_are_those_that_were_written(booth):
    booth.spoil("mode: dark", 'mode: paper\n  ground: "#ABC"')
    theme = compile_bundle(booth.folder).theme
    assert (theme.mode, theme.ground, theme.surface) == ("paper", "#aabbcc", "")


def test_a_year_long_ago_needs_no_zeros(booth):
    booth.spoil("as_of: 2023", "as_of: 964")
    assert compile_bundle(booth.folder).sectors[0].blocks[0].as_of == "0964"


def test_a_pictogram_may_be_made_of_dots(booth):
    assert compile_bundle(booth.folder).sectors[0].blocks[1].symbol == "person"
    booth.spoil("kind: bar", "kind: pictogram\n          symbol: dot")
    assert compile_bundle(booth.folder).sectors[0].blocks[1].symbol == "dot"


def test_a_text_comes_from_its_map_or_from_the_catalogs(booth):
    booth.spoil("title: Test booth", "title: {en: Booth, de: Messestand, AR: Booth}")
    booth.put("translations/de/LC_MESSAGES/content.po", DE)
    compiled = booth.compile()
    bundle = compiled.bundle
    assert bundle is not None
    assert bundle.title == {"": "Booth", "de": "Messestand"}
    sector = bundle.sectors[0]
    assert sector.title == {"": "Cars", "de": "Autos"}
    assert sector.summary == {"": "All about cars", "de": "Alles über Autos"}
    assert sector.cover.alt == {"": "Cover"}
    assert sector.blocks[2].paragraphs[1].text == {"": "A paragraph of words.", "de": "Ein Absatz."}
    assert bundle.call == {"": "Touch me"}
    assert bundle.videos.title == {"": "Films"}
    told = {problem.position.file.parts[-3]: problem for problem in compiled.problems}
    assert set(told) == {"de", "ar"}
    assert told["de"].severity == "warning"
    assert "not translated into `de`" in told["de"].what


def test_a_running_text_may_be_a_map(booth):
    start, end = CONTENT.index("      - text: |"), CONTENT.index("      - video:\n")
    text = '      - text: {en: "# A\\n\\nB", de: "# X\\n\\nY"}\n'
    booth.write(CONTENT[:start] + text + CONTENT[end:])
    prose = compile_bundle(booth.folder).sectors[0].blocks[2]
    assert [piece.text for piece in prose.paragraphs] == [{"": "A", "de": "X"}, {"": "B", "de": "Y"}]


def test_a_medium_may_be_a_map(booth):
    Image.new("RGB", (10, 10)).save(booth.folder / "assets" / "de.png")
    booth.spoil("assets/cover.png", "{en: assets/cover.png, de: assets/de.png}")
    cover = compile_bundle(booth.folder).sectors[0].cover
    assert cover.src == {"": "assets/cover.png", "de": "assets/de.png"}
    assert (cover.width, cover.height) == (48, 36)


def test_captions_need_not_be_in_the_source_language(booth):
    booth.spoil("captions: {en: assets/film.en.vtt}", "captions: {de: assets/film.en.vtt}")
    assert compile_bundle(booth.folder).sectors[0].blocks[3].captions == {"de": "assets/film.en.vtt"}


def test_series_stand_beside_one_another(booth):
    start, end = CONTENT.index("          points:\n"), CONTENT.index("      - text: |")
    one = "{name: A, points: [{label: a, value: 1}, {label: b, value: 2}]}"
    booth.write(CONTENT[:start] + f"          series: [{one}, {one}]\n" + CONTENT[end:])
    assert len(compile_bundle(booth.folder).sectors[0].blocks[1].series) == 2
    booth.write(
        CONTENT[:start] + f"          series: [{one}, {one.replace(', {label: b, value: 2}', '')}]\n" + CONTENT[end:]
    )
    with pytest.raises(BundleError, match="this series has 1 points"):
        compile_bundle(booth.folder)
    booth.write(
        CONTENT.replace("kind: bar", "kind: share")[: start + 2] + f"          series: [{one}, {one}]\n" + CONTENT[end:]
    )
    with pytest.raises(BundleError, match="no series"):
        compile_bundle(booth.folder)


@pytest.mark.parametrize(
    ("total", "values", "word"),
    [
        (5, (3, 3), "add up to 6"),
        (6, (3, 3), ""),
        (0.3, (0.1, 0.2), ""),
        (None, (0, 0), "add up to nothing"),
        (9, ("9e99999", 1), "must be a number"),
        (9, ("x", 1), "must be a number"),
        (9, ("9e400", 1), "larger"),
    ],
)
def test_a_share_adds_up(booth, total, values, word):
    start, end = CONTENT.index("          points:\n"), CONTENT.index("      - text: |")
    points = ", ".join(f"{{label: {name}, value: {value}}}" for name, value in zip("ab", values, strict=True))
    rest = f"          points: [{points}]\n" + (f"          total: {total}\n" if total else "")
    booth.write((CONTENT[:start] + rest + CONTENT[end:]).replace("kind: bar", "kind: share"))
    if word:
        with pytest.raises(BundleError, match=word):
            compile_bundle(booth.folder)
    else:
        assert compile_bundle(booth.folder).sectors[0].blocks[1].total == (total or 0)


def test_an_id_made_by_the_program_gives_way(booth):
    booth.spoil("id: area", "id: cars-2")
    assert [block.id for block in compile_bundle(booth.folder).sectors[0].blocks][1] == "cars-2-b"


def test_codes_are_understood_as_one_writes_them(booth):
    booth.write(
        CONTENT.replace("[en, de, ar]", "[en, zh-Hans]").replace("title: Test booth", "title: {en: A, zh_hans: 题}")
    )
    bundle = compile_bundle(booth.folder)
    assert bundle.languages[1].code == "zh_Hans"
    assert bundle.title["zh_Hans"] == "题"


@pytest.mark.parametrize(
    ("catalog", "line", "word"),
    [
        (DE + '\nmsgid "Booth\nmsgstr "x"\n', 25, "does not belong"),
        (DE + "\nhello\n", 25, "does not belong"),
        (DE + '\nmsgid "a"\nmsgid "b"\nmsgstr "c"\n', 25, "broken"),
        (DE + '\nmsgid "a"\nmsgstr "\\x07\x07"\n', 26, "U+0007"),
        (DE.encode().replace("ü".encode(), b"\xfc"), 10, "0xFC"),
        (b"\xff\xfea\0", 1, "UTF-16"),
        (DE + f'\nmsgid "a"\nmsgstr "{"b" * 20_001}"\n', 25, "longer"),
    ],
)
def test_a_broken_catalog_is_told_in_its_own_file(booth, catalog, line, word):
    file = booth.put("translations/de/LC_MESSAGES/content.po", catalog)
    problems = [problem for problem in booth.compile().problems if problem.severity == "error"]
    assert problems[0].position.file == file
    assert word in problems[0].what
    assert problems[0].position.line == line


def test_a_long_film_is_a_warning(booth):
    write_film(booth.folder / "assets" / "film.webm", size=(16, 16), seconds=151)
    line, _ = booth.spoil("src: assets/film.webm", "src: §assets/film.webm")
    compiled = booth.compile()
    assert compiled.bundle is not None
    warnings = [problem for problem in compiled.problems if "two minutes" in problem.what]
    assert line in [problem.position.line for problem in warnings]


def test_no_bundle_at_all(tmp_path, booth):
    with pytest.raises(BundleError, match="there is no folder"):
        compile_bundle(tmp_path / "none")
    shutil.move(booth.file, booth.folder / "content.yml")
    with pytest.raises(BundleError, match=r"Rename `content\.yml`"):
        compile_bundle(booth.folder)
    with pytest.raises(BundleError, match=r"holds no `content.yaml`"):
        compile_bundle(tmp_path)


@pytest.mark.parametrize("text", ["# nothing\n", "words #3\n", "words\n", "- a\n- b\n", "---\n", "..."])
def test_a_file_without_keys_is_a_problem(booth, text):
    booth.write(text)
    assert [problem.severity for problem in booth.compile().problems].count("error") == 1


def test_bytes_that_are_no_text_are_one_problem(booth):
    booth.write(b"kiosk: \xff")
    assert len(booth.compile().problems) == 1


def test_thousands_of_mistakes_are_answered_soon_and_not_all_told(booth, monkeypatch):
    wrong = "".join(f"  - {{image: assets/h{n}.jpg, alt: A, line: L, opens: nowhere{n}}}\n" for n in range(400))
    booth.write(CONTENT.replace("attract:\n", "attract:\n" + wrong))
    problems = booth.compile().problems
    assert len(problems) == compiling.MOST_PROBLEMS + 1
    assert problems[-1].what == "there are 501 more errors"
    monkeypatch.setattr(words, "MOST_COMPARED", 10)
    assert not any("Did you mean" in problem.cure for problem in booth.compile().problems[50:])


@pytest.mark.parametrize(("name", "meant"), [("automobile", True), (r"auto\tmobile", False)])
def test_a_name_that_cannot_be_shown_is_no_advice(booth, name, meant):
    booth.write(CONTENT.replace("id: cars", f'id: "{name}"').replace("opens: cars", "opens: automobil"))
    cures = [problem.cure for problem in booth.compile().problems]
    assert (f"Did you mean `{name}`?" in cures) == meant
    assert all(cure.isprintable() for cure in cures)


def test_a_file_that_cannot_be_read_is_told_once_for_each_use(booth, monkeypatch):
    from kiosk.author.compile import files

    def fail(_path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(files, "read_picture", fail)
    problems = booth.compile().problems
    assert len([problem for problem in problems if "Input/output error" in problem.what]) == 7


def test_a_content_file_or_catalog_outside_the_bundle_is_refused(booth, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text(CONTENT)
    catalog = booth.put("translations/de/LC_MESSAGES/content.po", "")
    catalog.unlink()
    catalog.symlink_to(outside)
    assert [problem.position.file for problem in booth.compile().problems if "leaves" in problem.what] == [catalog]
    booth.file.unlink()
    booth.file.symlink_to(outside)
    (problem,) = booth.compile().problems
    assert "leaves the bundle" in problem.what
    booth.file.unlink()
    booth.file.symlink_to(booth.file)
    assert booth.compile().bundle is None


def test_every_file_that_nothing_refers_to_is_a_warning(booth):
    put = [booth.put(f"assets/{name}", "x") for name in ("b/c.jpg", "a.jpg", ".hidden")]
    compiled = booth.compile()
    assert compiled.bundle is not None
    found = [problem for problem in compiled.problems if problem.code == "K423"]
    assert [problem.position.file for problem in found] == [put[1], put[0]]
    assert {problem.severity for problem in found} == {"warning"}


def test_more_warnings_than_are_shown_are_counted(booth, monkeypatch):
    monkeypatch.setattr(compiling, "MOST_WARNINGS", 2)
    for number in range(5):
        booth.put(f"assets/{number}.jpg", "x")
    problems = booth.compile().problems
    assert len(problems) == 3
    assert (problems[-1].code, problems[-1].severity) == ("K124", "warning")
