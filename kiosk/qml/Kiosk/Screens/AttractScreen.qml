pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The loop that invites people: two layers, one shown, the other made ready for what comes next. Taps are taken below
// this screen (the booth's input filter), so nothing here can be pressed.
Item {
    id: root

    required property AttractView view
    property bool running: true
    property bool moving: false
    property bool onFirst: true
    property int firstRow: 0
    property int secondRow: 1
    readonly property AttractTile current: view.tileAt(view.index)
    readonly property bool ready: (onFirst ? first : second).ready
    readonly property bool loading: (onFirst ? first : second).loading

    signal brokenNoted(film: string, why: string)

    // Shows the next item; its layer has been ready since the last change, unless the machine was too busy for that.
    function advance() {
        if (after.running) {
            after.stop();
            prepare();
        }
        onFirst = !onFirst;
        view.show(onFirst ? firstRow : secondRow);
        after.restart();
    }

    // Goes on to the next item where the one that is shown brings no picture; alone, its poster stays.
    function skip() {
        if (pace.running) {
            advance();
            pace.restart();
        }
    }

    // Shows at once the item that somebody else has chosen.
    function jump() {
        if (view.index !== (onFirst ? firstRow : secondRow)) {
            firstRow = view.index;
            onFirst = true;
            prepare();
        }
    }

    // Makes the hidden layer ready for what comes next.
    function prepare() {
        const next = (view.index + 1) % Math.max(1, view.items.count);
        if (onFirst)
            secondRow = next;
        else
            firstRow = next;
    }

    onLoadingChanged: view.noteLoading(loading)

    Rectangle {
        anchors.fill: parent
        color: Theme.shade
    }
    AttractLayer {
        id: first

        anchors.fill: parent
        kept: true
        moving: root.moving
        running: root.running
        shown: root.onFirst
        tile: root.view.tileAt(root.firstRow)

        onBrokenNoted: why => root.brokenNoted(tile.film.toString(), why)
        onStuck: root.skip()
    }
    AttractLayer {
        id: second

        anchors.fill: parent
        moving: root.moving
        running: root.running
        shown: !root.onFirst
        tile: root.moving && root.view.items.count > 1 ? root.view.tileAt(root.secondRow) : null

        onBrokenNoted: why => root.brokenNoted(tile.film.toString(), why)
        onStuck: root.skip()
    }
    Shade {
        anchors.fill: parent
        start: 0.3
        strength: 0.9
        z: 2
    }
    Timer {
        id: pace

        // Never so short that what comes next is not yet in its layer, which happens two crossfades after the last change.
        interval: Math.max(root.current?.durationMs ?? 8000, 3 * Theme.crossfadeMs)
        repeat: true
        running: root.running && root.moving && root.view.items.count > 1

        onTriggered: root.advance()
    }
    Connections {
        function onIndexChanged() {
            root.jump();
        }

        target: root.view
    }
    Timer {
        id: after

        interval: Theme.crossfadeMs * 2

        onTriggered: root.prepare()
    }
    Column {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        spacing: Theme.space5
        z: 2

        PlainText {
            color: Theme.pictureText
            font: Theme.display
            text: root.current?.line ?? ""
            tight: true
            anchors.left: parent.left
            width: Math.min(parent.width, Theme.mm(230))
        }
        Item {
            anchors.left: parent.left
            height: Theme.primaryTarget
            visible: root.view.calls.count > 0
            width: parent.width

            Repeater {
                model: root.view.calls

                delegate: Rectangle {
                    id: pill

                    required property CallTile tile
                    required property int index
                    readonly property bool now: index === (root.view.firstCall + caller.turn) % root.view.calls.count

                    anchors.left: parent.left
                    color: Theme.accent
                    height: parent.height
                    opacity: now ? 1 : 0
                    radius: height / 2
                    width: call.implicitWidth + 2 * Theme.space6

                    Behavior on opacity {
                        NumberAnimation {
                            duration: Theme.fadeMs
                        }
                    }

                    PlainText {
                        id: call

                        anchors.centerIn: parent
                        color: Theme.accentText
                        font: Qt.font({
                            family: pill.tile.family,
                            pixelSize: Theme.title.pixelSize,
                            weight: Font.Bold
                        })
                        text: pill.now || root.moving ? pill.tile.text : ""
                        tight: true
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
    Timer {
        id: caller

        property int turn: 0

        interval: Theme.callMs
        repeat: true
        running: root.running && root.moving && root.view.calls.count > 1

        onTriggered: turn++
    }
}
