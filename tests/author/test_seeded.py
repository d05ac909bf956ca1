"""`kiosk check` as an exhibitor meets it: one mistake is told once, on its line, with words that help."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.author import new
from kiosk.author.compile.compile import Compiled, compile_folder
from kiosk.ground.errors import Problem
from tests.author.making import SVG
from tests.author.seeds import SEEDS, Seed
from tests.author.seeds_of_files import FILE_SEEDS, FileSeed

ROOT = Path(__file__).resolve().parents[2]
MOST_TOLD = 3
MOST_SECONDS = 2.0


@dataclass
class Begun:
    """A bundle that is in order, and what is told about it already: that its pictures are small."""

    folder: Path
    text: str = ""
    told: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def news(self) -> list[Problem]:
        """Return what is told now and was not at first, within the time that a check may take."""
        began = time.process_time()
        problems = compile_folder(self.folder, lint=True).problems
        assert time.process_time() - began < MOST_SECONDS
        return [problem for problem in problems if (problem.code, problem.what) not in self.told]

    def line(self, text: str) -> int:
        return next(number for number, line in enumerate(self.text.split("\n"), 1) if text in line)


def put_small_media(folder: Path, film: Path) -> None:
    for path in folder.rglob("*.jpg"):
        Image.effect_noise((64, 36), 40).convert("RGB").save(path)
    for path in folder.rglob("*.webm"):
        shutil.copyfile(film, path)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, film: Path) -> Begun:
    folder = tmp_path_factory.mktemp("seeded") / "booth"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(new, "_PICTURES", [(name, lambda *_: None, *rest) for name, _, *rest in new._PICTURES])
        patch.setattr(new, "paint_film", lambda *_: None)
        new.new_bundle(folder)
    for path in re.findall(r"assets/\w+\.(?:jpg|webm)", (folder / "content.yaml").read_text()):
        (folder / path).touch()
    put_small_media(folder, film)
    (folder / "assets" / "logo.svg").write_text(SVG)
    content = folder / "content.yaml"
    text = content.read_text().replace("  # logo: {image", "  logo: {image")
    content.write_text(text)
    problems = compile_folder(folder, lint=True).problems
    assert not [problem for problem in problems if problem.severity == "error"]
    return Begun(folder, text, frozenset((problem.code, problem.what) for problem in problems))


@pytest.fixture
def content(begun: Begun) -> Iterator[Path]:
    file = begun.folder / "content.yaml"
    yield file
    file.write_text(begun.text)


@pytest.fixture
def copy(begun: Begun, tmp_path: Path) -> Begun:
    return Begun(Path(shutil.copytree(begun.folder, tmp_path / "booth")), begun.text, begun.told)


def helps(problems: Iterable[Problem], file: Path, line: int, words: Iterable[str]) -> bool:
    """Whether one of `problems` stands on the line (0: anywhere in the file) and holds all `words`."""
    here = [p for p in problems if p.position.file == file and line in (0, p.position.line)]
    said = [f"{problem.what}. {problem.cure}".casefold() for problem in here]
    return any(all(word.casefold() in text for word in words) for text in said)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_mistake_is_told_on_its_line_with_its_cure(begun: Begun, content: Path, seed: Seed) -> None:
    assert begun.text.count(seed.old) == 1
    text = begun.text.replace(seed.old, seed.new)
    before, mark, _ = text.partition("§")
    content.write_bytes(text.replace("§", "").encode())
    news = begun.news()
    assert helps(news, content, before.count("\n") + 1 if mark else 0, seed.words), news
    assert len(news) <= MOST_TOLD


@pytest.mark.parametrize("seed", FILE_SEEDS, ids=lambda seed: seed.name)
def test_a_spoiled_file_is_told_where_it_can_be_mended(copy: Begun, seed: FileSeed) -> None:
    seed.spoil(copy.folder / seed.file)
    news = copy.news()
    if isinstance(seed.at, str):
        assert helps(news, copy.folder / "content.yaml", copy.line(seed.at), seed.words), news
    else:
        assert helps(news, copy.folder / seed.file, seed.at, seed.words), news
    assert len(news) <= MOST_TOLD


def test_there_are_enough_of_them() -> None:
    assert len(SEEDS) + len(FILE_SEEDS) >= 400
    assert len({seed.name for seed in SEEDS}) == len(SEEDS)
    assert len({seed.name for seed in FILE_SEEDS}) == len(FILE_SEEDS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "\ufeff"),
        ("\n", "\r\n"),
        ("\n", "\r"),
        ("title: Our booth", "title: “Our booth”"),
        ("title: Our booth", "title: Ours: `the booth` & more"[:11] + " ours, & 50% @ hall [4] {b}"),
        ("title: Our booth", "title: 2024"),
        ("title: Our booth", "title: No"),
        ("title: Our booth", "title: \u200fمعرضنا"),
        ("title: Our booth", 'title:   "Our booth"   '),
        ("seconds: 6 #", 'seconds: "6" #'),
        ("value: 12000\n", "value: 1.2e4\n"),
        ("languages: [en, de]", "languages:\n- en\n- de"),
        ("languages: [en, de]", "languages: [EN, DE]"),
        ("languages: [en, de]", "languages: [en, de,]"),
        ("text: |\n          ## Why", "text: |-\n          ## Why"),
    ],
)
def test_what_only_looks_odd_is_no_mistake(begun: Begun, content: Path, old: str, new: str) -> None:
    content.write_bytes((begun.text.replace(old, new) if old else new + begun.text).encode())
    assert not [problem for problem in begun.news() if problem.code != "K508"]


@pytest.mark.parametrize("cut", range(40, 3900, 137))
def test_a_file_that_was_half_saved_is_told_near_its_end(begun: Begun, content: Path, cut: int) -> None:
    half = begun.text[:cut]
    content.write_text(half)
    news = begun.news()
    assert cut > 3_000 or [problem for problem in news if problem.severity == "error"]  # from here on, less is enough
    lines = half.count("\n") + 1
    assert all(problem.position.line <= lines for problem in news if problem.position.file == content)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "gb18030", "shift-jis"])
def test_another_encoding_is_told_in_one_line(begun: Begun, content: Path, encoding: str) -> None:
    words = "ü" if encoding in ("latin-1", "cp1252", "utf-16", "utf-16-le") else "重"
    text = begun.text.replace("Our booth", words).replace("’", "'")
    content.write_bytes(text.encode(encoding, "ignore"))
    (told,) = [problem for problem in begun.news() if problem.position.file == content]
    assert "UTF-8" in told.what + told.cure
    assert told.position.line == (1 if "16" in encoding else begun.line("Our booth"))


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src='https://example.org/x.png'>",
    '<a href="file:///etc/passwd">x</a>',
    "![x](../../etc/passwd)",
    "[x](javascript:alert(1))",
    "{{ 7 * 7 }} ${HOME} %s %n {0.__class__} \\x41",
    "\u202eDlrow olleh\u202c",
    "\u2066\u2067\u2068nested\u2069",
    "a\u0007b",
    "\x1b[31mred\x1b[0m",
    "a\x00b",
    "Z\u0351\u036b\u0343" + "\u0363" * 900,
    "x" * 2_001,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 80,
    "\ufdfd" * 200,
    "\ufffe",
    "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "../" * 300,
    "\u2028\u2029",
]
WORDS = re.compile(
    r"^( *(?:- )?(?:title|summary|call|alt|line|label|source|caption|text|who|role): )(?![|])\S.*$", re.M
)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_in_every_place_are_shown_or_told(begun: Begun, content: Path, number: int) -> None:
    """Each text in turn would take long: all of them at once, and one in ten by itself."""
    words = '"' + "".join(f"\\U{ord(c):08X}" if ord(c) < 32 or c in '\\"' else c for c in HOSTILE[number]) + '"'
    places = list(WORDS.finditer(begun.text))
    assert len(places) > 25
    content.write_text(WORDS.sub(lambda found: found[1] + words, begun.text), "utf-8", "surrogatepass")
    whole = check(compile_folder(begun.folder, lint=True))
    for place in places[number % 10 :: 10]:
        content.write_text(begun.text[: place.start()] + place[1] + words + begun.text[place.end() :])
        alone = check(compile_folder(begun.folder, lint=True))
        assert (alone.bundle is None) <= (whole.bundle is None)
        line = begun.text[: place.start()].count("\n") + 1
        errors = [problem for problem in alone.problems if problem.severity == "error"]
        assert all(problem.position.line == line for problem in errors)


def test_a_million_letters_without_a_space_are_refused_wherever_they_stand(begun: Begun, content: Path) -> None:
    for place in list(WORDS.finditer(begun.text))[::4]:
        content.write_text(begun.text[: place.start()] + place[1] + "x" * 1_000_000 + begun.text[place.end() :])
        (told,) = [problem for problem in begun.news() if problem.severity == "error"]
        assert told.code == "K210"
        assert told.position.line == begun.text[: place.start()].count("\n") + 1


def check(compiled: Compiled) -> Compiled:
    """Assert what holds of every answer: a bundle or errors, each with its file, a cure, and one printable line."""
    assert (compiled.bundle is None) == any(problem.severity == "error" for problem in compiled.problems)
    for problem in compiled.problems:
        assert problem.what
        assert problem.cure
        assert problem.code
        assert problem.position.line or problem.severity == "warning" or problem.code in ("K104", "K106", "K208")
        assert f"{problem.what}. {problem.cure}".isprintable()
        assert len(problem.what) + len(problem.cure) < 2_000
    return compiled


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, film: Path) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "booth"
    shutil.copytree(ROOT / "assets", folder / "assets")
    put_small_media(folder, film)
    shutil.copy(ROOT / "content.yaml", folder)
    check(compile_folder(folder))
    return folder


def mutate(data: st.DataObject, whole: bytes) -> bytes:
    """Return the demo with some of its bytes cut out, doubled, swapped or replaced."""
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole)))
        length = data.draw(st.sampled_from([0, 1, 1, 2, 5, 30, 400]))
        there = whole[at : at + length]
        new = data.draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from(
                    [b"", b"\n", b" ", b"\t", b":", b": ", b"- ", b"[", b"]", b"{", b"}", b'"', b"'", b"#"]
                ),
                st.sampled_from(
                    [b"|", b">", b"&", b"*", b"!", b"%", b"@", b"\r", b"\x00", b"\xc2\xa0", b"\xe2\x80\xae"]
                ),
                st.just(there * 2),
                st.just(there[::-1]),
                st.just(there.swapcase()),
            )
        )
        whole = whole[:at] + new + whole[at + length :]
    return whole


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[en, zh_Hans, es, de, fr, ar]", "[en, zh_Hans, es, dee, fr, ar]"),
        ("[en, zh_Hans, es, de, fr, ar]", "[eng, zh_Hans, es, de, fr, ar]"),
        ("[en, zh_Hans, es, de, fr, ar]", "[en, zh_Hans, es, fr, ar]"),
        ("[en, zh_Hans, es, de, fr, ar]", "[en zh_Hans es de fr ar]"),
        ("sectors:\n", "sektors:\n"),
        ("  - id: study\n", "    id: study\n"),
        ('colour: "#A78BFA"', 'colour: "#A78BFA'),
        ("      - quote:\n          text: Half", "- quote:\n          text: Half"),
    ],
)
def test_one_mistake_in_a_large_bundle_is_no_avalanche(demo: Path, old: str, new: str) -> None:
    text = (ROOT / "content.yaml").read_text()
    assert text.count(old) == 1
    (demo / "content.yaml").write_text(text.replace(old, new))
    errors = [problem for problem in check(compile_folder(demo)).problems if problem.severity == "error"]
    assert 1 <= len(errors) <= MOST_TOLD, errors
    line = text.partition(old)[0].count("\n") + 1
    assert errors[0].position.line == line or old == "[en, zh_Hans, es, de, fr, ar]"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mutant_of_the_demo_is_answered(demo: Path, data: st.DataObject) -> None:
    (demo / "content.yaml").write_bytes(mutate(data, (ROOT / "content.yaml").read_bytes()))
    began = time.process_time()
    check(compile_folder(demo))
    assert time.process_time() - began < MOST_SECONDS
