"""How it looks: colours that cannot be read as they are written, and words far longer than what reads best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from kiosk.author.format.models import AttractItem, Sector, Theme
from kiosk.author.format.values import COLOUR, six_digits
from kiosk.author.lint.subject import MOST_LISTED, Piece, Subject, width
from kiosk.bundle import model
from kiosk.bundle.palette import GRAPHIC_RATIO, TEXT_RATIO, Palette, contrast_ratio, derive_palette, readable_on
from kiosk.ground.errors import Problem
from kiosk.ground.words import quote
from kiosk.yaml.parse import Scalar
from kiosk.yaml.source import Source

_CLEARLY: Final = 1.5
_READS_BEST: Final = {(Sector, "title"): 40, (Sector, "summary"): 140, (AttractItem, "line"): 50}


def check_looks(subject: Subject) -> list[Problem]:
    """Return colours that the booth will have to change, and texts that are far too long."""
    findings = subject.findings()
    theme = next((piece for piece in subject.pieces if piece.model is Theme), None)
    colours = _colours(theme) if theme else {}
    palette = derive_palette(_theme(subject, theme, colours))
    _check_theme(colours, palette, findings)
    for piece in subject.pieces:
        if piece.model is Sector:
            _check_sector(piece, palette, findings)
    return [*findings.problems, *_check_lengths(subject)]


def _colours(theme: Piece) -> dict[str, Scalar]:
    """Return the colours that are written in the theme, without those that are none."""
    written = ((name, theme.node.scalar(name)) for name in ("ground", "surface", "text", "quiet", "accent"))
    return {name: at for name, at in written if at and COLOUR.fullmatch(at.text.strip())}


def _theme(subject: Subject, theme: Piece | None, colours: dict[str, Scalar]) -> model.Theme:
    if subject.bundle:
        return subject.bundle.theme
    mode = theme.node.scalar("mode") if theme else None
    is_paper = mode is not None and mode.text == "paper"
    written = {name: _plain(at) for name, at in colours.items()}
    return msgspec.structs.replace(model.Theme(mode="paper" if is_paper else "dark"), **written)


def _check_theme(colours: dict[str, Scalar], palette: Palette, findings: Source) -> None:
    for name, ratio in (("text", TEXT_RATIO), ("quiet", TEXT_RATIO), ("accent", GRAPHIC_RATIO)):
        if name in colours:
            _check_on_grounds(name, colours[name], ratio, palette, findings)
    if "surface" in colours and _plain(colours["surface"]) != palette.surface:
        _report(findings, colours["surface"], "surface", ("text", palette.text), TEXT_RATIO, palette.surface)
    default = _BRIGHT if contrast_ratio(palette.ground, _BRIGHT) > contrast_ratio(palette.ground, _DARK) else _DARK
    if colours.keys() & {"ground", "text"} == {"ground"} and contrast_ratio(palette.text, default) > TEXT_RATIO:
        what = f"neither light nor dark text stands out from the ground `{palette.ground}`"
        cure = "Choose a ground that is clearly darker, or clearly lighter."
        findings.warn(colours["ground"], "K750", what, cure)


def _check_on_grounds(name: str, at: Scalar, ratio: float, palette: Palette, findings: Source) -> None:
    grounds = (("ground", palette.ground), ("surface", palette.surface))
    worst = min(grounds, key=lambda ground: contrast_ratio(_plain(at), ground[1]))
    if contrast_ratio(_plain(at), worst[1]) < ratio:
        _report(findings, at, name, worst, ratio, getattr(palette, name))


def _report(findings: Source, at: Scalar, name: str, against: tuple[str, str], ratio: float, shown: str) -> None:
    colour, (other, ground) = _plain(at), against
    what = (
        f"`{name}` ({colour}) on `{other}` ({ground}) has a contrast of {contrast_ratio(colour, ground):.1f} : 1,"
        f" and {ratio:g} : 1 can be read: the booth will show `{shown}` instead"
    )
    findings.warn(at, "K750", what, f"Write `{shown}`, or another colour that stands out more.")


def _check_sector(piece: Piece, palette: Palette, findings: Source) -> None:
    at = piece.node.scalar("colour")
    if not at or not COLOUR.fullmatch(at.text.strip()):
        return
    colour, ratio = _plain(at), contrast_ratio(_plain(at), palette.ground)
    if ratio < GRAPHIC_RATIO:
        shown = readable_on(colour, palette.ground, TEXT_RATIO)
        what = (
            f"this colour has a contrast of {ratio:.1f} : 1 on the ground ({palette.ground}): the booth will show"
            f" `{shown}` instead, so that it can be made out"
        )
        findings.warn(at, "K751", what, f"Write `{shown}`, or another colour that stands out more.")


def _check_lengths(subject: Subject) -> list[Problem]:
    fields = list(_short_texts(subject))
    content = subject.findings()
    for limit, name, texts, _ in fields:
        for text in texts.values():
            _check_length(text, limit, name, content)
    problems = content.problems[:MOST_LISTED]
    for code, catalog, messages in subject.catalogs():
        for limit, name, texts, source in fields:
            message = messages.get(source)
            if message and code not in texts and not message.is_fuzzy:
                _check_length(Scalar(message.translation, message.line, 1), limit, name, catalog)
        problems += catalog.problems[:MOST_LISTED]
    return problems


def _short_texts(subject: Subject) -> Iterator[tuple[int, str, dict[str, Scalar], str]]:
    """Yield the limit and the name of each field that is best short, its texts by language and its source."""
    for piece in subject.pieces:
        for (kind, name), limit in _READS_BEST.items():
            if piece.model is kind and (texts := piece.said(name, subject.source_code)):
                source = texts.get(subject.source_code)
                yield limit, name, texts, source.text.strip("\n") if source else ""


def _check_length(text: Scalar, limit: int, name: str, findings: Source) -> None:
    letters = width(text.text)
    if letters > limit * _CLEARLY:
        what = f"this `{name}` has {letters} letters, and under {limit} read best: {quote(text.text)}"
        findings.warn(text, "K752", what, "Shorten it: it is read in passing, from two metres away.")


def _plain(at: Scalar) -> str:
    return six_digits(at.text.strip())


_BRIGHT: Final = "#ffffff"
_DARK: Final = "#000000"
