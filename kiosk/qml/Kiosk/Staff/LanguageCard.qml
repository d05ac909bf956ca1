pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Which language the booth begins with, and which ones visitors may choose.
PanelCard {
    id: root

    required property DeskView view

    title: qsTr("Languages")

    PlainText {
        color: Theme.quiet
        font: Theme.small
        text: qsTr("Begins with")
        width: parent.width
    }
    Grid {
        columns: 2
        spacing: Theme.space2
        width: parent.width

        Repeater {
            model: root.view.languages

            delegate: PanelButton {
                required property LanguageRow tile

                chosen: tile.first
                enabled: tile.offered
                label: tile.name
                width: (parent.width - Theme.space2) / 2

                onClicked: root.view.firstLanguageWanted(tile.code)
            }
        }
    }
    PlainText {
        color: Theme.quiet
        font: Theme.small
        text: qsTr("Visitors may choose")
        width: parent.width
    }
    Grid {
        columns: 2
        spacing: Theme.space2
        width: parent.width

        Repeater {
            model: root.view.languages

            delegate: PanelButton {
                required property LanguageRow tile

                chosen: tile.offered
                glyph: chosen ? Icons.check : ""
                label: tile.name
                width: (parent.width - Theme.space2) / 2

                onClicked: root.view.languageWanted(tile.code, !tile.offered)
            }
        }
    }
}
