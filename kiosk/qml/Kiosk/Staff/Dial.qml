pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Something that can be turned down and up.
Row {
    id: root

    required property string label
    required property string less
    required property string more

    signal turned(by: int)

    spacing: Theme.space2

    PanelButton {
        face: Theme.title
        label: "−"
        spoken: root.less
        width: Theme.primaryTarget

        onClicked: root.turned(-10)
    }
    PlainText {
        height: Theme.primaryTarget
        horizontalAlignment: Text.AlignHCenter
        text: root.label
        verticalAlignment: Text.AlignVCenter
        width: parent.width - 2 * (Theme.primaryTarget + parent.spacing)
    }
    PanelButton {
        face: Theme.title
        label: "+"
        spoken: root.more
        width: Theme.primaryTarget

        onClicked: root.turned(10)
    }
}
