"""Turns samples into medians, ratios and the table of README.md."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.measure import Sample
from bench.processes import Machine
from bench.programs import Program

README: Final = Path(__file__).with_name("README.md")
BEGIN: Final = "<!-- measured: written by `python -m bench --write` -->"
END: Final = "<!-- end -->"

Samples = Sequence[Sample]


def median(values: Sequence[float]) -> float | None:
    """Return the median, None of nothing."""
    return statistics.median(values) if values else None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Return the smallest value that `percent` of the values do not exceed; below 100 values p99 is the largest."""
    ordered = sorted(values)
    return ordered[math.ceil(percent / 100 * len(ordered)) - 1] if ordered else None


@dataclass(frozen=True)
class Row:
    """A line of the table: what it is called, how it is had from the samples of one program, and how it is written."""

    title: str
    value: Callable[[Samples], float | None]
    unit: str


def _each(take: Callable[[Sample], float | None]) -> Callable[[Samples], float | None]:
    return lambda samples: median([value for sample in samples if (value := take(sample)) is not None])


def _all(take: Callable[[Sample], list[float]], percent: float) -> Callable[[Samples], float | None]:
    return lambda samples: percentile([value for sample in samples for value in take(sample)], percent)


START: Final = Row("Start to first content", _each(lambda sample: sample.content_ms), "ms")
TAP: Final = Row("Tap to first changed pixel, p50", _all(lambda sample: sample.taps_ms, 50), "ms")
TAP_99: Final = Row("Tap to first changed pixel, p99", _all(lambda sample: sample.taps_ms, 99), "ms")
SWITCH: Final = Row("Language: tap to settled, p50", _all(lambda sample: sample.switch_settled_ms, 50), "ms")
MEMORY: Final = Row("Memory after use (PSS)", _each(lambda sample: sample.pss_mb), "MiB")
STILL: Final = Row("Idle CPU, home page", _each(lambda sample: 100 * sample.still_cpu), "%")
ATTRACT: Final = Row(
    "Idle CPU, attract loop",
    _each(lambda sample: None if sample.attract_cpu is None else 100 * sample.attract_cpu),
    "%",
)

ROWS: Final = (
    START,
    TAP,
    TAP_99,
    Row("Language: tap to first changed pixel, p50", _all(lambda sample: sample.switch_words_ms, 50), "ms"),
    SWITCH,
    Row("Language: tap to settled, p99", _all(lambda sample: sample.switch_settled_ms, 99), "ms"),
    Row("Memory after start (PSS)", _each(lambda sample: sample.start_pss_mb), "MiB"),
    MEMORY,
    STILL,
    ATTRACT,
)


@dataclass(frozen=True)
class Goal:
    """A promise and what was measured: `measured` and `limit` in `unit`."""

    title: str
    measured: float | None
    limit: float
    unit: str

    @property
    def verdict(self) -> str:
        if self.measured is None:
            return "not measured"
        return "yes" if self.measured <= self.limit else "no"


def goals(samples: Mapping[str, Samples]) -> list[Goal]:
    """Return the goals of the project, held against the samples of each program."""
    of = {name: {row.title: row.value(found) for row in ROWS} for name, found in samples.items()}

    def figure(program: str, row: Row) -> float | None:
        return of.get(program, {}).get(row.title)

    def ratio(row: Row, program: str) -> float | None:
        ours, theirs = figure("booth", row), figure(program, row)
        return ours / theirs if ours is not None and theirs else None

    def over(row: Row, program: str) -> float | None:
        ours, theirs = figure("booth", row), figure(program, row)
        return ours - theirs if ours is not None and theirs is not None else None

    return [
        Goal("Start to first content, against the bare window", ratio(START, "window"), 1.5, "x"),
        Goal("Start to first content, against Chromium", ratio(START, "browser"), 0.7, "x"),
        Goal("Tap to first changed pixel (p50), over the bare window", over(TAP, "window"), 16.7, "ms"),
        Goal("Tap to first changed pixel (p99), over the bare window", over(TAP_99, "window"), 16.7, "ms"),
        Goal("Memory after use, against Chromium", ratio(MEMORY, "browser"), 0.6, "x"),
        Goal("Language: tap to settled, p50", figure("booth", SWITCH), 100.0, "ms"),
        Goal("Idle CPU on the home page, of one core", figure("booth", STILL), 1.0, "%"),
    ]


def tables(samples: Mapping[str, Samples], programs: Sequence[Program]) -> str:
    """Return what was measured and the goals as Markdown."""
    shown = [program for program in programs if samples.get(program.name)]
    lines = [
        "| | " + " | ".join(program.title for program in shown) + " |",
        "|---|" + "---:|" * len(shown),
    ]
    for row in ROWS:
        cells = (_say(row.value(samples[program.name]), row.unit) for program in shown)
        lines.append(f"| {row.title} | " + " | ".join(cells) + " |")
    lines += ["", "| Goal | Measured | Limit | Met |", "|---|---:|---:|---|"]
    for goal in goals(samples):
        measured, limit = _say(goal.measured, goal.unit), _say(goal.limit, goal.unit)
        lines.append(f"| {goal.title} | {measured} | {limit} | {goal.verdict} |")
    return "\n".join(lines)


@dataclass(frozen=True)
class Circumstances:
    """What a run was made on and with."""

    machine: Machine
    date: str
    commit: str
    size: tuple[int, int]
    versions: dict[str, str]
    first_start_ms: float | None


def circumstances(run: Circumstances, samples: Mapping[str, Samples]) -> str:
    """Return in words what the numbers hold for."""
    machine, (width, height) = run.machine, run.size
    counts = "; ".join(
        f"{name} {len(found)} starts, {sum(len(sample.taps_ms) for sample in found)} taps, "
        f"{sum(len(sample.switch_settled_ms) for sample in found)} changes of language"
        for name, found in samples.items()
        if found
    )
    every = [sample for found in samples.values() for sample in found]
    versions = ", ".join(f"{name} {word}" for name, word in run.versions.items())
    lines = [
        f"{run.date}, commit {run.commit}; {versions}",
        f"{machine.processor}, {machine.cores} cores, {machine.memory_gib} GiB; {machine.system}",
        f"Xvfb {width} x {height}, no GPU: OpenGL by llvmpipe",
        f"{counts}; {sum(sample.taps_unanswered for sample in every)} taps without an answer",
        f"other programs on the machine used {_say(_elsewhere(every), '%')} of one core meanwhile",
    ]
    if run.first_start_ms:
        lines.append(f"the very first start, which also makes the bundle's index: {run.first_start_ms:.0f} ms")
    return "\n".join(f"- {line}" for line in lines) + "\n"


def _elsewhere(samples: Samples) -> float | None:
    return median([100 * sample.elsewhere_cpu for sample in samples])


def write_readme(text: str) -> None:
    """Put `text` between the marks in README.md."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")


def _say(value: float | None, unit: str) -> str:
    if value is None:
        return "—"
    match unit:
        case "x":
            return f"{value:.2f} x"
        case "%":
            return f"{value:.1f} %"
        case _:
            return f"{value:.0f} {unit}"
