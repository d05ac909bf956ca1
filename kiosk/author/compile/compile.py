"""A bundle's folder into the bundle that the booth shows, or into every reason why it cannot be shown."""

from __future__ import annotations

import contextlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.author.compile.check import Checked, check
from kiosk.author.compile.contact import check_contacts
from kiosk.author.compile.files import Tick
from kiosk.author.compile.make import Maker
from kiosk.author.compile.paths import forget_names
from kiosk.author.compile.wording import Translations, Wording, catalog_path, read_translations
from kiosk.author.format.models import IF_EMPTY, Content
from kiosk.author.format.silences import read_silences
from kiosk.bundle import model
from kiosk.ground.errors import BundleError, Position, Problem
from kiosk.ground.findings import in_order, most
from kiosk.ground.words import begin_comparing, nearest, quote
from kiosk.store.compilation import Coverage, Silence
from kiosk.yaml.parse import Mapping, Node, parse_yaml, read_source
from kiosk.yaml.source import Source
from kiosk.yaml.validate import validate

CONTENT = "content.yaml"
ASSETS = "assets"
MOST_PROBLEMS = 300
MOST_WARNINGS = 5_000
"""More than are shown: some of them may be silenced first."""


@dataclass(frozen=True)
class Compiled:
    """What came of a folder: the bundle (None with an error among `problems`) and every file that it depends on."""

    bundle: model.Bundle | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    silences: tuple[Silence, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    memory_bytes: int = 0


def compile_bundle(folder: Path) -> model.Bundle:
    """Return the bundle in `folder`; raise BundleError with all its problems."""
    compiled = compile_folder(folder)
    if compiled.bundle is None:
        raise BundleError(compiled.problems)
    return compiled.bundle


def compile_folder(folder: Path, tick: Tick = lambda _file, _line: None, lint: bool = False) -> Compiled:
    """Read, check and compile the bundle in `folder`; `tick` is called before each of its files is opened.

    With `lint` it is looked at more closely, also where it has errors: what works, but not well.
    """
    forget_names()
    begin_comparing()
    file = folder / CONTENT
    if not file.exists():
        return Compiled(None, (_no_content(folder, file),), ())
    source = _leaves(folder, file) or read_source(file)
    root = parse_yaml(source, IF_EMPTY) if source.lines else None
    if not isinstance(root, Mapping):
        return _finish(None, _no_mapping(root, source), {file})
    content = validate(root, source, Content)
    if another_version := [problem for problem in source.problems if problem.code == "K224"]:
        return _finish(None, another_version, {file})
    return _compile(folder, root, source, content, tick, lint)


def _compile(
    folder: Path, root: Mapping, source: Source, content: Content | None, tick: Tick, is_linted: bool
) -> Compiled:
    """Go on with what is written as it should be (`content`), or hides its other mistakes no longer (None)."""
    checked = check(folder, root, source, tick)
    codes = [language.code for language in checked.languages]
    wordings = {code: _wording(folder, code, source, checked, tick) for code in codes[1:]}
    check_contacts(checked.places, codes, wordings, source)
    tick("", 0)
    problems = [*source.problems, *checked.files.problems]
    files = {source.file, *checked.files.paths, *(catalog_path(folder, code) for code in wordings)}
    bundle = None
    if content is not None and not _has_error(problems):
        maker = Maker(checked, wordings)
        bundle = maker.bundle(content)
        problems += [] if is_linted else maker.untranslated(folder)
        problems += _unused(folder, files)
    silences = read_silences(root, source)
    if not is_linted:
        return replace(_finish(bundle, problems, files), silences=silences)
    from kiosk.author.lint import Subject, look_closer

    found, coverage, memory_bytes = look_closer(Subject(folder, root, source, checked, wordings, bundle))
    compiled = _finish(bundle, [*problems, *found], files)
    return replace(compiled, silences=silences, coverage=coverage, memory_bytes=memory_bytes)


def _no_mapping(node: Node | None, source: Source) -> list[Problem]:
    if source.lines and not _has_error(source.problems):
        at = node or Position(source.file)
        source.error(at, "K208", "the file must hold keys and values", "Begin it with `kiosk: 1`.")
    return source.problems


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _finish(bundle: model.Bundle | None, problems: Iterable[Problem], files: Iterable[Path]) -> Compiled:
    ordered = in_order(problems)
    kept = [*most(ordered, "error", MOST_PROBLEMS), *most(ordered, "warning", MOST_WARNINGS)]
    return Compiled(bundle, in_order(kept), tuple(sorted(files)))


def _leaves(folder: Path, file: Path) -> Source | None:
    """Return the report that a file is a link out of the bundle, or None where it is not."""
    with contextlib.suppress(OSError, RuntimeError):
        if file.resolve().is_relative_to(folder.resolve()):
            return None
    source = Source(file)
    what = "the file is a link that leaves the bundle"
    source.error(Position(file), "K403", what, "Copy the file itself into the bundle.")
    return source


def _unused(folder: Path, used: Container[Path]) -> Iterator[Problem]:
    """Yield a warning for each file in `assets/` that nothing refers to."""
    cure = "Take it out of the bundle, or refer to it in `content.yaml`."
    for path in sorted((folder / ASSETS).rglob("*")):
        if path.is_file() and not path.name.startswith(".") and path not in used:
            yield Problem(Position(path), "this file is not used", cure, severity="warning", code="K423")


def _no_content(folder: Path, file: Path) -> Problem:
    if not folder.is_dir():
        cure = "Write the path of a bundle: a folder that holds `content.yaml`."
        return Problem(Position(file), f"there is no folder {quote(str(folder), 200)}", cure, code="K121")
    near = nearest(CONTENT, [entry.name for entry in folder.iterdir() if entry.is_file()])
    cure = f"Rename {quote(near)} to `{CONTENT}`." if near else f"Put `{CONTENT}` into it, or write another folder."
    return Problem(Position(file), f"the folder holds no `{CONTENT}`", cure, code="K121")


def _wording(folder: Path, code: str, source: Source, checked: Checked, tick: Tick) -> Wording:
    file = catalog_path(folder, code)
    if not file.exists():
        return {}
    tick(file.relative_to(folder).as_posix(), 0)
    outside = _leaves(folder, file)
    translations = Translations(outside) if outside else read_translations(file)
    checked.catalogs[code] = translations
    checked.files.problems += translations.source.problems
    return translations.wording
