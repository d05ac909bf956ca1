"""What of a bundle a booth offers: the languages that its settings name."""

from __future__ import annotations

import msgspec

from kiosk.bundle.model import Bundle
from kiosk.staff.settings import Settings


def offered(bundle: Bundle, settings: Settings) -> Bundle:
    """Return `bundle` in the languages that are offered, in the settings' order; in all where none of them is there."""
    known = {language.code: language for language in bundle.languages}
    chosen = tuple(known[code] for code in dict.fromkeys(settings.languages.offered) if code in known)
    return msgspec.structs.replace(bundle, languages=chosen) if chosen and chosen != bundle.languages else bundle
