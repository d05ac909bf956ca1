pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What a part of the check asks, on a card that keeps its edge over any colour under it.
Rectangle {
    id: root

    required property string title
    default property alias body: column.data

    anchors.centerIn: parent
    border.color: Theme.pictureQuiet
    border.width: Theme.ring
    color: Theme.shade
    height: column.height + 2 * Theme.space5
    radius: Theme.radius
    width: column.width + 2 * Theme.space6

    Column {
        id: column

        anchors.centerIn: parent
        spacing: Theme.space4
        width: Math.min(Theme.mm(170), root.parent.width - 2 * Theme.margin - 2 * Theme.space6)

        PlainText {
            color: Theme.pictureText
            font: Theme.title
            horizontalAlignment: Text.AlignHCenter
            text: root.title
            tight: true
            width: parent.width
        }
    }
}
