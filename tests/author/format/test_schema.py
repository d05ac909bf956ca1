from __future__ import annotations

import json

import pytest
import yaml

from kiosk.author.format.schema import DIALECT, bundle_schema, schema_text
from tests.author.making import CONTENT


def fields(schema):
    """Yield every named field of a schema with the name of what holds it."""
    yield from (("Content", name, field) for name, field in schema["properties"].items())
    for holder, definition in schema["$defs"].items():
        for name, field in definition["properties"].items():
            yield holder, name, field


def test_the_schema_is_one():
    schema = json.loads(schema_text())
    assert schema["$schema"] == DIALECT
    assert schema["required"] == ["kiosk", "title", "languages", "attract", "sectors"]
    assert schema["additionalProperties"] is False


def test_every_field_is_explained():
    for holder, name, field in fields(bundle_schema()):
        assert field.get("description"), f"{holder}.{name} has no description"
        assert "default" not in field or field["default"] not in (None, {}, [], ""), f"{holder}.{name}"


def test_every_value_has_an_example():
    for holder, name, field in fields(bundle_schema()):
        if "$ref" not in field and "$ref" not in field.get("items", {}):
            assert field.get("examples") or "const" in field, f"{holder}.{name} has no example"


def test_what_is_in_order_fits_the_schema():
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(bundle_schema())
    validator.check_schema(bundle_schema())
    content = yaml.safe_load(CONTENT)
    assert list(validator.iter_errors(content)) == []
    content["sectors"][0]["blocks"][0]["chart"] = {}
    content["attract"][0].pop("poster")
    content["colour"] = "red"
    assert len(list(validator.iter_errors(content))) >= 3
