"""`kiosk report`: what is asked for, and what makes no sense; what the counts say is tested with them."""

from __future__ import annotations

import pytest

from bench.week import write_week
from kiosk import cli
from tests.staff.conftest import show  # noqa: F401


@pytest.fixture(scope="module")
def counts(tmp_path_factory):
    file = tmp_path_factory.mktemp("week") / "counts.sqlite"
    write_week(file)
    return file


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "yesterday"], "is no day"),
        (["--from", "2026-11-25", "--to", "2026-11-24"], "comes before"),
        (["--csv", "--html"], "choose --csv or --html"),
        (["--counts", "nowhere.sqlite"], "there is no file"),
    ],
)
def test_what_makes_no_sense(capsys, words, said):
    assert cli.main(["report", *words]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "visits on 7 days."),
        (["--csv"], "hour,what,name,amount\n"),
        (["--html"], "<html"),
        (["--to", "2026-11-16"], "visits on 1 day"),
    ],
)
def test_in_each_form(counts, show, capsys, words, said):  # noqa: F811
    assert cli.main(["report", "--counts", str(counts), "--bundle", str(show), *words]) == 0
    assert said in capsys.readouterr().out


def test_the_page_has_the_name_that_the_settings_give_the_booth(counts, show, tmp_path, capsys):  # noqa: F811
    settings, page = tmp_path / "hall.yaml", tmp_path / "page.html"
    settings.write_text("booth: 1\nname: Hall seven\n")
    words = ["--counts", str(counts), "--bundle", str(show), "--html", "--out", str(page)]
    assert cli.main(["report", *words, "--booth", str(settings)]) == 0
    assert "Hall seven" in page.read_text("utf-8")
    assert str(page) in capsys.readouterr().out
