pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Everything that staff can do at the booth, in cards.
FocusScope {
    id: root

    required property DeskView view
    readonly property int columns: Theme.portrait ? 1 : 3
    readonly property real cardWidth: (width - 2 * Theme.margin - (columns - 1) * Theme.space4) / columns

    focus: true

    Keys.onEscapePressed: view.want("close", "")

    Item {
        id: head

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        height: Theme.primaryTarget

        Rectangle {
            id: light

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            color: root.view.level === 0 ? Theme.good : root.view.level === 1 ? Theme.warn : Theme.bad
            height: width
            radius: width / 2
            width: Theme.space6
        }
        PlainText {
            anchors.left: light.right
            anchors.leftMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            font: Theme.title
            text: root.view.level === 0 ? qsTr("All is well") : root.view.level === 1 ? qsTr("Have a look") : qsTr("Something is wrong")
            tight: true
        }
        PanelButton {
            id: shut

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.close
            label: qsTr("Close (%1)").arg(root.view.secondsLeft)

            onClicked: root.view.want("close", "")
        }
    }
    Flickable {
        id: flick

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: cards.height + Theme.space7
        contentWidth: width

        onMovementStarted: root.view.want("look", "")

        Grid {
            id: cards

            anchors.horizontalCenter: parent.horizontalCenter
            columns: root.columns
            spacing: Theme.space4

            Column {
                spacing: Theme.space4
                width: root.cardWidth

                PanelCard {
                    title: qsTr("Why")
                    visible: root.view.reasons.length > 0
                    width: parent.width

                    Repeater {
                        model: root.view.reasons

                        delegate: PlainText {
                            required property string modelData

                            text: modelData
                            width: parent.width
                        }
                    }
                }
                LanguageCard {
                    view: root.view
                    width: parent.width
                }
            }
            Column {
                spacing: Theme.space4
                width: root.cardWidth

                ContentCard {
                    view: root.view
                    width: parent.width
                }
                DialCard {
                    view: root.view
                    width: parent.width
                }
                PanelCard {
                    title: qsTr("Today")
                    width: parent.width

                    Repeater {
                        model: root.view.today

                        delegate: PlainText {
                            required property string modelData

                            text: modelData
                            width: parent.width
                        }
                    }
                    PanelButton {
                        chosen: root.view.counting
                        glyph: chosen ? Icons.check : ""
                        label: root.view.counting ? qsTr("Visits are counted") : qsTr("Count visits")
                        width: parent.width

                        onClicked: root.view.want("count", root.view.counting ? "off" : "on")
                    }
                }
            }
            Column {
                spacing: Theme.space4
                width: root.cardWidth

                PauseCards {
                    view: root.view
                    width: parent.width
                }
                PanelCard {
                    title: qsTr("The booth")
                    width: parent.width

                    PanelButton {
                        glyph: Icons.check
                        label: qsTr("Opening check")
                        width: parent.width

                        onClicked: root.view.want("check", "")
                    }
                    PanelButton {
                        glyph: Icons.replay
                        label: qsTr("Restart")
                        width: parent.width

                        onClicked: root.view.askFor("restart")
                    }
                    PanelButton {
                        label: qsTr("Leave the kiosk")
                        width: parent.width

                        onClicked: root.view.askFor("leave")
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
    PanelAsk {
        act: root.view.ask
        anchors.fill: parent
        visible: root.view.ask !== ""

        onConfirmed: root.view.confirm()
        onRefused: root.view.askFor("")
    }
}
