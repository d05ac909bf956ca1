pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One card, green, amber or red, and everything that was found out.
Item {
    id: root

    required property int level
    required property bool touchWhole
    required property int frames
    required property bool heard
    required property bool read
    required property list<string> findings
    readonly property bool known: findings.length > 0
    readonly property list<string> own: [(touchWhole ? "good\t" : "bad\t") + (touchWhole ? qsTr("The whole screen feels touch") : qsTr("Parts of the screen feel nothing")), (frames < 25 ? "warn\t" : "good\t") + qsTr("%1 pictures a second").arg(frames), (heard ? "good\t" : "bad\t") + (heard ? qsTr("Sound left and right") : qsTr("Sound is missing on one side, or on both")), (read ? "good\t" : "bad\t") + (read ? qsTr("Words can be read") : qsTr("Words cannot be read"))]

    Rectangle {
        id: head

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        color: !root.known ? Theme.raised : root.level === 0 ? Theme.good : root.level === 1 ? Theme.warn : Theme.bad
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
            text: !root.known ? qsTr("The machine is still being looked at…") : root.level === 0 ? qsTr("Ready for the show") : root.level === 1 ? qsTr("Ready, but have a look") : qsTr("Not ready: something is wrong")
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
                model: [...root.own, ...root.findings]

                delegate: Row {
                    id: line

                    required property string modelData
                    readonly property list<string> parts: modelData.split("\t")

                    spacing: Theme.space3
                    width: list.width

                    Rectangle {
                        color: line.parts[0] === "good" ? Theme.good : line.parts[0] === "warn" ? Theme.warn : line.parts[0] === "bad" ? Theme.bad : Theme.quiet
                        height: width
                        radius: width / 2
                        width: Theme.space4
                        y: Theme.space1
                    }
                    Column {
                        width: parent.width - Theme.space4 - parent.spacing

                        PlainText {
                            text: line.parts[1] ?? ""
                            width: parent.width
                        }
                        PlainText {
                            color: Theme.quiet
                            font: Theme.small
                            text: line.parts[2] ?? ""
                            visible: text !== "" && line.parts[0] !== "good"
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
