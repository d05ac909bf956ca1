pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.View

// Shows one sector's numbers alone.
TextButton {
    required property StatisticsView view
    required property SectorTile tile

    chosen: view.filter === tile.sectorId
    hue: tile.colour
    label: tile.title

    onClicked: view.show(tile.sectorId)
}
