from __future__ import annotations

import pytest

from kiosk.bundle.palette import contrast_ratio
from tests.author.lint.looking import catalog, entry, only, places
from tests.author.making import HERE

ACCENT = '  accent: "#E5432D"'


def test_ordinary_colours_and_lengths_have_no_findings(booth):
    assert only(booth, "K750", "K751", "K752") == []


@pytest.mark.parametrize(
    ("theme", "word"),
    [
        ('  accent: §"#101828"', "`accent` (#101828)"),
        (f'{ACCENT}\n  text: §"#202020"', "`text` (#202020) on `"),
        (f'{ACCENT}\n  quiet: §"#303030"', "`quiet`"),
        (f'{ACCENT}\n  surface: §"#dddddd"', "`surface` (#dddddd) on `text`"),
        (f'{ACCENT}\n  ground: "#fff"\n  text: §"#EEE"', "`text` (#eeeeee)"),
    ],
)
def test_colours_that_cannot_be_read_are_told_with_what_is_shown_instead(booth, theme, word):
    at = booth.spoil(ACCENT, theme)
    problem = next(problem for problem in only(booth, "K750") if places([problem]) == [("content.yaml", *at)])
    assert word in problem.what
    assert problem.cure.partition("`")[2].startswith("#")


def test_colours_are_looked_at_in_a_bundle_with_errors(booth):
    booth.text = booth.text.replace("alt: Home", "alt: {xx: Home}")
    at = booth.spoil(ACCENT, f'  accent: {HERE}"#101828"')
    assert places(only(booth, "K750")) == [("content.yaml", *at)]


def test_what_is_proposed_can_be_seen(booth):
    at = booth.spoil('colour: "#37C2B2"', f'colour: {HERE}"#111a2a"')
    [problem] = only(booth, "K751")
    assert places([problem]) == [("content.yaml", *at)]
    assert contrast_ratio(problem.cure.split("`")[1], "#0e1420") >= 4.5


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("title: Cars\n", f"title: §{'car ' * 16}\n", True),
        ("title: Cars\n", f"title: §{'car ' * 14}\n", False),
        ("title: Cars\n", f"title: §{'重' * 31}\n", True),
        ("summary: All about cars", f"summary: §{'about cars ' * 20}", True),
        ("line: Second line", f"line: §{'words ' * 13}", True),
        ("label: Cars built", f"label: §{'Cars ' * 30}", False),
    ],
)
def test_words_that_are_far_too_long_are_told(booth, old, new, found):
    at = booth.spoil(old, new)
    assert places(only(booth, "K752")) == ([("content.yaml", *at)] if found else [])


def test_translations_can_be_too_long_as_well(booth):
    booth.put("translations/de/LC_MESSAGES/content.po", catalog(entry("First line", "Wort " * 20)))
    assert [name for name, _, _ in places(only(booth, "K752"))] == ["content.po"]
