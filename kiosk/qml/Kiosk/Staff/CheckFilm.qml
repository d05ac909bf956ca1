pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A film of the content with its captions, silent, again and again; its poster stays where it cannot be played.
Item {
    id: root

    required property FilmTile film

    Photo {
        anchors.fill: parent
        source: root.film.poster.source
    }
    MediaPlayer {
        id: player

        loops: MediaPlayer.Infinite
        source: root.film.source
        videoOutput: picture

        Component.onCompleted: play()
    }
    VideoOutput {
        id: picture

        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectCrop
    }
    Caption {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space3
        anchors.horizontalCenter: parent.horizontalCenter
        room: root.width * 0.8
        text: root.film.captionAt(player.position)
    }
}
