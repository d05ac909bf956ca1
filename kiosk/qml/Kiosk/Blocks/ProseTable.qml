pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A table of running text: its columns are equally wide, and its words wrap in them.
Grid {
    id: root

    required property ParagraphView tile

    columnSpacing: Theme.space4
    columns: Math.max(1, tile.columns)
    rowSpacing: Theme.space2

    Repeater {
        model: root.tile.cells

        delegate: Item {
            id: cell

            required property int index
            required property string modelData
            readonly property bool head: index < root.columns

            implicitHeight: words.height + rule.height + Theme.space1
            implicitWidth: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns

            Rectangle {
                id: rule

                color: Theme.line
                height: Theme.hairline
                visible: !cell.head
                width: parent.width
            }
            PlainText {
                id: words

                anchors.top: rule.bottom
                anchors.topMargin: Theme.space1
                color: cell.head ? Theme.quiet : Theme.text
                font: cell.head ? Theme.small : Theme.body
                text: cell.modelData
                width: parent.width
            }
        }
    }
}
