pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Screens
import Kiosk.View

// Everything that shows one bundle: the visit with its pages, the attract loop over it, or what keeps it from being
// shown. What the first picture does not need is named by file, not by type: it is read and compiled when first wanted.
Item {
    id: root

    required property AppView app
    property bool ahead: false
    property bool moving: false
    readonly property bool faulty: app.fault !== null
    readonly property bool looping: app.attract && app.cleared

    // Finishes what is still being made, since Qt warns of halves that are taken down.
    function hurry() {
        visit.finish();
        if (visit.item)
            (visit.item as VisitShell).hurry();
    }

    Component.onCompleted: app.noteScene(root)

    LateLoader {
        id: visit

        anchors.fill: parent
        beside: root.app.attract
        file: "VisitShell.qml"
        given: root.app
        name: "app"
        visible: !root.app.attract
        wanted: !root.faulty && (root.ahead || !root.app.attract)

        Binding {
            property: "ahead"
            target: visit.item
            value: root.ahead
            when: visit.item !== null
        }
    }
    Loader {
        id: attract

        active: !root.faulty && (root.looping || opacity > 0)
        anchors.fill: parent
        opacity: root.looping ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fadeMs
            }
        }
        sourceComponent: Item {
            AttractScreen {
                anchors.fill: parent
                moving: root.moving && !Theme.still
                running: root.app.attract && !root.app.resting
                view: root.app.loop
                visible: rest.opacity < 1

                onBrokenNoted: (film, why) => root.app.filmBroken(film, why)
            }
            LateLoader {
                id: rest

                anchors.fill: parent
                file: "../Screens/RestScreen.qml"
                given: root.app.home
                name: "view"
                opacity: root.app.resting ? 1 : 0
                visible: opacity > 0
                wanted: root.app.resting || opacity > 0

                Behavior on opacity {
                    NumberAnimation {
                        duration: Theme.crossfadeMs
                    }
                }
            }
        }
    }
    LateLoader {
        anchors.fill: parent
        file: "../Screens/FaultScreen.qml"
        given: root.app.fault
        name: "view"
        wanted: root.faulty
    }
    // The loop and the next visit are made once this one's leftovers are cleared away: what lives long among them would
    // keep their memory.
    Connections {
        function onForgotten() {
            root.hurry();
            visit.empty();
            visit.beside = Qt.binding(() => root.app.attract);
        }

        target: root.app
    }
}
