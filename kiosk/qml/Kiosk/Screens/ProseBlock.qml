pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Running text.
Rise {
    id: root

    required property int index
    required property ProseView tile

    order: index

    Column {
        id: column

        spacing: Theme.space4
        anchors.left: parent.left
        width: Math.min(root.width, Theme.textWidth)

        Repeater {
            model: root.tile.paragraphs

            delegate: Row {
                id: line

                required property int index
                required property ParagraphView tile
                readonly property bool bullet: tile.style === "bullet"

                spacing: Theme.space3
                topPadding: tile.style === "heading" && index > 0 ? Theme.space3 : 0
                width: column.width

                Rectangle {
                    color: Theme.accent
                    height: Theme.mm(1.6)
                    radius: height / 2
                    visible: line.bullet
                    width: height
                    y: Theme.body.pixelSize * Theme.lineHeight / 2 - height / 2
                }
                PlainText {
                    font: line.tile.style === "heading" ? Theme.title : Theme.body
                    text: line.tile.text
                    tight: line.tile.style === "heading"
                    width: parent.width - (line.bullet ? Theme.mm(1.6) + parent.spacing : 0)
                }
            }
        }
    }
}
