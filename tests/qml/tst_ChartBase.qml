pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Charts

Item {
    id: root

    height: 300
    width: 400

    Component {
        id: made

        ChartBase {
            hue: Theme.good
            labels: []
            strong: []
            texts: []
            values: []
        }
    }
    Component {
        id: repeated

        ChartBase {
            id: chart

            hue: Theme.good
            implicitHeight: tallest(items)
            labels: []
            strong: []
            texts: []
            values: []

            Repeater {
                id: items

                model: [20, 50, 30]

                delegate: Item {
                    required property int modelData

                    implicitHeight: modelData
                }

                onItemAdded: chart.made++
            }
        }
    }
    Component {
        id: loaded

        Loader {
        }
    }
    TestCase {
        name: "ChartBase"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as ChartBase;
        }

        function cleanup() {
            Theme.mirrored = false;
        }

        function test_numbers_up_to_an_end_data() {
            return [
                { tag: "none", end: 0, numbers: [] },
                { tag: "one", end: 1, numbers: [0] },
                { tag: "four", end: 4, numbers: [0, 1, 2, 3] }
            ];
        }

        function test_numbers_up_to_an_end(row) {
            compare(Array.from(make({}).upTo(row.end)), row.numbers);
        }

        function test_sums_data() {
            return [
                { tag: "none", numbers: [], sum: 0 },
                { tag: "one", numbers: [2.5], sum: 2.5 },
                { tag: "several", numbers: [1, 2, -4], sum: -1 }
            ];
        }

        function test_sums(row) {
            compare(make({}).sum(row.numbers), row.sum);
        }

        function test_parts_and_their_whole_data() {
            return [
                { tag: "none", values: [], total: 0, shares: [], whole: 0 },
                { tag: "parts alone", values: [1, 2], total: 0, shares: [1, 2], whole: 3 },
                { tag: "a larger whole", values: [1, 2], total: 10, shares: [1, 2], whole: 10 },
                { tag: "a smaller whole", values: [6, 7], total: 10, shares: [6, 7], whole: 13 },
                { tag: "below zero", values: [-5, 8], total: 0, shares: [0, 8], whole: 8 },
                { tag: "not numbers", values: [NaN, 4, Infinity], total: NaN, shares: [0, 4, 0], whole: 4 }
            ];
        }

        function test_parts_and_their_whole(row) {
            const chart = make({ values: row.values, total: row.total });
            compare(Array.from(chart.shares), row.shares);
            compare(chart.whole, row.whole);
            compare(chart.count, row.values.length);
        }

        function test_what_is_said_of_a_point_data() {
            const series = { values: [1, 2, 3, 4], labels: ["a", "b", "c", "d"], names: ["Old", "New"] };
            return [
                { tag: "its label", given: { values: [1], labels: ["a"] }, at: 0, caption: "a" },
                { tag: "no label", given: { values: [1, 2], labels: ["a"] }, at: 1, caption: "" },
                { tag: "one series", given: { values: [1], labels: ["a"], names: ["Old"] }, at: 0, caption: "a" },
                { tag: "first of two", given: series, at: 1, caption: "b\nOld" },
                { tag: "second of two", given: series, at: 2, caption: "c\nNew" },
                { tag: "a name alone", given: Object.assign({}, series, { labels: [] }), at: 3, caption: "New" },
                { tag: "a rest", given: Object.assign({}, series, { values: [1, 2, 3, 4, 5] }), at: 4, caption: "New" },
                { tag: "more names", given: { values: [1], labels: ["a"], names: ["Old", "New"] }, at: 0, caption: "a" }
            ];
        }

        function test_what_is_said_of_a_point(row) {
            compare(make(row.given).caption(row.at), row.caption);
        }

        function test_values_as_they_are_written() {
            const chart = make({ values: [1, 2], texts: ["1 km"] });
            compare(chart.written(0), "1 km");
            compare(chart.written(1), "");
        }

        function test_strong_points() {
            const chart = make({ values: [1, 2, 3], strong: [0, 1] });
            compare([0, 1, 2].map(at => chart.isStrong(at)), [false, true, false]);
        }

        function test_colours_of_points_data() {
            return [
                { tag: "strong", strong: [1, 1], fading: 1, alphas: [1, 1] },
                { tag: "one strong", strong: [0, 1, 0], fading: 1, alphas: [0.4, 1, 0.4] },
                { tag: "fading", strong: [0, 1, 0, 0, 0, 0], fading: 0.5, alphas: [0.4, 1, 0.2, 0.1, 0.05, 0.05] }
            ];
        }

        function test_colours_of_points(row) {
            const chart = make({ values: row.strong, strong: row.strong, fading: row.fading });
            compare(chart.colours.length, row.alphas.length);
            row.alphas.forEach((alpha, at) => {
                fuzzyCompare(chart.colours[at].a, alpha, 0.01);
                fuzzyCompare(chart.colours[at].g, Theme.good.g, 0.01);
            });
        }

        function test_colours_of_lines() {
            const [first, quiet, second] = make({}).lineShades([1, 0, 1]);
            compare(first, Theme.good);
            compare(quiet, Theme.quiet);
            compare(second, Qt.tint(Theme.good, Theme.faded(Theme.text, 0.5)));
        }

        function test_it_follows_the_tallest_of_what_is_repeated_data() {
            return [{ tag: "made at once", beside: false }, { tag: "made beside the page", beside: true }];
        }

        function test_it_follows_the_tallest_of_what_is_repeated(row) {
            const loader = createTemporaryObject(loaded, root, { asynchronous: row.beside, sourceComponent: repeated }) as Loader;
            tryVerify(() => loader.status === Loader.Ready);
            compare(loader.implicitHeight, 50);
        }

        function test_boxes_stand_clear_of_each_other_data() {
            return [
                { tag: "none", tops: [], heights: [], places: [] },
                { tag: "clear", tops: [0, 50], heights: [20, 20], places: [0, 50] },
                { tag: "two overlap", tops: [40, 50], heights: [20, 20], places: [35, 55] },
                { tag: "the lower first", tops: [50, 40], heights: [20, 20], places: [55, 35] },
                { tag: "above the edge", tops: [-10], heights: [20], places: [0] },
                { tag: "below the edge", tops: [95], heights: [20], places: [80] },
                { tag: "three at the end", tops: [80, 80, 80], heights: [20, 20, 20], places: [80, 60, 40] },
                { tag: "one pushes another", tops: [20, 30, 55], heights: [20, 20, 20], places: [15, 35, 55] },
                { tag: "two push a third", tops: [30, 52, 56], heights: [20, 20, 20], places: [26, 46, 66] }
            ];
        }

        function test_boxes_stand_clear_of_each_other(row) {
            compare(Array.from(make({}).spread(row.tops, row.heights, 100)), row.places);
        }

        function test_its_direction_is_that_of_every_language() {
            Theme.mirrored = true;
            const chart = make({});
            verify(!chart.LayoutMirroring.enabled);
            verify(chart.LayoutMirroring.childrenInherit);
        }
    }
}
