"""Ways out of a booth that people with a keyboard, a mouse and time have thought of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from Xlib import XK

from tests.booth.outside import SIZE, Screen

for group in ("xf86", "xkb", "korean"):
    XK.load_keysym_group(group)

Act: TypeAlias = Callable[[Screen], None]

MIDDLE, NOWHERE, NUMBERS = (640, 300), (700, 680), (229, 680)
RIGHT, BOTTOM = SIZE[0] - 1, SIZE[1] - 1

CHORDS: Final = (
    *("Alt_L+F4", "Alt_L+Tab", "Alt_L+Shift_L+Tab", "Alt_L+space", "Alt_L+Escape", "Alt_L+Return", "Alt_L+Left"),
    *("Alt_L+Right", "Alt_L+Home", "Alt_L+F1", "Alt_L+F2", "Alt_L+d", "Alt_L+f", "Alt_L+Print", "Alt_L+Delete"),
    *(f"Control_L+{key}" for key in "acfhjlnopqrstuvwxz0"),
    *("Control_L+plus", "Control_L+minus", "Control_L+Tab", "Control_L+Escape", "Control_L+space", "Control_L+F4"),
    *("Control_L+Return", "Control_L+Home", "Control_L+Print", "Control_R+Menu", "Control_L+Insert"),
    *(f"Control_L+Shift_L+{key}" for key in ("i", "j", "n", "q", "t", "u", "Tab", "Escape", "Delete")),
    *("Control_L+Alt_L+Delete", "Control_L+Alt_L+t", "Control_L+Alt_L+l", "Control_L+Alt_L+Tab"),
    *(f"F{number}" for number in range(1, 13)),
    *("Shift_L+F10", "Shift_L+F11", "Shift_L+Insert", "Shift_L+Delete", "Menu", "Print", "Pause", "Scroll_Lock"),
    *("Super_L", "Super_R", "Super_L+d", "Super_L+e", "Super_L+l", "Super_L+r", "Super_L+Tab", "Super_L+space"),
    *("Home", "End", "Prior", "Next", "Insert", "Delete", "BackSpace", "ISO_Level3_Shift"),
    *(f"XF86_Audio{what}" for what in ("Mute", "LowerVolume", "RaiseVolume", "Play", "Stop", "Next", "Prev", "Media")),
    *(f"XF86_{what}" for what in ("HomePage", "WWW", "Mail", "Calculator", "Explorer", "Search", "Reload", "Forward")),
    *(f"XF86_{what}" for what in ("Favorites", "Tools", "PowerOff", "Sleep", "MonBrightnessUp", "ScreenSaver")),
    *("Henkan_Mode", "Muhenkan", "Hiragana_Katakana", "Hangul", "Hangul_Hanja"),
)
KEYPAD: Final = (
    *("Tab", "<23>", "Return", "space", "Escape", "Left", "Right", "Up", "Down", "<166>"),
    *("KP_Enter", "KP_Left", "KP_Right", "KP_Up", "KP_Down"),
)
"""The keys that visitors may use, which do something."""
HELD: Final = ("", "Shift_L", "ISO_Level3_Shift", "Control_L", "Alt_L", "Super_L")


def keys(chord: str) -> Act:
    return lambda screen: screen.keys(chord)


def every_key(held: str) -> Act:
    but = KEYPAD if held in HELD[:3] else ()
    return lambda screen: screen.every_key(held, but)


def tap(place: tuple[int, int], button: int = 1) -> Act:
    return lambda screen: screen.tap(place, button)


def drag(*places: tuple[int, int], button: int = 1) -> Act:
    return lambda screen: screen.drag(*places, button=button)


def times(count: int, *acts: Act) -> Act:
    def do(screen: Screen) -> None:
        for act in acts * count:
            act(screen)

    return do


def holding(name: str, act: Act) -> Act:
    def do(screen: Screen) -> None:
        with screen.held(name):
            act(screen)

    return do


def both_buttons(screen: Screen) -> None:
    screen.press(NOWHERE)
    screen.tap(NOWHERE, 3)
    screen.release()


UNHEARD: Final[dict[str, Act]] = {
    **{f"every key with {held or 'nothing'}": every_key(held) for held in HELD},
    **{chord: keys(chord) for chord in CHORDS},
    "sticky keys": times(5, keys("Shift_L")),
    "an address": times(3, *map(keys, "file")),
    "closed by the window manager": Screen.ask_to_close,
    **{f"button {number}": tap(MIDDLE, number) for number in (2, 3, 8, 9)},
    "double right click": times(2, tap(MIDDLE, 3)),
    "right click in a corner": tap((0, 0), 3),
    "right click on the bar": tap(NUMBERS, 3),
    "right drag": drag(MIDDLE, (900, 500), button=3),
    "middle drag": drag(MIDDLE, (900, 500), button=2),
    "Ctrl and right click": holding("Control_L", tap(MIDDLE, 3)),
}
"""Attempts that the page must not even notice."""

HEARD: Final[dict[str, Act]] = {
    "from the top edge": drag((640, 0), (900, 400)),
    "from the bottom edge": drag((640, BOTTOM), (640, 200)),
    "from the left edge": drag((0, 360), (700, 360)),
    "from the right edge": drag((RIGHT, 360), (500, 360)),
    "out of the screen": drag((640, 200), (RIGHT, 0)),
    "drag and drop": drag(MIDDLE, (300, 200), (900, 400)),
    "Alt and drag": holding("Alt_L", drag(MIDDLE, (900, 100))),
    "Super and drag": holding("Super_L", drag(MIDDLE, (900, 100))),
    "Ctrl and wheel": holding("Control_L", times(9, tap(MIDDLE, 4))),
    "wheel": times(30, tap(MIDDLE, 5)),
    "wheel sideways": times(30, tap(MIDDLE, 7)),
    "double tap": times(2, tap(NOWHERE)),
    "storm of taps": times(40, tap(NOWHERE)),
    "Ctrl and tap": holding("Control_L", tap(NOWHERE)),
    "Shift and tap": holding("Shift_L", tap(NOWHERE)),
    "both buttons": both_buttons,
}
"""Attempts that may scroll a page, and wake the booth, but lead nowhere."""
