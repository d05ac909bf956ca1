from __future__ import annotations

import pytest

from kiosk.author.compile.markdown import Piece, read_markdown


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
        ("* One\n+ Two", [("bullet", "One"), ("bullet", "Two")]),
        ("1. One\n2. Two", [("number", "One"), ("number", "Two")]),
        (
            "- One\n  1. Two\n\n  Three\n- Four",
            [("bullet", "One"), ("number", "Two"), ("body", "Three"), ("bullet", "Four")],
        ),
        ("| A | B |\n|---|---|\n| *C* | |", [("cell", "A"), ("cell", "B"), ("cell", "C"), ("cell", "")]),
        ("| A | B |", [("body", "| A | B |")]),
        ("<div>\nOne <b>two</b>\n</div>\n\nThree", [("body", "One two"), ("body", "Three")]),
        ("    far in", [("body", "far in")]),
        ("2024. It was", [("body", "2024. It was")]),
        ("**bold** _slanted_ `code` ~~gone~~ *both*", [("body", "bold slanted code gone both")]),
        ("***both***", [("body", "both")]),
        ("snake_case_name 2*3*4", [("body", "snake_case_name 234")]),
        ("2 * 3 * 4 and a * b", [("body", "2 * 3 * 4 and a * b")]),
        (r"\*plain\* \# \<b>", [("body", "*plain* # <b>")]),
        ("[words](https://example.org) [more][ref]", [("body", "words [more][ref]")]),
        ("![a bridge](bridge.png) is here", [("body", "a bridge is here")]),
        ("![](bridge.png)", []),
        ("a <b>bold</b> <script>word</script><!-- no -->", [("body", "a bold word")]),
        ("<https://example.org>", [("body", "https://example.org")]),
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


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("**One two**", True),
        ("*One two*", True),
        ("***One two***", True),
        ("- **One**", True),
        ("**重庆的桥**", True),
        ("**One** two", False),
        ("**One** and **two**", False),
        ("One", False),
    ],
)
def test_what_is_emphasised_as_a_whole_is_strong(text, strong):
    (piece,) = read_markdown(text)
    assert piece.strong == strong
    assert "*" not in piece.text


def test_items_and_cells_know_their_places():
    assert [piece.number for piece in read_markdown("3. A\n4. B\n\nC\n\n1) D")] == [3, 4, 0, 1]
    cells = read_markdown("| A | B |\n|---|---|\n| C | D |")
    assert [(cell.line, cell.column) for cell in cells] == [(0, 0), (0, 1), (2, 0), (2, 1)]
