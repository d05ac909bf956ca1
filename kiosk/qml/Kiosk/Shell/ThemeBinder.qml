pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.View

// Carries the bundle's theme, the screen's size and the visitor's access modes into the tokens.
Item {
    id: root

    required property ThemeView view
    required property bool mirrored

    Binding {
        property: "unit"
        target: Theme
        value: root.view.unit
    }
    Binding {
        property: "touchUnit"
        target: Theme
        value: root.view.touchUnit
    }
    Binding {
        property: "textScale"
        target: Theme
        value: root.view.textScale
    }
    Binding {
        property: "portrait"
        target: Theme
        value: root.view.portrait
    }
    Binding {
        property: "calm"
        target: Theme
        value: root.view.calm
    }
    Binding {
        property: "still"
        target: Theme
        value: root.view.still
    }
    Binding {
        property: "reach"
        target: Theme
        value: root.view.reach
    }
    Binding {
        property: "dark"
        target: Theme
        value: root.view.dark
    }
    Binding {
        property: "ground"
        target: Theme
        value: root.view.ground
    }
    Binding {
        property: "surface"
        target: Theme
        value: root.view.surface
    }
    Binding {
        property: "raised"
        target: Theme
        value: root.view.raised
    }
    Binding {
        property: "line"
        target: Theme
        value: root.view.line
    }
    Binding {
        property: "text"
        target: Theme
        value: root.view.text
    }
    Binding {
        property: "quiet"
        target: Theme
        value: root.view.quiet
    }
    Binding {
        property: "accent"
        target: Theme
        value: root.view.accent
    }
    Binding {
        property: "accentText"
        target: Theme
        value: root.view.accentText
    }
    Binding {
        property: "scrim"
        target: Theme
        value: root.view.scrim
    }
    Binding {
        property: "focus"
        target: Theme
        value: root.view.focus
    }
    Binding {
        property: "lineHeight"
        target: Theme
        value: root.view.lineHeight
    }
    Binding {
        property: "radiusMm"
        target: Theme
        value: root.view.radiusMm
    }
    Binding {
        property: "small"
        target: Theme
        value: root.view.small
    }
    Binding {
        property: "body"
        target: Theme
        value: root.view.body
    }
    Binding {
        property: "lead"
        target: Theme
        value: root.view.lead
    }
    Binding {
        property: "title"
        target: Theme
        value: root.view.title
    }
    Binding {
        property: "headline"
        target: Theme
        value: root.view.headline
    }
    Binding {
        property: "display"
        target: Theme
        value: root.view.display
    }
    Binding {
        property: "number"
        target: Theme
        value: root.view.number
    }
    Binding {
        property: "countdown"
        target: Theme
        value: root.view.countdown
    }
    Binding {
        property: "mirrored"
        target: Theme
        value: root.mirrored
    }
}
