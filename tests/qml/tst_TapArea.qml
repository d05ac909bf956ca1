pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    property TapArea area
    property int taps: 0

    height: 300
    width: 400

    Component {
        id: made

        TapArea {
            height: 60
            label: "Open the film"
            width: 100
            x: 50
            y: 50

            onClicked: root.taps++
        }
    }
    TestCase {
        name: "TapArea"
        when: windowShown

        function init() {
            root.area = createTemporaryObject(made, root) as TapArea;
            root.taps = 0;
        }

        function cleanup() {
            Theme.calm = false;
        }

        function test_a_press_moves_and_ends_data() {
            return [
                { tag: "a tap", to: Qt.point(50, 30), taps: 1 },
                { tag: "within", to: Qt.point(90, 55), taps: 1 },
                { tag: "off at the side", to: Qt.point(140, 30), taps: 0 },
                { tag: "off below", to: Qt.point(50, 90), taps: 0 }
            ];
        }

        function test_a_press_moves_and_ends(row) {
            mousePress(root.area, 50, 30);
            verify(root.area.pressed);
            compare(root.taps, 0);
            mouseMove(root.area, row.to.x, row.to.y);
            compare(root.area.pressed, row.taps === 1);
            mouseRelease(root.area, row.to.x, row.to.y);
            compare(root.taps, row.taps);
        }

        function test_a_press_that_is_taken_away_is_no_tap() {
            mousePress(root.area);
            root.area.enabled = false;
            verify(!root.area.pressed);
            mouseRelease(root.area);
            compare(root.taps, 0);
        }

        function test_fingers_data() {
            return [
                { tag: "one", fingers: 1, move: 0, taps: 1 },
                { tag: "three", fingers: 3, move: 0, taps: 1 },
                { tag: "one slides off", fingers: 1, move: 200, taps: 0 },
                { tag: "two slide off", fingers: 2, move: 200, taps: 0 }
            ];
        }

        function test_fingers(row) {
            const touch = touchEvent(root.area);
            const at = finger => [finger, root.area, 20 + 25 * finger, 30];
            for (let finger = 0; finger < row.fingers; finger++)
                touch.press(...at(finger));
            touch.commit();
            for (let finger = 0; finger < row.fingers; finger++)
                touch.move(finger, root.area, 20 + 25 * finger + row.move, 30);
            touch.commit();
            for (let finger = 0; finger < row.fingers; finger++)
                touch.release(finger, root.area, 20 + 25 * finger + row.move, 30);
            touch.commit();
            compare(root.taps, row.taps);
        }

        function test_a_second_finger_is_no_second_tap() {
            const touch = touchEvent(root.area);
            touch.press(0, root.area, 30, 30).commit();
            touch.stationary(0).press(1, root.area, 70, 30).commit();
            touch.stationary(0).release(1, root.area, 70, 30).commit();
            compare(root.taps, 0);
            touch.release(0, root.area, 30, 30).commit();
            compare(root.taps, 1);
        }

        function test_keys_data() {
            return [
                { tag: "Space", key: Qt.Key_Space, taps: 1 },
                { tag: "Return", key: Qt.Key_Return, taps: 1 },
                { tag: "Enter", key: Qt.Key_Enter, taps: 1 },
                { tag: "a letter", key: Qt.Key_A, taps: 0 }
            ];
        }

        function test_keys(row) {
            root.area.forceActiveFocus(Qt.TabFocusReason);
            keyClick(row.key);
            compare(root.taps, row.taps);
        }

        function test_a_disabled_one_does_nothing() {
            root.area.enabled = false;
            mouseClick(root.area);
            root.area.forceActiveFocus();
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            compare(root.taps, 0);
        }

        function test_only_the_keyboard_moves_the_focus() {
            mouseClick(root.area);
            verify(!root.area.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(root.area.activeFocus);
        }

        function test_it_shrinks_at_once_under_a_finger_data() {
            return [
                { tag: "usual", shrinks: true, calm: false, scale: 0.98 },
                { tag: "a large one", shrinks: false, calm: false, scale: 1 },
                { tag: "calm", shrinks: true, calm: true, scale: 1 }
            ];
        }

        function test_it_shrinks_at_once_under_a_finger(row) {
            Theme.calm = row.calm;
            root.area.shrinks = row.shrinks;
            mousePress(root.area);
            compare(root.area.scale, row.scale);
            mouseRelease(root.area);
            tryCompare(root.area, "scale", 1);
        }

        function test_a_screen_reader_knows_it() {
            compare(root.area.Accessible.name, "Open the film");
            compare(root.area.Accessible.role, Accessible.Button);
        }
    }
}
