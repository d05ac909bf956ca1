pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Charts
import Kiosk.View

// A chart under its title, and the same in words. The chart itself is loaded beside the page: Qt Graphs is heavy.
Rise {
    id: root

    required property int index
    required property ChartView tile
    readonly property bool drawn: loader.status === Loader.Ready

    // Lets go of a chart that is still being made, since Qt warns where it goes first: with its page, or where the screen
    // is turned or scrolled on.
    function giveUp() {
        if (!drawn)
            loader.active = false;
    }

    // Returns what draws a chart of this shape.
    function drawing(shape: string): Component {
        switch (shape) {
        case "line":
            return lines;
        case "share":
            return share;
        case "pictogram":
            return pictogram;
        default:
            return bars;
        }
    }

    order: index

    Component.onDestruction: giveUp()

    Column {
        spacing: Theme.space4
        width: root.width

        PlainText {
            font: Theme.title
            text: root.tile.title
            tight: true
            width: parent.width
        }
        Item {
            height: Theme.mm(70)
            visible: !root.drawn
            width: parent.width
        }
        // It follows the height of its chart by itself: a binding would meet itself where a screen changes its size.
        Loader {
            id: loader

            Accessible.name: root.tile.sentence
            Accessible.role: Accessible.Chart
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            asynchronous: !Theme.still
            sourceComponent: root.drawing(root.tile.shape)
            width: parent.width
        }
        PlainText {
            text: root.tile.sentence
            anchors.left: parent.left
            width: Math.min(parent.width, Theme.textWidth)
        }
        PlainText {
            color: Theme.quiet
            font: Theme.small
            text: root.tile.footnote
            visible: text !== ""
            width: parent.width
        }
    }
    CountUp {
        id: counter

        running: root.drawn
    }
    Component {
        id: bars

        ChartBars {
            grown: counter.part
            horizontal: root.tile.shape === "comparison"
            hue: root.tile.colour
            labels: root.tile.labels
            names: root.tile.names
            strong: root.tile.strong
            texts: root.tile.texts
            values: root.tile.values
        }
    }
    Component {
        id: lines

        ChartLines {
            grown: counter.part
            hue: root.tile.colour
            labels: root.tile.labels
            names: root.tile.names
            strong: root.tile.strong
            texts: root.tile.texts
            values: root.tile.values
        }
    }
    Component {
        id: share

        ChartShare {
            grown: counter.part
            hue: root.tile.colour
            labels: root.tile.labels
            names: root.tile.names
            strong: root.tile.strong
            texts: root.tile.texts
            total: root.tile.total
            values: root.tile.values
        }
    }
    Component {
        id: pictogram

        ChartPictogram {
            grown: counter.part
            hue: root.tile.colour
            labels: root.tile.labels
            names: root.tile.names
            strong: root.tile.strong
            symbol: root.tile.symbol
            texts: root.tile.texts
            total: root.tile.total
            values: root.tile.values
        }
    }
}
