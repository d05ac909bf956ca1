pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A round button with an icon, for films.
TapArea {
    id: root

    required property string glyph
    property bool directed: false
    property bool filled: false
    property bool strong: false

    implicitHeight: Theme.target
    implicitWidth: implicitHeight

    background: Rectangle {
        color: root.strong ? Theme.accent : Theme.faded(Theme.shade, root.pressed ? 0.9 : 0.55)
        radius: height / 2

        FocusRing {
            radius: height / 2
            target: root
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            colour: root.strong ? Theme.accentText : Theme.pictureText
            directed: root.directed
            filled: root.filled
            height: width
            path: root.glyph
            width: root.height * 0.42
        }
    }
}
