pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// One card, green, amber or red, and everything that was found out.
Item {
    id: root

    required property CheckView check
    readonly property bool known: check.light >= 0
    readonly property list<string> verdicts: [qsTr("Ready for the show"), qsTr("Ready, but have a look"), qsTr("Not ready: something is wrong")]

    Rectangle {
        id: head

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        color: [Theme.good, Theme.warn, Theme.bad][root.check.light] ?? Theme.raised
        height: title.height + 2 * Theme.space5
        radius: Theme.radius

        PlainText {
            id: title

            anchors.left: parent.left
            anchors.margins: Theme.space5
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: root.known ? Theme.ink : Theme.text
            font: Theme.headline
            text: root.verdicts[root.check.light] ?? qsTr("The machine is still being looked at…")
            tight: true
        }
    }
    Flickable {
        id: flick

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: head.bottom
        anchors.topMargin: Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: list.height + Theme.space6
        contentWidth: width

        Column {
            id: list

            spacing: Theme.space3
            width: parent.width

            Repeater {
                model: root.check.findings

                delegate: Row {
                    id: line

                    required property FindingRow tile

                    spacing: Theme.space3
                    width: list.width

                    Lamp {
                        light: line.tile.light
                        width: Theme.space4
                        y: Theme.space1
                    }
                    Column {
                        width: parent.width - Theme.space4 - parent.spacing

                        PlainText {
                            text: line.tile.what
                            width: parent.width
                        }
                        PlainText {
                            color: Theme.quiet
                            font: Theme.small
                            text: line.tile.cure
                            visible: text !== ""
                            width: parent.width
                        }
                    }
                }
            }
        }
    }
    ScrollHint {
        anchors.bottom: flick.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        view: flick
    }
}
