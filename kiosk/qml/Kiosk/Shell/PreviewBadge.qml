pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A few words in a corner of the preview.
Rectangle {
    property alias text: words.text

    border.color: Theme.pictureQuiet
    border.width: Theme.hairline
    color: Theme.shade
    implicitHeight: words.implicitHeight + Theme.space2
    implicitWidth: words.implicitWidth + 2 * Theme.space3
    radius: height / 2

    PlainText {
        id: words

        anchors.centerIn: parent
        color: Theme.pictureText
        font: Theme.small
        tight: true
        wrapMode: Text.NoWrap
    }
}
