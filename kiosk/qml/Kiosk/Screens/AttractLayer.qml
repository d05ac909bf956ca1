pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// One of the two layers of the attract loop: a picture that drifts slowly, and a film over it once it has a frame.
Item {
    id: root

    required property AttractTile tile
    required property bool shown
    required property bool running
    property bool moving: false
    property bool started: false
    property bool broken: false
    property bool kept: Theme.keepsPictures
    readonly property bool ready: photo.ready
    readonly property bool loading: photo.loading

    // What comes fades in over what goes, which stays whole until then: the ground never shows through.
    property real level: shown ? 1 : 0

    signal brokenNoted(why: string)
    signal stuck

    // A film says more than once what is wrong with it.
    function note(why: string) {
        if (!broken)
            brokenNoted(why);
        broken = true;
    }

    opacity: shown ? level : level > 0 ? 1 : 0
    visible: opacity > 0 || moving
    z: shown ? 1 : 0

    Behavior on level {
        NumberAnimation {
            duration: Theme.crossfadeMs
        }
    }

    Photo {
        id: photo

        alt: root.tile?.picture.alt ?? ""
        anchors.fill: parent
        fades: root.moving
        kept: root.kept
        source: root.tile?.picture.source ?? ""

        SequentialAnimation on zoom {
            loops: Animation.Infinite
            running: root.running && Theme.drift > 0 && root.tile?.film.toString() === ""

            NumberAnimation {
                duration: Theme.driftMs
                easing.type: Easing.InOutSine
                from: 1
                to: 1 + Theme.drift
            }
            NumberAnimation {
                duration: Theme.driftMs
                easing.type: Easing.InOutSine
                from: 1 + Theme.drift
                to: 1
            }
        }
    }
    Loader {
        id: film

        // Named by file: Qt Multimedia is loaded when the first film is due, and not before.
        active: root.moving && root.running && root.opacity > 0 && (root.tile?.film.toString() ?? "") !== ""
        anchors.fill: parent
        opacity: root.started ? 1 : 0
        source: "AttractFilm.qml"

        onActiveChanged: {
            if (!active)
                root.started = root.broken = false;
        }

        Binding {
            property: "source"
            target: film.item
            value: root.tile?.film ?? ""
            when: film.item !== null
        }
        Connections {
            function onBroken(why: string) {
                root.note(why);
            }
            function onStarted() {
                root.started = true;
            }

            target: film.item as AttractFilm
        }
    }
    Timer {
        interval: Theme.brokenMs
        running: film.active && root.shown && !root.started

        onTriggered: {
            root.note("no picture within five seconds");
            root.stuck();
        }
    }
}
