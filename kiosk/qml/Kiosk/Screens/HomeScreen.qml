pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The home page: the booth's title beside (portrait: above) a mosaic of the sectors.
Item {
    id: root

    required property HomeView view
    property real bottomInset: 0
    readonly property bool pictured: view.picture.toString() !== ""
    readonly property bool many: view.weights.length === 0
    readonly property real titlePart: Theme.portrait ? height * 0.24 : width * 0.3

    signal sectorChosen(sectorId: string, picture: Item)

    Photo {
        height: Theme.portrait ? root.titlePart + Theme.space8 : parent.height - root.bottomInset
        source: root.view.picture
        visible: root.pictured
        width: Theme.portrait ? parent.width : root.titlePart
        anchors.left: parent.left

        Rectangle {
            anchors.fill: parent

            gradient: Gradient {
                GradientStop {
                    color: Theme.faded(Theme.shade, Theme.portrait ? 0.3 : 0.9)
                    position: 0
                }
                GradientStop {
                    color: Theme.faded(Theme.shade, Theme.portrait ? 0.6 : 0.74)
                    position: 0.45
                }
                GradientStop {
                    color: Theme.faded(Theme.shade, Theme.portrait ? 0.92 : 0.15)
                    position: 1
                }
            }
        }
    }
    Rectangle {
        color: Theme.ground
        height: parent.height
        visible: Theme.portrait
        width: parent.width
        y: root.titlePart
    }
    Column {
        id: titles

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        spacing: Theme.space4
        width: Theme.portrait ? root.width - 2 * Theme.margin : root.titlePart - Theme.margin - Theme.space5
        y: Theme.portrait ? root.titlePart - height - Theme.space5 : Theme.margin

        // Logos are made for dark pictures: on light paper one brings its dark ground along.
        Rectangle {
            readonly property bool onPaper: !root.pictured && !Theme.dark

            anchors.left: parent.left
            color: onPaper ? Theme.shade : Theme.clear
            height: Theme.mm(20)
            radius: Theme.radius
            visible: root.view.logo.toString() !== ""
            width: logo.width + 2 * logo.anchors.margins

            Image {
                id: logo

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: parent.onPaper ? Theme.space3 : 0
                anchors.top: parent.top
                asynchronous: true
                cache: Theme.keepsPictures
                fillMode: Image.PreserveAspectFit
                source: root.view.logo
                sourceSize: Qt.size(0, height)
            }
        }
        WholeWords {
            color: root.pictured ? Theme.pictureText : Theme.text
            face: Theme.display
            text: root.view.title
            width: parent.width
        }
        PlainText {
            color: root.pictured ? Theme.pictureQuiet : Theme.quiet
            font: Theme.lead
            text: root.view.summary
            visible: text !== ""
            width: parent.width
        }
    }
    Mosaic {
        id: mosaic

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.bottomInset
        anchors.right: parent.right
        height: Theme.portrait ? root.height - root.titlePart - root.bottomInset - Theme.space3 : root.height - root.bottomInset
        rows: Theme.portrait ? Math.ceil(root.view.sectors.count / 2) : root.view.sectors.count > 3 ? 2 : 1
        visible: !root.many
        weights: root.view.weights
        width: Theme.portrait ? root.width : root.width - root.titlePart - spacing

        Repeater {
            model: root.many ? null : root.view.sectors

            delegate: SectorCard {
                id: card

                required property int index
                readonly property rect place: mosaic.placeAt(index)

                height: place.height
                width: place.width
                x: place.x
                y: place.y

                onClicked: root.sectorChosen(card.tile.sectorId, card.picture)
            }
        }
    }
    // Not mirrored itself: a grid begins at its top again when it is. Its cells draw what lies at the other end.
    GridView {
        id: grid

        readonly property int columns: Math.max(1, Math.round(width / Theme.mm(90)))

        LayoutMirroring.enabled: false
        anchors.fill: mosaic
        boundsBehavior: Flickable.StopAtBounds
        // Where all fit, they fill the place.
        cellHeight: Math.max(cellWidth * 0.72, Math.floor(height / Math.ceil(Math.max(1, count) / columns)))
        cellWidth: Math.floor(width / columns)
        clip: true
        model: root.many ? root.view.sectors : null
        visible: root.many

        delegate: Item {
            id: cell

            required property SectorTile tile
            required property int index
            readonly property int shift: Theme.mirrored ? grid.columns - 1 - 2 * (index % grid.columns) : 0

            height: grid.cellHeight
            width: grid.cellWidth

            SectorCard {
                LayoutMirroring.childrenInherit: true
                LayoutMirroring.enabled: Theme.mirrored
                height: parent.height - 2 * Theme.space1
                tile: cell.tile
                width: parent.width - 2 * Theme.space1
                x: Theme.space1 + cell.shift * cell.width
                y: Theme.space1

                onClicked: root.sectorChosen(cell.tile.sectorId, picture)
            }
        }
    }
}
