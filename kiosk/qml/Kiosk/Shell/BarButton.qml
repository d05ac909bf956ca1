pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A button of the bar: an icon over its word.
TapArea {
    id: root

    required property string glyph
    required property bool overPicture
    property bool chosen: false
    property bool directed: false
    readonly property color ink: overPicture ? Theme.pictureText : chosen ? Theme.text : Theme.quiet

    height: Theme.barHeight
    implicitWidth: Math.max(Theme.primaryTarget, word.implicitWidth + 2 * Theme.space3)
    opacity: enabled ? 1 : 0.35

    background: Rectangle {
        color: root.pressed ? Theme.raised : Theme.clear

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            color: Theme.accent
            height: Theme.ring
            visible: root.chosen
            width: parent.width - 2 * Theme.space3
        }
        FocusRing {
            anchors.margins: Theme.ring
            target: root
        }
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: Theme.space1

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: root.ink
                directed: root.directed
                height: width
                path: root.glyph
                width: Theme.mm(6.5)
            }
            PlainText {
                id: word

                Accessible.ignored: true
                color: root.ink
                font: Theme.small
                text: root.label
                tight: true
                wrapMode: Text.NoWrap
            }
        }
    }
}
