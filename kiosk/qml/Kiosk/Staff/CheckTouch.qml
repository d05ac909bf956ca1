pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The screen in cells, each of which wants to be touched: what stays dark is where the screen does not feel.
Item {
    id: root

    readonly property int across: Math.max(4, Math.round(width / Theme.mm(34)))
    readonly property int down: Math.max(4, Math.round(height / Theme.mm(34)))
    property int felt: 0

    signal done(whole: int)
    signal touched

    // Marks the cell at a place.
    function feel(x: real, y: real) {
        const column = Math.floor(x / (width / across));
        const row = Math.floor(y / (height / down));
        const cell = cells.itemAt(row * across + column) as CheckCell;
        if (!cell || cell.felt || x < 0 || y < 0 || column >= across || row >= down)
            return;
        cell.felt = true;
        felt++;
    }

    // Marks the cells between two places: a quick finger is not seen in each of them.
    function wipe(fromX: real, fromY: real, x: real, y: real) {
        const half = Math.min(width / across, height / down) / 2;
        const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / half));
        for (let at = 1; at <= steps; at++)
            feel(fromX + (x - fromX) * at / steps, fromY + (y - fromY) * at / steps);
    }

    Grid {
        columns: root.across

        Repeater {
            id: cells

            model: root.across * root.down

            delegate: CheckCell {
                height: root.height / root.down
                width: root.width / root.across
            }
        }
    }
    Timer {
        interval: Theme.fadeMs
        running: root.felt > 0 && root.felt === cells.count

        onTriggered: root.done(1)
    }
    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: true

        onPressed: points => {
            root.touched();
            points.forEach(point => root.feel(point.x, point.y));
        }
        onUpdated: points => points.forEach(point => root.wipe(point.previousX, point.previousY, point.x, point.y))
    }
    CheckCard {
        title: qsTr("Wipe over the whole screen")

        PanelButton {
            label: qsTr("Some cells stay dark")
            width: parent.width

            onClicked: root.done(0)
        }
    }
}
