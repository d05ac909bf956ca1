pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.View

// How loud, and how bright.
PanelCard {
    id: root

    required property DeskView view

    title: qsTr("Sound and light")

    Dial {
        label: qsTr("Volume %1 %").arg(root.view.volume)
        less: qsTr("Quieter")
        more: qsTr("Louder")
        width: parent.width

        onTurned: by => root.view.volumeWanted(by)
    }
    Dial {
        label: qsTr("Brightness %1 %").arg(root.view.brightness)
        less: qsTr("Darker")
        more: qsTr("Brighter")
        visible: root.view.brightness >= 0
        width: parent.width

        onTurned: by => root.view.brightnessWanted(by)
    }
}
