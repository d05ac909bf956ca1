"""The contact sheet: one HTML file that shows every picture of the booth."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from kiosk.bundle.model import Bundle, say

_STYLE = """
:root { color-scheme: dark; font: 15px/1.45 "Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", sans-serif }
body { margin: 0; background: #0e1420; color: #f4f1ea }
header { position: sticky; top: 0; padding: 16px 24px; background: #0e1420f0; display: flex; gap: 24px }
h1 { font-size: 20px; margin: 0 } h2 { font-size: 17px; margin: 32px 24px 12px }
select { font: inherit; background: #182234; color: inherit; border: 0; border-radius: 6px; padding: 6px 10px }
section { display: flex; flex-wrap: wrap; gap: 12px; padding: 0 24px }
figure { margin: 0 } img { height: 240px; display: block; border-radius: 4px; background: #182234 }
figcaption { color: #a9b4c6; padding: 4px 0 12px } .hidden { display: none }
"""

_SCRIPT = """
const choose = () => {
  const want = ['language', 'size'].map(id => [id, document.getElementById(id).value]);
  document.querySelectorAll('figure').forEach(f =>
    f.classList.toggle('hidden', want.some(([id, value]) => value && f.dataset[id] !== value)));
};
document.querySelectorAll('select').forEach(s => s.addEventListener('change', choose));
"""


@dataclass(frozen=True)
class Shot:
    """One picture: its file below the folder, its page, its language's code and its size in pixels."""

    file: Path
    page: str
    language: str
    size: tuple[int, int]


def write_contact_sheet(bundle: Bundle, shots: list[Shot], folder: Path) -> Path:
    """Write `index.html` into `folder` and return its path. The pictures lie beside it."""
    pages = list(dict.fromkeys(shot.page for shot in shots))
    title = escape(say(bundle.title, bundle.languages[0].code))
    body = "\n".join(
        f"<h2>{escape(page)}</h2>\n<section>\n{''.join(_figure(s) for s in shots if s.page == page)}</section>"
        for page in pages
    )
    languages = _choice("language", "every language", [shot.language for shot in shots])
    sizes = _choice("size", "every size", [_size(shot) for shot in shots])
    sheet = folder / "index.html"
    sheet.write_text(
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{title}</title>\n<style>{_STYLE}</style>\n'
        f"<header><h1>{title}</h1>{languages}{sizes}<span>{len(shots)} pictures</span></header>\n"
        f"{body}\n<script>{_SCRIPT}</script></html>\n",
        encoding="utf-8",
    )
    return sheet


def _figure(shot: Shot) -> str:
    path, caption = escape(shot.file.as_posix()), escape(f"{shot.language} · {_size(shot)}")
    return (
        f'<figure data-language="{escape(shot.language)}" data-size="{_size(shot)}"><a href="{path}">'
        f'<img loading="lazy" src="{path}" alt="{escape(shot.page)}"></a><figcaption>{caption}</figcaption></figure>\n'
    )


def _size(shot: Shot) -> str:
    return f"{shot.size[0]}x{shot.size[1]}"


def _choice(name: str, every: str, values: list[str]) -> str:
    options = "".join(f"<option>{escape(value)}</option>" for value in dict.fromkeys(values))
    return f'<select id="{name}" aria-label="{name}"><option value="">{every}</option>{options}</select>'
