pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The keys of the preview.
Rectangle {
    id: root

    required property PreviewView view
    readonly property real keyWidth: Theme.mm(46)
    readonly property real actWidth: Theme.mm(124)

    border.color: Theme.pictureQuiet
    border.width: Theme.hairline
    color: Theme.shade
    height: rows.height + 2 * Theme.space5
    radius: Theme.space2
    width: rows.width + 2 * Theme.space6

    Column {
        id: rows

        anchors.centerIn: parent
        spacing: Theme.space2

        Repeater {
            model: root.view.keys

            delegate: Row {
                id: row

                required property string modelData
                required property int index

                PlainText {
                    color: Theme.pictureText
                    text: row.modelData
                    tight: true
                    width: root.keyWidth
                }
                PlainText {
                    color: Theme.pictureQuiet
                    text: root.view.acts[row.index]
                    tight: true
                    width: root.actWidth
                }
            }
        }
    }
}
