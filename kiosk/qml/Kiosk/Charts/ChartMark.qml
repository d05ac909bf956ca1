pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// One of many in one colour, filled or as an outline: a person, half as wide as high, or a dot.
Item {
    id: root

    required property color colour
    required property bool filled
    required property string symbol

    Rectangle {
        anchors.fill: parent
        border.color: root.filled ? Theme.clear : root.colour
        border.width: Math.max(1, width * 0.08)
        color: root.filled ? root.colour : Theme.clear
        radius: width / 2
        visible: root.symbol === "dot"
    }
    Shape {
        height: 24
        preferredRendererType: Shape.CurveRenderer
        scale: root.height / 24
        transformOrigin: Item.TopLeft
        visible: root.symbol === "person"
        width: 12

        ShapePath {
            fillColor: root.filled ? root.colour : Theme.clear
            joinStyle: ShapePath.RoundJoin
            strokeColor: root.filled ? Theme.clear : root.colour
            strokeWidth: 1.4

            PathSvg {
                path: root.filled ? Icons.person : Icons.personOutline
            }
        }
    }
}
