pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A page: made when it is first wanted, kept while `kept`, and faded in over the page that goes.
Loader {
    id: root

    required property bool current
    property bool kept: false
    property bool hurried: false

    active: current || kept || opacity > 0
    anchors.fill: parent
    asynchronous: !current && !hurried
    enabled: current
    focus: current
    opacity: current ? 1 : 0
    visible: opacity > 0
    z: current ? 1 : 0

    Behavior on opacity {
        SequentialAnimation {
            PauseAnimation {
                duration: root.current ? 0 : Theme.fadeMs
            }
            NumberAnimation {
                duration: root.current ? Theme.fadeMs : 0
            }
        }
    }
}
