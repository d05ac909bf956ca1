"""What of a bundle a booth offers: the languages that its settings name."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kiosk.bundle.model import Bundle, Language
from kiosk.settings.settings import Settings


class Choice(msgspec.Struct, frozen=True):
    """A language of the content: whether the booth begins with it (`first`), and whether visitors may choose it."""

    code: str
    name: str
    first: bool
    offered: bool


def choices(whole: Bundle, offered: Bundle, first: Language) -> tuple[Choice, ...]:
    """Return the languages of `whole`, of which visitors may choose those of `offered`."""
    codes = {language.code for language in offered.languages}
    return tuple(
        Choice(language.code, language.name, language.code == first.code, language.code in codes)
        for language in whole.languages
    )


def toggled(code: str, offered: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return `offered` with or without `code`, which comes where the content (`known`) has it; the others stay."""
    codes = [other for other in offered if other != code]
    if code not in offered:
        later = known[known.index(code) :]
        codes.insert(next((at for at, other in enumerate(codes) if other in later), len(codes)), code)
    return codes


def offered(bundle: Bundle, settings: Settings) -> Bundle:
    """Return `bundle` in the languages that are offered, in the settings' order; in all where none of them is there."""
    known = {language.code: language for language in bundle.languages}
    chosen = tuple(known[code] for code in dict.fromkeys(settings.languages.offered) if code in known)
    return msgspec.structs.replace(bundle, languages=chosen) if chosen and chosen != bundle.languages else bundle
