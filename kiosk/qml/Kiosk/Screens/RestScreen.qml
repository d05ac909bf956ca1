pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// What is seen while the booth is closed: the title on a dark page. It moves by a pixel now and then, on a path that
// comes everywhere in time, so that nothing burns in; between two steps nothing is drawn.
Item {
    id: root

    required property HomeView view
    property int steps: 0

    // Returns how far along a way to and fro of 0 to 1 somebody is after `step` of `whole` steps.
    function swing(step: int, whole: int): real {
        return 1 - Math.abs(1 - 2 * (step % whole) / whole);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.shade
    }
    PlainText {
        readonly property real across: root.width - width - 2 * Theme.margin
        readonly property real down: root.height - height - 2 * Theme.margin

        color: Theme.faded(Theme.pictureQuiet, Theme.restLevel)
        font: Theme.headline
        horizontalAlignment: Text.AlignHCenter
        text: root.view.title
        tight: true
        width: Math.min(implicitWidth, root.width - 2 * Theme.margin)
        x: Math.round(Theme.margin + across * root.swing(root.steps + Theme.restAcross / 4, Theme.restAcross))
        y: Math.round(Theme.margin + down * root.swing(root.steps + Theme.restDown / 4, Theme.restDown))
    }
    Timer {
        interval: Theme.restMs
        repeat: true
        running: !Theme.still

        onTriggered: root.steps++
    }
}
