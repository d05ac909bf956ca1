pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A sector's picture with its name and its one number.
TapArea {
    id: root

    required property SectorTile tile
    property bool detailed: true
    readonly property Item picture: photo
    // How much of the height lies above the words.
    readonly property real free: height > 0 ? Math.max(0.15, 1 - (words.height + Theme.space4) / height) : 1
    // 1 where the veil of a large picture will do, 0 where the words fill the picture: it is dark from their first line on.
    readonly property real usual: Math.max(0, Math.min(1, (free - 0.3) / 0.2))

    label: tile.title

    background: Item {
        Photo {
            id: photo

            anchors.fill: parent
            source: root.tile.cover.source
        }
        Shade {
            anchors.fill: parent
            middle: (root.usual * (start + 1) / 2 + (1 - root.usual) * root.free - start) / (1 - start)
            start: root.detailed ? 0.25 * root.usual : 0
        }
        Rectangle {
            anchors.fill: parent
            color: Theme.faded(Theme.pictureText, root.pressed ? 0.16 : 0)
        }
        FocusRing {
            anchors.margins: Theme.ring
            radius: 0
            target: root
        }
    }
    contentItem: Item {
        Column {
            id: words

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: Theme.space4
            anchors.right: parent.right
            spacing: Theme.space1

            WholeWords {
                color: Theme.pictureText
                face: Theme.title
                maximumLineCount: 3
                spoken: false
                text: root.tile.title
                width: parent.width
            }
            Column {
                visible: root.detailed && root.tile.number !== "" && root.height > Theme.mm(50)
                width: parent.width

                PlainText {
                    Accessible.ignored: true
                    color: root.tile.colour
                    font: Theme.title
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small.pixelSize
                    text: root.tile.number
                    tight: true
                    width: parent.width
                    wrapMode: Text.NoWrap
                }
                PlainText {
                    Accessible.ignored: true
                    color: Theme.pictureQuiet
                    maximumLineCount: 3
                    text: root.tile.numberLabel
                    tight: true
                    width: parent.width
                }
            }
        }
    }
}
