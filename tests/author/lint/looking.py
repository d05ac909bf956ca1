"""What a closer look finds in a bundle, as rows that tests compare."""

from __future__ import annotations

from kiosk.author.compile.compile import Compiled, compile_folder
from kiosk.ground.errors import Problem
from tests.author.making import Booth


def look(booth: Booth) -> Compiled:
    return compile_folder(booth.folder, lint=True)


def only(booth: Booth, *codes: str) -> list[Problem]:
    """Return the findings of these codes; each says what is wrong and what to do."""
    problems = [problem for problem in look(booth).problems if problem.code in codes]
    assert all(problem.what and problem.cure and problem.severity == "warning" for problem in problems)
    return problems


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.position.file.name, problem.position.line, problem.position.column) for problem in problems]


def catalog(*entries: str) -> str:
    """Return a catalog with a header and these entries."""
    return "\n".join(('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n', *entries))


def entry(source: str, translation: str, flags: str = "") -> str:
    return f'{flags}msgid "{source}"\nmsgstr "{translation}"\n'
