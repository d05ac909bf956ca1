pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// An address to take along, as a QR code. Nothing here opens it.
Rise {
    id: root

    required property int index
    required property LinkView tile

    order: index

    Row {
        spacing: Theme.space5
        width: root.width

        Rectangle {
            color: Theme.paper
            height: Theme.mm(32)
            radius: Theme.radius
            width: height

            Image {
                Accessible.name: root.tile.address
                Accessible.role: Accessible.Graphic
                anchors.fill: parent
                anchors.margins: Theme.space1
                fillMode: Image.PreserveAspectFit
                smooth: false
                source: root.tile.code
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1
            width: parent.width - Theme.mm(32) - parent.spacing

            PlainText {
                font: Theme.title
                text: root.tile.label
                tight: true
                width: parent.width
            }
            PlainText {
                color: Theme.quiet
                text: root.tile.address
                width: parent.width
                wrapMode: Text.WrapAnywhere
            }
        }
    }
}
