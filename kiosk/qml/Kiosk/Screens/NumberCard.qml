pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Blocks
import Kiosk.View

// A stat or a chart on its card. Until a chart is drawn, the card is as high as its place.
Rectangle {
    id: root

    required property int row
    required property string kind
    required property Tile tile
    required property int column
    required property real above
    required property real tall
    property bool onScreen: true
    readonly property real wanted: inner.height + 2 * Theme.space5
    readonly property bool drawn: kind !== "chart" || (inner.item as ChartBlock)?.drawn === true

    signal measured(row: int, height: real)

    // Says how high the card is, once that is known.
    function measure() {
        if (drawn && inner.height > 0)
            measured(row, wanted);
    }

    color: Theme.surface
    height: drawn ? wanted : tall
    radius: Theme.radius
    y: above

    Component.onCompleted: measure()
    onDrawnChanged: measure()
    onWantedChanged: measure()

    Loader {
        id: inner

        width: root.width - 2 * Theme.space5
        x: Theme.space5
        y: Theme.space5
        sourceComponent: root.kind === "chart" ? chart : root.kind === "stat" ? stat : null
    }
    Component {
        id: stat

        StatBlock {
            index: root.row
            tile: root.tile as StatView

            onScreen: root.onScreen
        }
    }
    Component {
        id: chart

        ChartBlock {
            index: root.row
            tile: root.tile as ChartView
        }
    }
}
