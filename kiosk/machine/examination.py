"""The whole examination of a booth: the machine, its guards, and what its content needs of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kiosk.bundle.model import Bundle
from kiosk.ground.errors import KioskError
from kiosk.language.catalogs import Interface
from kiosk.language.fonts import families, package_for
from kiosk.language.glyphs import is_installed as has_font
from kiosk.machine.codecs import look_at_codecs
from kiosk.machine.doctor import CHECKS, Finding, Level, Subject, examine
from kiosk.machine.guards import GUARDS
from kiosk.settings.file import load_settings
from kiosk.store.installed import installed, verify
from kiosk.store.load import check_closely, load_bundle
from kiosk.store.store import is_installed, store_root


def examine_booth(
    folder: Path, booth: Path | None, state: Path, words: Interface | None = None, inside: bool = True
) -> tuple[Finding, ...]:
    """Return everything that is found out about the booth that shows `folder`; `state` is where the log lies.

    It is told in the language of `words`, as a screen shows it; without, in English, for a terminal. `inside` tells
    whether this process is the booth, so that what it runs under is what the booth runs under.
    """
    loaded = load_settings(booth)
    subject = Subject(
        loaded.settings,
        store=store_root(),
        state=state,
        memory_bytes=0 if inside else check_closely(folder).memory_bytes,
        codecs=look_at_codecs(),
        words=words,
        inside=inside,
    )
    found = [
        Finding("settings", "booth", Level.WARN, f"{problem.position}: {problem.what}", problem.cure)
        for problem in loaded.problems
    ]
    found += _content(subject, folder)
    found += examine(subject, (*CHECKS, *GUARDS))
    order = ("booth", "content", "picture", "sound", "time", "machine", "guards")
    return tuple(sorted(found, key=lambda finding: order.index(finding.group)))


def _content(subject: Subject, folder: Path) -> Iterable[Finding]:
    """Look at what is shown: whether it is whole, and whether this machine can say and play it."""
    gettext = subject.gettext
    try:
        bundle = load_bundle(folder)
    except KioskError as error:
        what = gettext("The content cannot be shown: {why}", why=error.what)
        yield Finding("content", "content", Level.BAD, what, error.cure)
        return
    title = bundle.title.get("", "")
    if is_installed(folder):
        try:
            one = next(one for one in installed() if one.folder == folder)
            verify(folder)
        except KioskError as error:
            yield Finding("content", "content", Level.BAD, f"{title}: {error.what}", error.cure)
            return
        what = gettext("{title}, fingerprint {fingerprint}, is whole", title=title, fingerprint=one.short)
        yield Finding("content", "content", Level.GOOD, what)
    else:
        what = gettext("{title} is shown from its folder, and is not installed", title=title)
        cure = gettext("Install it, so that nothing can change under the booth: {command}.", command="`kiosk install`")
        yield Finding("content", "content", Level.WARN, what, cure)
    yield from _fonts(subject, bundle)


def _fonts(subject: Subject, bundle: Bundle) -> Iterable[Finding]:
    """Look whether each language has a font."""
    gettext = subject.gettext
    for language in bundle.languages:
        id, wanted = f"font-{language.code}", families(language.script, bundle.theme.fonts)
        if any(has_font(family) for family in wanted):
            yield Finding(id, "content", Level.GOOD, gettext("{language} has its font", language=language.name))
        else:
            what = gettext("{language} has no font ({font})", language=language.name, font=wanted[0])
            cure = gettext("Install it: {command}.", command=f"`apt install {package_for(language.script)}`")
            yield Finding(id, "content", Level.BAD, what, cure)
