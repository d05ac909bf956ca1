"""What a check comes to: what is wrong with a bundle, what its authors silenced, how much each language says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.author.codes import CODES
from kiosk.author.silence import sort_out
from kiosk.ground.errors import Problem
from kiosk.ground.findings import in_order, most
from kiosk.store.compilation import Coverage, Report, Silence

MOST_PROBLEMS: Final = 300
FIT: Final = "K76"
"""What codes begin with that are found by laying out every page."""
_UNDRAWN: Final = "K650"


@dataclass(frozen=True)
class LanguageRow:
    """What the summary says of one language.

    `undrawn` counts findings about letters without a font, `misfits` texts that do not fit: None where not looked for.
    """

    coverage: Coverage
    undrawn: int
    misfits: int | None


@dataclass(frozen=True)
class Verdict:
    """Everything that `kiosk check` tells: problems sorted by file and line, errors first.

    `is_measured` says whether the pages were laid out to see what fits.
    """

    folder: Path
    problems: tuple[Problem, ...]
    silenced: tuple[tuple[Problem, Silence], ...] = ()
    languages: tuple[LanguageRow, ...] = ()
    memory_bytes: int = 0
    is_measured: bool = False

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many warnings are left that nobody silenced."""
        return len(self.problems) - self.errors


def judge(
    folder: Path, report: Report, misfits: Sequence[Problem] | None = None, trouble: Sequence[Problem] = ()
) -> Verdict:
    """Return the verdict on what a check reported.

    `misfits` is None where the pages were not laid out, and `trouble` is what went wrong with the check itself.
    """
    found = [*report.problems, *(misfits or ()), *trouble]
    unsought = {code.code for code in CODES if misfits is None and code.code.startswith(FIT)}
    left, silenced = sort_out(folder, in_order(found), report.silences, unsought)
    ordered = in_order(left)
    return Verdict(
        folder=folder,
        problems=(*most(ordered, "error", MOST_PROBLEMS), *most(ordered, "warning", MOST_PROBLEMS)),
        silenced=tuple(silenced),
        languages=tuple(_row(coverage, ordered, misfits is not None) for coverage in report.coverage),
        memory_bytes=report.memory_bytes,
        is_measured=misfits is not None,
    )


def _row(coverage: Coverage, problems: Sequence[Problem], is_measured: bool) -> LanguageRow:
    codes = [problem.code for problem in problems if problem.language == coverage.code]
    misfits = sum(code.startswith(FIT) for code in codes)
    return LanguageRow(coverage, codes.count(_UNDRAWN), misfits if is_measured else None)
