pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The sectors before and after this one, so that a page's end leads on.
Row {
    id: root

    required property SectorView view

    signal chosen(sectorId: string)

    spacing: Theme.space3

    Repeater {
        model: [root.view.previous, root.view.next]

        delegate: SectorCard {
            id: card

            required property int index
            required property SectorTile modelData

            detailed: false
            height: Theme.mm(48)
            tile: modelData
            width: (root.width - root.spacing) / 2

            onClicked: root.chosen(card.tile.sectorId)

            Icon {
                anchors.left: card.index === 0 ? parent.left : undefined
                anchors.margins: Theme.space4
                anchors.right: card.index === 1 ? parent.right : undefined
                anchors.top: parent.top
                colour: Theme.pictureText
                directed: true
                path: card.index === 0 ? Icons.back : Icons.next
            }
        }
    }
}
