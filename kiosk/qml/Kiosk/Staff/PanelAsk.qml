pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Asks whether something is really meant.
Rectangle {
    id: root

    required property string detail
    required property string question
    required property DeskView view

    signal confirmed

    // Comes into sight.
    function ask() {
        view.touched();
        visible = true;
    }

    // Goes again.
    function answer() {
        view.touched();
        visible = false;
    }

    anchors.fill: parent
    color: Theme.faded(Theme.shade, 0.88)
    visible: false

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
                text: root.question
                tight: true
                width: parent.width
            }
            PlainText {
                color: Theme.quiet
                font: Theme.lead
                text: root.detail
                width: parent.width
            }
            Row {
                spacing: Theme.space3
                width: parent.width

                PanelButton {
                    label: qsTr("No")
                    width: (parent.width - parent.spacing) / 2

                    onClicked: root.answer()
                }
                PanelButton {
                    label: qsTr("Yes")
                    strong: true
                    width: (parent.width - parent.spacing) / 2

                    onClicked: {
                        root.answer();
                        root.confirmed();
                    }
                }
            }
        }
    }
}
