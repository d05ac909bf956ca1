pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Runs `part` from 0 to 1 once it is on the screen; the number's final width is reserved by whoever shows it.
QtObject {
    id: root

    required property bool running
    property real part: Theme.countMs === 0 ? 1 : 0
    readonly property NumberAnimation animation: NumberAnimation {
        duration: Theme.countMs
        easing.type: Easing.OutCubic
        property: "part"
        running: root.running && Theme.countMs > 0
        target: root
        to: 1
    }
}
