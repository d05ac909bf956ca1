pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Charts

Rectangle {
    id: root

    color: Theme.paper
    height: 300
    width: 400

    Component {
        id: made

        ChartMark {
            colour: Theme.bad
        }
    }
    TestCase {
        name: "ChartMark"
        when: windowShown

        function test_a_mark_fills_its_place_or_is_an_outline_data() {
            return [
                { tag: "dot", symbol: "dot", filled: true, width: 96, y: 48, middle: true },
                { tag: "dot's outline", symbol: "dot", filled: false, width: 96, y: 48, middle: false },
                { tag: "person", symbol: "person", filled: true, width: 48, y: 80, middle: true },
                { tag: "person's outline", symbol: "person", filled: false, width: 48, y: 80, middle: false }
            ];
        }

        function test_a_mark_fills_its_place_or_is_an_outline(row) {
            createTemporaryObject(made, root, {
                symbol: row.symbol, filled: row.filled, x: 20, y: 20, height: 96, width: row.width
            });
            const image = grabImage(root);
            const drawn = (x, y) => Math.abs(image.pixel(20 + x, 20 + y).g - Theme.bad.g) < 0.1;
            const line = Array.from({ length: root.width - 20 }, (none, x) => drawn(x, row.y));
            fuzzyCompare(line.indexOf(true), 0, 1);
            fuzzyCompare(line.lastIndexOf(true), row.width - 1, 1);
            verify(!drawn(-2, row.y));
            compare(line[row.width / 2], row.middle);
            verify(!drawn(0, 0));
        }

        function test_an_unknown_symbol_is_nothing() {
            const mark = createTemporaryObject(made, root, { symbol: "star", filled: true, height: 96, width: 48 });
            compare(grabImage(mark).pixel(24, 66), Theme.paper);
        }
    }
}
