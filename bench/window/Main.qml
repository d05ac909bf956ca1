import QtQuick

// The least that a Qt Quick program can be: six coloured tiles that answer a press, and a row of languages.
Window {
    id: window

    required property list<string> languages
    required property var titles
    property int language: 0

    color: "#0e1420"
    flags: Qt.Window | Qt.FramelessWindowHint
    height: Screen.height
    visible: true
    width: Screen.width

    Repeater {
        model: 6

        Rectangle {
            id: tile

            required property int index

            color: area.pressed ? "#ffffff" : ["#37c2b2", "#e5432d", "#e8a33d", "#5b8def", "#9b6bd3", "#6cae4f"][index]
            height: (window.height - 80) / 2 - 8
            width: window.width / 3 - 8
            x: index % 3 * window.width / 3 + 4
            y: Math.floor(index / 3) * (window.height - 80) / 2 + 4

            Text {
                anchors.centerIn: parent
                font.pixelSize: 36
                text: window.titles[tile.index][window.language]
                textFormat: Text.PlainText
            }
            MouseArea {
                id: area

                anchors.fill: parent
            }
        }
    }
    Row {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.rightMargin: 40
        height: 80
        spacing: 40

        Repeater {
            model: window.languages

            Text {
                id: word

                required property int index
                required property string modelData

                color: "#f4f1ea"
                font.pixelSize: 18
                height: 80
                text: modelData
                textFormat: Text.PlainText
                verticalAlignment: Text.AlignVCenter

                MouseArea {
                    anchors.fill: parent

                    onClicked: window.language = word.index
                }
            }
        }
    }
}
