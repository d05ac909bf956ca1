pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A question about a tone, or about a film and words, with yes and no.
Item {
    id: root

    required property string question
    property string tone
    property string names
    property FilmTile film: null

    signal answered(yes: int)

    MediaPlayer {
        source: root.tone

        audioOutput: AudioOutput {
        }

        Component.onCompleted: {
            if (root.tone !== "")
                play();
        }
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.space5
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(200))

        Loader {
            active: root.film !== null
            anchors.horizontalCenter: parent.horizontalCenter
            height: active ? width * 9 / 16 : 0
            visible: active
            width: Math.min(parent.width, root.height * 0.8)

            sourceComponent: CheckFilm {
                film: root.film
            }
        }
        PlainText {
            font: Theme.lead
            horizontalAlignment: Text.AlignHCenter
            text: root.names
            visible: text !== ""
            width: parent.width
        }
        PlainText {
            font: root.names !== "" ? Theme.title : Theme.headline
            horizontalAlignment: Text.AlignHCenter
            text: root.question
            tight: true
            width: parent.width
        }
        Row {
            spacing: Theme.space3
            width: parent.width

            PanelButton {
                label: qsTr("No")
                width: (parent.width - parent.spacing) / 2

                onClicked: root.answered(0)
            }
            PanelButton {
                label: qsTr("Yes")
                strong: true
                width: (parent.width - parent.spacing) / 2

                onClicked: root.answered(1)
            }
        }
    }
}
