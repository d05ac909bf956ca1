"""The bundle that authors' tests begin with."""

from __future__ import annotations

from tests.author.conftest import booth, film, original

__all__ = ["booth", "film", "original"]
