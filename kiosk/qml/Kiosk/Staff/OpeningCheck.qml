pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The opening check.
FocusScope {
    id: root

    required property DeskView view

    focus: true

    PanelButton {
        anchors.centerIn: parent
        label: qsTr("Close")

        onClicked: root.view.want("close", "")
    }
}
