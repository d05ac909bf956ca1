pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A picture that fills its place. It is decoded at the size at which it is shown, beside the interface's own thread,
// and fades in over the surface (or is just there, where it does not fade); a broken one leaves the surface.
Item {
    id: root

    required property url source
    property string alt
    property bool immediate: false
    property bool fades: !immediate
    property real zoom: 1
    property bool kept: Theme.keepsPictures
    property alias fillMode: image.fillMode
    readonly property bool ready: image.status === Image.Ready
    readonly property bool loading: image.status === Image.Loading

    Accessible.ignored: alt === ""
    Accessible.name: alt
    Accessible.role: Accessible.Graphic
    clip: zoom > 1

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        visible: !root.ready || fade.running
    }
    Image {
        id: image

        anchors.fill: parent
        asynchronous: !root.immediate
        cache: root.kept
        fillMode: Image.PreserveAspectCrop
        opacity: root.ready ? 1 : 0
        scale: root.zoom
        source: root.width > 1 && root.height > 1 ? root.source : ""
        // A cropped picture covers its place whatever its own format is, which Qt keeps inside of this.
        sourceSize: fillMode === Image.PreserveAspectCrop ? Qt.size(Math.ceil(Math.max(width, height * 16 / 9)), 0) : Qt.size(width, height)

        Behavior on opacity {
            enabled: root.fades

            NumberAnimation {
                id: fade

                duration: Theme.fadeMs
            }
        }
    }
}
