pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The only way in which words reach the screen: as plain text, never as markup.
Text {
    property bool tight: false
    property real leading: tight ? Theme.tightLineHeight : Theme.lineHeight

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: Theme.text
    font: Theme.body
    horizontalAlignment: Text.AlignLeft
    lineHeight: Math.round(font.pixelSize * leading)
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
