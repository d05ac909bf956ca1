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
        border.width: root.filled ? 0 : Math.max(1, width * 0.08)
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
                path: root.filled ? "M6 0 A4.5 4.5 0 1 0 6 9 A4.5 4.5 0 1 0 6 0 Z M6 11 C2 11 0 13.6 0 17 V22 Q0 24 2 24 H10 Q12 24 12 22 V17 C12 13.6 10 11 6 11 Z" : "M6 0.7 A3.8 3.8 0 1 0 6 8.3 A3.8 3.8 0 1 0 6 0.7 Z M6 11.7 C2.4 11.7 0.7 14 0.7 17 V22 Q0.7 23.3 2 23.3 H10 Q11.3 23.3 11.3 22 V17 C11.3 14 9.6 11.7 6 11.7 Z"
            }
        }
    }
}
