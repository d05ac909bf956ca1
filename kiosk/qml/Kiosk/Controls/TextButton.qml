pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A button with words, and an icon before them if it has one.
TapArea {
    id: root

    property string glyph
    property bool directed: false
    property bool strong: false
    property bool chosen: false
    property color hue: Theme.accent
    property font face: Theme.body
    readonly property color ink: strong ? Theme.accentText : chosen ? Theme.text : Theme.quiet

    implicitHeight: Theme.target
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    leftPadding: Theme.space4
    rightPadding: Theme.space4

    background: Rectangle {
        color: root.strong ? root.hue : root.pressed || root.chosen ? Theme.raised : Theme.clear
        radius: Theme.radius

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.leftMargin: root.leftPadding
            anchors.right: parent.right
            anchors.rightMargin: root.rightPadding
            color: root.hue
            height: Theme.ring
            visible: root.chosen && !root.strong
        }
        FocusRing {
            target: root
        }
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.space2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: root.ink
                directed: root.directed
                path: root.glyph
                visible: root.glyph !== ""
            }
            PlainText {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: root.ink
                font: root.face
                text: root.label
                wrapMode: Text.NoWrap
            }
        }
    }
}
