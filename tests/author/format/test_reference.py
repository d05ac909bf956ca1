from __future__ import annotations

import re

import jsonschema
import pytest
import yaml

from kiosk.author.format.reference import PAGE, main, page_text
from kiosk.author.format.schema import bundle_schema

TEXT = page_text()
HOLDERS = {
    "picture": "Picture",
    "theme": "Theme",
    "attract": "AttractItem",
    "sectors": "Sector",
    "points": "Point",
    "series": "Series",
    "statistics": "Page",
    "videos": "Page",
    "checks": "Check",
}


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == TEXT, "make docs"
    assert main(["--check"]) == 0


def test_a_stale_page_is_noticed_and_written(tmp_path, capsys):
    out = tmp_path / "format.md"
    assert main(["--check", "--out", str(out)]) == 1
    assert "make docs" in capsys.readouterr().err
    assert main(["--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == TEXT


def test_every_key_stands_in_it_with_its_description():
    schema = bundle_schema()
    for part in (schema, *schema["$defs"].values()):
        for key, field in part["properties"].items():
            rows = [row for row in TEXT.splitlines() if row.startswith(f"| `{key}` | ")]
            assert any(field["description"].replace("|", "&#124;") in row for row in rows), key


def test_links_lead_to_headings():
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL), re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) <= anchors
    for place in set(re.findall(r"\]\(([\w.-]+\.md)\)", TEXT)):
        assert (PAGE.parent / place).is_file()


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", TEXT.partition("## Every key")[2], re.DOTALL))
def test_an_example_is_right(example):
    schema = bundle_schema()
    found = yaml.load(example, yaml.CSafeLoader)
    blocks = found if isinstance(found, list) else []
    parts = [("Block", block) for block in blocks]
    for key, value in {} if blocks else found.items():
        parts += [(HOLDERS[key], item) for item in (value if isinstance(value, list) else [value])]
    assert parts
    for name, part in parts:
        jsonschema.validate(part, {"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"})


@pytest.mark.parametrize(("key", "longest"), [("title", 2_000), ("text", 20_000)])
def test_the_longest_text_is_told_truly(booth, key, longest):
    old = {"title": "title: Test booth", "text": "- quote: {text: Well said, who: Someone, role: Somewhere}"}[key]
    new = {"title": "title: ", "text": "- text: "}[key]
    assert f"{longest:,}" in TEXT
    booth.spoil(old, new + "a" * longest)
    assert not [problem for problem in booth.compile().problems if "longer" in problem.what]
    booth.spoil(old, new + "a" * (longest + 1))
    assert [problem for problem in booth.compile().problems if "longer" in problem.what]
