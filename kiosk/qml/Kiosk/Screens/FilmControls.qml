pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A film's title, its timeline and its buttons. Time runs from left to right in every language.
Item {
    id: root

    required property FilmTile film
    required property int positionMs
    required property int durationMs
    required property bool playing
    required property bool muted
    required property bool captionsOn
    required property bool ended
    required property bool usable

    signal pauseToggled
    signal replayed
    signal soundToggled
    signal captionsToggled
    signal nextChosen
    signal sought(positionMs: int)

    implicitHeight: column.height + Theme.space4

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        spacing: Theme.space2

        PlainText {
            color: Theme.pictureText
            font: Theme.title
            text: root.film.title
            tight: true
            width: parent.width
        }
        Row {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            height: Theme.target
            spacing: Theme.space3
            width: parent.width

            RoundButton {
                filled: !root.playing && !root.ended
                glyph: root.ended ? Icons.replay : root.playing ? Icons.pause : Icons.play
                label: root.ended ? qsTr("Play again") : root.playing ? qsTr("Pause") : qsTr("Play")
                strong: true

                onClicked: root.ended ? root.replayed() : root.pauseToggled()
            }
            PlainText {
                id: elapsed

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.pictureText
                font: Theme.small
                text: root.film.timeAt(root.positionMs)
                width: Theme.small.pixelSize * 3
                wrapMode: Text.NoWrap
            }
            T.Slider {
                id: slider

                Accessible.name: qsTr("Position in the film")
                anchors.verticalCenter: parent.verticalCenter
                enabled: root.usable && root.durationMs > 0
                height: Theme.target
                live: true
                stepSize: 1000
                to: Math.max(1, root.durationMs)
                value: pressed ? value : root.positionMs
                width: parent.width - 2 * elapsed.width - buttons.width - Theme.target - 4 * parent.spacing

                background: Rectangle {
                    color: Theme.faded(Theme.pictureText, 0.35)
                    height: Theme.mm(1.2)
                    radius: height / 2
                    width: slider.width
                    y: (slider.height - height) / 2

                    Rectangle {
                        color: Theme.pictureText
                        height: parent.height
                        radius: height / 2
                        width: slider.visualPosition * parent.width
                    }
                }
                handle: Rectangle {
                    color: Theme.pictureText
                    height: Theme.mm(slider.pressed ? 7 : 5)
                    radius: height / 2
                    width: height
                    x: slider.visualPosition * (slider.width - width)
                    y: (slider.height - height) / 2
                }

                onMoved: root.sought(value)
            }
            PlainText {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.pictureQuiet
                font: Theme.small
                text: root.film.duration
                width: Theme.small.pixelSize * 3
                wrapMode: Text.NoWrap
            }
            Row {
                id: buttons

                spacing: Theme.space2

                RoundButton {
                    glyph: root.muted ? Icons.muted : Icons.sound
                    label: root.muted ? qsTr("Sound on") : qsTr("Sound off")
                    opacity: root.film.hasSound ? 1 : 0.4

                    onClicked: root.soundToggled()
                }
                RoundButton {
                    glyph: Icons.captions
                    label: root.captionsOn ? qsTr("Captions off") : qsTr("Captions on")
                    opacity: root.captionsOn ? 1 : 0.5

                    onClicked: root.captionsToggled()
                }
                RoundButton {
                    glyph: Icons.next
                    label: qsTr("Next film")

                    onClicked: root.nextChosen()
                }
            }
        }
    }
}
