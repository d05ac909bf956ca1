"""The doctor: machines as folders, findings as tables."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from kiosk import cli
from kiosk.language.catalogs import Interface, interface_catalog
from kiosk.language.extract import LANGUAGES
from kiosk.machine import codecs as codecs_module
from kiosk.machine import doctor, guards
from kiosk.machine.codecs import Codecs, look_at_codecs
from kiosk.machine.doctor import CHECKS, Finding, Level, Subject, examine, worst
from kiosk.machine.examination import examine_booth
from kiosk.machine.guards import GUARDS
from kiosk.settings.settings import Pin, Settings

GB = 10**9


def machine(root: Path, files: dict[str, str]) -> Subject:
    """Return the subject that has these files; `-> x` makes a link."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("-> "):
            path.symlink_to(text[3:])
        else:
            path.write_text(text, "utf-8")
    return Subject(Settings(), root=root, store=root, state=root)


def level_of(found, id: str) -> Level:
    return next(finding.level for finding in found if finding.id == id)


@pytest.mark.parametrize(
    ("files", "id", "level"),
    [
        ({"run/systemd/timesync/synchronized": ""}, "clock-sync", Level.GOOD),
        ({}, "clock-sync", Level.UNKNOWN),
        ({"etc/timezone": "Europe/Berlin\n"}, "time-zone", Level.GOOD),
        ({"etc/localtime": "-> /usr/share/zoneinfo/Asia/Shanghai"}, "time-zone", Level.GOOD),
        ({}, "time-zone", Level.WARN),
        ({}, "memory", Level.UNKNOWN),
        ({"proc/meminfo": "MemTotal: 9 kB\nMemAvailable: 4000000 kB\nodd"}, "memory", Level.GOOD),
        ({"proc/meminfo": "MemAvailable: 100 kB"}, "memory", Level.WARN),
        ({}, "sound", Level.WARN),
        ({"proc/asound/cards": " 0 [HDMI  ]: HDA-Intel - HDMI"}, "sound", Level.WARN),
        ({}, "codecs", Level.UNKNOWN),
        ({}, "pin", Level.WARN),
        ({}, "consoles", Level.UNKNOWN),
        ({"etc/systemd/logind.conf": "#NAutoVTs=6\n"}, "consoles", Level.WARN),
        ({"etc/systemd/logind.conf.d/k.conf": "[Login]\nNAutoVTs=0\nReserveVT=0\n"}, "consoles", Level.GOOD),
        ({"etc/systemd/logind.conf": "HandlePowerKey=ignore"}, "power-key", Level.GOOD),
        ({"proc/sys/kernel/sysrq": "0\n"}, "sysrq", Level.GOOD),
        ({"proc/sys/kernel/sysrq": "176\n"}, "sysrq", Level.WARN),
        ({"etc/systemd/system/ctrl-alt-del.target": "-> /dev/null"}, "ctrl-alt-del", Level.GOOD),
        ({"etc/systemd/x": ""}, "ctrl-alt-del", Level.WARN),
        ({"usr/bin/udiskie": ""}, "autorun", Level.WARN),
        ({"etc/apt/apt.conf.d/20auto": 'APT::Periodic::Unattended-Upgrade "1";'}, "updates", Level.WARN),
        ({"etc/apt/apt.conf.d/20auto": ""}, "updates", Level.GOOD),
        ({}, "updates", Level.UNKNOWN),
        (
            {f"etc/systemd/system/{name}.target": "-> /dev/null" for name in ("sleep", "suspend", "hibernate")},
            "sleep",
            Level.GOOD,
        ),
        ({"etc/systemd/x": ""}, "sleep", Level.WARN),
        ({}, "machine-watchdog", Level.UNKNOWN),
        ({"dev/watchdog": ""}, "machine-watchdog", Level.WARN),
        ({"dev/watchdog": "", "etc/systemd/system.conf": "RuntimeWatchdogSec=30"}, "machine-watchdog", Level.GOOD),
    ],
)
def test_a_finding(tmp_path, monkeypatch, files, id, level):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "none"))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    found = examine(machine(tmp_path, files), (*CHECKS, *GUARDS))
    assert level_of(found, id) is level
    assert all(finding.cure for finding in found if finding.level in (Level.WARN, Level.BAD))


@pytest.mark.parametrize("inside", [True, False])
def test_a_shell_says_nothing_of_what_the_booth_runs_under(tmp_path, monkeypatch, inside):
    """Its own session and account are not the booth's."""
    monkeypatch.setenv("NOTIFY_SOCKET", "/run/x")
    monkeypatch.setenv("WATCHDOG_USEC", "10000000")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    found = examine(dataclasses.replace(machine(tmp_path, {}), inside=inside), GUARDS)
    guarded = ("supervisor", "watchdog", "desktop", "autorun")
    wanted = (Level.GOOD, Level.GOOD, Level.WARN, Level.WARN) if inside else (Level.UNKNOWN,) * 4
    assert tuple(level_of(found, id) for id in guarded) == wanted
    assert (level_of(found, "account") is Level.UNKNOWN) is not inside


ALL = Codecs(("H.264", "VP9"), (), ())


@pytest.mark.parametrize(
    ("codecs", "files", "levels", "cure"),
    [
        (ALL, {}, (Level.GOOD, Level.WARN), "1080p"),
        (ALL, {"dev/dri/renderD128": ""}, (Level.GOOD, Level.WARN), "va-driver-all"),
        (msgspec.structs.replace(ALL, hardware=("VA-API",)), {}, (Level.GOOD, Level.GOOD), ""),
        (Codecs(("VP9",), ("H.264",), ()), {}, (Level.BAD, Level.WARN), "1080p"),
    ],
)
def test_what_plays_films(tmp_path, codecs, files, levels, cure):
    found = list(doctor.check_video(dataclasses.replace(machine(tmp_path, files), codecs=codecs)))
    assert (level_of(found, "codecs"), level_of(found, "video")) == levels
    assert cure in found[1].cure


def test_the_films_of_the_demo_can_be_played_here():
    found = look_at_codecs()
    assert found is not None
    assert {"VP9", "H.264", "Opus", "AAC"} <= set(found.decoded)
    assert found.missing == ()


@pytest.mark.parametrize("folder", [None, Path("/nowhere")])
def test_without_ffmpeg_nothing_is_known_of_films(monkeypatch, folder):
    monkeypatch.setattr(codecs_module, "ffmpeg_folder", lambda: folder)
    assert look_at_codecs() is None


def test_the_memory_that_the_content_needs_counts(tmp_path):
    subject = machine(tmp_path, {"proc/meminfo": "MemAvailable: 1000000 kB"})
    assert level_of(doctor.check_memory(subject), "memory") is Level.GOOD
    subject = dataclasses.replace(subject, memory_bytes=GB)
    assert level_of(doctor.check_memory(subject), "memory") is Level.WARN


@pytest.mark.parametrize(("year", "level"), [(1970, Level.BAD), (2026, Level.GOOD), (2136, Level.BAD)])
def test_the_clock(tmp_path, year, level):
    assert level_of(doctor.check_clock(machine(tmp_path, {}), datetime(year, 6, 1)), "clock") is level


@pytest.mark.parametrize(("free", "level"), [(5 * GB, Level.GOOD), (GB // 2, Level.WARN), (GB // 100, Level.BAD)])
def test_the_disk(tmp_path, monkeypatch, free, level):
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: type("Usage", (), {"free": free}))
    subject = Subject(Settings(), store=tmp_path / "not" / "there", state=tmp_path)
    assert level_of(doctor.check_disk(subject), "disk") is level


def test_a_folder_that_cannot_be_written(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_given: False)
    assert level_of(doctor.check_disk(machine(tmp_path, {})), "disk-write") is Level.BAD


def test_sound_with_a_server(tmp_path, monkeypatch):
    runtime = tmp_path / "run"
    runtime.mkdir()
    (runtime / "pipewire-0").write_text("")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    found = doctor.check_sound(machine(tmp_path, {"proc/asound/cards": " 0 [PCH]: HDA-Intel - HDA Intel PCH"}))
    assert level_of(found, "sound") is Level.GOOD


def test_a_booth_with_a_pin_and_a_supervisor(tmp_path, monkeypatch):
    subject = msgspec.structs.replace(Settings(), pin=Pin(hash="x"))
    assert level_of(doctor.check_settings(Subject(subject)), "pin") is Level.GOOD
    monkeypatch.setenv("NOTIFY_SOCKET", "/run/x")
    monkeypatch.setenv("WATCHDOG_USEC", "1")
    found = list(guards.check_supervisor(machine(tmp_path, {})))
    assert [finding.level for finding in found] == [Level.GOOD, Level.GOOD]


def test_a_desktop_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    found = list(guards.check_session(machine(tmp_path, {})))
    assert "GNOME" in found[0].what
    assert level_of(found, "desktop") is Level.WARN


@pytest.mark.parametrize(("user", "level"), [(0, Level.WARN), (1000, Level.GOOD)])
def test_the_account(tmp_path, monkeypatch, user, level):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert level_of(guards.check_account(machine(tmp_path, {})), "account") is level


def test_a_check_that_the_system_refuses_is_a_finding(tmp_path):
    def check_all(_subject):
        raise PermissionError(13, "Permission denied")

    (found,) = examine(machine(tmp_path, {}), [check_all])
    assert (found.id, found.level) == ("all", Level.UNKNOWN)


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ([], Level.GOOD),
        ([Level.UNKNOWN], Level.GOOD),
        ([Level.GOOD, Level.WARN], Level.WARN),
        ([Level.WARN, Level.BAD], Level.BAD),
    ],
)
def test_the_worst_counts(levels, level):
    assert worst(Finding("x", "booth", each, "") for each in levels) is level


def test_a_whole_booth(show, tmp_path):
    (tmp_path / "booth.yaml").write_text("booth: 1\nsond: 3\n")
    found = examine_booth(show, tmp_path / "booth.yaml", tmp_path)
    assert level_of(found, "settings") is Level.WARN
    assert level_of(found, "content") is Level.WARN
    assert level_of(found, "font-de") is Level.GOOD
    assert found[0].group == "booth"


def test_content_that_cannot_be_shown_is_bad(tmp_path):
    assert level_of(examine_booth(tmp_path, None, tmp_path), "content") is Level.BAD


def test_the_command(show, capsys):
    assert cli.main(["doctor", str(show), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["level"] == "warn"
    assert {"id", "group", "level", "what", "cure"} == set(told["findings"][0])
    assert cli.main(["doctor", str(show)]) == 0
    assert "0 bad" in capsys.readouterr().out


def test_the_command_ends_with_1_where_something_is_bad(tmp_path, capsys):
    assert cli.main(["doctor", str(tmp_path)]) == 1
    assert "bad " in capsys.readouterr().out


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_finding_is_told_in_the_language_of_staff(show, tmp_path, monkeypatch, code):
    """What a machine is missing, and what it has, leaves no sentence in English."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "none"))
    bare, whole = tmp_path / "bare", {"etc/timezone": "Asia/Shanghai", "proc/meminfo": "MemAvailable: 4000000 kB"}
    whole |= {"etc/systemd/x": "", "run/systemd/timesync/synchronized": ""}
    whole |= {"etc/apt/apt.conf.d/x": "", "proc/sys/kernel/sysrq": "0", "dev/watchdog": ""}
    words = Interface(interface_catalog(code))
    broken = Codecs(("VP9",), ("H.264",), ("VA-API",))
    card = {"dev/dri/renderD128": ""}
    for root, files, codecs in ((bare, {}, None), (tmp_path / "whole", whole, broken), (tmp_path / "card", card, ALL)):
        subject = dataclasses.replace(machine(root, files), codecs=codecs)
        english = examine(subject, (*CHECKS, *GUARDS))
        told = examine(dataclasses.replace(subject, words=words), (*CHECKS, *GUARDS))
        assert [finding.id for finding in told] == [finding.id for finding in english]
        assert [finding.id for finding, same in zip(told, english, strict=True) if finding.what == same.what] == []
        untold = [finding.id for finding, same in zip(told, english, strict=True) if finding.cure == same.cure != ""]
        assert set(untold) <= {"ctrl-alt-del", "sleep"}  # nothing but a command
    in_english = {finding.what for finding in examine_booth(show, None, tmp_path)}
    assert in_english.isdisjoint(finding.what for finding in examine_booth(show, None, tmp_path, words))
