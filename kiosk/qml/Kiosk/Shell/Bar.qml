pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.View

// The one bar, along the bottom of every page: home and back, numbers and films, and every language one tap away.
Rectangle {
    id: root

    required property string page
    required property bool canGoBack
    required property TileList languages
    required property string languageName
    required property bool overPicture
    required property bool hasNumbers
    required property bool hasFilms
    readonly property real room: width - 2 * edge - ways.width - Theme.space4
    readonly property bool spelled: names.implicitWidth <= room
    readonly property real edge: Theme.margin - Theme.space4

    signal homeChosen
    signal backChosen
    signal statisticsChosen
    signal videosChosen
    signal pickerChosen
    signal languageChosen(code: string)

    color: overPicture ? Theme.faded(Theme.shade, 0.6) : Theme.ground
    height: Theme.barHeight

    Rectangle {
        color: Theme.line
        height: Theme.hairline
        visible: !root.overPicture
        width: parent.width
    }
    Row {
        id: ways

        anchors.left: parent.left
        anchors.leftMargin: root.edge
        height: parent.height

        BarButton {
            chosen: root.page === "home"
            glyph: Icons.home
            label: qsTr("Home")
            overPicture: root.overPicture

            onClicked: root.homeChosen()
        }
        BarButton {
            directed: true
            enabled: root.canGoBack
            glyph: Icons.back
            label: qsTr("Back")
            overPicture: root.overPicture

            onClicked: root.backChosen()
        }
        BarButton {
            chosen: root.page === "statistics"
            glyph: Icons.statistics
            label: qsTr("Numbers")
            overPicture: root.overPicture
            visible: root.hasNumbers

            onClicked: root.statisticsChosen()
        }
        BarButton {
            chosen: root.page === "videos"
            glyph: Icons.films
            label: qsTr("Films")
            overPicture: root.overPicture
            visible: root.hasFilms

            onClicked: root.videosChosen()
        }
    }
    Row {
        id: names

        anchors.right: parent.right
        anchors.rightMargin: root.edge
        height: parent.height
        visible: root.spelled && root.languages.count > 1

        Repeater {
            model: root.languages

            delegate: LanguageButton {
                id: button

                overPicture: root.overPicture

                onClicked: root.languageChosen(button.tile.code)
            }
        }
    }
    BarButton {
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        glyph: Icons.language
        label: root.languageName
        overPicture: root.overPicture
        visible: !root.spelled && root.languages.count > 1

        onClicked: root.pickerChosen()
    }
}
