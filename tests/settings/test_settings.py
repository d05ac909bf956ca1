"""What may stand in `booth.yaml`, what is said of a mistake in it, and what follows from the settings.

`§` in a spoiled text marks the line and column that the report must name.
"""

# ruff: noqa: E501 - one row of a table, one line

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import jsonschema
import msgspec
import pytest
import yaml

from kiosk.author.format.schema import schema_of
from kiosk.settings import settings as s
from kiosk.settings.form import Booth
from kiosk.settings.hours import is_open, is_open_now
from kiosk.settings.keys import flat, in_words, read_change
from kiosk.settings.offering import offered, toggled
from kiosk.settings.reading import check_bytes, lines_of, read_settings
from kiosk.settings.settings import USUAL, Open, Settings
from kiosk.store.load import load_bundle

FILE = Path("booth.yaml")
HASH = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaGhhc2g"
WHOLE = f"""\
booth: 1
name: Hall 3, left
languages:
  default: de
  offered: [de, zh-hans, ar]
  staff: en
idle: {{seconds: 90, warning_seconds: 30}}
screen:
  display: 1
  diagonal_inch: 54.6
  viewing_mm: 800
  rotation: 270
sound: {{volume: 50, cap: 80}}
hours:
  mon: ["09:00-12:30", "13:30-18:00"]
  sat: 10.00 – 16:00
  sun: closed
way_in:
  gesture: taps
  corner: bottom-right
  taps: 7
  seconds: 4
pin:
  hash: {HASH}
  scrambled: true
sticks: never
counts: {{enabled: true, keep_days: 30}}
log: {{file: /var/log/kiosk.log}}
"""

MISTAKES = [
    # old, new, code, a word of what or of the cure
    ("booth: 1\n", "booth: §2\n", "K224", "update the program"),
    ("booth: 1\n", "booth: §one\n", "K224", "version 1, not `one`"),
    ("booth: 1\nname", "§name", "K201", "Begin the file with `booth: 1`"),
    ("name: Hall 3, left", "§nam: x", "K202", "Did you mean `name`?"),
    ("name: Hall 3, left", "§monitor: 1", "K202", "Did you mean `screen`?"),
    ("name: Hall 3, left", "§name:", "K204", "nothing after it"),
    ("name: Hall 3, left", "name: §[a]", "K209", "not a list"),
    ("name: Hall 3, left", f"name: §{'x' * 81}", "K210", "longer than 80"),
    ("name: Hall 3, left", "name: Hall §#3", "K120", "read as a comment"),
    ("default: de", "default: §German", "K901", "Did you mean `de`?"),
    ("default: de", "default: §cn", "K901", "Did you mean `zh_Hans`?"),
    ("default: de", 'default: §"de, en"', "K901", "one code alone"),
    ("default: de", "default: §fr", "K905", "not among the languages offered"),
    ("ar]", "§arabic]", "K901", "Did you mean `ar`?"),
    ("offered: [de, zh-hans, ar]", "offered: §de", "K207", "[de]"),
    ("  staff: en", "  §staff:", "K204", "code of a language"),
    ("idle: {seconds: 90, warning_seconds: 30}", "idle: §90", "K208", "must hold keys"),
    ("seconds: 90", "seconds: §0", "K217", "between 5 and 3600"),
    ("seconds: 90", "seconds: §1 min", "K216", "Write 60."),
    ("seconds: 90", "seconds: §soon", "K216", "digits alone"),
    ("warning_seconds: 30", "warning_seconds: §5", "K217", "between 20 and 600"),
    ("display: 1", "display: §64", "K217", "between 0 and 63"),
    ("display: 1", "display: §1.5", "K216", "whole number"),
    ("diagonal_inch: 54.6", 'diagonal_inch: §55"', "K216", "Write 55."),
    ("diagonal_inch: 54.6", "diagonal_inch: §139.7 cm", "K216", "Write 55."),
    ("viewing_mm: 800", "viewing_mm: §2 m", "K216", "Write 2000."),
    ("rotation: 270", "rotation: §45", "K217", "0, 90, 180 or 270"),
    ("rotation: 270", "rotation: §90°", "K216", "Write 90."),
    ("rotation: 270", "§orientation: 90", "K202", "Did you mean `rotation`?"),
    ("volume: 50", "volume: §50%", "K216", "Write 50."),
    ("cap: 80", "cap: §120", "K217", "between 0 and 100"),
    ("  sun: closed", "  §sunday: closed", "K202", "Did you mean `sun`?"),
    ("sun: closed", "sun: §9 to 5", "K903", "`closed`"),
    ("sun: closed", "sun: §25:00-26:00", "K903", "opening hours"),
    ("sun: closed", "sun: §09:60-10:00", "K903", "opening hours"),
    ("sun: closed", "sun: §22:00-02:00", "K903", "after midnight"),
    ("sun: closed", "sun: [09:00-12:00, §closed]", "K903", "`closed`"),
    ("sun: closed", "sun: §[09:00-12:00, 11:00-13:00]", "K903", "overlap"),
    ("sun: closed", "sun: §{from: 9}", "K209", "not a mapping"),
    ("gesture: taps", "gesture: §tap", "K218", "Did you mean `taps`?"),
    ("corner: bottom-right", "corner: §bottomright", "K218", "Did you mean `bottom-right`?"),
    ("taps: 7", "taps: §1", "K217", "between 3 and 12"),
    (f"hash: {HASH}", "hash: §123456", "K902", "`kiosk pin`"),
    ("scrambled: true", "scrambled: §yes", "K218", "Did you mean `true`?"),
    ("sticks: never", "sticks: §no", "K218", "Did you mean `never`?"),
    ("keep_days: 30", "keep_days: §2 years", "K216", "Write 730."),
    ("counts: {enabled: true", "counts: {§enable: true", "K202", "Did you mean `enabled`?"),
    ("booth: 1\n", "booth: 1\nname: x\n", "K119", "written twice"),
]  # fmt: skip


def test_everything_that_may_stand_there_is_understood() -> None:
    found, problems = check_bytes(WHOLE.encode(), FILE)
    assert not problems
    assert found == Settings(
        name="Hall 3, left",
        languages=s.Languages(default="de", offered=("de", "zh_Hans", "ar"), staff="en"),
        idle=s.Idle(seconds=90, warning_seconds=30),
        screen=s.Screen(display=1, diagonal_inch=54.6, viewing_mm=800, rotation=270),
        sound=s.Sound(volume=50, cap=80),
        hours=s.Hours(
            mon=(Open(begins=540, ends=750), Open(begins=810, ends=1080)), sat=(Open(begins=600, ends=960),), sun=()
        ),
        way_in=s.WayIn(gesture="taps", corner="bottom-right", taps=7, seconds=4),
        pin=s.Pin(hash=HASH, scrambled=True),
        sticks="never",
        counts=s.Counts(enabled=True, keep_days=30),
        log=s.Log(file="/var/log/kiosk.log"),
    )


def test_what_is_left_out_is_what_is_usual() -> None:
    assert check_bytes(b"booth: 1\n", FILE) == (USUAL, ())
    assert check_bytes(b"booth: 1\nlanguages: {default: '', offered: }\npin: {hash: }\n", FILE) == (USUAL, ())


@pytest.mark.parametrize(("old", "new", "code", "word"), MISTAKES, ids=[row[1].strip()[:30] for row in MISTAKES])
def test_a_mistake_is_told_at_its_place(old: str, new: str, code: str, word: str) -> None:
    assert WHOLE.count(old) == 1
    spoiled = WHOLE.replace(old, new)
    if code == "K119":
        spoiled = spoiled.replace("name: Hall", "§name: Hall")
    before = spoiled.partition("§")[0]
    found, problems = check_bytes(spoiled.replace("§", "").encode(), FILE)
    (problem,) = [problem for problem in problems if problem.code == code]
    assert (problem.position.line, problem.position.column) == (
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )
    assert word in f"{problem.what}. {problem.cure}"
    assert (found is None) == (problem.severity == "error")


def test_all_mistakes_are_told_at_once_and_another_version_alone() -> None:
    text = "booth: 1\nsticks: no\nsound: {volume: 140}\nidle: 5\n"
    assert [problem.code for problem in check_bytes(text.encode(), FILE)[1]] == ["K218", "K217", "K208"]
    assert [problem.code for problem in check_bytes(text.replace("1", "2", 1).encode(), FILE)[1]] == ["K224"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "K104"),
        (b"- a\n", "K208"),
        (b"5\n", "K208"),
        (b"\xff", "K103"),
        (b"a: [", "K112"),
        (b" " * 300_000, "K102"),
    ],
)
def test_what_is_no_mapping_at_all(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "booth.yaml"
    file.write_bytes(data)
    found, problems = read_settings(file)
    assert (found, [problem.code for problem in problems]) == (None, [code])
    assert lines_of(file) == {}


def test_where_each_setting_stands(tmp_path: Path) -> None:
    file = tmp_path / "booth.yaml"
    file.write_text(WHOLE)
    lines = lines_of(file)
    assert (lines["booth"], lines["languages.default"], lines["sound.cap"], lines["log.file"]) == (1, 4, 13, 28)


def test_the_documentation_has_a_whole_file_and_explains_every_key(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "booth.md").read_text("utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    file = tmp_path / "booth.yaml"
    file.write_text(example)
    assert read_settings(file)[1] == ()
    assert set(flat(USUAL)) <= set(lines_of(file))
    names = {name.partition(".")[0] if name.startswith("hours.") else name for name in flat(USUAL)}
    assert not [name for name in names if f"| `{name}` | " not in page]


def test_the_schema_says_the_same() -> None:
    schema = json.loads(schema_of(Booth, "Settings"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(WHOLE), schema)
    for spoiled in ({"booth": 2}, {"booth": 1, "nam": "x"}, {"booth": 1, "sound": {"volume": 140}}, {}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoiled, schema)


# Opening hours: Monday 9 to 12 and 13 to 18, Saturday round midnight, closed otherwise.

WEEK = Settings(
    hours=s.Hours(
        mon=(Open(begins=540, ends=720), Open(begins=780, ends=1080)),
        sat=(Open(begins=1200, ends=1440),),
        sun=(Open(begins=0, ends=120),),
    )
)


@pytest.mark.parametrize(
    ("now", "open_then"),
    [
        *(("2026-11-23 08:59:59", False), ("2026-11-23 09:00", True), ("2026-11-23 11:59:59", True), ("2026-11-23 12:00", False)),
        *(("2026-11-23 13:00", True), ("2026-11-23 18:00", False), ("2026-11-24 10:00", False)),
        *(("2026-11-28 19:59", False), ("2026-11-28 23:59:59", True), ("2026-11-29 00:00", True), ("2026-11-29 02:00", False)),
        *(("1970-01-01 10:00", False), ("2036-11-24 10:00", True)),
    ],
)  # fmt: skip
def test_the_hours(now: str, open_then: bool) -> None:
    assert is_open(WEEK, datetime.fromisoformat(now)) is open_then


def test_without_hours_it_is_always_open() -> None:
    assert is_open(USUAL, datetime(2026, 1, 1, 3))
    assert is_open_now(USUAL)
    assert not is_open_now(Settings(hours=s.Hours(mon=())))


# What is offered of a bundle.


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("de", "en de ar", "en ar"),
        ("de", "en ar", "en de ar"),
        ("zh_Hans", "en ar", "en ar zh_Hans"),
        ("en", "ar de", "en ar de"),
        ("de", "ar en", "de ar en"),
        ("ar", "ar fr en", "fr en"),
        ("ar", "fr en", "fr en ar"),
    ],
)
def test_a_language_comes_and_goes_and_the_others_stay_as_the_settings_have_them(
    code: str, before: str, after: str
) -> None:
    """French is in the settings, and not in this content."""
    assert toggled(code, before.split(), ["en", "de", "ar", "zh_Hans"]) == after.split()


@pytest.mark.parametrize(
    ("codes", "then"),
    [((), "en de ar zh_Hans"), (("ar", "en"), "ar en"), (("ar", "fr", "ar"), "ar"), (("fr",), "en de ar zh_Hans")],
)
def test_only_what_is_offered_is_there_in_that_order(codes: tuple[str, ...], then: str) -> None:
    root = Path(__file__).resolve().parents[2]
    bundle = load_bundle(root)
    known = {language.code: language for language in bundle.languages}
    bundle = msgspec.structs.replace(bundle, languages=tuple(known[code] for code in ["en", "de", "ar", "zh_Hans"]))
    shown = offered(bundle, Settings(languages=s.Languages(offered=codes)))
    assert " ".join(language.code for language in shown.languages) == then


# By their keys.


def test_a_setting_is_named_by_its_place() -> None:
    assert s.VOLUME.name == "sound.volume"
    named = [setting.name for setting in vars(s).values() if isinstance(setting, s.Setting)]
    assert len(named) > 3
    assert set(named) <= set(flat(USUAL))


# In words.


def test_every_setting_has_a_name_and_words() -> None:
    found, _ = check_bytes(WHOLE.encode(), FILE)
    assert found is not None
    values = flat(found)
    words = {name: in_words(name, value) for name, value in values.items()}
    assert words["languages.offered"] == "de, zh_Hans, ar"
    assert words["hours.mon"] == "09:00-12:30, 13:30-18:00"
    assert (words["hours.tue"], words["hours.sun"]) == ("closed", "closed")
    assert (words["pin.hash"], words["pin.scrambled"], words["idle.seconds"]) == ("set", "true", "90")
    assert HASH not in str(words)
    usual = {name: in_words(name, value) for name, value in flat(USUAL).items()}
    assert set(usual) == set(words)
    assert all(usual.values())
    assert (usual["hours.mon"], usual["screen.display"], usual["name"]) == ("always open", "the primary one", "-")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("sound.volume", "40", "40"),
        ("counts.enabled", "true", True),
        ("counts.enabled", "on", "on"),
        ("languages.offered", "de, ar,", ["de", "ar"]),
        ("hours.mon", "09:00-12:00,13:00-18:00", ["09:00-12:00", "13:00-18:00"]),
        ("hours.mon", "closed", "closed"),
        ("hours", "", None),
        ("sticks", "", None),
    ],
)
def test_what_is_typed_becomes_a_value(name: str, text: str, value: object) -> None:
    assert read_change(name, text) == (name, value)


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        *(("sound.volum", "1", "sound.volume"), ("zzz", "1", "kiosk settings show"), ("sound", "1", "`sound.cap`")),
        *(("pin.hash", "1", "kiosk pin"), ("pin", "", "kiosk pin"), ("booth", "1", "no setting")),
    ],
)
def test_what_is_no_setting_is_asked_back_about(name: str, text: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        read_change(name, text)
