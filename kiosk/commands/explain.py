"""`kiosk explain`: what a code of `kiosk check` means, without looking for the documentation."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.commands import app
from kiosk.commands.arguments import read_by

if TYPE_CHECKING:
    from kiosk.author.codes import Code

_WIDTH = 100


def read_code(text: str) -> Code:
    """Return what is known about a code, however it is written."""
    from kiosk.author.codes import BY_CODE
    from kiosk.ground.words import did_you_mean

    code = BY_CODE.get(text.strip("[]").upper())
    if code is None:
        raise ValueError(f"{text!r} is no code. {did_you_mean(text.upper(), BY_CODE, 'Copy one from `kiosk check`.')}")
    return code


@app.command()
def explain(
    code: Annotated[Any, typer.Argument(parser=read_by(read_code), metavar="CODE", help="Such as K412.")],
) -> None:
    """Explain a code of a finding, such as K412."""
    typer.echo(explained(code))


def explained(code: Code) -> str:
    """Return what is known about a code as text for a terminal."""
    parts = [f"{code.code} ({code.severity}): {code.title}", textwrap.fill(code.cause, _WIDTH)]
    if code.example:
        parts.append("For example:\n" + textwrap.indent(code.example, "    "))
    parts.append(textwrap.fill(f"What to do: {code.cure}", _WIDTH))
    if code.severity == "warning":
        parts.append(f"To silence it, in content.yaml:\n    checks:\n      - {{silence: {code.code}, reason: ...}}")
    return "\n\n".join(parts)
