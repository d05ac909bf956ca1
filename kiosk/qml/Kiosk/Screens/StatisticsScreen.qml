pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Every number of the booth in columns, or one sector's.
Item {
    id: root

    required property StatisticsView view
    property real bottomInset: 0
    readonly property int columns: Math.max(1, Math.min(4, Math.floor(flick.width / Theme.mm(Theme.portrait ? 105 : 110))))
    readonly property real columnWidth: (flick.width - 2 * Theme.margin - (columns - 1) * Theme.space4) / columns

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Flickable {
        id: flick

        anchors.bottomMargin: root.bottomInset
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: bento.y + bento.height + Theme.space7
        contentWidth: width

        PageTitle {
            id: title

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            summary: root.view.summary
            title: root.view.title
            width: flick.width - 2 * Theme.margin
            y: Theme.margin
        }
        Flow {
            id: chips

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin - Theme.space4
            anchors.top: title.bottom
            anchors.topMargin: Theme.space4
            spacing: Theme.space1
            visible: root.view.sectors.count > 1
            width: flick.width - 2 * Theme.margin + Theme.space4

            TextButton {
                chosen: root.view.filter === ""
                label: qsTr("All")

                onClicked: root.view.show("")
            }
            Repeater {
                model: root.view.sectors

                delegate: TextButton {
                    required property SectorTile tile

                    chosen: root.view.filter === tile.sectorId
                    hue: tile.colour
                    label: tile.title

                    onClicked: root.view.show(tile.sectorId)
                }
            }
        }
        Item {
            id: bento

            property list<real> bottoms

            // Puts every card under the shortest column, once per change of heights.
            function layOut() {
                const heights = new Array(root.columns).fill(0);
                for (let row = 0; row < cards.count; row++) {
                    const card = cards.itemAt(row);
                    if (!card)
                        continue;
                    const column = heights.indexOf(Math.min(...heights));
                    const x = column * (root.columnWidth + Theme.space4);
                    card.x = Theme.mirrored ? bento.width - x - root.columnWidth : x;
                    card.y = heights[column];
                    heights[column] += card.height + Theme.space4;
                }
                bento.bottoms = heights;
            }

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.top: chips.visible ? chips.bottom : title.bottom
            anchors.topMargin: Theme.space5
            height: bottoms.length > 0 ? Math.max(...bottoms) : 0
            width: flick.width - 2 * Theme.margin

            onWidthChanged: Qt.callLater(layOut)

            Repeater {
                id: cards

                model: root.view.blocks

                delegate: Rectangle {
                    id: card

                    required property int index
                    required property string kind
                    required property Tile tile

                    color: Theme.surface
                    height: inner.height + 2 * Theme.space5
                    radius: Theme.radius
                    width: root.columnWidth

                    onHeightChanged: Qt.callLater(bento.layOut)

                    Loader {
                        id: inner

                        anchors.left: parent.left
                        anchors.margins: Theme.space5
                        anchors.right: parent.right
                        anchors.top: parent.top
                        sourceComponent: card.kind === "chart" ? chart : card.kind === "stat" ? stat : null
                    }
                    Component {
                        id: stat

                        StatBlock {
                            index: Math.min(card.index, 12)
                            tile: card.tile as StatView

                            onScreen: card.y < flick.contentY + flick.height
                        }
                    }
                    Component {
                        id: chart

                        ChartBlock {
                            index: Math.min(card.index, 12)
                            tile: card.tile as ChartView
                        }
                    }
                }

                onItemAdded: Qt.callLater(bento.layOut)
                onItemRemoved: Qt.callLater(bento.layOut)
            }
            Connections {
                function onMirroredChanged() {
                    bento.layOut();
                }

                target: Theme
            }
        }
    }
    Connections {
        function onFilterChanged() {
            flick.contentY = Math.min(flick.contentY, chips.y);
        }

        target: root.view
    }
    ScrollHint {
        anchors.bottom: flick.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        view: flick
    }
}
