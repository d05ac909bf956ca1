pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    id: root

    color: Theme.paper
    height: 300
    width: 400

    Component {
        id: made

        Shade {
            height: 200
            width: 100
        }
    }
    TestCase {
        name: "Shade"
        when: windowShown

        // Returns how dark the picture is at `part` of its height, 0 to 1.
        function darkness(image, part) {
            return 1 - image.pixel(50, Math.min(199, part * 200)).g;
        }

        function test_it_darkens_from_its_start_to_the_lower_edge_data() {
            return [{ tag: "usual", start: 0.35, strength: 0.86 }, { tag: "low and soft", start: 0.6, strength: 0.5 }];
        }

        function test_it_darkens_from_its_start_to_the_lower_edge(row) {
            const image = grabImage(createTemporaryObject(made, root, { start: row.start, strength: row.strength }));
            compare(darkness(image, 0), 0);
            compare(darkness(image, row.start - 0.02), 0);
            const middle = darkness(image, (1 + row.start) / 2);
            const most = row.strength * (1 - Theme.shade.g);
            fuzzyCompare(middle, most * 0.62, 0.03);
            fuzzyCompare(darkness(image, 1), most, 0.03);
        }

        function test_it_can_be_dark_sooner() {
            const image = grabImage(createTemporaryObject(made, root, { middle: 0.1 }));
            fuzzyCompare(darkness(image, 0.35 + 0.65 * 0.1), 0.86 * 0.62 * (1 - Theme.shade.g), 0.03);
        }
    }
}
