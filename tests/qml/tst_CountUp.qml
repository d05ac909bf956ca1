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

        CountUp {
            running: false
        }
    }
    SignalSpy {
        id: steps

        signalName: "partChanged"
    }
    TestCase {
        name: "CountUp"
        when: windowShown

        function cleanup() {
            Theme.still = false;
            Theme.calm = false;
        }

        function test_it_counts_once_it_is_on_the_screen() {
            const count = createTemporaryObject(made, root) as CountUp;
            steps.target = count;
            compare(count.part, 0);
            verify(!count.animation.running);
            compare(count.animation.duration, Theme.countMs);
            count.running = true;
            verify(count.animation.running);
            count.animation.complete();
            compare(count.part, 1);
            verify(steps.count > 0);
        }

        function test_it_ends_at_once_when_motion_stops() {
            const count = createTemporaryObject(made, root, { running: true }) as CountUp;
            tryVerify(() => count.part > 0);
            Theme.still = true;
            compare(count.part, 1);
            verify(!count.animation.running);
        }

        function test_without_motion_it_is_at_its_end_data() {
            return [{ tag: "still" }, { tag: "calm" }];
        }

        function test_without_motion_it_is_at_its_end(row) {
            Theme[row.tag] = true;
            const count = createTemporaryObject(made, root) as CountUp;
            compare(count.part, 1);
            count.running = true;
            compare(count.part, 1);
            verify(!count.animation.running);
        }
    }
}
