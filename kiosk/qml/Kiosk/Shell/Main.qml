pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Screens
import Kiosk.View

// The booth's one window: the pages with their bar, and over them the countdown, the languages, the attract loop.
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
        Loader {
            id: visit

            property bool ahead: false

            active: !window.faulty && (ahead || !window.app.attract)
            anchors.fill: parent
            asynchronous: window.app.attract
            visible: !attract.opaque

            sourceComponent: VisitShell {
                ahead: visit.ahead
                app: window.app
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
        Loader {
            active: window.faulty
            anchors.fill: parent

            sourceComponent: FaultScreen {
                view: window.app.fault
            }
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
            visit.active = false;
            visit.asynchronous = Qt.binding(() => window.app.attract);
            visit.active = Qt.binding(() => !window.faulty && (visit.ahead || !window.app.attract));
        }

        target: window.app
    }
}
