"""Translations: what is missing or uncertain in a language, and what says something else than its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.author.compile.paths import walk_folders
from kiosk.author.compile.wording import Message, catalog_path
from kiosk.author.lint.films import films, needs_captions
from kiosk.author.lint.likeness import differences
from kiosk.author.lint.subject import MOST_LISTED, Subject
from kiosk.ground.errors import Problem
from kiosk.ground.words import listed, nearest, quote
from kiosk.language.catalogs import SOURCE, interface_catalog
from kiosk.language.locales import Language, usual_code
from kiosk.store.compilation import Coverage
from kiosk.yaml.parse import Scalar
from kiosk.yaml.source import Source

_OR_UPDATE: Final = "Where it is the bundle that has changed, run `kiosk translate update`."
_FEW: Final = 5
_SHOWN_AS_SOURCE: Final = "Until then it is shown in the source language."


def check_translations(subject: Subject) -> list[Problem]:
    """Return what is not translated, not certain or probably wrong, at most 20 of a kind in a language."""
    content = subject.findings()
    _check_missing(subject, content)
    _check_interface(subject, content)
    problems = content.problems
    for language in _others(subject):
        beside = subject.findings()
        for told in subject.texts.values():
            if language.code in told.others and told.at.text.strip("\n") == told.text:
                other = told.others[language.code]
                for finding in differences(told.text, other.text, subject.checked.languages[0], language):
                    _report(told.text, finding, other, beside)
        problems += beside.problems[:MOST_LISTED]
        if subject.messages(language.code):
            problems += _check_catalog(subject, language)
    return problems


def _check_interface(subject: Subject, content: Source) -> None:
    """Warn of the languages in which the program itself has no words."""
    for language in subject.checked.languages:
        if language.code.partition("_")[0] != SOURCE and not interface_catalog(language.code).usable:
            what = (
                f'where visitors read `{language.code}`, the program\'s own words ("Back", "Still there?") are English'
            )
            cure = (
                "Ask for them where the program comes from, or silence this: each language is one catalog of its own."
            )
            content.warn(subject.language_place(language.code), "K509", what, cure)


def coverage(subject: Subject) -> tuple[Coverage, ...]:
    """Return how much is said in each language, the source first."""
    shown = [film for film in films(subject) if needs_captions(subject, film)]
    captioned = [film.piece.said("captions", subject.source_code) for film in shown]
    return tuple(_coverage(subject, language, captioned) for language in subject.checked.languages)


def _coverage(subject: Subject, language: Language, captioned: list[dict[str, Scalar]]) -> Coverage:
    code, texts = language.code, len(subject.texts)
    used, catalog = _used(subject, code), subject.checked.catalogs.get(code)
    missing = 0 if code == subject.source_code else sum(1 for _ in missing_texts(subject, code))
    fuzzy = sum(message.is_fuzzy and bool(message.translation.strip()) for message in used)
    return Coverage(
        code=code,
        name=language.name,
        texts=texts,
        translated=texts - missing,
        missing=missing - fuzzy,
        fuzzy=fuzzy,
        obsolete=catalog.gone + len(catalog.messages) - len(used) if catalog else 0,
        films=len(captioned),
        captions=sum(code in captions for captions in captioned),
    )


def missing_texts(subject: Subject, code: str) -> Iterator[str]:
    """Yield the texts that are shown in the source language where `code` is spoken, uncertain translations too."""
    wording = subject.wordings.get(code, {})
    return (text for text, told in subject.texts.items() if code not in told.others and text not in wording)


def _others(subject: Subject) -> list[Language]:
    return [language for language in subject.checked.languages if language.code in subject.codes]


def _used(subject: Subject, code: str) -> list[Message]:
    """Return the messages of a catalog that the bundle asks for."""
    texts = subject.texts
    messages = subject.messages(code).values()
    return [message for message in messages if message.text in texts and code not in texts[message.text].others]


def _check_missing(subject: Subject, content: Source) -> None:
    """Report what stands in no catalog where it is written; a language without any catalog is one finding."""
    where: dict[str, list[str]] = {}
    for code in subject.codes:
        missing = list(missing_texts(subject, code))
        if missing and not catalog_path(subject.folder, code).exists():
            _report_no_catalog(subject, code, len(missing), content)
        elif missing and not subject.checked.catalogs[code].source.problems:
            present = subject.messages(code).keys() | _changed_sources(subject, code).keys()
            absent = [text for text in missing if text not in present]
            for text in absent[:MOST_LISTED]:
                where.setdefault(text, []).append(code)
            _report_rest(content, subject.language_place(code), code, len(absent), "")
    for text, codes in where.items():
        what = f"{quote(text, 60)} is not translated into {listed(codes, 'and')}"
        cure = "Run `kiosk translate update`, and translate it in the catalog; or write it here once per language."
        content.warn(subject.texts[text].at, "K508", what, f"{cure} {_SHOWN_AS_SOURCE}")


def _report_no_catalog(subject: Subject, code: str, count: int, content: Source) -> None:
    place = quote(_inside(subject, code), 80)
    what = f"{count} text(s) are not translated into `{code}`, which has no catalog"
    cure = f"Run `kiosk translate update`, and translate {place}."
    if strayed := _strayed(subject, code):
        what += f" in its place, but there is {quote(strayed, 80)}"
        cure = f"Rename that to {place}, with its folders."
    content.warn(subject.language_place(code), "K508", what, f"{cure} {_SHOWN_AS_SOURCE}")


def _changed_sources(subject: Subject, code: str) -> dict[str, Message]:
    """Return texts of the bundle whose `msgid` somebody changed in a catalog, with what stands there instead.

    That is a message which the bundle does not have, in the place of one that it has, and which is its own translation;
    or all other catalogs have the text, so that it is not the bundle which was changed.
    """
    others = [messages.keys() for other, _, messages in subject.catalogs() if other != code]
    kept = set.intersection(*map(set, others)) if others else set[str]()
    return {text: instead for text, instead in _replaced(subject, code) if text in kept or _is_its_own(text, instead)}


def _is_its_own(text: str, instead: Message) -> bool:
    return instead.translation.strip() == instead.text.strip() and not nearest(instead.text, [text])


def _replaced(subject: Subject, code: str) -> Iterator[tuple[str, Message]]:
    """Yield each text that a catalog lacks with the message in its place, which the bundle does not have."""
    order = list(subject.messages(code).values())
    places = {message.text: index for index, message in enumerate(order)}
    following = 0
    for text, told in subject.texts.items():
        if text in places:
            following = places[text] + 1
        elif code not in told.others and following < len(order) and order[following].text not in subject.texts:
            yield text, order[following]
            following += 1


def _check_header(subject: Subject, language: Language, findings: Source) -> None:
    named = subject.checked.catalogs[language.code].language
    if named and _plain_language(named) != _plain_language(language.code):
        what = f"the catalog's header says that it is in {quote(named)}, and it stands where `{language.code}` belongs"
        cure = f"If the words are in `{language.code}`, write that; else put the right catalog in this place."
        findings.warn(_statement(findings, 1, '"Language:'), "K556", what, cure)


def _plain_language(code: str) -> str:
    return usual_code(code).partition("_")[0]


def _check_catalog(subject: Subject, language: Language) -> list[Problem]:
    code = language.code
    empty, fuzzy, wrong = (subject.findings_in(code) for _ in range(3))
    _check_header(subject, language, wrong)
    for text, message in _changed_sources(subject, code).items():
        what = f"the bundle has no text {quote(message.text)}; here belongs {quote(text, 60)}"
        cure = f"Write that after `msgid`, letter by letter, and the translation after `msgstr`. {_OR_UPDATE}"
        wrong.warn(_statement(wrong, message.line, "msgid"), "K557", what, cure)
    for message in _used(subject, code):
        if not message.translation.strip():
            at = _statement(empty, message.line, "msgstr")
            cure = f"Write its translation between the quotes. {_SHOWN_AS_SOURCE}"
            empty.warn(at, "K508", f"{quote(message.text, 60)} is not translated into `{code}`", cure)
        elif message.is_fuzzy:
            what = f"the translation of {quote(message.text, 60)} is marked as uncertain (fuzzy)"
            cure = f"Read it, correct it and delete `fuzzy`. {_SHOWN_AS_SOURCE}"
            fuzzy.warn(_flag(fuzzy, message), "K551", what, cure)
        else:
            for finding in differences(message.text, message.translation, subject.checked.languages[0], language):
                _report(message.text, finding, _statement(wrong, message.line, "msgstr"), wrong)
    _limit(empty, code, "")
    _limit(fuzzy, code, "with certainty ")
    unwritten = _unwritten(subject, code, wrong)
    return [*empty.problems, *fuzzy.problems, *unwritten, *wrong.problems[:MOST_LISTED]]


def _unwritten(subject: Subject, code: str, wrong: Source) -> list[Problem]:
    """Return one warning in the place of many, where nearly all texts of the source stand in another language.

    So begins a bundle whose first language the template is not written in.
    """
    same = [problem for problem in wrong.problems if problem.code == "K555"]
    if len(same) <= max(_FEW, len(_used(subject, code)) // 2):
        return []
    wrong.problems[:] = [problem for problem in wrong.problems if problem.code != "K555"]
    content = subject.findings()
    what = f"most texts of `{subject.source_code}` read like their translations into `{code}`: {len(same)} are the same"
    cure = f"Write the texts in `{subject.source_code}`, then run `kiosk translate update`."
    content.warn(subject.language_place(subject.source_code), "K555", what, cure)
    return content.problems


def _report(text: str, finding: tuple[str, str, str], at: Scalar, findings: Source) -> None:
    code, what, cure = finding
    findings.warn(at, code, f"this translation of {quote(text)} {what}", cure)


def _limit(findings: Source, code: str, how: str) -> None:
    count = len(findings.problems)
    del findings.problems[MOST_LISTED:]
    _report_rest(findings, Scalar("", 0, 0), code, count, how)


def _report_rest(findings: Source, at: Scalar, code: str, count: int, how: str) -> None:
    if count > MOST_LISTED:
        what = f"{count - MOST_LISTED} more text(s) are not translated {how}into `{code}`"
        findings.warn(at, "K508", what, "`kiosk translate status` counts them.")


def _statement(findings: Source, line: int, keyword: str) -> Scalar:
    """Return the line that begins with `keyword`, from the line that its message begins on."""
    for number in range(line, min(len(findings.lines), line + 2_000) + 1):
        if findings.lines[number - 1].lstrip().startswith(keyword):
            return Scalar("", number, 1)
    return Scalar("", line, 1)


def _flag(findings: Source, message: Message) -> Scalar:
    """Return the line of a message's flags, which stand above it."""
    number = message.line - 1
    while number > 0 and findings.lines[number - 1].lstrip().startswith("#"):
        if findings.lines[number - 1].lstrip().startswith("#,"):
            return Scalar("", number, 1)
        number -= 1
    return Scalar("", message.line, 1)


def _strayed(subject: Subject, code: str) -> str:
    """Return the path of a catalog that seems to be for `code` and lies in another place, or an empty text."""
    taken = {catalog_path(subject.folder, language.code) for language in subject.checked.languages}
    files = (inner / name for inner, names in walk_folders(subject.folder) for name in names)
    for path in files:
        inside = path.relative_to(subject.folder).with_suffix("")
        if path.suffix.lower() == ".po" and path not in taken and _is_of(code, inside.parts):
            return path.relative_to(subject.folder).as_posix()
    return ""


def _is_of(code: str, parts: tuple[str, ...]) -> bool:
    return _plain_language(code) in map(_plain_language, parts)


def _inside(subject: Subject, code: str) -> str:
    return catalog_path(subject.folder, code).relative_to(subject.folder).as_posix()
