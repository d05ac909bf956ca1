pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The first mistakes of a bundle over its last good content: file and line, what is wrong, the line itself, the cure.
Rectangle {
    id: root

    required property PreviewView view
    required property real maximumHeight

    color: Theme.shade
    height: Math.min(maximumHeight, content.height + 2 * Theme.space5)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.fault
        height: Theme.ring
    }
    Column {
        id: content

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space4

        Row {
            spacing: Theme.space3
            width: parent.width

            Icon {
                colour: Theme.fault
                height: width
                path: Icons.warning
                width: Theme.body.pixelSize * Theme.tightLineHeight
            }
            PlainText {
                color: Theme.pictureQuiet
                text: root.view.count
                tight: true
                width: parent.width - Theme.body.pixelSize * Theme.tightLineHeight - parent.spacing
            }
        }
        Repeater {
            model: root.view.places.length

            delegate: Column {
                id: fault

                required property int index

                spacing: Theme.space1
                width: content.width

                PlainText {
                    color: Theme.fault
                    text: root.view.places[fault.index] ?? ""
                    tight: true
                    width: parent.width
                }
                PlainText {
                    color: Theme.pictureText
                    font: Theme.lead
                    text: root.view.whats[fault.index] ?? ""
                    tight: true
                    width: parent.width
                }
                Rectangle {
                    border.color: Theme.pictureQuiet
                    border.width: Theme.hairline
                    color: Theme.ink
                    height: line.height + Theme.space2
                    radius: Theme.space1
                    visible: line.text !== ""
                    width: parent.width

                    PlainText {
                        id: line

                        anchors.left: parent.left
                        anchors.margins: Theme.space2
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.pictureText
                        elide: Text.ElideRight
                        font: Theme.written
                        text: root.view.sources[fault.index] ?? ""
                        tight: true
                        wrapMode: Text.NoWrap
                    }
                }
                PlainText {
                    color: Theme.pictureQuiet
                    text: root.view.cures[fault.index] ?? ""
                    tight: true
                    width: parent.width
                }
            }
        }
    }
}
