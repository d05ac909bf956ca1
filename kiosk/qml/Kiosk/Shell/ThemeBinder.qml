pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.View

// Carries the bundle's theme, the screen's size and the visitor's access modes into the tokens. It assigns them: a
// `Binding` would keep a wrapper of each colour and font, and with it the part of QML's heap where a visit made it.
// How high lines are comes last: words that fit themselves to their place are laid out wrongly where their font follows.
Item {
    id: root

    required property ThemeView view
    required property bool mirrored

    function carry() {
        Theme.unit = view.unit;
        Theme.touchUnit = view.touchUnit;
        Theme.textScale = view.textScale;
        Theme.portrait = view.portrait;
        Theme.calm = view.calm;
        Theme.still = view.still;
        Theme.reach = view.reach;
        Theme.dark = view.dark;
        Theme.ground = view.ground;
        Theme.surface = view.surface;
        Theme.raised = view.raised;
        Theme.line = view.line;
        Theme.text = view.text;
        Theme.quiet = view.quiet;
        Theme.accent = view.accent;
        Theme.accentText = view.accentText;
        Theme.focus = view.focus;
        Theme.radiusMm = view.radiusMm;
        Theme.small = view.small;
        Theme.body = view.body;
        Theme.lead = view.lead;
        Theme.title = view.title;
        Theme.headline = view.headline;
        Theme.display = view.display;
        Theme.number = view.number;
        Theme.countdown = view.countdown;
        Theme.lineHeight = view.lineHeight;
    }

    onMirroredChanged: Theme.mirrored = mirrored
    onViewChanged: carry()

    Connections {
        function onChanged() {
            root.carry();
        }

        target: root.view
    }
}
