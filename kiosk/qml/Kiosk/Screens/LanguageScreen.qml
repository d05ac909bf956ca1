pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The languages, each by its own name in its own script. A tap beside them puts them away.
Item {
    id: root

    required property TileList languages
    property real bottomInset: 0

    signal chosen(code: string)
    signal closed

    TapArea {
        anchors.fill: parent
        focusPolicy: Qt.NoFocus
        label: qsTr("Close")
        shrinks: false

        background: Rectangle {
            color: Theme.faded(Theme.shade, 0.72)
        }

        onClicked: root.closed()
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.surface
        height: column.height + column.anchors.bottomMargin + Theme.space6
        width: parent.width

        Column {
            id: column

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.bottomInset + Theme.space5
            anchors.left: parent.left
            anchors.margins: Theme.margin
            anchors.right: parent.right
            spacing: Theme.space4

            PlainText {
                color: Theme.quiet
                font: Theme.lead
                text: qsTr("Choose your language")
                tight: true
                width: parent.width
            }
            Grid {
                id: grid

                columnSpacing: Theme.space3
                columns: Math.max(1, Math.min(3, Math.floor(parent.width / Theme.mm(70))))
                rowSpacing: Theme.space2
                width: parent.width

                Repeater {
                    model: root.languages

                    delegate: TextButton {
                        id: button

                        required property LanguageTile tile

                        chosen: tile.current
                        face: Qt.font({
                            family: tile.family,
                            pixelSize: Theme.title.pixelSize,
                            weight: tile.current ? Font.Bold : Font.Normal
                        })
                        height: Theme.primaryTarget
                        label: tile.name
                        width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

                        onClicked: root.chosen(button.tile.code)
                    }
                }
            }
        }
    }
}
