pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    property list<int> arrived: []

    height: 300
    width: 400

    Component {
        id: made

        Rise {
            id: rise

            width: 100

            onComeChanged: if (come === 1)
                root.arrived.push(order)

            Rectangle {
                height: 40
                width: rise.width
            }
            Rectangle {
                height: 20
                width: 30
                y: 50
            }
        }
    }
    TestCase {
        name: "Rise"
        when: windowShown

        function make(order) {
            return createTemporaryObject(made, root, { order: order }) as Rise;
        }

        function init() {
            root.arrived = [];
        }

        function cleanup() {
            Theme.still = false;
            Theme.calm = false;
            Theme.mirrored = false;
        }

        function test_it_rises_from_below_into_its_place() {
            const rise = make(0);
            compare(rise.opacity, 0);
            compare(rise.transform[0].y, Theme.risePx);
            tryCompare(rise, "come", 1);
            compare(rise.opacity, 1);
            compare(rise.transform[0].y, 0);
        }

        function test_each_comes_in_its_turn() {
            const latest = Theme.staggerMost;
            for (const order of [0, -1, latest + 1, latest, 1])
                make(order);
            tryVerify(() => root.arrived.length === 5);
            compare(Array.from(root.arrived).slice(0, 3).sort((a, b) => a - b), [-1, 0, latest + 1]);
            compare(Array.from(root.arrived).slice(3), [1, latest]);
        }

        function test_without_motion_it_is_there_data() {
            return [{ tag: "still" }, { tag: "calm" }];
        }

        function test_without_motion_it_is_there(row) {
            Theme[row.tag] = true;
            const rise = make(12);
            compare(rise.come, 1);
            compare(rise.opacity, 1);
        }

        function test_it_is_as_high_as_what_it_holds() {
            compare(make(0).implicitHeight, 70);
        }

        function test_it_mirrors_what_it_holds() {
            const rise = make(0);
            verify(!rise.LayoutMirroring.enabled);
            Theme.mirrored = true;
            verify(rise.LayoutMirroring.enabled);
            verify(rise.LayoutMirroring.childrenInherit);
        }
    }
}
