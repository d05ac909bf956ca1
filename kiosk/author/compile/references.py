"""Ids, and where they lead: each is there once, and what refers to one finds a thing that can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.author.format.models import Chart, Film, Sector, Stat
from kiosk.ground.words import did_you_mean, listed, quote
from kiosk.yaml.base import Written
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence, texts_at
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
    known, written = _known(places, ids, source), set(_every_id(root))
    for place, at in _texts(places, "opens", "stat"):
        if place.shape.mark == "opens" and at.text in known.empty:
            what = f"`{place.key.text}` leads to {quote(at.text)}, and the bundle holds no {known.empty[at.text]}"
            source.error(at, "K303", what, "Write `home` or the id of a sector.")
        elif at.text in ids or at.text not in written:
            known.check(place, at, source)


def _texts(places: list[Place], *marks: str) -> Iterator[tuple[Place, Scalar]]:
    for place in places:
        if place.shape.mark in marks and isinstance(place.node, Scalar) and not place.node.is_blank:
            yield place, place.node


def _check_ids(places: list[Place], source: Source) -> dict[str, Scalar]:
    """Return each id with its first place."""
    first: dict[str, Scalar] = {}
    for _, at in _texts(places, "sector", "block"):
        if at.text in first:
            what = f"the id {quote(at.text)} is used twice: first on line {first[at.text].line}, and here again"
            source.error(at, "K301", what, "Give one of the two another id.")
        elif at.text in PAGES:
            source.error(at, "K302", f"the id {quote(at.text)} is the name of a page", "Choose another id.")
        first.setdefault(at.text, at)
    return first


def _every_id(node: Node) -> Iterator[str]:
    """Yield everything that is written as an `id`, also where it is in the wrong place."""
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping) and isinstance(written := node.entries.get("id"), Scalar):
        yield written.text
    for inner in node.items if isinstance(node, Sequence) else node.entries.values():
        yield from _every_id(inner)


@dataclass(frozen=True)
class _Known:
    """What can be referred to: the targets of each mark, pages with nothing to show, ids by the titles of their things.

    `empty` says of each such page what is missing on it. People write titles in the place of ids.
    """

    ids: dict[str, Scalar]
    targets: dict[str, list[str]]
    empty: dict[str, str]
    titles: dict[str, str]

    def check(self, place: Place, at: Scalar, source: Source) -> None:
        """Report a reference that leads to nothing."""
        mark = str(place.shape.mark)
        targets, wanted = self.targets[mark], _WANTED[mark]
        if at.broken or at.text in targets:
            return
        code, why = ("K304", f"is not {wanted}") if at.text in self.ids else ("K303", "does not exist")
        some = f": {listed(targets)}" if len(targets) <= _MOST_LISTED else f", for example {quote(targets[-1])}"
        cure = f"Write {wanted}{some if targets else ''}."
        meant = self.titles.get(at.text.strip().casefold(), at.text)
        what = f"`{place.key.text}` leads to {quote(at.text)}, which {why}"
        source.error(at, code, what, did_you_mean(meant, targets, cure))


def _known(places: list[Place], ids: dict[str, Scalar], source: Source) -> _Known:
    kinds: dict[str, type[Written] | None] = {}
    titles: dict[str, str] = {}
    for place, node, name in _named(places):
        kinds.setdefault(name, place.shape.model)
        if place.shape.model in (Sector, Film) and "title" in node.entries:
            titles |= {title.text.strip().casefold(): name for title in texts_at(node.entries["title"])}
    # A key or a block that is not known may hold what is missing, and that has been told.
    is_strange = any(problem.code in ("K202", "K203") for problem in source.problems)
    empty = {} if is_strange else _empty_pages(places)
    opens = [*(page for page in PAGES if page not in empty), *_of_kind(kinds, Sector, Film)]
    return _Known(ids, {"opens": opens, "stat": _of_kind(kinds, Stat)}, empty, titles)


def _empty_pages(places: list[Place]) -> dict[str, str]:
    models = {place.shape.model for place in places}
    return {page: lacking for page, (kinds, lacking) in _SHOWN_ON.items() if models.isdisjoint(kinds)}


def _named(places: list[Place]) -> Iterator[tuple[Place, Mapping, str]]:
    """Yield everything that can be referred to, with its id."""
    for place in places:
        if place.shape.model in (Sector, Film, Stat, Chart) and isinstance(place.node, Mapping):
            name = place.node.entries.get("id")
            if isinstance(name, Scalar):
                yield place, place.node, name.text


def _of_kind(kinds: dict[str, type[Written] | None], *wanted: type[Written]) -> list[str]:
    return [name for name, kind in kinds.items() if kind in wanted]
