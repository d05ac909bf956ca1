pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// How loud, and how bright.
PanelCard {
    id: root

    required property DeskView view

    title: qsTr("Sound and light")

    Repeater {
        model: root.view.brightness < 0 ? ["volume"] : ["volume", "brightness"]

        delegate: Row {
            id: dial

            required property string modelData
            readonly property int level: modelData === "volume" ? root.view.volume : root.view.brightness

            spacing: Theme.space2
            width: parent.width

            PanelButton {
                label: "−"
                spoken: dial.modelData === "volume" ? qsTr("Quieter") : qsTr("Darker")
                face: Theme.title
                width: Theme.primaryTarget

                onClicked: root.view.want(dial.modelData, Math.max(0, dial.level - 10))
            }
            PlainText {
                height: Theme.primaryTarget
                horizontalAlignment: Text.AlignHCenter
                text: (dial.modelData === "volume" ? qsTr("Volume %1 %") : qsTr("Brightness %1 %")).arg(dial.level)
                verticalAlignment: Text.AlignVCenter
                width: parent.width - 2 * (Theme.primaryTarget + parent.spacing)
            }
            PanelButton {
                label: "+"
                spoken: dial.modelData === "volume" ? qsTr("Louder") : qsTr("Brighter")
                face: Theme.title
                width: Theme.primaryTarget

                onClicked: root.view.want(dial.modelData, Math.min(100, dial.level + 10))
            }
        }
    }
}
