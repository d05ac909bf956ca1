pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The ring round what the keyboard has chosen; it follows the shape of what it rings.
Rectangle {
    required property TapArea target

    anchors.fill: parent
    anchors.margins: -Theme.ring * 1.5
    border.color: Theme.focus
    border.width: Theme.ring
    color: Theme.clear
    radius: Theme.radius + Theme.ring * 1.5
    visible: target.visualFocus
}
