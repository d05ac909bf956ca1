pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// Anything that can be tapped: it answers at once, acts on release, and sliding off cancels.
T.AbstractButton {
    id: root

    property string label
    property bool shrinks: true

    Accessible.name: label
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    focusPolicy: Qt.TabFocus
    scale: pressed && shrinks ? Theme.pressedScale : 1

    Behavior on scale {
        NumberAnimation {
            duration: root.pressed ? 0 : Theme.pressMs
        }
    }

    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()
}
