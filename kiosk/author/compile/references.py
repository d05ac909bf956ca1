"""Ids, and where they lead: each is there once, and what refers to one finds a thing that can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.author.format.models import Chart, Film, Sector, Stat
from kiosk.ground.words import did_you_mean, listed, quote
from kiosk.yaml.base import Written
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence, is_text, texts_at
from kiosk.yaml.shape import Place
from kiosk.yaml.source import Source

PAGES: Final = ("home", "statistics", "videos")
_SHOWN_ON: Final[dict[str, tuple[set[type[Written]], str]]] = {
    "statistics": ({Stat, Chart}, "number"),
    "videos": ({Film}, "film"),
}
_WANTED: Final = {
    "opens": "the id of a sector or a film, `statistics`, `videos` or `home`",
    "stat": "the id of a stat",
}
_MOST_LISTED: Final = 12


def check_references(places: list[Place], root: Mapping, source: Source) -> None:
    """Report ids that are there twice or are the name of a page, and what refers to nothing that can be shown."""
    ids = _check_ids(places, source)
    empty = _empty_pages(places, source)
    titles = _titles(places, Sector, Film)
    opens = [*(page for page in PAGES if page not in empty), *titles]
    known = {"opens": opens, "stat": [*_titles(places, Stat)]}
    misplaced = set(_every_id(root)) - ids
    for place, at in _texts(places, "opens", "stat"):
        mark = str(place.shape.mark)
        leads = f"`{place.key.text}` leads to {quote(at.text)}"
        if mark == "opens" and at.text in empty:
            what = f"{leads}, and the bundle holds no {empty[at.text]}"
            source.error(at, "K303", what, "Write `home` or the id of a sector.")
        elif at.text not in {*known[mark], *misplaced}:
            code, why = ("K304", f"is not {_WANTED[mark]}") if at.text in ids else ("K303", "does not exist")
            source.error(at, code, f"{leads}, which {why}", _cure(at.text, mark, known[mark], titles))


def _texts(places: list[Place], *marks: str) -> Iterator[tuple[Place, Scalar]]:
    for place in places:
        if place.shape.mark in marks and is_text(place.node):
            yield place, place.node


def _check_ids(places: list[Place], source: Source) -> set[str]:
    """Return every id."""
    first: dict[str, Scalar] = {}
    for _, at in _texts(places, "sector", "block"):
        if (known := first.setdefault(at.text, at)) is not at:
            what = f"the id {quote(at.text)} is used twice: first on line {known.line}, and here again"
            source.error(at, "K301", what, "Give one of the two another id.")
        elif at.text in PAGES:
            source.error(at, "K302", f"the id {quote(at.text)} is the name of a page", "Choose another id.")
    return set(first)


def _every_id(node: Node) -> Iterator[str]:
    """Yield everything that is written as an `id`, also where it is in the wrong place."""
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping) and (written := node.scalar("id")):
        yield written.text
    for inner in node.items if isinstance(node, Sequence) else node.entries.values():
        yield from _every_id(inner)


def _empty_pages(places: list[Place], source: Source) -> dict[str, str]:
    """Return the pages that have nothing to show, each with what is missing on it."""
    if any(problem.code in ("K202", "K203") for problem in source.problems):
        return {}  # a key or a block that is not known may hold what is missing, and that is reported
    models = {place.shape.model for place in places}
    return {page: lacking for page, (kinds, lacking) in _SHOWN_ON.items() if models.isdisjoint(kinds)}


def _titles(places: list[Place], *models: type[Written]) -> dict[str, list[str]]:
    """Return the titles of what is of one of these models, by its id."""
    nodes = [place.node for place in places if place.shape.model in models]
    named = {name.text: node for node in nodes if isinstance(node, Mapping) and (name := node.scalar("id"))}
    return {name: [at.text for at in texts_at(node.entries.get("title"))] for name, node in named.items()}


def _cure(text: str, mark: str, known: list[str], titles: dict[str, list[str]]) -> str:
    """Return what to write instead, where people often write a title for an id."""
    examples = f": {listed(known)}" if len(known) <= _MOST_LISTED else f", for example {quote(known[-1])}"
    by_title = {title.strip().casefold(): name for name, said in titles.items() for title in said}
    meant = by_title.get(text.strip().casefold(), text)
    return did_you_mean(meant, known, f"Write {_WANTED[mark]}{examples if known else ''}.")
