pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// What is said in a film, on its own veil; nothing while nothing is said.
Rectangle {
    id: root

    required property string text
    required property real room

    color: Theme.faded(Theme.shade, 0.82)
    height: words.height + Theme.space3
    radius: Theme.radius
    visible: text !== ""
    width: words.width + 2 * Theme.space4

    PlainText {
        id: words

        anchors.centerIn: parent
        color: Theme.pictureText
        font: Theme.lead
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        width: Math.min(implicitWidth, root.room)
    }
}
