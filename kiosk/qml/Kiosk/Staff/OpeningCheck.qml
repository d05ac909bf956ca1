pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A minute before the doors open: touch, picture, sound and captions by eye and ear, then what the machine says of itself.
FocusScope {
    id: root

    required property DeskView view
    readonly property CheckView check: view.check
    readonly property list<Component> parts: [grid, picture, left, right, words, result]

    focus: true

    Keys.onEscapePressed: view.shutWanted()

    // The touched cells and the colours reach under the foot: the whole screen is looked at.
    Loader {
        anchors.bottom: root.check.part < 2 ? parent.bottom : foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        sourceComponent: root.parts[root.check.part]
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        height: Theme.primaryTarget + 2 * Theme.space4

        Rectangle {
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.ground
            height: part.height + 2 * Theme.space2
            radius: Theme.radius
            visible: root.check.part !== 1 && root.check.part < 5
            width: part.width + 2 * Theme.space3

            PlainText {
                id: part

                anchors.centerIn: parent
                color: Theme.quiet
                text: qsTr("Part %1 of 5").arg(root.check.part + 1)
            }
        }
        PanelButton {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            label: root.check.part < 5 ? qsTr("Stop the check") : qsTr("Back to the panel")

            onClicked: root.view.shutWanted()
        }
    }
    Component {
        id: grid

        CheckTouch {
            onDone: whole => root.check.answered(whole)
            onTouched: root.view.touched()
        }
    }
    Component {
        id: picture

        CheckPicture {
            onDone: rate => root.check.answered(rate)
        }
    }
    Component {
        id: left

        CheckQuestion {
            question: qsTr("Is there a tone on the left?")
            tone: root.check.tone

            onAnswered: yes => root.check.answered(yes)
        }
    }
    Component {
        id: right

        CheckQuestion {
            question: qsTr("Is there a tone on the right?")
            tone: root.check.tone

            onAnswered: yes => root.check.answered(yes)
        }
    }
    Component {
        id: words

        CheckQuestion {
            film: root.check.film
            names: root.check.names
            question: film ? qsTr("Does the film run, and can its captions and these names be read?") : qsTr("Can these names be read?")

            onAnswered: yes => root.check.answered(yes)
        }
    }
    Component {
        id: result

        CheckResult {
            check: root.check
        }
    }
}
