pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    height: 300
    width: 400

    Component {
        id: made

        Icon {
            colour: Theme.good
            height: 96
            path: "M4 2 H10 V22 H4 Z"
            width: 96
        }
    }
    TestCase {
        name: "Icon"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as Icon;
        }

        // Returns whether `icon` is drawn at `x` of 24 from the left, halfway down.
        function drawn(icon, x) {
            const pixel = grabImage(icon).pixel(x * icon.width / 24, icon.height / 2);
            return Math.abs(pixel.r - Theme.good.r) < 0.1;
        }

        function cleanup() {
            Theme.mirrored = false;
        }

        function test_only_what_has_a_direction_follows_the_page_data() {
            return [
                { tag: "left to right", directed: true, mirrored: false, x: 4 },
                { tag: "right to left", directed: true, mirrored: true, x: 20 },
                { tag: "without direction", directed: false, mirrored: true, x: 4 }
            ];
        }

        function test_only_what_has_a_direction_follows_the_page(row) {
            Theme.mirrored = row.mirrored;
            const icon = make({ directed: row.directed });
            verify(drawn(icon, row.x));
            verify(!drawn(icon, 24 - row.x));
        }

        function test_it_is_a_line_unless_it_is_filled_data() {
            return [{ tag: "line", filled: false }, { tag: "filled", filled: true }];
        }

        function test_it_is_a_line_unless_it_is_filled(row) {
            const icon = make({ filled: row.filled });
            compare(drawn(icon, 7), row.filled);
            verify(drawn(icon, 4));
        }

        function test_it_fits_its_place() {
            const icon = make({});
            compare(icon.implicitWidth, Theme.mm(6.5));
            compare(icon.implicitHeight, Theme.mm(6.5));
            const small = make({ height: 48, width: 48, filled: true });
            verify(drawn(small, 7));
            verify(!drawn(small, 13));
        }
    }
}
