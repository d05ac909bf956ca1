"""`kiosk new`: a bundle to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import words


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must be new or empty.")],
    title: Annotated[str, typer.Option(metavar="TITLE", help="The name of the booth.", show_default="Our booth")] = "",
    languages: Annotated[
        str, typer.Option(metavar="CODES", help="Its languages; the first is the one that you write in.")
    ] = "en,de",
) -> None:
    """Make a small complete bundle to begin with.

    It has every kind of block once, notes that explain them, and pictures to be replaced. Its words are there in
    English, German, Spanish, French, Chinese and Arabic; into other languages they are left to translate.
    """
    from kiosk.author.new import known_languages, new_bundle

    codes = new_bundle(folder, title, words(languages))
    at = shlex.quote(str(folder))
    typer.echo(f"Made a booth in {folder}: change the words in {folder / 'content.yaml'}, and save.")
    typer.echo(f"  kiosk preview {at}    shows it, and follows every save")
    typer.echo(f"  kiosk check {at}      says what is wrong, and what to do")
    if codes[0] not in known_languages():
        typer.echo(f"Its words are in English: write them in {codes[0]}.")
    if left := [code for code in codes[1:] if code not in known_languages()]:
        typer.echo(f"Not translated yet: {', '.join(left)} (kiosk translate status {at} says how much).")
