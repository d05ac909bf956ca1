pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
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
    readonly property bool ready: photo.ready

    signal brokenNoted(why: string)

    opacity: shown ? 1 : 0
    visible: opacity > 0 || moving
    z: shown ? 1 : 0

    // What comes fades in over what goes, which stays whole until then: the ground never shows through.
    Behavior on opacity {
        SequentialAnimation {
            PauseAnimation {
                duration: root.shown ? 0 : Theme.crossfadeMs
            }
            NumberAnimation {
                duration: root.shown ? Theme.crossfadeMs : 0
            }
        }
    }

    Photo {
        id: photo

        alt: root.tile?.picture.alt ?? ""
        anchors.fill: parent
        immediate: !root.moving
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
        active: root.moving && root.running && root.opacity > 0 && (root.tile?.film.toString() ?? "") !== ""
        anchors.fill: parent
        opacity: root.started ? 1 : 0

        sourceComponent: Item {
            MediaPlayer {
                loops: MediaPlayer.Infinite
                source: root.tile.film
                videoOutput: output

                Component.onCompleted: play()
                Component.onDestruction: root.started = false
                onErrorOccurred: (error, errorString) => root.brokenNoted(errorString)
            }
            VideoOutput {
                id: output

                anchors.fill: parent
                endOfStreamPolicy: VideoOutput.KeepLastFrame
                fillMode: VideoOutput.PreserveAspectCrop
            }
            Connections {
                function onVideoFrameChanged() {
                    root.started = true;
                }

                enabled: !root.started
                target: output.videoSink
            }
        }
    }
}
