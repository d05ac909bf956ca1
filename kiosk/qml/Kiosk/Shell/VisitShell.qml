pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Screens
import Kiosk.View

// Everything of a visit: it is made anew for every visitor, so nothing of the last one can be left.
Item {
    id: root

    required property AppView app
    property bool ahead: false
    property bool hurried: false

    // Comes before this is taken down. Qt warns of what goes while it is being made: pages are finished, charts given up.
    function hurry() {
        hurried = true;
        Unfinished.giveUp(root);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Pages {
        ahead: root.ahead
        anchors.fill: parent
        app: root.app
        hurried: root.hurried
    }
    Loader {
        active: root.app.picker || opacity > 0
        anchors.fill: parent
        opacity: root.app.picker ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fadeMs
            }
        }
        sourceComponent: LanguageScreen {
            bottomInset: Theme.barHeight
            languages: root.app.languages

            onChosen: code => root.app.chooseLanguage(code)
            onClosed: root.app.closePicker()
        }
    }
    Bar {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        canGoBack: root.app.canGoBack
        hasFilms: !root.app.videos.empty
        hasNumbers: !root.app.statistics.empty
        languageName: root.app.languageName
        languages: root.app.languages
        overPicture: root.app.page === "film"
        page: root.app.page

        onBackChosen: root.app.goBack()
        onHomeChosen: root.app.goHome()
        onLanguageChosen: code => root.app.chooseLanguage(code)
        onPickerChosen: root.app.openPicker()
        onStatisticsChosen: root.app.openStatistics()
        onVideosChosen: root.app.openVideos()
    }
    Loader {
        active: root.app.secondsLeft > 0
        anchors.fill: parent

        sourceComponent: StillThereScreen {
            secondsLeft: root.app.secondsLeft
            secondsText: root.app.secondsText

            onStayed: root.app.stayWanted()
        }
    }
}
