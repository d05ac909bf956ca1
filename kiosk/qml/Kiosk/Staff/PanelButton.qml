pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A large button of the panel: words, or an icon, on a plate.
TapArea {
    id: root

    property string glyph
    property string spoken: label
    property bool strong: false
    property bool chosen: false
    property font face: Theme.body
    readonly property color ink: !enabled ? Theme.faded(Theme.quiet, 0.5) : strong ? Theme.accentText : Theme.text

    Accessible.name: spoken
    height: Theme.primaryTarget
    implicitWidth: words.implicitWidth + 2 * Theme.space5 + (glyph !== "" ? Theme.space6 : 0)

    background: Rectangle {
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: root.chosen ? Theme.ring : Theme.hairline
        color: root.strong && root.enabled ? Theme.accent : root.pressed || root.chosen ? Theme.raised : Theme.surface
        radius: Theme.radius

        FocusRing {
            target: root
        }
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.space2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: root.ink
                directed: root.glyph === Icons.back
                path: root.glyph
                visible: root.glyph !== ""
            }
            PlainText {
                id: words

                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: root.ink
                font: root.face
                horizontalAlignment: Text.AlignHCenter
                text: root.label
                visible: text !== ""
                width: Math.min(implicitWidth, root.width - 2 * Theme.space3 - (root.glyph !== "" ? Theme.space6 : 0))
            }
        }
    }
}
