"""K5: languages and translations."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K501",
        "Not a language",
        "There is no language of this code. Languages are written by their codes in CLDR: `en`, `de`, `zh_Hans`, "
        "`pt_BR`.",
        "Write the code; the report suggests the nearest.",
        "languages: [en, german]",
    ),
    Code(
        "K502",
        "A language twice",
        "The language stands twice in one place; codes such as `de` and `DE` are the same.",
        "Keep one of the two.",
        "title: {en: Wine, de: Wein, DE: Weine}",
    ),
    Code(
        "K503",
        "A language that the bundle does not have",
        "The text is given in a language that is not in `languages`, so that nobody could ever choose it.",
        "Add the code to `languages`, or take the text out.",
        "languages: [en, de]\ntitle: {en: Wine, fr: Vin}",
    ),
    Code(
        "K504",
        "The first language is missing",
        "The first of `languages` is the one that all others fall back to, so every text has it.",
        "Add the text in the first language.",
        "languages: [en, de]\ntitle: {de: Wein}",
    ),
    Code(
        "K505",
        "Versions of a text that differ in their parts",
        "Each language's version of a running text has the same headings, paragraphs, items and tables in the same "
        "order, so that the page stays the same when a visitor changes the language.",
        "Write the same parts in each language.",
    ),
    Code(
        "K506",
        "A broken catalog",
        "The file with the translations (`content.po`) cannot be read from this line on, or holds a text twice.",
        'Open it in a catalog editor such as Poedit, which repairs it, or write a quote inside a text as `\\"`.',
    ),
    Code(
        "K507",
        "A translation that cannot be shown",
        "The translation is too long, or holds a control character.",
        "Shorten it, or type it again.",
    ),
    Code(
        "K508",
        "Texts without a translation",
        "A language has no translation for some texts. They are shown in the first language until it has.",
        "Translate them in the catalog that the report names.",
        severity="warning",
    ),
    Code(
        "K509",
        "A language in which the program has no words",
        'Your content is shown in this language, but the few words of the program itself ("Home", "Back", "Films", '
        '"Still there?") are English, because it has no catalog for the language yet.',
        'Ask for one where the program comes from, or have it made: `CONTRIBUTING.md`, "Add a language", says how.',
        "languages: [he, en]",
        severity="warning",
    ),
    Code(
        "K551",
        "A translation that is uncertain",
        "The translation is marked as `fuzzy`: made for a similar text, or waiting for somebody to read it. The "
        "booth does not show it.",
        "Read it, correct it, and delete the word `fuzzy`; catalog editors do that when you accept it.",
        "#, fuzzy",
        severity="warning",
    ),
    Code(
        "K552",
        "A translation with other placeholders",
        "Placeholders such as `{name}` or `%1` stand for something that is filled in. The translation has lost "
        "one, or has one more.",
        "Copy the placeholders from the source, letter by letter.",
        severity="warning",
    ),
    Code(
        "K553",
        "A translation with other numbers",
        "The translation says a number that its source does not say, and lacks one that it does. Often the source "
        "was changed later.",
        "Correct the translation. If it only counts in another way, silence the warning.",
        severity="warning",
    ),
    Code(
        "K554",
        "A translation with other spaces at its ends",
        "It begins or ends with a space, and its source does not, or the other way round.",
        "Write the same spaces as the source, best none.",
        severity="warning",
    ),
    Code(
        "K555",
        "A translation with the same words",
        "The translation is the source itself, in a language that would say it in other words or letters.",
        "Translate it. If the words are a name, silence the warning.",
        severity="warning",
    ),
    Code(
        "K556",
        "A catalog of another language",
        "The header of the catalog names another language than that of the folder it lies in. Perhaps two catalogs "
        "were mixed up, and the booth would speak the wrong language.",
        "Put each catalog into the folder of its language, or correct the line `Language:` in its header.",
        '"Language: fr\\n"',
        severity="warning",
    ),
    Code(
        "K557",
        "A source text that was changed in the catalog",
        "What stands after `msgid` is the bundle's own text, by which the booth finds the translation. It was changed, "
        "so that the translation is never found.",
        "Write the bundle's text after `msgid` again, letter by letter, and the translation after `msgstr`.",
        'msgid "Weine"\nmsgstr ""',
        severity="warning",
    ),
)

FAMILY: Final = Family(
    5,
    "Languages and translations",
    "What the booth says in each of its languages.",
    _CODES,
)
