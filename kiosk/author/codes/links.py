"""K3: ids and links between parts."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K301",
        "An id is used twice",
        "Ids are names, and a name belongs to one thing in the whole bundle: the program would not know which of the "
        "two is meant.",
        "Give one of the two another id.",
        "- id: wines\n  ...\n- id: wines",
    ),
    Code(
        "K302",
        "An id that is the name of a page",
        "`home`, `statistics` and `videos` are pages of the booth, so nothing else can have these names.",
        "Choose another id.",
        "- id: videos",
    ),
    Code(
        "K303",
        "A reference that leads nowhere",
        "`opens` or `number` names an id that does not exist in the bundle, or `opens` names the page of numbers or "
        "films in a bundle that has none. A tap would lead to nothing.",
        "Write an id that exists; the report suggests the nearest.",
        "opens: wnies",
    ),
    Code(
        "K304",
        "A reference to the wrong kind of thing",
        "The id exists, but cannot be used here: `opens` leads to a sector, a film or a page, `number` to a `stat`.",
        "Write the id of the right kind of thing.",
        "number: cellar-film",
    ),
)

FAMILY: Final = Family(
    3,
    "Ids and where they lead",
    "Parts of a bundle have names (ids), and other parts refer to them.",
    _CODES,
)
