pragma ComponentBehavior: Bound

import QtQuick
import QtGraphs
import Kiosk.Theme
import Kiosk.Controls

// Values as bars, standing side by side or lying one below the other with the name above each. Bars lie down on
// their own where names or values find no room at a standing bar.
ChartBase {
    id: root

    property bool horizontal: false
    readonly property list<string> captions: Array.from(values, (value, at) => caption(at))
    readonly property bool lying: horizontal || !standing
    readonly property bool standing: bar >= em * 2.2 && names_.fits && names_.widest(names_.sizes[names_.step], captions) <= bar * 3 && standValues.fits

    // The scale: the part of the longest bar that each value takes.
    readonly property real largest: amounts.reduce((most, amount) => Math.max(most, amount), 0)
    readonly property real smallest: amounts.reduce((least, amount) => Math.min(least, amount), 0)
    readonly property real extent: Math.max(largest, -smallest)
    readonly property list<real> parts: Array.from(amounts, amount => extent > 0 ? amount / extent : 0)
    readonly property real high: extent > 0 ? largest / extent : 1
    readonly property real low: extent > 0 ? smallest / extent : 0

    // Across the bars: how thick one stands, how thick it is, and how far it is to the next.
    readonly property real gap: Math.min(Theme.space4, width * 0.3 / Math.max(1, count))
    readonly property real bar: Math.max(1, Math.min(em * 15, (width + gap) / Math.max(1, count) - gap))
    readonly property real thick: lying ? em * 2.2 : bar
    readonly property real head: captionHeight + Theme.space1
    readonly property real pitch: lying ? head + thick + Theme.space4 : bar + gap
    readonly property real captionHeight: tallest(captionItems)
    readonly property real start: !lying && Theme.mirrored ? width - count * pitch + gap : 0

    // Along the bars: the plot, with room for the values at its ends.
    readonly property ChartFit fit: lying ? lyingValues : standValues
    readonly property real valueSpace: lying ? Math.min(fit.textWidth, width * 0.5) + Theme.space3 : fit.lineHeight + Theme.space1
    readonly property real before: (lying ? smallest < 0 : largest > 0) ? valueSpace : 0
    readonly property real after: (lying ? largest > 0 || smallest === 0 : smallest < 0) ? valueSpace : 0
    readonly property real plot: lying ? Math.max(1, width - before - after) : Math.max(em * 9, Math.min(em * 17, count * pitch * 0.45))
    readonly property real zero: before + plot * (lying ? -low : high) / (high - low)

    // Returns where the bar at `at` ends, along the bars.
    function end(at: int): real {
        const length = plot * parts[at] / (high - low) * grown;
        return lying ? zero + length : zero - length;
    }

    implicitHeight: count === 0 ? 0 : lying ? count * pitch - Theme.space4 : before + plot + after + Theme.space2 + captionHeight
    implicitWidth: em * 24

    ChartFit {
        id: names_

        first: 5
        room: root.bar
        texts: root.captions
        wrapped: true
    }
    ChartFit {
        id: standValues

        room: root.bar
        texts: root.texts
    }
    ChartFit {
        id: lyingValues

        first: 3
        room: root.width * 0.4
        texts: root.texts
    }
    // WORKAROUND(Qt Graphs 6.11): bars of an earlier layout stay behind when a graph is laid out anew, so it is made anew.
    Loader {
        id: graph

        readonly property string layout: [root.lying, root.count, root.pitch, root.thick, root.plot].join(" ")

        active: root.count > 0
        height: root.lying ? root.count * root.pitch : root.plot
        width: root.lying ? root.plot : root.count * root.pitch
        x: root.lying ? root.before : root.start - root.gap / 2
        y: root.lying ? root.head + (root.thick - root.pitch) / 2 : root.before

        sourceComponent: GraphsView {
            enabled: false
            marginBottom: 0
            marginLeft: 0
            marginRight: 0
            marginTop: 0
            orientation: root.lying ? Qt.Horizontal : Qt.Vertical

            axisX: BarCategoryAxis {
                categories: Array.from(root.parts, (part, at) => String(at))
                gridVisible: false
                lineVisible: false
                visible: false
            }
            axisY: ValueAxis {
                gridVisible: false
                lineVisible: false
                max: root.high
                min: root.low
                subGridVisible: false
                visible: false
            }
            theme: ChartTheme {
            }

            BarSeries {
                barWidth: root.thick / root.pitch
                valuesMultiplier: root.grown

                barDelegate: Rectangle {
                    id: shape

                    property int barIndex: -1
                    readonly property bool falls: root.parts[barIndex] < 0
                    readonly property real far: Math.min(Theme.space1, width / 2, height / 2)

                    bottomLeftRadius: shape.falls ? shape.far : 0
                    bottomRightRadius: root.lying !== shape.falls ? shape.far : 0
                    color: root.colours[barIndex] ?? Theme.clear
                    topLeftRadius: root.lying === shape.falls ? shape.far : 0
                    topRightRadius: shape.falls ? 0 : shape.far
                }

                BarSet {
                    values: Array.from(root.parts)
                }
            }
        }

        onLayoutChanged: {
            active = false;
            active = Qt.binding(() => root.count > 0);
        }
    }
    Repeater {
        model: root.lying && root.low < 0 ? root.count : root.lying ? 0 : 1

        Rectangle {
            required property int index

            color: Theme.line
            height: root.lying ? root.thick + Theme.space2 : Theme.hairline
            width: root.lying ? Theme.hairline : root.count * root.pitch - root.gap
            x: root.lying ? root.zero : root.start
            y: root.lying ? index * root.pitch + root.head - Theme.space1 : root.zero
        }
    }
    Repeater {
        id: captionItems

        model: root.count

        onItemAdded: root.made++

        PlainText {
            required property int index

            color: root.isStrong(index) ? Theme.text : Theme.quiet
            font: root.lying ? Theme.body : names_.font
            text: root.captions[index] ?? ""
            tight: true
            width: root.lying ? root.width : root.bar
            x: root.lying ? 0 : root.start + index * root.pitch
            y: root.lying ? index * root.pitch + root.captionHeight - implicitHeight : root.before + root.plot + root.after + Theme.space2
        }
    }
    Repeater {
        model: root.count

        ChartValue {
            required property int index
            readonly property bool falls: root.parts[index] < 0

            color: root.isStrong(index) ? Theme.text : Theme.quiet
            font: root.fit.font
            horizontalAlignment: root.lying && falls ? Text.AlignRight : Text.AlignLeft
            opacity: root.grown
            text: root.written(index)
            width: root.lying ? Math.min(root.fit.textWidth, root.width * 0.5) : root.bar
            x: !root.lying ? root.start + index * root.pitch : falls ? root.end(index) - Theme.space2 - width : root.end(index) + Theme.space2
            y: root.lying ? index * root.pitch + root.head + (root.thick - height) / 2 : falls ? root.end(index) + Theme.space1 : root.end(index) - height
        }
    }
}
