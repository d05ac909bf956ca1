"""The guards of the operating system: what no program alone can do against visitors with a keyboard or a switch.

Each is on, off, or cannot be seen; docs/operation.md tells how a kiosk session has all of them on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final

from kiosk.staff.doctor import Check, Finding, Level, Subject

GROUP: Final = "guards"


def guard(id: str, on: bool | None, name: str, cure: str, bad: Level = Level.WARN) -> Finding:
    """Return the finding about a guard that is on, off, or (None) cannot be seen."""
    if on is None:
        return Finding(id, GROUP, Level.UNKNOWN, f"{name}: cannot be seen", cure)
    return Finding(id, GROUP, Level.GOOD if on else bad, f"{name}: {'on' if on else 'off'}", "" if on else cure)


def check_supervisor(subject: Subject) -> Iterable[Finding]:
    """Look whether something starts the program again."""
    on = bool(os.environ.get("NOTIFY_SOCKET") or os.environ.get("INVOCATION_ID"))
    cure = "Start it with `kiosk keep`, or install packaging/systemd/kiosk.service."
    yield guard("supervisor", on, "Started again when it ends", cure)
    watched = bool(os.environ.get("WATCHDOG_USEC"))
    yield guard("watchdog", watched, "Started again when it hangs", cure)


def check_consoles(subject: Subject) -> Iterable[Finding]:
    """Look whether Ctrl+Alt+F2 leads to a login."""
    conf = subject.read("etc/systemd/logind.conf") + _folder(subject, "etc/systemd/logind.conf.d")
    values = _values(conf)
    known = subject.exists("etc/systemd")
    consoles = values.get("NAutoVTs") == "0" and values.get("ReserveVT") == "0"
    cure = "Write NAutoVTs=0 and ReserveVT=0 into /etc/systemd/logind.conf.d/kiosk.conf, and mask getty@tty1.service."
    yield guard("consoles", consoles if known else None, "No login on other consoles (Ctrl+Alt+F2)", cure)
    power = values.get("HandlePowerKey") == "ignore"
    cure = "Write HandlePowerKey=ignore and HandleLidSwitch=ignore into /etc/systemd/logind.conf.d/kiosk.conf."
    yield guard("power-key", power if known else None, "The power key does nothing", cure)


def check_keys(subject: Subject) -> Iterable[Finding]:
    """Look whether the kernel listens to keys."""
    sysrq = subject.read("proc/sys/kernel/sysrq")
    cure = "Write kernel.sysrq=0 into /etc/sysctl.d/kiosk.conf, then `sysctl --system`."
    yield guard("sysrq", sysrq == "0" if sysrq else None, "Magic SysRq keys are off", cure)
    target = "etc/systemd/system/ctrl-alt-del.target"
    masked = _link(subject, target) == "/dev/null" if subject.exists("etc/systemd") else None
    yield guard("ctrl-alt-del", masked, "Ctrl+Alt+Del does nothing", "`systemctl mask ctrl-alt-del.target`")


def check_session(subject: Subject) -> Iterable[Finding]:
    """Look whether a desktop lies under the booth."""
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    what = f"No desktop under the booth{f' ({desktop} runs)' if desktop else ''}"
    cure = "Start the booth in a session of its own: packaging/systemd has one with a Wayland kiosk compositor."
    yield guard("desktop", not desktop, what, cure)
    automount = any(subject.exists(f"usr/bin/{name}") for name in ("udiskie", "usbmount")) or bool(desktop)
    yield guard(
        "autorun", not automount, "Nothing is opened when a stick is plugged in", "Remove udiskie and usbmount."
    )


def check_sleep(subject: Subject) -> Iterable[Finding]:
    """Look whether the machine may fall asleep."""
    known = subject.exists("etc/systemd")
    masked = all(
        _link(subject, f"etc/systemd/system/{name}.target") == "/dev/null" for name in ("sleep", "suspend", "hibernate")
    )
    cure = "`systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target`"
    yield guard("sleep", masked if known else None, "The machine stays awake", cure)


def check_updates(subject: Subject) -> Iterable[Finding]:
    """Look whether updates may restart something during a show."""
    conf = _folder(subject, "etc/apt/apt.conf.d")
    auto = 'APT::Periodic::Unattended-Upgrade "1"' in conf
    cure = "During the show: `systemctl disable --now apt-daily-upgrade.timer`."
    yield guard("updates", not auto if subject.exists("etc/apt") else None, "No updates by themselves", cure)


def check_account(subject: Subject) -> Iterable[Finding]:
    """Look whether the booth runs in an account that may do little."""
    cure = "Run it in an account of its own, without sudo: packaging/systemd/kiosk.service does."
    yield guard("account", os.geteuid() != 0, "Runs without an administrator's rights", cure)


def check_hardware_watchdog(subject: Subject) -> Iterable[Finding]:
    """Look whether the machine restarts by itself when all of it hangs."""
    conf = subject.read("etc/systemd/system.conf") + _folder(subject, "etc/systemd/system.conf.d")
    on = _values(conf).get("RuntimeWatchdogSec", "0") not in ("0", "off", "")
    if not subject.exists("dev/watchdog"):
        yield guard("machine-watchdog", None, "The machine restarts when it hangs", "It has no watchdog device.")
        return
    cure = "Write RuntimeWatchdogSec=30 into /etc/systemd/system.conf.d/kiosk.conf."
    yield guard("machine-watchdog", on, "The machine restarts when it hangs", cure)


GUARDS: Final[tuple[Check, ...]] = (
    check_supervisor,
    check_consoles,
    check_keys,
    check_session,
    check_sleep,
    check_updates,
    check_account,
    check_hardware_watchdog,
)


def _folder(subject: Subject, path: str) -> str:
    try:
        names = sorted(entry.name for entry in os.scandir(subject.root / path) if entry.is_file())
    except OSError:
        return ""
    return "".join("\n" + subject.read(f"{path}/{name}") for name in names)


def _values(text: str) -> dict[str, str]:
    pairs = (line.partition("=") for line in text.splitlines() if not line.lstrip().startswith("#"))
    return {name.strip(): value.strip() for name, equals, value in pairs if equals}


def _link(subject: Subject, path: str) -> str:
    try:
        return os.readlink(subject.root / path)
    except OSError:
        return ""
