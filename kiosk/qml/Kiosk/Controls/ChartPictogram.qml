pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A small whole as a row of people, the points' parts in their colours. One point stands in large beside it, several
// in a list. Wholes of more than a hundred are drawn as a hundred.
ChartBase {
    id: root

    readonly property string person: "M12 2.6 A3.4 3.4 0 1 0 12 9.4 A3.4 3.4 0 1 0 12 2.6 Z M8.6 11.6 H15.4 A2.4 2.4 0 0 1 17.8 14 V21.4 H6.2 V14 A2.4 2.4 0 0 1 8.6 11.6 Z"

    readonly property list<real> parts: Array.from(amounts, amount => Math.max(0, amount))
    readonly property real sum: parts.reduce((whole, part) => whole + part, 0)
    readonly property real whole: Math.max(Number.isFinite(total) ? total : 0, sum)
    readonly property int marks: count === 0 ? 0 : Math.min(100, Math.ceil(whole))
    // Where each point's marks end.
    readonly property list<real> ends: Array.from(parts, (part, at) => whole > 0 ? Math.round(parts.slice(0, at + 1).reduce((sum, one) => sum + one, 0) * marks / whole) : 0)

    readonly property bool single: count === 1
    readonly property bool narrow: width < em * 26
    readonly property real room: narrow ? width : width * 0.56
    readonly property real size: marks > 40 ? em * 1.5 : em * 2.7
    readonly property int rows: Math.max(1, Math.ceil(marks / Math.max(1, Math.floor(room / size))))
    readonly property int columns: Math.max(1, Math.ceil(marks / rows))
    readonly property real side: narrow || marks === 0 ? 0 : columns * size + Theme.space5
    readonly property real wordsHeight: single ? big.implicitHeight : legend.implicitHeight
    readonly property real gridHeight: marks === 0 ? 0 : rows * size

    implicitHeight: count === 0 ? 0 : narrow ? gridHeight + Theme.space4 + wordsHeight : Math.max(gridHeight, wordsHeight)
    implicitWidth: em * 26

    // Returns which point the mark at `at` belongs to, or the number of points where none.
    function owner(at: int): int {
        const found = ends.findIndex(end => at < end);
        return found < 0 ? count : found;
    }

    ChartFit {
        id: fit

        first: 0
        room: root.width - root.side
        texts: root.single ? [root.written(0)] : []
    }
    Repeater {
        model: root.marks

        Icon {
            id: mark

            required property int index
            readonly property int point: root.owner(index)

            colour: point < root.count ? root.colours[point] : Theme.faded(Theme.quiet, 0.6)
            filled: point < root.count
            height: width
            opacity: Math.max(0, Math.min(1, root.grown * (root.marks + 1) - index))
            path: root.person
            width: root.size * 0.88
            x: index % root.columns * root.size
            y: Math.floor(index / root.columns) * root.size + (root.narrow ? 0 : (root.height - root.gridHeight) / 2)
        }
    }
    Column {
        id: big

        visible: root.single
        width: root.width - x
        x: root.side
        y: root.narrow ? root.gridHeight + Theme.space4 : (root.height - implicitHeight) / 2

        PlainText {
            font: fit.font
            opacity: root.grown
            text: root.written(0)
            tight: true
            width: parent.width
        }
        PlainText {
            color: Theme.quiet
            font: Theme.lead
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
        width: root.width - x
        x: root.side
        y: big.y + (root.narrow ? 0 : (big.implicitHeight - implicitHeight) / 2)
    }
}
