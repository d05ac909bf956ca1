"""Refuse the one pair of Python and Qt that destroys itself."""

from __future__ import annotations

import sys

import PySide6

from kiosk.ground.errors import KioskError


def refuse_bad_pair(python: tuple[int, ...] | None = None, qt: str | None = None) -> None:
    """Raise KioskError where PySide6 6.12 or newer meets Python 3.11 or older; call it before Qt is used.

    That pair drops a reference of `None` at each C++ null, until the interpreter aborts.
    """
    python = python or sys.version_info[:2]
    qt = qt or PySide6.__version__
    numbers = tuple(int(part) for part in qt.split(".")[:2])
    if python < (3, 12) and numbers >= (6, 12):
        raise KioskError(
            f"PySide6 {qt} on Python {'.'.join(map(str, python[:2]))} crashes after a while",
            "Use Python 3.12 or newer, or PySide6 6.11: pip install 'PySide6_Essentials<6.12' 'PySide6_Addons<6.12'",
        )
