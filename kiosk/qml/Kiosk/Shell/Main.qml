pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Screens
import Kiosk.View

// The booth's one window: the pages with their bar, and over them the countdown, the languages, the attract loop. What
// the first picture does not need is named by file, not by type: it is read and compiled when it is first wanted.
Window {
    id: window

    required property AppView app
    readonly property bool faulty: app.fault !== null

    color: Theme.ground
    flags: Qt.Window | Qt.FramelessWindowHint
    title: app.home.title

    Item {
        id: root

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.mirrored
        anchors.fill: parent
        focus: true

        Keys.onBackPressed: window.app.goBack()
        Keys.onEscapePressed: window.app.goBack()

        ThemeBinder {
            mirrored: window.app.mirrored
            view: window.app.theme
        }
        LateLoader {
            id: visit

            property bool ahead: false

            anchors.fill: parent
            asynchronous: window.app.attract
            file: "VisitShell.qml"
            given: window.app
            name: "app"
            visible: !attract.opaque
            wanted: !window.faulty && (ahead || !window.app.attract)

            Binding {
                property: "ahead"
                target: visit.item
                value: visit.ahead
                when: visit.item !== null
            }
        }
        Loader {
            id: attract

            readonly property bool opaque: opacity === 1

            active: !window.faulty && (window.app.attract || opacity > 0)
            anchors.fill: parent
            opacity: window.app.attract ? 1 : 0
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.fadeMs
                }
            }
            sourceComponent: AttractScreen {
                moving: visit.ahead && !Theme.still
                running: window.app.attract
                view: window.app.loop

                onBrokenNoted: (film, why) => window.app.noteBroken(film, why)
            }
        }
        LateLoader {
            anchors.fill: parent
            file: "../Screens/FaultScreen.qml"
            given: window.app.fault
            name: "view"
            wanted: window.faulty
        }
    }
    Connections {
        function onFirstPictureShown() {
            visit.ahead = true;
        }
        function onForgotten() {
            visit.asynchronous = false;
            if (visit.item)
                (visit.item as VisitShell).hurried = true;
            visit.empty();
            visit.asynchronous = Qt.binding(() => window.app.attract);
            visit.fill();
        }

        target: window.app
    }
}
