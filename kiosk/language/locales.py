"""Languages: their codes, their own names, the way they run, the script they are written in.

Codes are written as in CLDR (`zh_Hans`); `zh-Hans` is understood as well. Two pseudo-languages are made in code:
`en_XA` (accented and longer) and `ar_XB` (right to left).
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kiosk.ground.errors import LanguageError

if TYPE_CHECKING:
    from babel import Locale

Direction: TypeAlias = Literal["ltr", "rtl"]

RIGHT_TO_LEFT_SCRIPTS: Final = frozenset(
    ["Adlm", "Arab", "Aran", "Gara", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]
)
"""Scripts in use today that run right to left (Unicode Script_Metadata)."""

APART: Final = ("\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}")
"""Around a name, a path or a command in a sentence that may run the other way."""

_STRONG: Final[dict[str, Direction]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_CASED_SCRIPTS: Final = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
_MISTAKEN: Final = {"cn": "zh_Hans", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk", "iw": "he", "in": "id"}

# fmt: off
_COMMON: Final = (
    "ar", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nb", "nl",
    "pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk", "vi", "zh",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Language:
    """A language: `code` as in CLDR (`zh_Hans`), `tag` as in BCP 47 (`zh-Hans`), `name` its own name for itself."""

    code: str
    tag: str
    name: str
    direction: Direction
    script: str


_PSEUDO: Final = {
    "en_XA": Language("en_XA", "en-XA", "[Ļöñĝ Éñĝļîšĥ]", "ltr", "Latn"),
    "ar_XB": Language("ar_XB", "ar-XB", "[رايت تو لفت]", "rtl", "Arab"),
}


def describe_language(code: str) -> Language:
    """Return what is known about the language `code`; raise LanguageError where there is no such language."""
    code = canonical_code(code)
    if code in _PSEUDO:
        return _PSEUDO[code]
    locale = babel_locale(code)
    script = _script(code, locale)
    direction: Direction = (
        "rtl" if script in RIGHT_TO_LEFT_SCRIPTS or locale.character_order == "right-to-left" else "ltr"
    )
    return Language(code, code.replace("_", "-"), _own_name(code, locale, script), direction, script)


def apart(name: str) -> str:
    """Return a name, a path or a command as it stands in a sentence, whichever way either runs."""
    return f"{APART[0]}{name}{APART[1]}"


def runs_apart(text: str, direction: Direction) -> bool:
    """Whether `text` by itself runs the other way than `direction`: an English sentence among Arabic ones."""
    strong = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "")
    return bool(strong) and _STRONG[strong] != direction


def canonical_code(code: str) -> str:
    """Return `code` with `_` between its parts and each part in its usual case: `ZH-hans` is `zh_Hans`."""
    language, *rest = code.strip().replace("-", "_").split("_")
    return "_".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def is_pseudo(code: str) -> bool:
    """Whether `code` is one of the two pseudo-languages."""
    return canonical_code(code) in _PSEUDO


def formatting_code(code: str) -> str:
    """Return the language whose numbers and dates `code` uses: a pseudo-language borrows them."""
    code = canonical_code(code)
    return code.partition("_")[0] if code in _PSEUDO else code


def fallback_codes(code: str) -> tuple[str, ...]:
    """Return the codes whose translations may speak for `code`, the best first: `pt_BR`, then `pt`."""
    code = canonical_code(code)
    language = code.partition("_")[0]
    if code in _PSEUDO:
        return (code,)
    found = [code, f"{language}_{_script(code, babel_locale(code))}", language]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=64)
def babel_locale(code: str) -> Locale:
    """Return Babel's data for `code` (a pseudo-language has that of the language it imitates)."""
    from babel import Locale, UnknownLocaleError

    code = formatting_code(code)
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError, TypeError):
        locale = None
    if locale is None or not _known_parts(code):
        raise LanguageError(f"`{code}` is no language that is known here", _advice(code))
    return locale


def _known_parts(code: str) -> bool:
    """Whether CLDR has a name for every part of `code`: Babel itself takes `zh_Hand` for `zh`."""
    from babel import Locale

    english = Locale("en")
    return all(part in english.scripts or part in english.territories for part in code.split("_")[1:])


def _script(code: str, locale: Locale) -> str:
    from babel.core import get_global

    if locale.script:
        return locale.script
    likely = get_global("likely_subtags")
    parts = (likely.get(code) or likely.get(locale.language) or "").split("_")
    return next((part for part in parts[1:] if len(part) == 4), "Latn")


def _own_name(code: str, locale: Locale, script: str) -> str:
    name = locale.languages.get(code) or locale.get_display_name() or code
    return name[:1].upper() + name[1:] if script in _CASED_SCRIPTS and name.split()[0].islower() else name


def usual_code(code: str) -> str:
    """Return the code that CLDR uses where `code` is another one for the same language (`ger` is `de`), else `code`."""
    from babel.core import get_global

    code = canonical_code(code)
    return str(get_global("language_aliases").get(code, code)) if len(code) == 3 else code


def _name_of_its_own(code: str) -> str:
    from babel import Locale

    return Locale.parse(code).get_language_name() or code


def _language_of(code: str) -> str | None:
    """Return the first language of the country that `code` means: flags and addresses have taught people those."""
    from babel.languages import get_official_languages

    official = get_official_languages(code.upper()) if len(code) == 2 else ()
    return official[0] if official else None


def _advice(code: str) -> str:
    from babel import Locale

    names = {name.lower(): known for known, name in Locale("en").languages.items()}
    names |= {_name_of_its_own(known).lower(): known for known in _COMMON}
    named = names.get(code.replace("_", " ").lower())
    near = _MISTAKEN.get(code) or named or _language_of(code) or _nearest(code, names)
    return f"Did you mean `{near}`?" if near else "Use a code of CLDR such as `en`, `de` or `zh_Hans`."


def _nearest(code: str, names: dict[str, str]) -> str | None:
    from babel.localedata import locale_identifiers

    known = {known.lower(): known for known in locale_identifiers()} | names
    return next((known[near] for near in difflib.get_close_matches(code.lower(), known, n=1, cutoff=0.6)), None)
