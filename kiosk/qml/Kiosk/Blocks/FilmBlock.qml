pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A film's poster with its length, its title below; a tap shows it full screen.
TapArea {
    id: root

    required property FilmTile tile
    property bool withSector: false

    signal chosen(filmId: string)

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Theme.mirrored
    implicitHeight: column.implicitHeight
    label: tile.title

    background: FocusRing {
        target: root
    }
    contentItem: Item {
        Column {
            id: column

            spacing: Theme.space3
            width: parent.width

            Photo {
                alt: root.tile.poster.alt
                height: width * 9 / 16
                source: root.tile.poster.source
                width: parent.width

                Shade {
                    anchors.fill: parent
                    start: 0.55
                    strength: 0.7
                }
                Rectangle {
                    anchors.fill: parent
                    color: Theme.faded(Theme.pictureText, root.pressed ? 0.16 : 0)
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    anchors.left: parent.left
                    anchors.margins: Theme.space4
                    color: Theme.accent
                    height: Theme.mm(13)
                    radius: height / 2
                    width: height

                    Icon {
                        anchors.centerIn: parent
                        anchors.horizontalCenterOffset: Theme.mm(0.4)
                        colour: Theme.accentText
                        filled: true
                        height: width
                        path: Icons.play
                        width: parent.width * 0.42
                    }
                }
                PlainText {
                    Accessible.ignored: true
                    anchors.bottom: parent.bottom
                    anchors.margins: Theme.space4
                    anchors.right: parent.right
                    color: Theme.pictureText
                    text: root.tile.duration
                    tight: true
                }
            }
            Column {
                spacing: Theme.space1
                width: parent.width

                PlainText {
                    Accessible.ignored: true
                    color: root.tile.colour
                    font: Theme.small
                    text: root.tile.sectorTitle
                    tight: true
                    visible: root.withSector && text !== ""
                    width: parent.width
                }
                PlainText {
                    Accessible.ignored: true
                    font: Theme.title
                    text: root.tile.title
                    tight: true
                    width: parent.width
                }
                PlainText {
                    Accessible.ignored: true
                    color: Theme.quiet
                    text: root.tile.summary
                    tight: true
                    visible: text !== ""
                    width: parent.width
                }
            }
        }
    }

    onClicked: chosen(tile.filmId)
}
