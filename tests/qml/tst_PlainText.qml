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

        PlainText {
        }
    }
    TestCase {
        name: "PlainText"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as PlainText;
        }

        function test_markup_is_shown_as_it_is_written_data() {
            return [
                { tag: "bold", text: "<b>now</b>" },
                { tag: "picture", text: "<img src='nowhere.png'/>" },
                { tag: "entity", text: "R&amp;D" },
                { tag: "markdown", text: "**now**" }
            ];
        }

        function test_markup_is_shown_as_it_is_written(row) {
            const shown = make({ text: row.text });
            compare(shown.textFormat, Text.PlainText);
            const metrics = Qt.createQmlObject("import QtQuick; TextMetrics {}", shown) as TextMetrics;
            metrics.font = shown.font;
            metrics.text = row.text;
            fuzzyCompare(shown.contentWidth, metrics.advanceWidth, 2);
        }

        function test_it_wraps_and_is_cut_only_where_asked_data() {
            return [
                { tag: "wraps", given: {}, lines: 4, cut: false },
                { tag: "cut", given: { maximumLineCount: 2, elide: Text.ElideRight }, lines: 2, cut: true },
                { tag: "room enough", given: { width: 2000, maximumLineCount: 2, elide: Text.ElideRight }, lines: 1, cut: false }
            ];
        }

        function test_it_wraps_and_is_cut_only_where_asked(row) {
            const text = "one two three four ".repeat(6).trim();
            const shown = make(Object.assign({ text: text, width: 300 }, row.given));
            verify(row.lines < 4 ? shown.lineCount === row.lines : shown.lineCount >= 4);
            compare(shown.truncated, row.cut);
        }

        function test_lines_are_as_high_as_the_script_needs_data() {
            return [
                { tag: "running text", given: {}, leading: Theme.lineHeight },
                { tag: "headline", given: { tight: true }, leading: Theme.tightLineHeight },
                { tag: "number", given: { leading: Theme.numberLineHeight }, leading: Theme.numberLineHeight }
            ];
        }

        function test_lines_are_as_high_as_the_script_needs(row) {
            const one = make(Object.assign({ text: "one" }, row.given));
            const two = make(Object.assign({ text: "one\ntwo" }, row.given));
            compare(one.lineHeight, Math.round(Theme.body.pixelSize * row.leading));
            compare(two.height - one.height, one.lineHeight);
        }

        function test_it_begins_where_the_page_does_data() {
            return [
                { tag: "left to right", text: "one", mirrored: false, side: Text.AlignLeft },
                { tag: "Arabic on a page from the left", text: "واحد", mirrored: false, side: Text.AlignLeft },
                { tag: "a mirrored page", text: "one", mirrored: true, side: Text.AlignRight }
            ];
        }

        function test_it_begins_where_the_page_does(row) {
            const shown = make({ text: row.text, width: 300 });
            shown.LayoutMirroring.enabled = row.mirrored;
            compare(shown.effectiveHorizontalAlignment, row.side);
        }

        function test_it_is_drawn_and_read_as_text() {
            const shown = make({ text: "one" });
            compare(shown.color, Theme.text);
            compare(shown.font, Theme.body);
            compare(shown.Accessible.name, "one");
            compare(shown.Accessible.role, Accessible.StaticText);
        }
    }
}
