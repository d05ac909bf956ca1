from __future__ import annotations

import pytest

from kiosk.bundle.markdown import Piece, read_markdown


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("Words\nthat go on", [("body", "Words that go on")]),
        ("One\n\nTwo", [("body", "One"), ("body", "Two")]),
        ("# One\nTwo", [("heading", "One"), ("body", "Two")]),
        ("## One ##", [("heading", "One")]),
        ("One\n===\nTwo", [("heading", "One"), ("body", "Two")]),
        ("#hashtag", [("body", "#hashtag")]),
        ("- One\n- Two\n  goes on\n\nThree", [("bullet", "One"), ("bullet", "Two goes on"), ("body", "Three")]),
        ("* One\n+ Two\n1. Three\n2) Four", [("bullet", word) for word in ("One", "Two", "Three", "Four")]),
        ("2024. It was", [("body", "2024. It was")]),
        ("**bold** _slanted_ `code` ~~gone~~ *both*", [("body", "bold slanted code gone both")]),
        ("***both***", [("body", "both")]),
        ("snake_case_name 2*3*4", [("body", "snake_case_name 234")]),
        ("2 * 3 * 4 and a * b", [("body", "2 * 3 * 4 and a * b")]),
        (r"\*plain\* \# \<b>", [("body", "*plain* # <b>")]),
        ("[words](https://example.org) [more][ref]", [("body", "words more")]),
        ("![a bridge](bridge.png) is here", [("body", "a bridge is here")]),
        ("![](bridge.png)", []),
        ("a <b>bold</b> <script>word</script><!-- no -->", [("body", "a bold word")]),
        ("<https://example.org>", [("body", "//example.org")]),
        ("1 < 2 and 3 > 2", [("body", "1 < 2 and 3 > 2")]),
        ("&lt;b&gt; &amp; &copy;", [("body", "<b> & ©")]),
        ("> cited", [("body", "cited")]),
        ("One\n\n---\n\nTwo", [("body", "One"), ("body", "Two")]),
        ("```\ncode\n```", [("body", "code")]),
        ("重庆\n品牌", [("body", "重庆 品牌")]),
    ],
)
def test_pieces(text, pieces):
    assert [(piece.style, piece.text) for piece in read_markdown(text)] == pieces


def test_pieces_know_their_line():
    assert [piece.line for piece in read_markdown("# A\n\nB\nC\n\n- D")] == [0, 2, 5]
    assert read_markdown("A") == (Piece("body", "A", 0),)
