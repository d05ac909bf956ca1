"""Pages made of templates that lie beside the modules that fill them; a booth that runs makes none."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template


def template(file: Path) -> Template:
    """Return the template in `file`: what HTML is given is escaped, and what isn't given is an error."""
    environment = Environment(
        loader=FileSystemLoader(file.parent),
        autoescape=file.suffix == ".html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(file.name)
