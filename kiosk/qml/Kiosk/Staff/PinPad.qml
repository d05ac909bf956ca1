pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// Ten digits, and what came of those typed.
FocusScope {
    id: root

    required property DeskView view
    readonly property real rest: title.height + dots.height + note.height + shut.height + closing.height + 5 * all.spacing + 3 * Theme.space2
    readonly property real key: Math.min(Theme.primaryTarget * 1.15, (height - rest - 2 * Theme.space3) / 4)

    // Says what came of the PIN, and when the next one can be tried.
    function said(): string {
        if (view.busy)
            return qsTr("One moment…");
        if (view.waitSeconds > 0)
            return view.note + "\n" + qsTr("Next try in %1 s").arg(view.waitSeconds);
        return view.note || qsTr("Type the PIN");
    }

    focus: true

    Keys.onDigit0Pressed: view.type("0")
    Keys.onDigit1Pressed: view.type("1")
    Keys.onDigit2Pressed: view.type("2")
    Keys.onDigit3Pressed: view.type("3")
    Keys.onDigit4Pressed: view.type("4")
    Keys.onDigit5Pressed: view.type("5")
    Keys.onDigit6Pressed: view.type("6")
    Keys.onDigit7Pressed: view.type("7")
    Keys.onDigit8Pressed: view.type("8")
    Keys.onDigit9Pressed: view.type("9")
    Keys.onEnterPressed: view.enter()
    Keys.onEscapePressed: view.shutWanted()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            view.erase();
    }
    Keys.onReturnPressed: view.enter()

    Column {
        id: all

        anchors.centerIn: parent
        spacing: Theme.space4
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(150))

        PlainText {
            id: title

            font: Theme.headline
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Staff")
            tight: true
            width: parent.width
        }
        Row {
            id: dots

            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.space4
            spacing: Theme.space3

            Repeater {
                model: Math.max(6, root.view.typed)

                delegate: Rectangle {
                    required property int index

                    border.color: Theme.quiet
                    border.width: Theme.hairline * 2
                    color: index < root.view.typed ? Theme.accent : Theme.clear
                    height: width
                    radius: width / 2
                    width: Theme.space4
                }
            }
        }
        PlainText {
            id: note

            color: root.view.note === "" ? Theme.quiet : Theme.text
            font: Theme.lead
            height: 2 * lineHeight
            horizontalAlignment: Text.AlignHCenter
            text: root.said()
            width: parent.width
        }
        Grid {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            spacing: Theme.space2

            Repeater {
                model: [...root.view.digits.slice(0, 9), "erase", root.view.digits[9], "enter"]

                delegate: PanelButton {
                    id: button

                    required property string modelData
                    readonly property bool digit: modelData.length === 1

                    enabled: !root.view.busy && root.view.waitSeconds === 0
                    face: Theme.headline
                    glyph: digit ? "" : modelData === "erase" ? Icons.back : Icons.check
                    height: root.key
                    label: digit ? modelData : ""
                    spoken: digit ? modelData : modelData === "erase" ? qsTr("Delete the last digit") : qsTr("Enter")
                    strong: modelData === "enter"
                    width: root.key * 1.35

                    onClicked: digit ? root.view.type(modelData) : modelData === "erase" ? root.view.erase() : root.view.enter()
                }
            }
        }
        PanelButton {
            id: shut

            anchors.horizontalCenter: parent.horizontalCenter
            label: qsTr("Close")
            width: root.key * 1.35 * 3 + 2 * Theme.space2

            onClicked: root.view.shutWanted()
        }
        PlainText {
            id: closing

            color: Theme.quiet
            font: Theme.small
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Closes by itself in %1 s").arg(root.view.secondsLeft)
            width: parent.width
        }
    }
}
