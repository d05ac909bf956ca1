pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A fading edge at the end of something that scrolls, while there is more to see.
Rectangle {
    id: root

    required property Flickable view
    property color ground: Theme.ground

    height: Theme.space7
    opacity: view.atYEnd ? 0 : 1

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fadeMs
        }
    }
    gradient: Gradient {
        GradientStop {
            color: Theme.faded(root.ground, 0)
            position: 0
        }
        GradientStop {
            color: root.ground
            position: 1
        }
    }
}
