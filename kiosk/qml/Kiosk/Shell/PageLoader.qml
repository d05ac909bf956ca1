pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A page: made when it is first wanted, kept while `kept`, and faded in over the page that goes.
Loader {
    id: root

    required property bool current
    property bool kept: false
    property bool hurried: false

    // The page that comes fades in over the one that goes, which stays whole until long after: it is covered then.
    property real level: current ? 1 : 0
    property real stay: current ? 1 : 0
    readonly property bool wanted: current || kept || opacity > 0

    // Takes the page down. Qt warns of what goes while it is being made: the page is finished first, its charts are not.
    function drop() {
        if (item)
            Unfinished.giveUp(item);
        active = false;
    }

    active: false
    anchors.fill: parent
    asynchronous: !current && !hurried
    enabled: current
    focus: current
    opacity: current ? level : stay > 0 ? 1 : 0
    visible: opacity > 0
    z: current ? 1 : 0

    Behavior on level {
        NumberAnimation {
            duration: Theme.fadeMs
        }
    }
    Behavior on stay {
        NumberAnimation {
            duration: Theme.stayMs
        }
    }

    Component.onCompleted: active = wanted
    onWantedChanged: wanted ? active = true : drop()
}
