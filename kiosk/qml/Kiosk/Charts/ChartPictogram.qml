pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A small whole as a row of people or dots, the points' parts in their colours. One point stands in large beside it, several
// in a list. Wholes of more than a hundred are drawn as a hundred.
ChartBase {
    id: root

    property string symbol: "person"
    readonly property bool people: symbol === "person"
    readonly property int marks: count === 0 ? 0 : Math.min(100, Math.ceil(whole))
    // Where each point's marks end.
    readonly property list<real> ends: Array.from(shares, (share, at) => whole > 0 ? Math.round(sum(shares.slice(0, at + 1)) * marks / whole) : 0)
    readonly property bool single: count === 1
    readonly property bool narrow: width < em * 26
    readonly property real room: narrow ? width : width * 0.56
    readonly property real size: marks > 40 ? em * 1.4 : marks > 12 ? em * 2.3 : em * 3
    readonly property real pitch: size * 0.78
    readonly property real line: people ? size * 1.28 : pitch
    readonly property real markHeight: people ? size : markWidth
    readonly property real markWidth: people ? size / 2 : size * 0.62
    readonly property int most: Math.max(1, Math.floor(room / pitch))
    readonly property int columns: even(most)
    readonly property int rows: Math.ceil(marks / columns)
    readonly property real side: narrow || marks === 0 ? 0 : columns * pitch + Theme.space5
    readonly property real start: Theme.mirrored ? width - (columns - 1) * pitch - markWidth : 0
    readonly property real wordsHeight: single ? big.implicitHeight : legend.implicitHeight
    readonly property real gridHeight: marks === 0 ? 0 : (rows - 1) * line + markHeight

    // Returns how many marks stand in a row of at most `limit`: such that all rows are full, where there is a way.
    function even(limit: int): int {
        if (marks <= limit)
            return Math.max(1, marks);
        for (let found = limit; found >= Math.max(2, limit * 0.3); found--) {
            if (marks % found === 0)
                return found;
        }
        return Math.ceil(marks / Math.ceil(marks / limit));
    }

    // Returns which point the mark at `at` belongs to, or the number of points where none.
    function owner(at: int): int {
        const found = ends.findIndex(end => at < end);
        return found < 0 ? count : found;
    }

    implicitHeight: count === 0 ? 0 : narrow ? gridHeight + Theme.space4 + wordsHeight : Math.max(gridHeight, wordsHeight)
    implicitWidth: em * 26

    ChartFit {
        id: fit

        first: 0
        room: root.width - root.side
        texts: root.single ? [root.written(0)] : []
    }
    Repeater {
        model: root.marks

        ChartMark {
            required property int index
            readonly property int point: root.owner(index)

            colour: filled ? root.colours[point] : Theme.faded(Theme.quiet, 0.6)
            filled: point < root.count
            height: root.markHeight
            opacity: Math.max(0, Math.min(1, root.grown * (root.marks + 1) - index))
            symbol: root.symbol
            width: root.markWidth
            x: root.start + index % root.columns * root.pitch
            y: Math.floor(index / root.columns) * root.line + (root.narrow ? 0 : (root.height - root.gridHeight) / 2)
        }
    }
    Column {
        id: big

        visible: root.single
        width: root.width - root.side
        x: Theme.mirrored ? 0 : root.side
        y: root.narrow ? root.gridHeight + Theme.space4 : (root.height - implicitHeight) / 2

        ChartValue {
            font: fit.font
            horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft
            opacity: root.grown
            text: root.written(0)
            width: parent.width
        }
        PlainText {
            color: Theme.quiet
            font: Theme.lead
            horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft
            text: root.caption(0)
            tight: true
            visible: text !== ""
            width: parent.width
        }
    }
    ChartLegend {
        id: legend

        colours: root.colours
        labels: root.labels
        strong: root.strong
        texts: Array.from(root.values, (value, at) => value === 1 ? "" : root.written(at))
        visible: !root.single
        width: root.width - root.side
        x: Theme.mirrored ? 0 : root.side
        y: big.y + (root.narrow ? 0 : (big.implicitHeight - implicitHeight) / 2)
    }
}
