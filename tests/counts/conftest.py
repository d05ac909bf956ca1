"""A small bundle for those who need one."""

from __future__ import annotations

from tests.staff.conftest import show

__all__ = ["show"]
