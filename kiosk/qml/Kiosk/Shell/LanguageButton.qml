pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A language in the bar, by its own name.
TapArea {
    id: root

    required property LanguageTile tile
    required property bool overPicture

    height: Theme.barHeight
    implicitWidth: Math.max(Theme.target, word.implicitWidth + 2 * Theme.space3)
    label: tile.name

    background: Rectangle {
        color: root.pressed ? Theme.raised : Theme.clear

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            color: Theme.accent
            height: Theme.ring
            visible: root.tile.current
            width: parent.width - 2 * Theme.space3
        }
        FocusRing {
            anchors.margins: Theme.ring
            target: root
        }
    }
    contentItem: Item {
        PlainText {
            id: word

            Accessible.ignored: true
            anchors.centerIn: parent
            color: root.overPicture ? Theme.pictureText : root.tile.current ? Theme.text : Theme.quiet
            font: Qt.font({
                family: root.tile.family,
                pixelSize: Theme.small.pixelSize
            })
            text: root.tile.name
            tight: true
            wrapMode: Text.NoWrap
        }
    }
}
