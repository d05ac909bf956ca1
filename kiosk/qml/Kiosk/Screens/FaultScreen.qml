pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// What is shown when there is nothing to show: what is wrong, where, what to do, and the same as a QR code.
Rectangle {
    id: root

    required property FaultView view

    color: Theme.ground

    Column {
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space5

        Icon {
            anchors.left: parent.left
            colour: Theme.accent
            height: width
            path: Icons.warning
            width: Theme.mm(16)
        }
        PlainText {
            font: Theme.headline
            text: qsTr("This booth cannot show its content yet")
            tight: true
            width: parent.width
        }
        PlainText {
            color: Theme.quiet
            font: Theme.lead
            text: qsTr("For staff: mend what stands below, then start the booth again.")
            width: parent.width
        }
        Flow {
            spacing: Theme.space6
            width: parent.width

            Rectangle {
                color: Theme.paper
                height: Theme.mm(52)
                radius: Theme.radius
                width: height

                Image {
                    Accessible.name: qsTr("The same text as a QR code")
                    Accessible.role: Accessible.Graphic
                    anchors.fill: parent
                    anchors.margins: Theme.space1
                    smooth: false
                    source: root.view.code
                }
            }
            Column {
                spacing: Theme.space3
                width: Math.min(parent.width, Math.max(Theme.mm(120), parent.width - Theme.mm(52) - parent.spacing))

                Repeater {
                    model: root.view.lines

                    delegate: PlainText {
                        required property string modelData

                        text: modelData
                        width: parent.width
                    }
                }
                PlainText {
                    color: Theme.quiet
                    text: qsTr("%1 more: see the log").arg(root.view.more)
                    visible: root.view.more > 0
                    width: parent.width
                }
            }
        }
    }
}
