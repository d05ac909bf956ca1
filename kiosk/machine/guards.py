"""The guards of the operating system: what no program alone can do against visitors with a keyboard or a switch.

Each is on, off, or cannot be seen; docs/operation.md tells how a kiosk session has all of them on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final

from kiosk.machine.doctor import Check, Finding, Level, Subject

GROUP: Final = "guards"
SERVICE: Final = "`packaging/systemd/kiosk.service`"
LOGIND: Final = "`/etc/systemd/logind.conf.d/kiosk.conf`"


def guard(subject: Subject, id: str, on: bool | None, name: str, cure: str) -> Finding:
    """Return the finding about a guard that is on, off, or (None) cannot be seen; `name` and `cure` are translated."""
    if on is None:
        return Finding(id, GROUP, Level.UNKNOWN, subject.gettext("{guard}: cannot be seen", guard=name), cure)
    if on:
        return Finding(id, GROUP, Level.GOOD, subject.gettext("{guard}: on", guard=name))
    return Finding(id, GROUP, Level.WARN, subject.gettext("{guard}: off", guard=name), cure)


def _own(subject: Subject, on: bool) -> bool | None:
    """Return whether a guard of this process is on, or None where it is not the booth's."""
    return on if subject.inside else None


def check_supervisor(subject: Subject) -> Iterable[Finding]:
    """Look whether something starts the program again."""
    gettext = subject.gettext
    on = bool(os.environ.get("NOTIFY_SOCKET") or os.environ.get("INVOCATION_ID"))
    cure = gettext("Start it with {command}, or install {file}.", command="`kiosk keep`", file=SERVICE)
    yield guard(subject, "supervisor", _own(subject, on), gettext("Started again when it ends"), cure)
    watched = bool(os.environ.get("WATCHDOG_USEC"))
    yield guard(subject, "watchdog", _own(subject, watched), gettext("Started again when it hangs"), cure)


def check_consoles(subject: Subject) -> Iterable[Finding]:
    """Look whether Ctrl+Alt+F2 leads to a login."""
    gettext = subject.gettext
    conf = subject.read("etc/systemd/logind.conf") + _folder(subject, "etc/systemd/logind.conf.d")
    values = _values(conf)
    known = subject.exists("etc/systemd")
    consoles = values.get("NAutoVTs") == "0" and values.get("ReserveVT") == "0"
    cure = gettext(
        "Write {lines} into {file}, and mask {service}.",
        lines="`NAutoVTs=0`, `ReserveVT=0`", file=LOGIND, service="`getty@tty1.service`",
    )  # fmt: skip
    name = gettext("No login on other consoles (Ctrl+Alt+F2)")
    yield guard(subject, "consoles", consoles if known else None, name, cure)
    power = values.get("HandlePowerKey") == "ignore"
    lines = "`HandlePowerKey=ignore`, `HandleLidSwitch=ignore`"
    cure = gettext("Write {lines} into {file}.", lines=lines, file=LOGIND)
    yield guard(subject, "power-key", power if known else None, gettext("The power key does nothing"), cure)


def check_keys(subject: Subject) -> Iterable[Finding]:
    """Look whether the kernel listens to keys."""
    gettext = subject.gettext
    sysrq = subject.read("proc/sys/kernel/sysrq")
    file = "`/etc/sysctl.d/kiosk.conf`"
    cure = gettext(
        "Write {lines} into {file}, then {command}.", lines="`kernel.sysrq=0`", file=file, command="`sysctl --system`"
    )
    yield guard(subject, "sysrq", sysrq == "0" if sysrq else None, gettext("Magic SysRq keys are off"), cure)
    target = "etc/systemd/system/ctrl-alt-del.target"
    masked = _link(subject, target) == "/dev/null" if subject.exists("etc/systemd") else None
    cure = "`systemctl mask ctrl-alt-del.target`"
    yield guard(subject, "ctrl-alt-del", masked, gettext("Ctrl+Alt+Del does nothing"), cure)


def check_session(subject: Subject) -> Iterable[Finding]:
    """Look whether a desktop lies under the booth."""
    gettext = subject.gettext
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    name = gettext("No desktop under the booth")
    what = gettext("{guard} ({desktop} runs)", guard=name, desktop=desktop) if desktop else name
    cure = gettext("Start the booth in a session of its own: {folder} has one.", folder="`packaging/systemd`")
    yield guard(subject, "desktop", _own(subject, not desktop), what, cure)
    automount = any(subject.exists(f"usr/bin/{name}") for name in ("udiskie", "usbmount"))
    quiet = False if automount else _own(subject, not desktop)
    cure = gettext("Remove {programs}.", programs="`udiskie`, `usbmount`")
    yield guard(subject, "autorun", quiet, gettext("Nothing is opened when a stick is plugged in"), cure)


def check_sleep(subject: Subject) -> Iterable[Finding]:
    """Look whether the machine may fall asleep."""
    known = subject.exists("etc/systemd")
    masked = all(
        _link(subject, f"etc/systemd/system/{name}.target") == "/dev/null" for name in ("sleep", "suspend", "hibernate")
    )
    cure = "`systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target`"
    yield guard(subject, "sleep", masked if known else None, subject.gettext("The machine stays awake"), cure)


def check_updates(subject: Subject) -> Iterable[Finding]:
    """Look whether updates may restart something during a show."""
    conf = _folder(subject, "etc/apt/apt.conf.d")
    manual = 'APT::Periodic::Unattended-Upgrade "1"' not in conf if subject.exists("etc/apt") else None
    command = "`systemctl disable --now apt-daily-upgrade.timer`"
    cure = subject.gettext("During the show: {command}.", command=command)
    yield guard(subject, "updates", manual, subject.gettext("No updates by themselves"), cure)


def check_account(subject: Subject) -> Iterable[Finding]:
    """Look whether the booth runs in an account that may do little."""
    cure = subject.gettext("Run it in an account of its own, without sudo, as {file} does.", file=SERVICE)
    name = subject.gettext("Runs without an administrator’s rights")
    yield guard(subject, "account", _own(subject, os.geteuid() != 0), name, cure)


def check_hardware_watchdog(subject: Subject) -> Iterable[Finding]:
    """Look whether the machine restarts by itself when all of it hangs."""
    gettext = subject.gettext
    conf = subject.read("etc/systemd/system.conf") + _folder(subject, "etc/systemd/system.conf.d")
    on = _values(conf).get("RuntimeWatchdogSec", "0") not in ("0", "off", "")
    name = gettext("The machine restarts when it hangs")
    if not subject.exists("dev/watchdog"):
        yield guard(subject, "machine-watchdog", None, name, gettext("It has no watchdog device."))
        return
    file = "`/etc/systemd/system.conf.d/kiosk.conf`"
    cure = gettext("Write {lines} into {file}.", lines="`RuntimeWatchdogSec=30`", file=file)
    yield guard(subject, "machine-watchdog", on, name, cure)


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
