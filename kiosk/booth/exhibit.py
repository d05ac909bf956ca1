"""What a booth has to show: its content, the languages of it that are offered, and the one that it begins with."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kiosk.bundle.index import stored
from kiosk.bundle.model import Bundle, Language, Page, Theme
from kiosk.settings.offering import offered
from kiosk.settings.settings import Settings
from kiosk.view.speaker import find_language

ENGLISH = Language(code="en", tag="en", name="English", direction="ltr", script="Latn")


class Exhibit(msgspec.Struct, frozen=True):
    """The `whole` content of `folder`, the `bundle` of it that is offered, and the language that it begins with."""

    whole: Bundle
    folder: Path
    bundle: Bundle
    default: Language


def exhibit(whole: Bundle, folder: Path, settings: Settings, asked: str | None) -> Exhibit:
    """Return what `settings` offer of a bundle.

    The command line may choose (`asked`) among all languages that the content has, the settings among those offered.
    """
    bundle = offered(whole, settings)
    if asked is not None:
        return Exhibit(whole, folder, bundle, find_language(whole, asked))
    wanted = settings.languages.default
    known = wanted in {language.code for language in bundle.languages}
    return Exhibit(whole, folder, bundle, find_language(bundle, wanted if known else None))


def still_spoken(now: Language, before: Exhibit, after: Exhibit) -> Language:
    """Return the language now spoken as `after` has it; the first one where it is no longer among its languages."""
    codes = [language.code for language in after.bundle.languages]
    if now.code not in {language.code for language in before.bundle.languages} - {*codes}:
        return find_language(after.bundle, now.code)
    return after.default if after.default.code in codes else after.bundle.languages[0]


def empty_bundle() -> Bundle:
    """Return a bundle with nothing in it: what the fault screen stands on."""
    said, page = {"": "Kiosk"}, Page(title={})
    nothing = Bundle(
        title=said, languages=(ENGLISH,), theme=Theme(), attract=(), sectors=(), statistics=page, videos=page
    )
    return stored(nothing)
