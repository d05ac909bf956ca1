"""Characters that no installed font can draw, wherever something is said, and fonts that are not installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from kiosk.author.format.models import Theme
from kiosk.author.lint.films import films
from kiosk.author.lint.subject import MOST_LISTED, Subject, written
from kiosk.ground.errors import Problem
from kiosk.ground.words import listed, quote
from kiosk.language.fonts import families, package_for
from kiosk.language.glyphs import is_installed, package_of, undrawable
from kiosk.language.locales import Language
from kiosk.yaml.parse import Mapping, Scalar, is_text
from kiosk.yaml.source import Source

_MOST_NAMED: Final = 6


def check_characters(subject: Subject) -> list[Problem]:
    """Return what no installed font can draw, and fonts that are asked for and not installed."""
    overrides = _theme_fonts(subject)
    findings = subject.findings()
    for script, family in overrides.items():
        if not is_installed(family.text):
            ours = families(script, {})[0]
            what = f"the font {quote(family.text)} is not installed on this machine"
            cure = f"Install it, correct its name (`fc-list : family` lists them), or take it out: then it is `{ours}`."
            findings.warn(family, "K652", what, cure)
    for language in subject.checked.languages:
        family_name = families(language.script, {})[0]
        if language.script not in overrides and not is_installed(family_name):
            what = f"the font for `{language.code}`, `{family_name}`, is not installed on this machine"
            cure = (
                f"Install the package `{package_for(language.script)}`; until then another font stands in, if any does."
            )
            findings.warn(subject.language_place(language.code), "K651", what, cure)
    names = {script: family.text for script, family in overrides.items()}
    return [*findings.problems, *_check_texts(subject, names)]


def _check_texts(subject: Subject, overrides: dict[str, str]) -> Iterator[Problem]:
    for language in subject.checked.languages:
        drawn, refused = set[str](), set[str]()
        for findings, texts in _texts(subject, language):
            for at in texts:
                if drawn.issuperset(at.text):
                    continue
                new = set(at.text) - drawn - refused
                refused |= undrawable(new, language.script, overrides)
                drawn |= new - refused
                lacking = refused.intersection(at.text)
                if lacking and len(findings.problems) < MOST_LISTED:
                    _report(findings, at, lacking)
            yield from (replace(problem, language=language.code) for problem in findings.problems)


def _report(findings: Source, at: Scalar, lacking: set[str]) -> None:
    named = [f"U+{ord(c):04X}" for c in sorted(lacking)]
    shown = ", ".join(named[:_MOST_NAMED]) + (
        f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    )
    packages = sorted({package_of(c) for c in lacking} - {""})
    install = (
        f"Install the package {listed(packages, 'and')} on the booth" if packages else "Install a font that has it"
    )
    line, column = _place(findings, at, lacking)
    what = f"no installed font can draw {shown} of {quote(at.text)}"
    findings.warn(Scalar("", line, column), "K650", what, f"{install}, or write it with other characters.")


def _place(findings: Source, at: Scalar, lacking: set[str]) -> tuple[int, int]:
    """Return where the first of the characters stands, where it is on the text's own line or soon after it."""
    for number in range(at.line, min(at.line + 1 + at.text.count("\n") + 50, len(findings.lines) + 1)):
        line = findings.lines[number - 1]
        columns = [line.find(c) for c in lacking if c in line]
        start = at.column - 1 if number == at.line else 0
        if columns and min(columns) >= start:
            return number, min(columns) + 1
    return at.line, at.column


def _texts(subject: Subject, language: Language) -> Iterator[tuple[Source, Iterable[Scalar]]]:
    """Yield what is said in a language, file by file."""
    code = language.code
    yield subject.findings(), (texts[code] for _, texts in subject.words if code in texts)
    if messages := subject.messages(code):
        yield subject.findings_in(code), (Scalar(said.translation, said.line, 1) for said in messages.values())
    for film in films(subject):
        path = film.piece.said("captions", subject.source_code).get(code)
        if path and (read := subject.checked.files.captions.get(written(path))):
            yield Source(read[0].file, read[0].lines), [Scalar(cue.text, cue.line, 1) for cue in read[1]]


def _theme_fonts(subject: Subject) -> dict[str, Scalar]:
    theme = next((piece for piece in subject.pieces if piece.model is Theme), None)
    fonts = theme.values["fonts"].node if theme and "fonts" in theme.values else None
    written = fonts.entries.items() if isinstance(fonts, Mapping) else ()
    return {script: family for script, family in written if is_text(family)}
