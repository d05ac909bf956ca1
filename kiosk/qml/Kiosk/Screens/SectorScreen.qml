pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Blocks
import Kiosk.View

// A sector: its picture stays while the blocks scroll beside (portrait: below) it.
Item {
    id: root

    required property SectorView view
    property real bottomInset: 0
    readonly property Item picture: photo
    readonly property bool pictureReady: photo.ready
    readonly property real pictureWidth: Theme.portrait ? width : Math.min(width / 2, height * 1.25)
    readonly property real pictureHeight: Theme.portrait ? height * 0.37 : height

    signal sectorChosen(sectorId: string)
    signal filmChosen(filmId: string)

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Photo {
        id: photo

        alt: root.view.sector.cover.alt
        anchors.left: parent.left
        height: root.pictureHeight
        source: root.view.sector.cover.source
        width: root.pictureWidth

        Shade {
            anchors.fill: parent
            start: Theme.portrait ? 0.15 : 0.4
            strength: 0.92
        }
        Column {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.portrait ? Theme.space5 : root.bottomInset + Theme.space6
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.space6
            spacing: Theme.space3

            PlainText {
                color: Theme.pictureText
                font: Theme.headline
                text: root.view.sector.title
                tight: true
                width: parent.width
            }
            PlainText {
                color: Theme.pictureQuiet
                font: Theme.lead
                text: root.view.sector.summary
                anchors.left: parent.left
                width: Math.min(parent.width, Theme.textWidth)
            }
        }
    }
    Item {
        id: place

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.bottomInset
        anchors.left: Theme.portrait ? parent.left : photo.right
        anchors.right: parent.right
        anchors.top: Theme.portrait ? photo.bottom : parent.top
    }
    // Not mirrored itself: a list begins at its top again when it is. Its blocks are.
    ListView {
        id: list

        LayoutMirroring.enabled: false
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: Theme.space7
        cacheBuffer: Math.max(0, height)
        clip: true
        height: place.height
        leftMargin: Theme.portrait ? Theme.margin : Theme.space7
        model: root.view.blocks
        rightMargin: Theme.margin
        spacing: Theme.space7
        width: place.width
        x: place.x
        y: place.y

        delegate: BlockChooser {
            available: list.width - list.leftMargin - list.rightMargin

            onFilmChosen: filmId => root.filmChosen(filmId)
        }
        header: Item {
            height: Theme.portrait ? Theme.space6 : Theme.margin
            width: 1
        }
        footer: Item {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: Theme.mirrored
            height: neighbours.height + Theme.space7
            width: list.width - list.leftMargin - list.rightMargin

            Neighbours {
                id: neighbours

                anchors.bottom: parent.bottom
                view: root.view
                width: parent.width

                onChosen: sectorId => root.sectorChosen(sectorId)
            }
        }

        Connections {
            function onShown() {
                list.positionViewAtBeginning();
            }

            target: root.view
        }
    }
    ScrollHint {
        anchors.bottom: place.bottom
        anchors.left: place.left
        anchors.right: place.right
        view: list
    }
}
