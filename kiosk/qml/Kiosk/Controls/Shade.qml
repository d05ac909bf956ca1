pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A soft dark veil over the lower part of a picture, so that text on it can be read. Nothing is drawn above its start.
Item {
    id: root

    property real strength: 0.86
    property real start: 0.35
    // Where between the start and the lower edge it is dark enough for text.
    property real middle: 0.5

    Rectangle {
        anchors.bottom: parent.bottom
        height: parent.height * (1 - root.start)
        width: parent.width

        gradient: Gradient {
            GradientStop {
                color: Theme.clear
                position: 0
            }
            GradientStop {
                color: Theme.faded(Theme.shade, root.strength * 0.62)
                position: root.middle
            }
            GradientStop {
                color: Theme.faded(Theme.shade, root.strength)
                position: 1
            }
        }
    }
}
