pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A bar that runs over fields of colour for a few seconds, while the pictures a second are counted.
Item {
    id: root

    property int rate: 0

    signal done(rate: int)

    Row {
        anchors.fill: parent

        Repeater {
            model: [Theme.bad, Theme.good, Theme.focus, Theme.warn, Theme.shade, Theme.paper]

            delegate: Rectangle {
                required property color modelData

                color: modelData
                height: root.height
                width: root.width / 6
            }
        }
    }
    Rectangle {
        color: Theme.accent
        height: parent.height
        width: Theme.space6
        x: (root.width - width) * Math.abs(1 - clock.elapsedTime % 2)
    }
    FrameAnimation {
        id: clock

        running: true

        onTriggered: root.rate = smoothFrameTime > 0 ? Math.round(1 / smoothFrameTime) : 0
    }
    CheckCard {
        title: qsTr("The bar runs without jumps, and no spot is missing in the colours")

        PlainText {
            color: Theme.pictureQuiet
            font: Theme.lead
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%1 pictures a second").arg(root.rate)
            width: parent.width
        }
        PanelButton {
            enabled: clock.elapsedTime > 2
            label: qsTr("Go on")
            strong: true
            width: parent.width

            onClicked: root.done(root.rate)
        }
    }
}
