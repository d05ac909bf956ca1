pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One subject of the panel, under its title.
Rectangle {
    id: root

    required property string title
    default property alias body: inner.data

    color: Theme.surface
    height: inner.height + 2 * Theme.space5
    radius: Theme.radius

    Column {
        id: inner

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space4

        PlainText {
            font: Theme.title
            text: root.title
            tight: true
            width: parent.width
        }
    }
}
