"""What a template is given is escaped, and what it isn't given is an error, not a gap."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from kiosk.ground.markup import template


def test_what_is_given_is_escaped_and_what_is_not_is_an_error(tmp_path):
    file = tmp_path / "page.html"
    file.write_text("<p>{{ words }}</p>\n")
    assert template(file).render(words="<b>&") == "<p>&lt;b&gt;&amp;</p>"
    with pytest.raises(UndefinedError, match="words"):
        template(file).render()
