pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Asks whether something is really meant.
Rectangle {
    id: root

    required property string act

    signal confirmed
    signal refused

    color: Theme.faded(Theme.shade, 0.88)

    MouseArea {
        anchors.fill: parent
    }
    Rectangle {
        anchors.centerIn: parent
        color: Theme.surface
        height: column.height + 2 * Theme.space6
        radius: Theme.radius
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(170))

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Theme.space5
            width: parent.width - 2 * Theme.space6

            PlainText {
                font: Theme.headline
                text: root.act === "leave" ? qsTr("Leave the kiosk?") : root.act === "restart" ? qsTr("Restart the kiosk?") : qsTr("Go back to what was shown before?")
                tight: true
                width: parent.width
            }
            PlainText {
                color: Theme.quiet
                font: Theme.lead
                text: root.act === "leave" ? qsTr("The program ends, and the screen shows whatever lies under it.") : root.act === "restart" ? qsTr("The screen is dark for a few seconds.") : qsTr("What is shown now is kept, and can be chosen again in the same way.")
                width: parent.width
            }
            Row {
                spacing: Theme.space3
                width: parent.width

                PanelButton {
                    label: qsTr("No")
                    width: (parent.width - parent.spacing) / 2

                    onClicked: root.refused()
                }
                PanelButton {
                    label: qsTr("Yes")
                    strong: true
                    width: (parent.width - parent.spacing) / 2

                    onClicked: root.confirmed()
                }
            }
        }
    }
}
