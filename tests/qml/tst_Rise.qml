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

        Rise {
            id: rise

            width: 100

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
    SignalSpy {
        id: moves

        signalName: "comeChanged"
    }
    PauseAnimation {
        id: moment

        duration: 100
    }
    TestCase {
        name: "Rise"
        when: windowShown

        function make(order) {
            return createTemporaryObject(made, root, { order: order }) as Rise;
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

        function test_each_waits_for_its_turn_data() {
            return [
                { tag: "the first", order: 0, steps: 0 },
                { tag: "the second", order: 1, steps: 1 },
                { tag: "the last of a page", order: Theme.staggerMost, steps: Theme.staggerMost },
                { tag: "one that comes by scrolling", order: Theme.staggerMost + 1, steps: 0 },
                { tag: "one that goes", order: -1, steps: 0 }
            ];
        }

        function test_each_waits_for_its_turn(row) {
            const [pause, motion] = make(row.order).resources[0].animations;
            compare(pause.duration, row.steps * Theme.staggerMs);
            compare(motion.duration, Theme.riseMs);
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

        function test_it_ends_at_once_when_motion_stops() {
            const rise = make(0);
            tryVerify(() => rise.come > 0);
            Theme.still = true;
            compare(rise.come, 1);
            moves.target = rise;
            moves.clear();
            moment.start();
            tryVerify(() => !moment.running);
            compare(moves.count, 0);
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
