"""K1: reading files and YAML."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K101",
        "A file that cannot be read",
        "Something stands in the way: the file's permissions, a damaged disk, or a folder where a file should be.",
        "Make the file readable for the account that runs the booth, or put an ordinary file there.",
    ),
    Code(
        "K102",
        "A text file that is too large",
        "Text files have a limit, so that one bundle cannot fill the booth's memory. A `content.yaml` over 16 MiB is "
        "almost always a picture or a film under the wrong name.",
        "Make the file smaller, or put the right file in its place.",
    ),
    Code(
        "K103",
        "Not plain text in UTF-8",
        "The file holds bytes that are not UTF-8, the one way to store letters that works for every language. Old "
        "editors on Windows save as Latin-1 or UTF-16. Or it is no plain text at all, but a document of an office "
        "program.",
        "Open the file in a text editor and save it with the encoding UTF-8.",
    ),
    Code(
        "K104",
        "An empty file",
        "There is nothing in the file, often because saving or copying was cut short.",
        "Write the bundle into it, beginning with `kiosk: 1`, or copy the file again.",
    ),
    Code(
        "K105",
        "An invisible character",
        "The line holds a character that has no shape and no place in such a file: a control character or an unusual "
        "line break. It mostly comes along when text is copied from a PDF or a web page.",
        "Delete it: remove the letters around the reported place and type them again.",
    ),
    Code(
        "K106",
        "Not YAML",
        "The line cannot be understood as YAML, the notation of `content.yaml`, and nothing more precise can be said. "
        "A second document (`---`) and lines that begin with `%` or `!` belong here too.",
        "Compare the line with those above it and with the example in the tutorial.",
        "kiosk: 1\n---\ntitle: Vineyard",
    ),
    Code(
        "K107",
        "A colon where none is expected",
        "A colon with a space after it separates a key from its value. A text that holds one needs quotes; else the "
        "indentation is off.",
        "Put quotes around the text, or indent the line like its neighbours.",
        "title: Vineyard: a tour",
    ),
    Code(
        "K108",
        "A colon is missing",
        "Every line that is not part of a list or of a longer text reads `key: value`, with a space after the colon.",
        "Write the colon, and a space after it.",
        "summary Five generations of wine\ntitle:Vineyard",
    ),
    Code(
        "K109",
        "A quote that is never closed",
        "A text that begins with a quote ends at the next one; here none follows, so that the rest of the file would "
        "be part of it.",
        'Close the quote. Inside double quotes, write a quote as `\\"`.',
        'title: "Vineyard',
    ),
    Code(
        "K110",
        "An unknown escape",
        "Inside double quotes a backslash has a meaning of its own, such as `\\n` for a new line. What follows it "
        "here has none.",
        "Write the backslash twice, or put the text in single quotes.",
        'title: "Wine\\query"',
    ),
    Code(
        "K111",
        "A tab",
        "YAML is indented with spaces only, because a tab is as wide as each editor pleases.",
        "Put two spaces in the tab's place, and let your editor use spaces for YAML.",
    ),
    Code(
        "K112",
        "A bracket that is not closed",
        "A list in `[ ]` or a mapping in `{ }` is not closed, or a comma is missing in it.",
        "Close it, and put a comma between its entries.",
        "languages: [en, de",
    ),
    Code(
        "K113",
        "A text that needs quotes",
        "Some characters mean something else at the beginning of a text: `@ % * & ! { [` and the backtick.",
        "Put quotes around the text.",
        "title: @vineyard",
    ),
    Code(
        "K114",
        "A line that does not fit the ones above it",
        "Lines that belong together begin in the same column. This one begins further left or right, or a list mark "
        "(`-`) stands where none is expected.",
        "Indent the line exactly like the others that it belongs to.",
        'theme:\n  mode: dark\n   accent: "#E5432D"',
    ),
    Code(
        "K115",
        "A longer text begins with something unexpected",
        "A text of several lines begins with `|` at the end of the line of its key; nothing else stands on that line.",
        "Write `|` alone, and indent the text on the lines under it.",
        "text: |Words\n  and more words",
    ),
    Code(
        "K116",
        "A shortcut of YAML that is not used here",
        "Anchors (`&`), aliases (`*`), tags (`!`) and merges (`<<`) make files hard to read and can blow a small file "
        "up to a huge one. A bundle does without.",
        "Write the value out. If the sign belongs to a text, put quotes around the text.",
        "title: &name Vineyard\ncall: *name",
    ),
    Code(
        "K117",
        "Too much in one file",
        "There are more values, or more levels of nesting, than a booth can have any use for. Mostly a bracket is "
        "repeated by mistake.",
        "Take the surplus brackets or list marks away, or split the booth into two bundles.",
    ),
    Code(
        "K118",
        "A list or a mapping as a key",
        "Before a colon stands a word. Here a bracket stands there.",
        "Write `key: value`, with a word as the key.",
        "[a, b]: text",
    ),
    Code(
        "K119",
        "A key is written twice",
        "The same key stands twice in one place, so that one of the two values would be lost.",
        "Keep one of the two.",
        "title: Vineyard\nsummary: Wine\ntitle: The vineyard",
    ),
    Code(
        "K120",
        "A part of a text is read as a comment",
        "A `#` after a space begins a comment. What follows it is not shown.",
        "Put quotes around the text. If it is meant as a comment, write a space after the `#`.",
        "title: Hall #3",
        severity="warning",
    ),
    Code(
        "K121",
        "No bundle",
        "The folder does not exist, or holds no `content.yaml`.",
        "Write the folder that holds `content.yaml`. A name such as `Content.yml` must be changed.",
    ),
    Code(
        "K122",
        "Reading took too long or failed",
        "The bundle is read by a process of its own with limits on time and memory. It ended before it was done, "
        "which damaged or hostile files can cause.",
        "Save the named file again, smaller or in another format. If none is named, look for files that do not belong "
        "into the bundle.",
    ),
    Code(
        "K123",
        "More mistakes than are listed",
        "After 300 mistakes the rest are only counted; most of them usually have one cause.",
        "Mend the ones in the list, and check again.",
    ),
    Code(
        "K124",
        "More warnings than are listed",
        "After 300 warnings the rest are only counted; most of them usually have one cause.",
        "Mend or silence the ones in the list, and check again.",
        severity="warning",
    ),
)

FAMILY: Final = Family(
    1,
    "Reading the files",
    "Before anything else, the text files of a bundle are read: letters, brackets, indentation.",
    _CODES,
)
