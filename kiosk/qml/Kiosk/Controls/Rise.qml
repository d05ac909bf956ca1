pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Lets its content rise in once, `order` steps after the page has come, or at once where it comes by scrolling
// (beyond `Theme.staggerMost`); a delegate that goes is at -1.
Item {
    id: root

    property int order: 0
    default property alias content: box.data
    property real come: Theme.riseMs === 0 ? 1 : 0

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Theme.mirrored
    implicitHeight: box.height
    opacity: come

    transform: Translate {
        y: (1 - root.come) * Theme.risePx
    }

    Item {
        id: box

        width: root.width
        height: childrenRect.height
    }
    SequentialAnimation {
        running: Theme.riseMs > 0

        PauseAnimation {
            duration: Theme.staggerMs * (root.order > Theme.staggerMost ? 0 : Math.max(0, root.order))
        }
        NumberAnimation {
            duration: Theme.riseMs
            easing.type: Easing.OutCubic
            property: "come"
            target: root
            to: 1
        }
    }
}
