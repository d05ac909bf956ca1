pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// What is shown, what sticks have to offer, and the way back to what was shown before.
PanelCard {
    id: root

    required property DeskView view

    signal returnChosen

    title: qsTr("Content")

    PlainText {
        font: Theme.lead
        text: root.view.contentTitle
        width: parent.width
    }
    Repeater {
        model: root.view.contentFacts

        delegate: PlainText {
            required property string modelData

            color: Theme.quiet
            font: Theme.small
            text: modelData
            width: parent.width
        }
    }
    PanelButton {
        glyph: Icons.replay
        label: qsTr("Go back to what was shown before")
        visible: root.view.canReturn
        width: parent.width

        onClicked: root.returnChosen()
    }
    PlainText {
        color: Theme.quiet
        font: Theme.small
        text: root.view.offers.count > 0 ? qsTr("On the stick") : qsTr("Plug in a stick to load other content.")
        width: parent.width
    }
    Repeater {
        model: root.view.offers

        delegate: Column {
            id: offer

            required property OfferRow tile

            spacing: Theme.space2
            width: parent.width

            PlainText {
                text: offer.tile.text
                width: parent.width
            }
            Row {
                spacing: Theme.space2
                width: parent.width

                PanelButton {
                    enabled: root.view.progress < 0
                    label: qsTr("Load when nobody is there")
                    width: (parent.width - parent.spacing) / 2

                    onClicked: root.view.loadWanted(offer.tile.number, false)
                }
                PanelButton {
                    enabled: root.view.progress < 0
                    label: qsTr("Load now")
                    width: (parent.width - parent.spacing) / 2

                    onClicked: root.view.loadWanted(offer.tile.number, true)
                }
            }
        }
    }
    Rectangle {
        color: Theme.raised
        height: Theme.space2
        radius: height / 2
        visible: root.view.progress >= 0
        width: parent.width

        Rectangle {
            anchors.left: parent.left
            color: Theme.accent
            height: parent.height
            radius: height / 2
            width: parent.width * root.view.progress / 100
        }
    }
    PlainText {
        text: root.view.news
        visible: text !== ""
        width: parent.width
    }
}
