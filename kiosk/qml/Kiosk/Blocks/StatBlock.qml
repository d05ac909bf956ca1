pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// One number: what it is more than, the number, what it counts, how it changed, where it is from.
Rise {
    id: root

    required property int index
    required property StatView tile
    property bool onScreen: true

    Accessible.name: root.tile.qualifier + " " + root.tile.number + " " + root.tile.label
    Accessible.role: Accessible.StaticText
    order: index

    CountUp {
        id: counter

        running: root.onScreen && root.tile.counts
    }
    Column {
        spacing: Theme.space1
        width: root.width

        PlainText {
            color: Theme.quiet
            font: Theme.lead
            text: root.tile.qualifier
            tight: true
            visible: text !== ""
            width: parent.width
        }
        PlainText {
            color: root.tile.colour
            font: Theme.number
            fontSizeMode: Text.HorizontalFit
            leading: Theme.numberLineHeight
            minimumPixelSize: Theme.title.pixelSize
            text: counter.part < 1 && root.tile.counts ? root.tile.numberAt(counter.part) : root.tile.number
            tight: true
            width: parent.width
            wrapMode: Text.NoWrap
        }
        PlainText {
            font: Theme.lead
            text: root.tile.label
            tight: true
            width: parent.width
        }
        Row {
            spacing: Theme.space2
            topPadding: Theme.space1
            visible: root.tile.change !== ""
            width: parent.width

            Icon {
                colour: root.tile.colour
                height: width
                path: root.tile.rising ? Icons.up : Icons.down
                width: Theme.body.pixelSize * 1.2
                y: parent.topPadding
            }
            PlainText {
                text: root.tile.change
                tight: true
                width: parent.width - Theme.body.pixelSize * 1.2 - parent.spacing
            }
        }
        PlainText {
            color: Theme.quiet
            font: Theme.small
            text: root.tile.footnote
            topPadding: Theme.space1
            visible: text !== ""
            width: parent.width
        }
    }
}
