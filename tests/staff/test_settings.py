"""What follows from settings: what is offered, when the booth is open, how bright it is, a tone on one side."""

from __future__ import annotations

import wave

import msgspec
import pytest

from kiosk.bundle.load import load_bundle
from kiosk.staff.brightness import read_brightness, set_brightness
from kiosk.staff.keeper import PAUSES, pause_seconds
from kiosk.staff.offering import offered
from kiosk.staff.settings import USUAL, Languages
from kiosk.staff.tones import write_tone


@pytest.fixture(scope="module")
def bundle(show):
    return load_bundle(show)


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ((), ["en", "de", "fr"]),
        (("fr", "en"), ["fr", "en"]),
        (("fr", "ar", "fr"), ["fr"]),
        (("ar",), ["en", "de", "fr"]),
        (("en", "de", "fr"), ["en", "de", "fr"]),
    ],
)
def test_languages_that_are_offered(bundle, wanted, codes):
    settings = msgspec.structs.replace(USUAL, languages=Languages(offered=wanted))
    assert [language.code for language in offered(bundle, settings).languages] == codes


def test_brightness(tmp_path):
    assert read_brightness(tmp_path / "none") is None
    assert read_brightness(tmp_path) is None
    assert not set_brightness(50, tmp_path)
    lamp = tmp_path / "lamp"
    lamp.mkdir()
    (lamp / "brightness").write_text("120\n")
    assert read_brightness(tmp_path) is None
    assert not set_brightness(50, tmp_path)
    (lamp / "max_brightness").write_text("0\n")
    assert read_brightness(tmp_path) is None
    (lamp / "max_brightness").write_text("240\n")
    assert read_brightness(tmp_path) == 50
    assert set_brightness(0, tmp_path)
    assert read_brightness(tmp_path) == 5
    assert set_brightness(400, tmp_path)
    assert read_brightness(tmp_path) == 100


@pytest.mark.parametrize(("side", "silent"), [("left", 1), ("right", 0)])
def test_a_tone_is_on_one_side(tmp_path, side, silent):
    with wave.open(str(write_tone(tmp_path / "tones" / "a.wav", side))) as stream:
        assert (stream.getnchannels(), stream.getframerate()) == (2, 22_050)
        data = memoryview(stream.readframes(stream.getnframes())).cast("h")
    assert max(map(abs, data[silent::2])) == 0
    assert max(map(abs, data[1 - silent :: 2])) > 5000
    assert data[0] == data[1] == 0


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, PAUSES[0]), (1, PAUSES[0]), (2, PAUSES[1]), (5, PAUSES[-1]), (500, PAUSES[-1])]
)
def test_a_pause_before_the_next_start_is_never_long(failures, seconds):
    assert pause_seconds(failures) == seconds
    assert max(PAUSES) <= 5
