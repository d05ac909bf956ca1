pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Asks whether anybody is still there; the countdown can be read from two metres.
Item {
    id: root

    required property int secondsLeft
    required property string secondsText
    property real bottomInset: 0

    signal stayed

    Rectangle {
        anchors.fill: parent
        color: Theme.faded(Theme.shade, 0.95)
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.space5
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(190))

        PlainText {
            color: Theme.pictureText
            font: Theme.display
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Still there?")
            tight: true
            width: parent.width
        }
        PlainText {
            color: Theme.accent
            font: Theme.countdown
            leading: Theme.numberLineHeight
            horizontalAlignment: Text.AlignHCenter
            text: root.secondsText
            tight: true
            width: parent.width
        }
        PlainText {
            color: Theme.pictureQuiet
            font: Theme.lead
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Touch anywhere to go on. Otherwise the screen starts again for the next visitor.")
            width: parent.width
        }
        TextButton {
            anchors.horizontalCenter: parent.horizontalCenter
            face: Theme.title
            height: Theme.primaryTarget
            label: qsTr("I am still here")
            strong: true

            onClicked: root.stayed()
        }
    }
}
