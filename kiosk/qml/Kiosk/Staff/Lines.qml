pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Sentences under one another.
Repeater {
    delegate: PlainText {
        required property string modelData

        text: modelData
        width: parent.width
    }
}
