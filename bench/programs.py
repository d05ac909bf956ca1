"""The programs that are measured: the booth, a bare QML window and a browser's page, each with the same six tiles."""

from __future__ import annotations

import html
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.bundle.model import Bundle, say
from kiosk.store.load import load_bundle

BAR: Final = 80
"""Height of the bar along the bottom, in pixels: that of the booth on a screen of 1920 x 1080."""

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

BROWSER_FLAGS: Final = (
    "--kiosk",
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-position=0,0",
)


@dataclass(frozen=True)
class Program:
    """A command to start. `attracts`: it starts with a moving attract loop, and a tap leads to its pages."""

    name: str
    title: str
    command: tuple[str, ...]
    attracts: bool = False
    new_profile: bool = False


def booth(bundle: Path | None = None) -> Program:
    """Return the booth itself, on what is installed where no `bundle` is named.

    Visitors come back after a pause here: the booth must not fall asleep meanwhile.
    """
    named = () if bundle is None else (str(bundle),)
    command = (sys.executable, "-m", "kiosk", "run", *named, "--idle-seconds", "3600")
    return Program("booth", "This program", command, attracts=True)


def bare_window(bundle: Path, folder: Path) -> Program:
    """Return the bare window; `folder` takes the file with its words."""
    shown = load_bundle(bundle)
    words = folder / "words.json"
    words.write_text(json.dumps({"languages": _names(shown), "titles": _titles(shown)}))
    return Program("window", "Bare QML window", (sys.executable, "-m", "bench.window", str(words)))


def browser(bundle: Path, folder: Path, width: int, height: int) -> Program | None:
    """Return the browser on a page with the bundle's pictures, written to `folder`; None where there is no browser."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        return None
    page = folder / "page.html"
    page.write_text(_page(load_bundle(bundle), bundle), encoding="utf-8")
    command = (path, *BROWSER_FLAGS, f"--window-size={width},{height}", page.as_uri())
    return Program("browser", "Chromium kiosk page", command, new_profile=True)


def _names(bundle: Bundle) -> list[str]:
    return [language.name for language in bundle.languages]


def _titles(bundle: Bundle) -> list[list[str]]:
    return [[say(sector.title, language.code) for language in bundle.languages] for sector in bundle.sectors[:6]]


def _page(bundle: Bundle, folder: Path) -> str:
    tiles = "".join(
        f'<div class="tile"><img src="{html.escape((folder / say(sector.cover.src, "")).resolve().as_uri())}" alt="">'
        "<span></span></div>"
        for sector in bundle.sectors[:6]
    )
    names = "".join(f"<b>{html.escape(name)}</b>" for name in _names(bundle))
    return f"""<!doctype html>
<meta charset="utf-8">
<title>Six tiles</title>
<style>
* {{ margin: 0; box-sizing: border-box; user-select: none }}
body {{ background: #0e1420; color: #f4f1ea; font: 36px sans-serif; height: 100vh; overflow: hidden }}
main {{ display: grid; gap: 8px; grid: 1fr 1fr / repeat(3, 1fr); height: calc(100vh - {BAR}px) }}
.tile {{ position: relative; overflow: hidden }}
.tile:active {{ filter: brightness(1.3); transform: scale(.98) }}
img {{ width: 100%; height: 100%; object-fit: cover; pointer-events: none }}
span {{ position: absolute; left: 24px; bottom: 24px }}
nav {{ display: flex; justify-content: flex-end; gap: 40px; padding-right: 40px; height: {BAR}px }}
nav b {{ font: 18px/{BAR}px sans-serif }}
</style>
<main>{tiles}</main>
<nav>{names}</nav>
<script>
const titles = {json.dumps(_titles(bundle))}
const say = language => document.querySelectorAll("span").forEach((tile, i) => tile.textContent = titles[i][language])
document.querySelectorAll("nav b").forEach((word, i) => word.onclick = () => say(i))
say(0)
</script>
"""
