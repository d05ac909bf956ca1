"""A bundle to begin with: the folder `kiosk/template` in the languages asked for, with pictures made on the spot."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from kiosk.author.compile.compile import ASSETS, CONTENT
from kiosk.author.compile.wording import catalog_path
from kiosk.author.format.schema import schema_text
from kiosk.author.placeholder import paint_circles, paint_film, paint_hills
from kiosk.author.translation.catalogs import read_catalog, template_entries, updated
from kiosk.author.translation.extract import extract_texts
from kiosk.ground.errors import KioskError, LanguageError
from kiosk.language.locales import describe_language, is_pseudo
from kiosk.language.po import Entry

SCHEMA: Final = "content.schema.json"
TEMPLATE: Final = Path(__file__).resolve().parent.parent / "template"
MOST_LANGUAGES: Final = 60
LONGEST_TITLE: Final = 200
_SOURCE: Final = "en"
_TITLE: Final = "Our booth"
_LINE: Final = re.compile(r"(?P<before>\s*(?:- )?\w+: )(?P<text>\S.*?)(?P<after> +# .*)?")
_PROSE: Final = re.compile(r"(?P<before>\s+(?:## |- )?)(?P<text>\S.*)")
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\x00-\x1f:#]|:(?=\S)|(?<=\S)#)*")
_PICTURES: Final[tuple[tuple[str, Callable[[Path, str, int], None], str, int], ...]] = (
    ("home.jpg", paint_hills, "dusk", 3),
    ("products.jpg", paint_hills, "sea", 8),
    ("making.jpg", paint_circles, "plum", 5),
    ("people.jpg", paint_circles, "amber", 4),
    ("idea.jpg", paint_circles, "sea", 2),
    ("finish.jpg", paint_hills, "amber", 11),
)


def new_bundle(folder: Path, title: str = "", languages: Sequence[str] = ("en", "de")) -> tuple[str, ...]:
    """Make a bundle in `folder`, which must be new or empty, and return the codes of its languages.

    Its texts are in the first language where the template knows it, else in English; the catalogs of the others hold
    what the template knows. Raise KioskError where the folder, the title or a language will not do.
    """
    codes = _codes(languages)
    _check_title(title)
    _check_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as name:
            _fill(Path(name), title, codes)
            for entry in sorted(Path(name).iterdir(), key=lambda entry: entry.name == CONTENT):
                entry.rename(folder / entry.name)
    except OSError as error:
        raise KioskError(
            f"{folder} cannot be written: {error.strerror}", "Choose another folder, or make room."
        ) from error
    return codes


def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that the template is translated into."""
    return (_SOURCE, *sorted(path.name for path in (TEMPLATE / "translations").iterdir() if path.is_dir()))


def _codes(languages: Sequence[str]) -> tuple[str, ...]:
    codes = []
    for written in languages:
        code = describe_language(written).code
        if is_pseudo(code):
            raise LanguageError(f"`{code}` is made up by the computer", f"Try it with `kiosk run --language {code}`.")
        if code in codes:
            raise LanguageError(f"`{code}` is named twice", "Name each language once.")
        codes.append(code)
    if not 1 <= len(codes) <= MOST_LANGUAGES:
        raise LanguageError(f"a bundle has from 1 to {MOST_LANGUAGES} languages", "Write for example `en,de`.")
    return tuple(codes)


def _check_title(title: str) -> None:
    if not title.isprintable() or len(title) > LONGEST_TITLE or title != title.strip():
        raise KioskError(
            "the title will not do", f"Write one line of at most {LONGEST_TITLE} characters, without space around it."
        )


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise KioskError(f"{folder} is a file", "Write the name of a new folder.")
    if folder.is_dir() and any(folder.iterdir()):
        raise KioskError(f"the folder {folder} is not empty", "Write the name of a new folder, or of an empty one.")


def _fill(folder: Path, title: str, codes: tuple[str, ...]) -> None:
    for name in (".editorconfig", ".vscode", "README.md"):
        source = TEMPLATE / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)
    (folder / SCHEMA).write_text(schema_text() + "\n", encoding="utf-8")
    captioned = [code for code in codes if code in known_languages() or code == codes[0]]
    _fill_assets(folder / ASSETS, captioned)
    words = {code: _words(code, title) for code in codes}
    content = (TEMPLATE / CONTENT).read_text(encoding="utf-8")
    said = "".join(_said(content, words[codes[0]], codes, captioned))
    (folder / CONTENT).write_text(said, encoding="utf-8")
    for code in codes[1:]:
        _write_catalog(folder, code, words[codes[0]], words[code])


def _fill_assets(assets: Path, captioned: list[str]) -> None:
    assets.mkdir()
    for name, paint, palette, seed in _PICTURES:
        paint(assets / name, palette, seed)
    paint_film(assets / "waves.webm", assets / "waves.jpg", "dusk")
    for code in captioned:
        known = code if code in known_languages() else _SOURCE
        shutil.copyfile(TEMPLATE / ASSETS / f"waves.{known}.vtt", assets / f"waves.{code}.vtt")


def _write_catalog(folder: Path, code: str, source: dict[str, str], words: dict[str, str]) -> None:
    """Write the catalog into `code`: both `source` and `words` are the template's texts by their English."""
    translated = {source.get(text, text): translation for text, translation in words.items()}
    wanted = list(template_entries(extract_texts(folder, code)))
    old = [Entry(entry.source, (translated.get(entry.source, ""),)) for entry in wanted]
    path = catalog_path(folder, code)
    path.parent.mkdir(parents=True)
    path.write_text(updated(wanted, old, code), encoding="utf-8")


def _words(code: str, title: str) -> dict[str, str]:
    """Return the template's texts in a language by their English, as far as it is known; a title of one's own stays."""
    if code == _SOURCE:
        texts = [text.text for text in extract_texts(TEMPLATE)]
        words = {text: text for text in texts}
    else:
        words = {entry.source: entry.translations[0] for entry in read_catalog(TEMPLATE, code) if entry.complete}
        words.pop("", None)
    return {**words, _TITLE: title} if title else words


def _said(content: str, words: dict[str, str], codes: tuple[str, ...], captioned: list[str]) -> Iterator[str]:
    """Yield the lines of the template's content in another language, with other languages listed."""
    for line in content.splitlines():
        if line.startswith("languages: "):
            yield f"languages: [{', '.join(codes)}]\n"
        elif "assets/waves." in line and line.endswith(".vtt"):
            if line.lstrip().startswith(f"{_SOURCE}: "):
                yield from (
                    line.replace(f"{_SOURCE}:", f"{code}:").replace(".en.", f".{code}.") + "\n" for code in captioned
                )
        else:
            yield _line(line, words) + "\n"


def _line(line: str, words: dict[str, str]) -> str:
    for pattern, written in ((_LINE, _yaml), (_PROSE, str)):
        found = pattern.fullmatch(line)
        if found and found["text"] in words:
            after = found["after"] if pattern is _LINE else ""
            return f"{found['before']}{written(words[found['text']])}{after or ''}"
    return line


def _yaml(text: str) -> str:
    """Return a text as YAML: plain where that is safe, else between quotes."""
    return text if _PLAIN.fullmatch(text) and not text.endswith(":") else json.dumps(text, ensure_ascii=False)
