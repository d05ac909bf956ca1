pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// One of `Icons`, as a line drawing in one colour. `directed` icons point the other way where reading does.
Item {
    id: root

    required property string path
    property color colour: Theme.text
    property bool directed: false
    property bool filled: false

    implicitHeight: Theme.mm(6.5)
    implicitWidth: implicitHeight

    Shape {
        height: 24
        preferredRendererType: Shape.CurveRenderer
        scale: root.width / 24
        transformOrigin: Item.TopLeft
        width: 24

        transform: Scale {
            origin.x: root.width / 2
            xScale: root.directed && Theme.mirrored ? -1 : 1
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: root.filled ? root.colour : Theme.clear
            joinStyle: ShapePath.RoundJoin
            strokeColor: root.colour
            strokeWidth: 1.8

            PathSvg {
                path: root.path
            }
        }
    }
}
