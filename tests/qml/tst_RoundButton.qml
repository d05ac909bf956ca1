pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    property int taps: 0

    height: 300
    width: 400

    Component {
        id: made

        RoundButton {
            glyph: Icons.back
            label: "Back"

            onClicked: root.taps++
        }
    }
    TestCase {
        name: "RoundButton"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as RoundButton;
        }

        function test_it_is_a_circle_as_large_as_a_finger_needs() {
            const button = make({});
            compare(button.width, Theme.target);
            compare(button.height, Theme.target);
            compare(button.background.radius, Theme.target / 2);
        }

        function test_states_data() {
            return [
                { tag: "usual", strong: false, ground: Theme.faded(Theme.shade, 0.55), ink: Theme.pictureText },
                { tag: "strong", strong: true, ground: Theme.accent, ink: Theme.accentText }
            ];
        }

        function test_states(row) {
            const button = make({ strong: row.strong });
            compare(button.background.color, row.ground);
            compare(button.contentItem.children[0].colour, row.ink);
        }

        function test_a_press_darkens_its_ground_until_it_ends() {
            const button = make({});
            mousePress(button);
            fuzzyCompare(button.background.color.a, 0.9, 0.01);
            mouseRelease(button);
            fuzzyCompare(button.background.color.a, 0.55, 0.01);
            compare(root.taps, 1);
        }

        function test_its_icon_is_drawn_as_wanted() {
            const icon = make({ directed: true, filled: true }).contentItem.children[0];
            compare(icon.path, Icons.back);
            verify(icon.directed);
            verify(icon.filled);
            verify(icon.width < Theme.target / 2);
        }

        function test_a_screen_reader_knows_it() {
            const button = make({});
            compare(button.Accessible.name, "Back");
            compare(button.Accessible.role, Accessible.Button);
        }

        function test_the_keyboard_rings_it() {
            const button = make({});
            const ring = button.background.children[0];
            verify(!ring.visible);
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(ring.visible);
            compare(ring.radius, ring.height / 2);
        }
    }
}
