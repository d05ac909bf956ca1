"""Every finding of `kiosk check` by its stable code: what it means, why it matters and how it is mended.

`docs/checks.md` is written from here. A code never changes its meaning and is never used again for something else.

K1 reading files and YAML · K2 structure and values · K3 ids and links between parts · K4 files and media ·
K5 languages and translations · K6 fonts and characters · K7 how it looks on the screen · K8 archives and the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Code:
    """A kind of finding: its stable code, its title, what causes it and how it is mended."""

    code: str
    title: str
    cause: str
    cure: str


CODES: Final[tuple[Code, ...]] = ()
