pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The parts of a chart as a list: a dot in the part's colour, its value, and its name below. As words, it starts where reading does.
Column {
    id: root

    required property list<string> labels
    required property list<string> texts
    required property list<int> strong
    required property list<color> colours
    readonly property real dot: Theme.lead.pixelSize * 0.46
    readonly property real indent: dot * 2

    spacing: Theme.space3

    ChartFit {
        id: fit

        first: 4
        room: root.width - root.indent
        texts: root.texts
    }
    ChartFit {
        id: nameFit

        first: root.texts.some(text => text === "") ? 4 : 5
        room: fit.room
        texts: root.labels
        wrapped: true
    }
    Repeater {
        model: root.colours.length

        Item {
            id: row

            required property int index
            readonly property string value: root.texts[index] ?? ""
            readonly property bool strong: root.strong[index] === 1

            implicitHeight: words.implicitHeight
            width: root.width

            Rectangle {
                color: root.colours[row.index]
                height: width
                radius: width / 2
                width: root.dot
                x: Theme.mirrored ? row.width - width : 0
                y: (fit.lineHeight - height) / 2
            }
            Column {
                id: words

                width: row.width - root.indent
                x: Theme.mirrored ? 0 : root.indent

                ChartValue {
                    color: row.strong ? Theme.text : Theme.quiet
                    font: fit.font
                    horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft
                    text: row.value
                    visible: text !== ""
                    width: parent.width
                }
                PlainText {
                    color: row.strong ? Theme.text : Theme.quiet
                    font: row.value === "" || nameFit.step > 5 ? nameFit.font : Theme.body
                    horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft
                    text: root.labels[row.index] ?? ""
                    tight: true
                    visible: text !== ""
                    width: parent.width
                }
            }
        }
    }
}
