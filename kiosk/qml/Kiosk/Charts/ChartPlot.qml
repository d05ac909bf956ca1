pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import QtGraphs
import Kiosk.Theme

// The drawn part of a line chart: `lines` series of `each` points, whose parts of the height run series by series. The
// plot is `span` wide and `rise` high, inside a rim of `pad` so that no point is cut.
Item {
    id: root

    required property int lines
    required property int each
    required property list<real> parts
    required property list<color> colours
    required property real pad
    required property real span
    required property real rise

    // Returns how far along the time axis the point at `at` lies, from 0 to 1.
    function along(at: int): real {
        return each < 2 ? 1 : (at % each) / (each - 1);
    }

    clip: true
    height: rise + 2 * pad

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        width: root.span
        x: root.pad
        y: root.pad + root.rise
    }
    GraphsView {
        id: graph

        enabled: false
        height: root.rise + 2 * root.pad
        marginBottom: 0
        marginLeft: 0
        marginRight: 0
        marginTop: 0
        width: root.span + 2 * root.pad

        axisX: ValueAxis {
            gridVisible: false
            lineVisible: false
            max: 1 + root.pad / root.span
            min: -root.pad / root.span
            subGridVisible: false
            visible: false
        }
        axisY: ValueAxis {
            gridVisible: false
            lineVisible: false
            max: 1 + root.pad / root.rise
            min: -root.pad / root.rise
            subGridVisible: false
            visible: false
        }
        theme: ChartTheme {
        }
    }
    Repeater {
        model: root.lines * root.each

        Rectangle {
            required property int index
            readonly property bool last: (index + 1) % root.each === 0

            color: root.colours[Math.floor(index / root.each)] ?? Theme.clear
            height: width
            radius: width / 2
            width: last ? Theme.space3 : Theme.space2
            x: root.pad + root.span * root.along(index) - width / 2
            y: root.pad + root.rise * (1 - (root.parts[index] ?? 0)) - width / 2
        }
    }
    Instantiator {
        model: root.each > 1 ? root.lines : 0

        delegate: LineSeries {
            required property int index
            property list<point> spots: Array.from({
                length: root.each
            }, (none, at) => Qt.point(root.along(at), root.parts[index * root.each + at]))

            capStyle: Qt.RoundCap
            color: root.colours[index] ?? Theme.clear
            joinStyle: Qt.RoundJoin
            width: Theme.space1

            onSpotsChanged: replace(spots)
        }

        onObjectAdded: (at, line) => graph.addSeries(line)
        onObjectRemoved: (at, line) => graph.removeSeries(line)
    }
}
