pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.View

// What lies over the content while staff are at the booth.
FocusScope {
    id: root

    required property DeskView view

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    // What lies under this is out of reach.
    MouseArea {
        anchors.fill: parent
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: ({
                closed: null,
                pad: pad,
                panel: panel,
                cleaning: cleaning,
                check: check
            })[root.view.mode]
    }
    Component {
        id: pad

        PinPad {
            view: root.view
        }
    }
    Component {
        id: panel

        Panel {
            view: root.view
        }
    }
    Component {
        id: cleaning

        Cleaning {
            secondsLeft: root.view.secondsLeft
        }
    }
    Component {
        id: check

        OpeningCheck {
            view: root.view
        }
    }
}
