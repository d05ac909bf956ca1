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

    Keys.onEscapePressed: view.shutWanted()

    Item {
        id: head

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        height: Theme.primaryTarget

        Lamp {
            id: lamp

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            light: root.view.light
            width: Theme.space6
        }
        PlainText {
            anchors.left: lamp.right
            anchors.leftMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            font: Theme.title
            text: [qsTr("All is well"), qsTr("Have a look"), qsTr("Something is wrong")][root.view.light]
            tight: true
        }
        PanelButton {
            id: shut

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.close
            label: qsTr("Close (%1)").arg(root.view.secondsLeft)

            onClicked: root.view.shutWanted()
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

        onMovementStarted: root.view.touched()

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

                    Lines {
                        model: root.view.reasons
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

                    onReturnChosen: back.ask()
                }
                DialCard {
                    view: root.view
                    width: parent.width
                }
                PanelCard {
                    title: qsTr("Today")
                    width: parent.width

                    Lines {
                        model: root.view.today
                    }
                    PanelButton {
                        chosen: root.view.counting
                        glyph: chosen ? Icons.check : ""
                        label: root.view.counting ? qsTr("Visits are counted") : qsTr("Count visits")
                        width: parent.width

                        onClicked: root.view.countingWanted(!root.view.counting)
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

                        onClicked: root.view.checkWanted()
                    }
                    PanelButton {
                        glyph: Icons.replay
                        label: qsTr("Restart")
                        width: parent.width

                        onClicked: restart.ask()
                    }
                    PanelButton {
                        label: qsTr("Leave the kiosk")
                        width: parent.width

                        onClicked: leave.ask()
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
        id: leave

        detail: qsTr("The program ends, and the screen shows whatever lies under it.")
        question: qsTr("Leave the kiosk?")
        view: root.view

        onConfirmed: root.view.leaveWanted()
    }
    PanelAsk {
        id: restart

        detail: qsTr("The screen is dark for a few seconds.")
        question: qsTr("Restart the kiosk?")
        view: root.view

        onConfirmed: root.view.restartWanted()
    }
    PanelAsk {
        id: back

        detail: qsTr("What is shown now is kept, and can be chosen again in the same way.")
        question: qsTr("Go back to what was shown before?")
        view: root.view

        onConfirmed: root.view.returnWanted()
    }
}
