pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A soft dark veil over the lower part of a picture, so that text on it can be read.
Rectangle {
    id: root

    property real strength: 0.86
    property real start: 0.35

    gradient: Gradient {
        GradientStop {
            color: Theme.clear
            position: root.start
        }
        GradientStop {
            color: Theme.faded(Theme.shade, root.strength * 0.62)
            position: root.start + (1 - root.start) * 0.5
        }
        GradientStop {
            color: Theme.faded(Theme.shade, root.strength)
            position: 1
        }
    }
}
