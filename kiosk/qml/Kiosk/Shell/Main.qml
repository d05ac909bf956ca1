pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.View

// The booth's one window: the content, and what staff see over it.
Window {
    id: window

    required property AppView app
    required property DeskView desk

    color: Theme.ground
    flags: Qt.Window | Qt.FramelessWindowHint
    title: app.home.title

    Item {
        readonly property bool turned: Theme.rotation % 180 !== 0

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.mirrored
        anchors.centerIn: parent
        focus: true
        height: turned ? window.width : window.height
        rotation: Theme.rotation
        width: turned ? window.height : window.width

        Keys.onBackPressed: window.app.goBack()
        Keys.onEscapePressed: window.app.goBack()

        Scenes {
            anchors.fill: parent
            app: window.app
            enabled: window.desk.mode === "closed"
            focus: enabled
        }
        LateLoader {
            anchors.fill: parent
            file: "../Staff/Desk.qml"
            focus: wanted
            given: window.desk
            name: "view"
            wanted: window.desk.mode !== "closed"
        }
    }
}
