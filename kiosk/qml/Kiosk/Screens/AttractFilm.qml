pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia

// A film of the attract loop: silent, over and over. It says when there is something to see.
Item {
    id: root

    property url source

    signal started
    signal broken(why: string)

    MediaPlayer {
        id: player

        loops: MediaPlayer.Infinite
        source: root.source
        videoOutput: output

        onErrorOccurred: (error, errorString) => root.broken(errorString)
        onSourceChanged: play()
    }
    VideoOutput {
        id: output

        anchors.fill: parent
        endOfStreamPolicy: VideoOutput.KeepLastFrame
        fillMode: VideoOutput.PreserveAspectCrop
    }
    Connections {
        function onVideoFrameChanged() {
            root.started();
        }

        target: output.videoSink
    }
}
