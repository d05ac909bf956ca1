from __future__ import annotations

import pytest

from kiosk.language.fonts import families, line_height, package_for


@pytest.mark.parametrize(
    ("script", "overrides", "expected"),
    [
        ("Latn", {}, ("Noto Sans",)),
        ("Hans", {}, ("Noto Sans CJK SC", "Noto Sans")),
        ("Hant", {}, ("Noto Sans CJK TC", "Noto Sans")),
        ("Jpan", {}, ("Noto Sans CJK JP", "Noto Sans")),
        ("Kore", {}, ("Noto Sans CJK KR", "Noto Sans")),
        ("Arab", {}, ("Noto Sans Arabic", "Noto Sans")),
        ("Hebr", {}, ("Noto Sans Hebrew", "Noto Sans")),
        ("Taml", {}, ("Noto Sans Tamil", "Noto Sans")),
        ("Cyrl", {}, ("Noto Sans",)),
        ("Zzzz", {}, ("Noto Sans",)),
        ("Arab", {"Arab": "Amiri"}, ("Amiri", "Noto Sans Arabic", "Noto Sans")),
        ("Arab", {"Latn": "Inter"}, ("Noto Sans Arabic", "Inter", "Noto Sans")),
        ("Latn", {"Latn": "Inter", "Arab": "Amiri"}, ("Inter", "Noto Sans")),
        ("Latn", {"Latn": ""}, ("Noto Sans",)),
    ],
)
def test_families(script: str, overrides: dict[str, str], expected: tuple[str, ...]) -> None:
    assert families(script, overrides) == expected


@pytest.mark.parametrize(
    ("script", "height", "package"),
    [
        ("Latn", 1.45, "fonts-noto-core"),
        ("Hans", 1.6, "fonts-noto-cjk"),
        ("Arab", 1.7, "fonts-noto-core"),
        ("Zzzz", 1.45, "fonts-noto-core"),
    ],
)
def test_lines_and_packages(script: str, height: float, package: str) -> None:
    assert line_height(script) == height
    assert package_for(script) == package
