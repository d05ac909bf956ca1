pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Charts

Item {
    id: root

    property font usual

    height: 300
    width: 400

    Component {
        id: made

        ChartFit {
            room: 300
            texts: []
        }
    }
    TestCase {
        name: "ChartFit"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as ChartFit;
        }

        function test_words_that_a_line_may_be_broken_into_data() {
            return [
                { tag: "none", lines: [], words: [] },
                { tag: "spaces", lines: [" one  two ", "three"], words: ["one", "two", "three"] },
                { tag: "Chinese", lines: ["长江 2023"], words: ["长", "江", "2023"] },
                { tag: "mixed", lines: ["长km"], words: ["长", "km"] }
            ];
        }

        function test_words_that_a_line_may_be_broken_into(row) {
            compare(Array.from(make({}).words(row.lines)), row.words);
        }

        function test_the_largest_font_that_fits_is_taken_data() {
            return [
                { tag: "room", texts: ["1"], first: 0, step: 0 },
                { tag: "not larger than wanted", texts: ["1"], first: 4, step: 4 },
                { tag: "nothing", texts: [], first: 2, step: 2 },
                { tag: "far too long", texts: ["one two ".repeat(20)], first: 0, step: 6 }
            ];
        }

        function test_the_largest_font_that_fits_is_taken(row) {
            const fit = make({ texts: row.texts, first: row.first });
            compare(fit.step, row.step);
            compare(fit.fits, row.step < 6);
            compare(fit.textWidth, fit.widths[row.step]);
            compare(fit.font, fit.sizes[row.step].font);
        }

        function test_the_widest_text_decides() {
            const fit = make({ texts: ["Twelve months", "1"], first: 0 });
            verify(fit.step > 0);
            verify(fit.textWidth <= 300);
            verify(fit.widths[fit.step - 1] > 300);
        }

        function test_what_may_be_wrapped_needs_room_for_its_words_alone() {
            const text = ["Twelve months and one"];
            const line = make({ texts: text, first: 1 });
            const lines = make({ texts: text, first: 1, wrapped: true });
            verify(lines.step < line.step);
        }

        function test_it_follows_the_theme() {
            const fit = make({ texts: ["Twelve months"], first: 5 });
            const before = fit.textWidth;
            root.usual = Theme.body;
            Theme.body = Theme.small;
            verify(fit.textWidth < before);
            compare(fit.textWidth, fit.widths[6]);
            Theme.body = root.usual;
            compare(fit.textWidth, before);
        }

        function test_its_lines_hold_the_font() {
            const fit = make({ texts: ["1"], first: 5 });
            compare(fit.font.pixelSize, Theme.body.pixelSize);
            verify(fit.lineHeight >= Theme.body.pixelSize);
        }
    }
}
