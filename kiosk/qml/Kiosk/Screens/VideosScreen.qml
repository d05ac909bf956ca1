pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.Blocks
import Kiosk.View

// Every film of the booth as a large poster.
Item {
    id: root

    required property VideosView view
    property real bottomInset: 0

    signal filmChosen(filmId: string)

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    // Not mirrored itself: a grid begins at its top again when it is. Its cells draw what lies at the other end.
    GridView {
        id: grid

        readonly property int columns: Math.max(1, Math.floor(width / Theme.mm(Theme.portrait ? 110 : 125)))

        LayoutMirroring.enabled: false
        anchors.bottomMargin: root.bottomInset
        anchors.fill: parent
        anchors.leftMargin: Theme.margin - Theme.space3
        anchors.rightMargin: Theme.margin - Theme.space3
        bottomMargin: Theme.space7
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Math.max(0, height)
        cellHeight: (cellWidth - 2 * Theme.space3) * 9 / 16 + Theme.title.pixelSize * 3 + Theme.body.pixelSize * 5.4 + Theme.space6
        cellWidth: Math.floor(width / columns)
        clip: true
        model: root.view.films

        delegate: Item {
            id: cell

            required property FilmTile tile
            required property int index
            readonly property int shift: Theme.mirrored ? grid.columns - 1 - 2 * (index % grid.columns) : 0

            height: grid.cellHeight
            width: grid.cellWidth

            FilmBlock {
                tile: cell.tile
                width: parent.width - 2 * Theme.space3
                withSector: true
                x: Theme.space3 + cell.shift * cell.width

                onChosen: filmId => root.filmChosen(filmId)
            }
        }
        header: Item {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: Theme.mirrored
            height: title.height + Theme.margin + Theme.space6
            width: grid.width

            PageTitle {
                id: title

                summary: root.view.summary
                title: root.view.title
                width: parent.width - 2 * Theme.space3
                x: Theme.space3
                y: Theme.margin
            }
        }
    }
    ScrollHint {
        anchors.bottom: grid.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        view: grid
    }
}
