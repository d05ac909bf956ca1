pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A page's name and its sentence.
Column {
    id: root

    required property string title
    property string summary

    spacing: Theme.space3

    PlainText {
        font: Theme.headline
        text: root.title
        tight: true
        width: parent.width
    }
    PlainText {
        color: Theme.quiet
        font: Theme.lead
        text: root.summary
        visible: text !== ""
        anchors.left: parent.left
        width: Math.min(parent.width, Theme.textWidth * 1.2)
    }
}
