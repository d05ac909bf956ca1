pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Times in which the booth is not for visitors, or not only: cleaning, and a demo.
Column {
    id: root

    required property DeskView view

    spacing: Theme.space4

    PanelCard {
        title: qsTr("Cleaning")
        width: parent.width

        Row {
            spacing: Theme.space2
            width: parent.width

            Repeater {
                model: root.view.cleaningSeconds

                delegate: PanelButton {
                    required property int modelData

                    label: qsTr("%1 s").arg(modelData)
                    width: (parent.width - 2 * Theme.space2) / 3

                    onClicked: root.view.cleaningWanted(modelData)
                }
            }
        }
    }
    PanelCard {
        title: root.view.demoMinutes > 0 ? qsTr("Demo: %1 min left").arg(root.view.demoMinutes) : qsTr("Demo")
        width: parent.width

        PlainText {
            color: Theme.quiet
            font: Theme.small
            text: qsTr("The screen does not start again by itself. Arrow keys or a presenter’s remote turn the pages.")
            width: parent.width
        }
        Row {
            spacing: Theme.space2
            width: parent.width

            Repeater {
                model: root.view.demoMinutes > 0 ? [0] : root.view.demoChoices

                delegate: PanelButton {
                    required property int modelData

                    label: modelData > 0 ? qsTr("%1 min").arg(modelData) : qsTr("End the demo")
                    width: modelData > 0 ? (parent.width - 2 * Theme.space2) / 3 : parent.width

                    onClicked: root.view.demoWanted(modelData)
                }
            }
        }
    }
}
