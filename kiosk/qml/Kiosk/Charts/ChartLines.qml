pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One to four series as lines over the same points, with the value and the name at each line's end. In narrow places
// the names stand in a list below. Values run from left to right in every language.
ChartBase {
    id: root

    readonly property int lines: count === 0 ? 0 : Math.max(1, Math.min(names.length, count))
    readonly property int each: lines === 0 ? 0 : Math.floor(count / lines)
    readonly property bool narrow: width < em * 30
    readonly property bool named: names.some(name => name !== "")

    // The scale starts at zero, unless all values lie close together far from it.
    readonly property real most: amounts.reduce((found, amount) => Math.max(found, amount), 0)
    readonly property real least: amounts.reduce((found, amount) => Math.min(found, amount), most)
    readonly property real low: least > 0 && most - least < most * 0.2 ? least - (most - least) / 2 : Math.min(0, least)
    readonly property list<real> parts: Array.from(amounts, amount => most > low ? (amount - low) / (most - low) : 0.5)
    readonly property list<int> firsts: upTo(each > 1 ? lines : 0).map(line => line * each)
    readonly property list<int> lasts: upTo(lines).map(line => (line + 1) * each - 1)
    // 1 for every line that the chart is about.
    readonly property list<int> strongLines: Array.from(lasts, (last, line) => strong.slice(line * each, last + 1).some(mark => mark === 1) ? 1 : 0)
    readonly property list<color> hues: lineShades(strongLines)
    // Starts that say the same are written once.
    readonly property list<int> starts: Array.from(firsts).filter((at, line) => firsts.findIndex(other => same(other, at)) === line)

    // A single line has room for all its values, unless its points stand too close.
    readonly property list<int> middles: lines === 1 && each > 2 && middleFit.textWidth <= room - Theme.space3 ? upTo(each - 2).map(at => at + 1) : []
    readonly property real pad: Theme.space2
    readonly property real leftRoom: starts.length > 0 ? Math.min(startFit.textWidth, width * 0.25) + Theme.space3 : pad
    readonly property real rightRoom: (narrow || !named ? Math.min(endFit.textWidth, width * 0.3) : Math.min(width * 0.36, em * 20)) + Theme.space4
    readonly property real span: Math.max(1, width - leftRoom - rightRoom)
    readonly property real plot: Math.max(em * 8, Math.min(em * 15, span * 0.55), sum(endHeights))
    readonly property real above: Math.max(startFit.lineHeight, endFit.lineHeight) / 2
    readonly property real base: above + plot

    // Names of the points: all where they find room, else the first and the last.
    readonly property real room: span / Math.max(1, each - 1)
    readonly property bool allNamed: each < 3 || pointNames.fits
    readonly property bool cramped: narrow && pointNames.widths[6] > span / 2 - Theme.space2
    readonly property real half: (cramped ? width - leftRoom : span) / 2
    readonly property real pointNameHeight: tallest(pointNameItems)
    readonly property list<real> startHeights: Array.from(starts, at => startFit.lineHeight)
    readonly property list<real> startTops: spread(Array.from(starts, at => spotY(at) - startFit.lineHeight / 2), startHeights, base)
    readonly property list<real> endHeights: upTo(endItems.count).map(line => (made > 0 ? endItems.itemAt(line)?.implicitHeight ?? 0 : 0) + Theme.space2)
    readonly property list<real> endTops: spread(Array.from(lasts, at => spotY(at) - endFit.lineHeight / 2), endHeights, base + Theme.space4)

    // Returns whether two points stand at the same height and say the same.
    function same(one: int, other: int): bool {
        return written(one) === written(other) && parts[one] === parts[other];
    }

    // Returns the middle of the point at `at`.
    function spotX(at: int): real {
        return leftRoom + span * plotted.along(at);
    }

    // Returns the middle of the point at `at`.
    function spotY(at: int): real {
        return above + plot * (1 - (parts[at] ?? 0));
    }

    implicitHeight: count === 0 ? 0 : base + Theme.space2 + pointNameHeight + (legend.visible ? Theme.space4 + legend.implicitHeight : 0)
    implicitWidth: em * 30

    ChartFit {
        id: startFit

        first: 4
        room: root.width * 0.2
        texts: Array.from(root.starts, at => root.written(at))
    }
    ChartFit {
        id: endFit

        first: root.narrow ? 3 : 2
        room: root.narrow ? root.width * 0.28 : Math.min(root.width * 0.34, root.em * 19)
        texts: Array.from(root.lasts, at => root.written(at))
    }
    ChartFit {
        id: middleFit

        first: startFit.step
        room: root.width
        texts: root.lines === 1 ? root.texts : []
    }
    ChartFit {
        id: pointNames

        first: 5
        room: root.each < 3 ? root.half - Theme.space2 : root.room / 2 - Theme.space1
        texts: Array.from(root.labels).slice(0, root.each)
        wrapped: true
    }
    ChartPlot {
        id: plotted

        colours: root.hues
        each: root.each
        lines: root.lines
        pad: root.pad
        parts: root.parts
        rise: root.plot
        span: root.span
        visible: root.count > 0
        width: (root.span + 2 * root.pad) * root.grown
        x: root.leftRoom - root.pad
        y: root.above - root.pad
    }
    Repeater {
        model: root.starts.length

        ChartValue {
            required property int index

            color: Theme.quiet
            font: startFit.font
            horizontalAlignment: Text.AlignRight
            text: root.written(root.starts[index])
            width: root.leftRoom - Theme.space3
            y: root.startTops[index] ?? 0
        }
    }
    Repeater {
        model: root.middles

        ChartValue {
            required property int modelData
            readonly property real next: root.parts[modelData + 1] - root.parts[modelData]
            readonly property real last: root.parts[modelData] - root.parts[modelData - 1]
            readonly property bool valley: last < 0 && next > 0

            color: Theme.quiet
            font: startFit.font
            opacity: root.grown
            text: root.written(modelData)
            x: root.spotX(modelData) - (next > 0 && last > 0 ? width - Theme.space1 : next < 0 && last < 0 ? Theme.space1 : width / 2)
            y: valley ? root.spotY(modelData) + Theme.space2 : root.spotY(modelData) - Theme.space2 - height
        }
    }
    Repeater {
        id: endItems

        model: root.lines

        onItemAdded: root.made++

        ChartEnd {
            required property int index

            face: endFit.font
            name: root.narrow ? "" : root.names[index] ?? ""
            opacity: root.grown
            strong: root.strongLines[index] === 1
            value: root.written(root.lasts[index])
            width: Math.max(1, root.rightRoom - Theme.space4)
            x: root.leftRoom + root.span + Theme.space4
            y: root.endTops[index] ?? 0
        }
    }
    Repeater {
        id: pointNameItems

        model: root.each

        onItemAdded: root.made++

        PlainText {
            required property int index
            readonly property bool first: index === 0
            readonly property bool last: index === root.each - 1

            color: Theme.quiet
            font: pointNames.font
            horizontalAlignment: root.each > 1 && first ? Text.AlignLeft : last ? Text.AlignRight : Text.AlignHCenter
            text: root.labels[index] ?? ""
            tight: true
            visible: first || last || root.allNamed
            width: root.each < 3 || !root.allNamed ? root.half - Theme.space2 : first || last ? root.room / 2 - Theme.space1 : root.room - Theme.space2
            x: root.each > 1 && first ? root.leftRoom : last ? root.leftRoom + 2 * root.half - width : root.spotX(index) - width / 2
            y: root.base + Theme.space2
        }
    }
    ChartLegend {
        id: legend

        colours: root.hues
        labels: root.names
        strong: root.strongLines
        texts: Array.from(root.lasts, at => root.written(at))
        visible: root.narrow && root.named
        width: root.width
        y: root.base + Theme.space2 + root.pointNameHeight + Theme.space4
    }
}
