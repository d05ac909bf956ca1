pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A title that wraps between words only: where a word is wider than the place, all of it becomes smaller instead.
Item {
    id: root

    required property font face
    required property string text
    property color color: Theme.text
    property int maximumLineCount: 10
    property bool spoken: true

    implicitHeight: words.contentHeight

    PlainText {
        id: words

        Accessible.ignored: !root.spoken
        color: root.color
        font: root.face
        fontSizeMode: Text.Fit
        // More than it needs, so that only its width makes it smaller.
        height: lineHeight * (maximumLineCount + 1)
        maximumLineCount: root.maximumLineCount
        minimumPixelSize: Theme.small.pixelSize
        text: root.text
        tight: true
        width: root.width
        wrapMode: Text.WordWrap
    }
}
