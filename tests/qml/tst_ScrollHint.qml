pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    height: 300
    width: 400

    Flickable {
        id: flickable

        anchors.fill: parent
    }
    ScrollHint {
        id: hint

        ground: Theme.surface
        view: flickable
        width: parent.width
    }
    TestCase {
        name: "ScrollHint"
        when: windowShown

        function cleanup() {
            Theme.still = false;
        }

        function test_it_shows_while_there_is_more_data() {
            return [
                { tag: "all of it fits", content: 200, scrolled: 0, shown: 0 },
                { tag: "just fits", content: 300, scrolled: 0, shown: 0 },
                { tag: "more", content: 900, scrolled: 0, shown: 1 },
                { tag: "still more", content: 900, scrolled: 590, shown: 1 },
                { tag: "at the end", content: 900, scrolled: 600, shown: 0 }
            ];
        }

        function test_it_shows_while_there_is_more(row) {
            flickable.contentHeight = row.content;
            flickable.contentY = row.scrolled;
            tryCompare(hint, "opacity", row.shown);
        }

        function test_it_goes_slowly_but_without_motion_at_once() {
            flickable.contentHeight = 900;
            flickable.contentY = 0;
            tryCompare(hint, "opacity", 1);
            flickable.contentY = 600;
            verify(hint.opacity > 0);
            tryCompare(hint, "opacity", 0);
            Theme.still = true;
            flickable.contentY = 0;
            compare(hint.opacity, 1);
        }

        function test_it_fades_into_the_ground() {
            const [above, below] = hint.gradient.stops;
            compare(above.color, Theme.faded(Theme.surface, 0));
            compare(below.color, Theme.surface);
            verify(above.position < below.position);
        }
    }
}
