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
    readonly property bool many: view.sectors.count > 12
    readonly property int columns: Math.max(1, Math.min(4, Math.floor(flick.width / Theme.mm(Theme.portrait ? 105 : 110))))
    readonly property real columnWidth: (flick.width - 2 * Theme.margin - (columns - 1) * Theme.space4) / columns

    // Asks for the cards on the screen and a screenful before and after.
    function look() {
        const top = flick.contentY - bento.y;
        view.cards.look(top - flick.height, top + 2 * flick.height);
    }
    function fit() {
        view.cards.fit(columns, columnWidth, Theme.space4);
        look();
    }

    Component.onCompleted: fit()
    onColumnWidthChanged: fit()
    onColumnsChanged: fit()

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

        onContentYChanged: root.look()
        onHeightChanged: root.look()

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
                model: root.many ? null : root.view.sectors

                delegate: SectorButton {
                    view: root.view
                }
            }
        }
        // More sectors than one looks through at once: in one line that scrolls.
        ListView {
            id: more

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: chips.bottom
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: width
            height: visible ? currentItem?.height : 0
            leftMargin: chips.anchors.leftMargin
            model: root.many ? root.view.sectors : null
            orientation: ListView.Horizontal
            rightMargin: Theme.margin
            spacing: Theme.space1
            visible: root.many

            delegate: SectorButton {
                view: root.view
            }
        }
        Item {
            id: bento

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.top: root.many ? more.bottom : chips.visible ? chips.bottom : title.bottom
            anchors.topMargin: Theme.space5
            height: root.view.cards.bottom
            width: flick.width - 2 * Theme.margin

            Repeater {
                model: root.view.cards

                delegate: NumberCard {
                    width: root.columnWidth
                    x: (Theme.mirrored ? root.columns - 1 - column : column) * (root.columnWidth + Theme.space4)

                    onScreen: y < flick.contentY - bento.y + flick.height
                    onMeasured: (row, height) => root.view.cards.measure(row, height)
                }
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
