pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// A minute before the doors open: touch, picture, sound and captions by eye and ear, then what the machine says of itself.
FocusScope {
    id: root

    required property DeskView view
    property int step: 0
    property bool touchWhole: false
    property int frames: 0
    property bool heard: true
    property bool read: true
    readonly property int machine: view.findings.some(finding => finding.startsWith("bad\t")) ? 2 : view.findings.some(finding => finding.startsWith("warn\t")) ? 1 : 0
    readonly property bool complete: step === 5 && view.findings.length > 0
    readonly property int level: !heard || !read || !touchWhole || machine === 2 ? 2 : frames < 25 || machine === 1 ? 1 : 0

    // Goes on to the next part; every part counts as a sign that somebody is there.
    function next() {
        view.want("look", "");
        step++;
    }

    // Tells how it ended.
    function tell() {
        view.want("checked", JSON.stringify({
            level: level,
            touch: touchWhole,
            frames: frames,
            heard: heard,
            read: read
        }));
    }

    focus: true

    Keys.onEscapePressed: view.want("close", "")
    onCompleteChanged: {
        if (complete)
            Qt.callLater(tell);
    }

    // The touched cells and the colours reach under the foot: the whole screen is looked at.
    Loader {
        anchors.bottom: root.step < 2 ? parent.bottom : foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        sourceComponent: root.step === 0 ? grid : root.step === 1 ? picture : root.step === 2 ? left : root.step === 3 ? right : root.step === 4 ? words : result
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
            visible: root.step !== 1 && root.step < 5
            width: part.width + 2 * Theme.space3

            PlainText {
                id: part

                anchors.centerIn: parent
                color: Theme.quiet
                text: qsTr("Part %1 of 5").arg(root.step + 1)
            }
        }
        PanelButton {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            label: root.step < 5 ? qsTr("Stop the check") : qsTr("Back to the panel")

            onClicked: root.view.want("close", "")
        }
    }
    Component {
        id: grid

        CheckTouch {
            onDone: whole => {
                root.touchWhole = whole;
                root.next();
            }
            onTouched: root.view.want("look", "")
        }
    }
    Component {
        id: picture

        CheckPicture {
            onDone: rate => {
                root.frames = rate;
                root.next();
            }
        }
    }
    Component {
        id: left

        CheckQuestion {
            question: qsTr("Is there a tone on the left?")
            tone: root.view.tones[0] ?? ""

            onAnswered: yes => {
                root.heard = root.heard && yes;
                root.next();
            }
        }
    }
    Component {
        id: right

        CheckQuestion {
            question: qsTr("Is there a tone on the right?")
            tone: root.view.tones[1] ?? ""

            onAnswered: yes => {
                root.heard = root.heard && yes;
                root.next();
            }
        }
    }
    Component {
        id: words

        CheckQuestion {
            film: root.view.film
            lines: root.view.languageNames
            question: root.view.film ? qsTr("Does the film run, and can its captions and these names be read?") : qsTr("Can these names be read?")

            onAnswered: yes => {
                root.read = yes;
                root.next();
            }
        }
    }
    Component {
        id: result

        CheckResult {
            findings: root.view.findings
            frames: root.frames
            heard: root.heard
            level: root.level
            read: root.read
            touchWhole: root.touchWhole
        }
    }
}
