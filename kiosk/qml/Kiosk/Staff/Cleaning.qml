pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Touch is off: the screen may be wiped.
Item {
    id: root

    required property int secondsLeft

    Column {
        anchors.centerIn: parent
        spacing: Theme.space5
        width: parent.width - 2 * Theme.margin

        PlainText {
            font: Theme.headline
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("The screen can be wiped now")
            tight: true
            width: parent.width
        }
        PlainText {
            color: Theme.accent
            font: Theme.countdown
            horizontalAlignment: Text.AlignHCenter
            leading: Theme.numberLineHeight
            text: root.secondsLeft
            width: parent.width
        }
        PlainText {
            color: Theme.quiet
            font: Theme.lead
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Touch and keys are off until the countdown ends.")
            width: parent.width
        }
    }
}
