pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The parts of a chart as a list: a dot in the part's colour, its value, and its name below.
Column {
    id: root

    required property list<string> labels
    required property list<string> texts
    required property list<int> strong
    required property list<color> colours

    spacing: Theme.space3

    ChartFit {
        id: fit

        first: 4
        room: root.width - Theme.space3 - Theme.space2
        texts: root.texts
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
                width: Theme.space3
                y: (fit.lineHeight - height) / 2
            }
            Column {
                id: words

                width: row.width - x
                x: Theme.space3 + Theme.space2

                PlainText {
                    color: row.strong ? Theme.text : Theme.quiet
                    font: fit.font
                    text: row.value
                    tight: true
                    visible: text !== ""
                    width: parent.width
                }
                PlainText {
                    color: row.strong ? Theme.text : Theme.quiet
                    font: row.value === "" ? Theme.lead : Theme.body
                    text: root.labels[row.index] ?? ""
                    tight: true
                    visible: text !== ""
                    width: parent.width
                }
            }
        }
    }
}
