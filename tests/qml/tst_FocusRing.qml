pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    height: 300
    width: 400

    TapArea {
        id: area

        height: 60
        width: 100
        x: 50
        y: 50

        FocusRing {
            id: ring

            target: area
        }
    }
    TapArea {
        id: other

        height: 60
        width: 100
        x: 200
    }
    TestCase {
        name: "FocusRing"
        when: windowShown

        function init() {
            other.forceActiveFocus(Qt.TabFocusReason);
        }

        function test_only_what_the_keyboard_has_chosen_is_ringed_data() {
            return [
                { tag: "Tab", reason: Qt.TabFocusReason, shown: true },
                { tag: "back", reason: Qt.BacktabFocusReason, shown: true },
                { tag: "mouse", reason: Qt.MouseFocusReason, shown: false },
                { tag: "the program", reason: Qt.OtherFocusReason, shown: false }
            ];
        }

        function test_only_what_the_keyboard_has_chosen_is_ringed(row) {
            verify(!ring.visible);
            area.forceActiveFocus(row.reason);
            compare(ring.visible, row.shown);
            other.forceActiveFocus(Qt.TabFocusReason);
            verify(!ring.visible);
        }

        function test_it_stands_round_its_target() {
            compare(ring.width, area.width + 3 * Theme.ring);
            compare(ring.height, area.height + 3 * Theme.ring);
            compare(ring.x, -1.5 * Theme.ring);
            compare(ring.border.color, Theme.focus);
            compare(ring.border.width, Theme.ring);
            compare(ring.color, Theme.clear);
        }
    }
}
