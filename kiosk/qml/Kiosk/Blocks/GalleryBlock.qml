pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Pictures one can push past, each with its line.
Rise {
    id: root

    required property int index
    required property GalleryView tile
    readonly property real pictureWidth: tile.items.count > 1 ? width * 0.72 : width

    order: index

    // Pictures that are not seen yet are made beside, and Qt warns where they go while they are.
    Component.onDestruction: list.model = null

    ListView {
        id: list

        boundsBehavior: Flickable.StopAtBounds
        height: contentItem.childrenRect.height
        implicitHeight: height
        model: root.tile.items
        orientation: ListView.Horizontal
        snapMode: ListView.SnapToItem
        spacing: Theme.space3
        width: root.width

        delegate: Column {
            id: item

            required property GalleryItemView tile

            spacing: Theme.space2
            width: root.pictureWidth

            Photo {
                alt: item.tile.picture.alt
                height: width * 0.62
                source: item.tile.picture.source
                width: parent.width
            }
            PlainText {
                color: Theme.quiet
                font: Theme.small
                text: item.tile.caption
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
