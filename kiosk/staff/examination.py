"""The whole examination of a booth: the machine, its guards, and what its content needs of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kiosk.bundle.installed import installed, verify
from kiosk.bundle.load import load_bundle
from kiosk.bundle.model import Bundle
from kiosk.bundle.store import is_installed, store_root
from kiosk.errors import KioskError
from kiosk.language.fonts import families, package_for
from kiosk.language.glyphs import is_installed as has_font
from kiosk.staff.doctor import CHECKS, Finding, Level, Subject, examine
from kiosk.staff.guards import GUARDS
from kiosk.staff.settings_file import load_settings


def examine_booth(folder: Path, booth: Path | None, state: Path) -> tuple[Finding, ...]:
    """Return everything that is found out about the booth that shows `folder`; `state` is where the log lies."""
    loaded = load_settings(booth)
    subject = Subject(loaded.settings, store=store_root(), state=state)
    found = [
        Finding("settings", "booth", Level.WARN, f"{problem.position}: {problem.what}", problem.cure)
        for problem in loaded.problems
    ]
    found += _content(folder)
    found += examine(subject, (*CHECKS, *GUARDS))
    order = ("booth", "content", "picture", "sound", "time", "machine", "guards")
    return tuple(sorted(found, key=lambda finding: order.index(finding.group)))


def _content(folder: Path) -> Iterable[Finding]:
    """Look at what is shown: whether it is whole, and whether this machine can say and play it."""
    try:
        bundle = load_bundle(folder)
    except KioskError as error:
        yield Finding("content", "content", Level.BAD, f"The content cannot be shown: {error.what}", error.cure)
        return
    title = bundle.title.get("", "")
    if is_installed(folder):
        one = next(one for one in installed() if one.folder == folder)
        try:
            verify(folder)
        except KioskError as error:
            yield Finding("content", "content", Level.BAD, f"{title}: {error.what}", error.cure)
            return
        yield Finding("content", "content", Level.GOOD, f"{title}, fingerprint {one.short}, is whole")
    else:
        cure = "Install it, so that nothing can change under the booth: `kiosk install`."
        yield Finding("content", "content", Level.WARN, f"{title} is shown from its folder, and is not installed", cure)
    yield from _fonts(bundle)


def _fonts(bundle: Bundle) -> Iterable[Finding]:
    """Look whether each language has a font."""
    for language in bundle.languages:
        wanted = families(language.script, bundle.theme.fonts)
        if not any(has_font(family) for family in wanted):
            cure = f"Install it: `apt install {package_for(language.script)}`."
            yield Finding(
                f"font-{language.code}", "content", Level.BAD, f"{language.name} has no font ({wanted[0]})", cure
            )
        else:
            yield Finding(f"font-{language.code}", "content", Level.GOOD, f"{language.name} has its font")
