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
                readonly property bool heading: tile.style === "heading"
                readonly property bool bullet: tile.style === "bullet"
                readonly property real hang: bullet ? Theme.mm(1.6) : tile.number ? Math.max(Theme.mm(8), number.implicitWidth) : 0

                spacing: Theme.space3
                topPadding: heading && index > 0 ? Theme.space3 : 0
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
                    id: number

                    color: Theme.quiet
                    text: line.tile.number
                    visible: text !== ""
                    width: line.hang
                }
                PlainText {
                    font: line.heading ? Theme.title : line.tile.strong ? Theme.strong : Theme.body
                    text: line.tile.text
                    tight: line.heading
                    visible: text !== ""
                    width: parent.width - (line.hang > 0 ? line.hang + parent.spacing : 0)
                }
                Loader {
                    active: line.tile.columns > 0
                    visible: active
                    width: parent.width

                    sourceComponent: ProseTable {
                        tile: line.tile
                    }
                }
            }
        }
    }
}
