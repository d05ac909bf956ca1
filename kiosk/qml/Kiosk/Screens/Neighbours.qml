pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The sectors before and after this one, so that a page's end leads on.
Row {
    id: root

    required property SectorView view
    // Of two sectors, the one before is the one after.
    readonly property bool alone: root.view.previous === root.view.next

    signal chosen(sectorId: string)

    spacing: Theme.space3

    Repeater {
        model: root.view.next === root.view.sector ? [] : root.alone ? [root.view.next] : [root.view.previous, root.view.next]

        delegate: SectorCard {
            id: card

            required property int index
            required property SectorTile modelData
            readonly property bool leadsBack: index === 0 && !root.alone

            detailed: false
            height: Theme.mm(48)
            tile: modelData
            width: root.alone ? root.width : (root.width - root.spacing) / 2

            onClicked: root.chosen(card.tile.sectorId)

            Icon {
                anchors.left: card.leadsBack ? parent.left : undefined
                anchors.margins: Theme.space4
                anchors.right: card.leadsBack ? undefined : parent.right
                anchors.top: parent.top
                colour: Theme.pictureText
                directed: true
                path: card.leadsBack ? Icons.back : Icons.next
            }
        }
    }
}
