pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Somebody's words, set large; the opening mark hangs before them.
Rise {
    id: root

    required property int index
    required property QuoteView tile
    readonly property real hang: Math.max(Theme.space5, mark.visible ? mark.implicitWidth + Theme.space2 : 0)

    order: index

    Rectangle {
        anchors.left: parent.left
        color: root.tile.colour
        height: words.height
        radius: width / 2
        visible: root.tile.opening === ""
        width: Theme.mm(1)
    }
    PlainText {
        id: mark

        anchors.left: parent.left
        color: root.tile.colour
        font: Theme.title
        text: root.tile.opening
        tight: true
        visible: text !== ""
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.hang
        spacing: Theme.space3
        width: Math.min(root.width, Theme.textWidth) - root.hang

        PlainText {
            font: Theme.lead
            text: root.tile.text
            width: parent.width
        }
        Column {
            width: parent.width

            PlainText {
                text: root.tile.who
                tight: true
                width: parent.width
            }
            PlainText {
                color: Theme.quiet
                font: Theme.small
                text: root.tile.role
                width: parent.width
            }
        }
    }
}
