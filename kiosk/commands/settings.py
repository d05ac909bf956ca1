"""How this booth is set up: `kiosk settings`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import FORMAT, REPORT_FORMAT, read_by
from kiosk.commands.complaints import complaints

if TYPE_CHECKING:
    from kiosk.author.verdict import Verdict
    from kiosk.settings.file import Loaded

FILE = Annotated[
    Path | None,
    typer.Option("--booth", metavar="FILE", help="The file of settings.", show_default="the usual booth.yaml"),
]

settings = typer.Typer(
    name="settings",
    help="Show, check or change how this booth is set up.",
    epilog="docs/booth.md tells what may be set.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(settings)


@settings.command()
def show(
    booth: FILE = None,
    format: FORMAT = "text",
) -> None:
    """Show every setting, and where it stands.

    Ends with 1 where the file has mistakes; what held before holds then.
    """
    from kiosk.settings.file import load_settings
    from kiosk.settings.reading import lines_of

    loaded = load_settings(booth)
    lines = lines_of(loaded.file) if loaded.file is not None and not loaded.problems else {}
    if format == "json":
        _show_json(loaded, lines)
    else:
        _show_text(loaded, lines)
    raise typer.Exit(1 if loaded.problems else 0)


def _show_json(loaded: Loaded, lines: Mapping[str, int]) -> None:
    from kiosk.author.report import as_object
    from kiosk.settings.keys import flat

    values = flat(loaded.settings)
    answer = {
        "file": loaded.file and str(loaded.file),
        "settings": values,
        "from": {name: f"{loaded.file}:{lines[name]}" if name in lines else None for name in values},
        "problems": [as_object(problem) for problem in loaded.problems],
    }
    print(json.dumps(answer, ensure_ascii=False, indent=2))


def _show_text(loaded: Loaded, lines: Mapping[str, int]) -> None:
    from kiosk.settings.keys import flat, in_words

    print(loaded.file or "There is no booth.yaml: these are the usual settings.")
    for problem in loaded.problems:
        print(f"{problem} [{problem.code}]", file=sys.stderr)
    if loaded.problems:
        print("The file has mistakes, so what held before holds on:", file=sys.stderr)
    said = {name: in_words(name, value) for name, value in flat(loaded.settings).items()}
    otherwise = "" if loaded.problems else "usual"
    names, words = (max(map(len, column)) for column in (said, said.values()))
    for name, value in said.items():
        at = f"line {lines[name]}" if name in lines else otherwise
        print(f"  {name:{names}}  {value:{words}}  {at}".rstrip())


@settings.command("set")
def set_values(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY VALUE | KEY=VALUE...",
            help="Such as sound.volume 40, or hours.sun=closed; KEY= makes it as usual again.",
        ),
    ],
    booth: FILE = None,
) -> None:
    """Change settings in the file; its comments stay.

    A booth that runs follows within seconds.
    """
    from kiosk.settings.file import change_settings, file_to_change
    from kiosk.settings.keys import in_words

    changes = read_by(_read_changes)(words)
    with complaints("nothing was changed"):
        change_settings(booth, changes)
    said = [f"{name} is {'as usual' if value is None else in_words(name, value)}" for name, value in changes.items()]
    print(f"{file_to_change(booth)}: {', '.join(said)}")


def _read_changes(words: list[str]) -> dict[str, object]:
    """Return what `KEY VALUE` or some `KEY=VALUE` say; raise ValueError where they make no sense."""
    from kiosk.settings.keys import read_change

    pairs = [word.partition("=") for word in words]
    if len(words) == 2 and "=" not in words[0]:
        pairs = [(words[0], "=", words[1])]
    if not all(equals for _, equals, _ in pairs):
        raise ValueError("write KEY VALUE, or KEY=VALUE for several")
    return dict(read_change(name, value) for name, _, value in pairs)


@settings.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The file of settings.", show_default="the usual booth.yaml")
    ] = None,
    booth: FILE = None,
    format: REPORT_FORMAT = "text",
) -> None:
    """Say what is wrong with the settings, and the cure.

    Ends with 0 where the booth can use them, 1 where they have errors, 2 where the command makes no sense.
    """
    from kiosk.author.verdict import Verdict
    from kiosk.commands.verdict import show as show_verdict
    from kiosk.settings.file import find_settings
    from kiosk.settings.reading import read_settings

    given = file or booth
    if given is not None and not given.exists():
        raise typer.BadParameter(f"there is no file {given}", param_hint="FILE")
    at = find_settings(given)
    verdict = Verdict(at or Path(), read_settings(at)[1] if at is not None else ())
    if format == "json":
        print(_as_json(at, verdict))
    else:
        show_verdict(verdict, format, _outcome(at, verdict.errors, verdict.warnings))
    raise typer.Exit(1 if verdict.errors else 0)


@settings.command()
def schema() -> None:
    """Print the JSON Schema of booth.yaml.

    With it an editor completes and explains what one writes.
    """
    from kiosk.author.format.schema import schema_of
    from kiosk.settings.form import Booth

    typer.echo(schema_of(Booth, "The settings of a kiosk booth"))


def _as_json(file: Path | None, verdict: Verdict) -> str:
    from kiosk.author.report import as_object

    counts = {"file": file and str(file), "errors": verdict.errors, "warnings": verdict.warnings}
    problems = [as_object(problem) for problem in verdict.problems]
    return json.dumps({**counts, "problems": problems}, ensure_ascii=False, indent=2)


def _outcome(file: Path | None, errors: int, warnings: int) -> str:
    """Return one line that sums up."""
    if file is None:
        return "There is no booth.yaml: the usual settings hold."
    if errors:
        return f"{errors} error{'s'[: errors > 1]} in {file}: the booth cannot use it, and keeps what held before."
    if warnings:
        return f"{warnings} warning{'s'[: warnings > 1]} in {file}: the booth can use it."
    return f"No problems in `{file}`."
