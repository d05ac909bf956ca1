pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A film, full screen: the poster stays under the player until the film's first frame, so nothing is ever black.
Item {
    id: root

    required property FilmTile film
    property real bottomInset: 0
    property bool muted: true
    property real volume: 0.7
    property bool captionsOn: true
    readonly property bool playing: player.playbackState === MediaPlayer.PlayingState
    property bool started: false
    property bool broken: false
    property string shownId

    signal playingNoted(playing: bool)
    signal brokenNoted(why: string)
    signal watchedNoted(filmId: string, share: real)
    signal soundToggled
    signal nextChosen

    // Starts the film from its beginning, with its poster over the player.
    function restart() {
        leave();
        shownId = film.filmId;
        started = false;
        broken = false;
        player.source = film.source;
        if (!Theme.still)
            player.play();
    }

    // Says which part of the film was watched that was shown until now.
    function leave() {
        const share = watch.finish();
        if (share > 0)
            watchedNoted(shownId, share);
    }

    Component.onCompleted: restart()
    Component.onDestruction: {
        leave();
        playingNoted(false);
    }
    onFilmChanged: restart()
    onPlayingChanged: playingNoted(playing)

    Rectangle {
        anchors.fill: parent
        color: Theme.shade
    }
    Photo {
        anchors.fill: parent
        opacity: Theme.backdrop
        source: root.film.poster.source
    }
    MediaPlayer {
        id: player

        loops: root.film.loops ? MediaPlayer.Infinite : 1
        videoOutput: picture

        audioOutput: AudioOutput {
            muted: root.muted
            volume: root.volume
        }

        onPositionChanged: position => watch.moveTo(position, duration)
        onErrorOccurred: (error, errorString) => {
            root.broken = true;
            root.started = false;
            root.brokenNoted(errorString);
        }
    }
    FilmWatch {
        id: watch
    }
    VideoOutput {
        id: picture

        anchors.fill: parent
        endOfStreamPolicy: VideoOutput.KeepLastFrame
        fillMode: VideoOutput.PreserveAspectFit
    }
    Connections {
        function onVideoFrameChanged() {
            root.started = true;
        }

        enabled: !root.started && !root.broken
        target: picture.videoSink
    }
    Timer {
        interval: Theme.brokenMs
        running: !root.started && !root.broken && !Theme.still

        onTriggered: {
            root.broken = true;
            root.brokenNoted("no picture within five seconds");
        }
    }
    Photo {
        alt: root.film.poster.alt
        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        immediate: true
        source: root.film.poster.source
        visible: opacity > 0
        opacity: root.started ? 0 : 1

        Behavior on opacity {
            enabled: root.started

            NumberAnimation {
                duration: Theme.pressMs
            }
        }
    }
    TapHandler {
        enabled: !root.broken

        onTapped: root.playing ? player.pause() : player.play()
    }
    Shade {
        anchors.fill: parent
        start: 0.45
    }
    Caption {
        anchors.bottom: controls.top
        anchors.bottomMargin: Theme.space4
        anchors.horizontalCenter: parent.horizontalCenter
        room: root.width * 0.8
        text: root.captionsOn && root.started && root.film.hasCaptions ? root.film.captionAt(player.position) : ""
    }
    FilmControls {
        id: controls

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.bottomInset
        anchors.left: parent.left
        anchors.right: parent.right
        captionsOn: root.captionsOn
        film: root.film
        durationMs: player.duration
        ended: player.mediaStatus === MediaPlayer.EndOfMedia
        muted: root.muted
        playing: root.playing
        positionMs: player.position
        usable: !root.broken

        onCaptionsToggled: root.captionsOn = !root.captionsOn
        onNextChosen: root.nextChosen()
        onPauseToggled: root.playing ? player.pause() : player.play()
        onReplayed: {
            player.position = 0;
            player.play();
        }
        onSought: positionMs => player.position = positionMs
        onSoundToggled: root.soundToggled()
    }
}
