pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What stands at a line's end: its last value and, where there is room, its name.
Column {
    id: root

    required property string value
    required property string name
    required property font face
    required property bool strong

    ChartValue {
        color: root.strong ? Theme.text : Theme.quiet
        font: root.face
        text: root.value
        width: parent.width
    }
    PlainText {
        color: Theme.quiet
        text: root.name
        tight: true
        visible: text !== ""
        width: parent.width
    }
}
