pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Whom to reach, on a card with a QR code that a telephone keeps. Nothing here opens or dials anything.
Rise {
    id: root

    required property int index
    required property ContactView tile

    order: index

    Rectangle {
        color: Theme.surface
        height: Math.max(code.height, words.height) + 2 * Theme.space5
        radius: Theme.radius
        width: root.width

        Rectangle {
            id: code

            anchors.left: parent.left
            anchors.margins: Theme.space5
            anchors.top: parent.top
            color: Theme.paper
            height: Theme.mm(40)
            radius: Theme.radius
            width: height

            Image {
                Accessible.name: root.tile.name
                Accessible.role: Accessible.Graphic
                anchors.fill: parent
                fillMode: Image.PreserveAspectFit
                smooth: false
                source: root.tile.code
            }
        }
        Column {
            id: words

            anchors.left: code.right
            anchors.margins: Theme.space5
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Theme.space3

            Column {
                spacing: Theme.space1
                width: parent.width

                PlainText {
                    font: Theme.title
                    text: root.tile.name
                    tight: true
                    width: parent.width
                }
                PlainText {
                    color: Theme.quiet
                    font: Theme.small
                    text: root.tile.role
                    visible: text !== ""
                    width: parent.width
                }
            }
            Column {
                spacing: Theme.space1
                width: parent.width

                Repeater {
                    model: root.tile.ways

                    delegate: PlainText {
                        required property string modelData

                        text: modelData
                        width: parent?.width ?? 0
                        wrapMode: Text.WrapAnywhere
                    }
                }
                PlainText {
                    color: Theme.quiet
                    text: root.tile.address
                    visible: text !== ""
                    width: parent.width
                }
            }
        }
    }
}
