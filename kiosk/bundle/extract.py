"""The texts of a bundle as a gettext template, and catalogs brought up to date with it.

`python -m kiosk.bundle.extract FOLDER -o content.pot` writes the template; with `--update` the catalogs under
`translations/` are merged with it, one for each of the bundle's languages but the first.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.bundle.compile import CONTENT
from kiosk.bundle.markdown import read_markdown
from kiosk.bundle.parse import Mapping, Node, Scalar, Sequence, parse_yaml, read_source
from kiosk.bundle.shape import walk
from kiosk.bundle.wording import catalog_path
from kiosk.bundle.written import Block, Content
from kiosk.errors import BundleError, KioskError
from kiosk.language.locales import canonical_code

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_HEADER: Final = "# The words of a content bundle: each msgid is a text of its content.yaml."


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text to translate, its line in `content.yaml`, and what it is (`title`, `summary`, `text: bullet`)."""

    text: str
    line: int
    comment: str


def extract_texts(folder: Path) -> list[Extracted]:
    """Return the source texts of the bundle that its maps leave untranslated; raise BundleError where it is no YAML."""
    root = _root(folder)
    return list(_texts(root, _codes(root)))


def update_catalogs(folder: Path) -> list[Path]:
    """Merge what is to be translated into each language's catalog, and return the catalogs that changed."""
    root = _root(folder)
    changed = []
    for code in _codes(root)[1:]:
        if _update(catalog_path(folder, code), code, _template(_texts(root, _codes(root), code))):
            changed.append(catalog_path(folder, code))
    return changed


def template_text(folder: Path) -> bytes:
    """Return the template (`content.pot`)."""
    root = _root(folder)
    return _written(_template(_texts(root, _codes(root))))


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m kiosk.bundle.extract", description="Texts of a bundle to translate."
    )
    parser.add_argument("folder", type=Path, help="folder of the bundle")
    parser.add_argument("-o", "--out", type=Path, help="write the template there")
    parser.add_argument("--update", action="store_true", help="bring the catalogs under translations/ up to date")
    asked = parser.parse_args(arguments)
    try:
        if asked.update:
            for path in update_catalogs(asked.folder):
                print(f"updated {path}")
        if asked.out:
            asked.out.write_bytes(template_text(asked.folder))
        elif not asked.update:
            sys.stdout.write(template_text(asked.folder).decode())
    except KioskError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    return 0


def _root(folder: Path) -> Mapping:
    source = read_source(folder / CONTENT)
    root = parse_yaml(source) if source.lines else None
    errors = [problem for problem in source.problems if problem.severity == "error"]
    if not isinstance(root, Mapping) or errors:
        if not errors:
            source.report(0, 0, "the file must hold keys and values", "Begin it with `kiosk: 1`.")
        raise BundleError(tuple(errors or source.problems))
    return root


def _codes(root: Mapping) -> list[str]:
    node = root.entries.get("languages")
    items = node.items if isinstance(node, Sequence) else []
    return [canonical_code(item.text) for item in items if isinstance(item, Scalar) and item.text]


def _texts(root: Mapping, codes: list[str], wanted: str = "") -> Iterator[Extracted]:
    """Yield the texts that `wanted`, or any language where it is empty, has no translation for in a map."""
    for place in walk(Content, root):
        if place.shape.model is Block or place.shape.mark != "said":
            continue
        scalar = _source_text(place.node, codes, wanted)
        if scalar is None:
            continue
        if place.key.text == "text" and "who" not in place.owner.entries:
            for piece in read_markdown(scalar.text):
                if _has_words(piece.text):
                    yield Extracted(piece.text, scalar.line, f"text: {piece.style}")
        elif _has_words(scalar.text):
            yield Extracted(scalar.text.strip("\n"), scalar.line, place.key.text)


def _source_text(node: Node, codes: list[str], wanted: str) -> Scalar | None:
    if isinstance(node, Mapping):
        texts = {canonical_code(code): text for code, text in node.entries.items()}
        needed = [wanted] if wanted else codes
        found = texts.get(codes[0]) if codes and any(code not in texts for code in needed) else None
        return found if isinstance(found, Scalar) else None
    return node if isinstance(node, Scalar) and not node.is_blank else None


def _has_words(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _template(texts: Iterator[Extracted]) -> Catalog:
    from babel.messages.catalog import Catalog

    catalog = Catalog(header_comment=_HEADER, project="content", version="1", charset="utf-8", fuzzy=False)
    for text in texts:
        catalog.add(text.text, locations=[(CONTENT, text.line)], auto_comments=[text.comment])
    return catalog


def _update(file: Path, code: str, template: Catalog) -> bool:
    from babel.messages.pofile import read_po

    before = file.read_bytes() if file.exists() else b""
    if before:
        catalog = read_po(io.BytesIO(before), locale=code)
        catalog.update(template, no_fuzzy_matching=False, update_creation_date=False)
    else:
        from babel.messages.catalog import Catalog

        catalog = Catalog(
            locale=code, header_comment=_HEADER, project="content", version="1", charset="utf-8", fuzzy=False
        )
        catalog.update(template, update_creation_date=False)
    after = _written(catalog)
    if _without_dates(after) == _without_dates(before):
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(after)
    return True


def _written(catalog: Catalog) -> bytes:
    from babel.messages.pofile import write_po

    stream = io.BytesIO()
    write_po(stream, catalog, width=100, ignore_obsolete=False)
    return stream.getvalue()


def _without_dates(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if b"-Date: " not in line]


if __name__ == "__main__":
    sys.exit(main())
