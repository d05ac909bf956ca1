pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import QtGraphs
import Kiosk.Theme

// Parts of a whole as a ring. Where one part is strong, its value stands in the middle; the list beside names all.
ChartBase {
    id: root

    readonly property bool narrow: width < em * 25
    readonly property real diameter: Math.min(em * 15, narrow ? width : width * 0.42)
    readonly property real hole: 0.74

    // What is missing to the whole, which comes last, and the gap after each part.
    readonly property real rest: whole > sum(shares) * 1.000001 ? whole - sum(shares) : 0
    readonly property real breach: shares.filter(share => share > 0).length + (rest > 0 ? 1 : 0) > 1 ? 0.006 : 0
    readonly property int only: strong.reduce((marks, mark) => marks + (mark === 1 ? 1 : 0), 0) === 1 ? strong.indexOf(1) : -1
    readonly property list<string> others: Array.from(values, (value, at) => at === only ? "" : written(at))

    // Returns the size of the slice at `at`: every second one is the gap after the one before it.
    function slice(at: int): real {
        const part = shares[Math.floor(at / 2)] ?? rest;
        if (whole <= 0)
            return at === 0 ? 1 : 0;
        if (at % 2 === 1)
            return part > 0 ? breach : 0;
        return part / whole;
    }

    // Returns the colour of the slice at `at`.
    function shade(at: int): color {
        if (whole <= 0)
            return Theme.line;
        if (at % 2 === 1)
            return Theme.faded(hue, 0.004);
        return colours[at / 2] ?? Theme.line;
    }

    // Returns where in `pie` the slice at `at` belongs while some are still to come.
    function place(pie: PieSeries, at: int): int {
        let found = 0;
        while (found < pie.count && (pie.at(found) as Part).index < at)
            found++;
        return found;
    }

    fading: 0.72
    implicitHeight: count === 0 ? 0 : narrow ? diameter + Theme.space5 + legend.implicitHeight : Math.max(diameter, legend.implicitHeight)
    implicitWidth: em * 26

    ChartFit {
        id: fit

        first: 1
        room: root.diameter * root.hole * 0.8
        texts: root.only < 0 ? [] : [root.written(root.only)]
    }
    Item {
        id: ring

        height: root.diameter
        visible: root.count > 0
        width: root.diameter
        x: Theme.mirrored ? root.width - width : 0
        y: root.narrow ? 0 : (root.height - height) / 2

        // WORKAROUND(Qt Graphs 6.11): slices of an earlier layout stay behind when a ring changes, so it is made anew.
        Loader {
            readonly property string layout: [root.diameter, root.whole, ...Array.from(root.shares)].join(" ")

            active: root.count > 0 && root.diameter > 0
            anchors.fill: parent

            sourceComponent: GraphsView {
                enabled: false
                marginBottom: 0
                marginLeft: 0
                marginRight: 0
                marginTop: 0

                theme: ChartTheme {
                }

                PieSeries {
                    id: pie

                    endAngle: 360 * root.grown
                    holeSize: root.hole
                    pieSize: 1
                }
                Instantiator {
                    model: (root.count + 1) * 2

                    delegate: Part {
                        borderColor: Theme.clear
                        borderWidth: 0
                        color: root.shade(index)
                        labelVisible: false
                        value: root.slice(index)
                    }

                    // The parts are made in any order where the page is loaded beside another.
                    onObjectAdded: (at, part) => pie.insert(root.place(pie, at), part)
                    onObjectRemoved: (at, part) => pie.take(part)
                }
            }

            onLayoutChanged: {
                active = false;
                active = Qt.binding(() => root.count > 0 && root.diameter > 0);
            }
        }
        ChartValue {
            anchors.centerIn: parent
            font: fit.font
            horizontalAlignment: Text.AlignHCenter
            opacity: root.grown
            text: root.only < 0 ? "" : root.written(root.only)
            width: Math.min(fit.textWidth, root.diameter * root.hole * 0.9)
        }
    }
    ChartLegend {
        id: legend

        colours: root.colours
        labels: root.labels
        strong: root.strong
        texts: root.others
        width: root.narrow ? root.width : root.width - root.diameter - Theme.space6
        x: root.narrow || Theme.mirrored ? 0 : root.diameter + Theme.space6
        y: root.narrow ? root.diameter + Theme.space5 : (root.height - implicitHeight) / 2
    }

    component Part: PieSlice {
        required property int index
    }
}
