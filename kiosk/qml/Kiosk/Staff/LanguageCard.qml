pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Which language the booth begins with, and which ones visitors may choose.
PanelCard {
    id: root

    required property DeskView view

    title: qsTr("Languages")

    PlainText {
        color: Theme.quiet
        font: Theme.small
        text: qsTr("Begins with")
        width: parent.width
    }
    Grid {
        columns: 2
        spacing: Theme.space2
        width: parent.width

        Repeater {
            model: root.view.languageCodes

            delegate: PanelButton {
                required property string modelData
                required property int index

                chosen: root.view.first === modelData
                enabled: root.view.offered.includes(modelData)
                label: root.view.languageNames[index] ?? modelData
                width: (parent.width - Theme.space2) / 2

                onClicked: root.view.want("first", modelData)
            }
        }
    }
    PlainText {
        color: Theme.quiet
        font: Theme.small
        text: qsTr("Visitors may choose")
        width: parent.width
    }
    Grid {
        columns: 2
        spacing: Theme.space2
        width: parent.width

        Repeater {
            model: root.view.languageCodes

            delegate: PanelButton {
                required property string modelData
                required property int index

                chosen: root.view.offered.includes(modelData)
                glyph: chosen ? Icons.check : ""
                label: root.view.languageNames[index] ?? modelData
                width: (parent.width - Theme.space2) / 2

                onClicked: root.view.want("offer", modelData)
            }
        }
    }
}
