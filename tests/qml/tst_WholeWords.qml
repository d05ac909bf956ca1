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

        WholeWords {
            face: Theme.headline
            text: "Landschaft"
            width: 400
        }
    }
    TestCase {
        name: "WholeWords"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as WholeWords;
        }

        function test_a_word_is_made_smaller_not_broken_data() {
            return [
                { tag: "room", text: "Landschaft", width: 400, lines: 1, smaller: false },
                { tag: "a wide word", text: "Landschaft", width: 150, lines: 1, smaller: true },
                { tag: "two words", text: "Land Land", width: 150, lines: 2, smaller: false },
                { tag: "short and wide", text: "Der Landschaft", width: 150, lines: 2, smaller: true }
            ];
        }

        function test_a_word_is_made_smaller_not_broken(row) {
            const title = make({ text: row.text, width: row.width });
            const words = title.children[0] as PlainText;
            compare(words.lineCount, row.lines);
            compare(words.fontInfo.pixelSize < Theme.headline.pixelSize, row.smaller);
            verify(words.contentWidth <= row.width);
            verify(!words.truncated);
        }

        function test_it_is_as_high_as_its_lines() {
            const one = make({ text: "Land" });
            const two = make({ text: "Land\nLand" });
            compare(two.implicitHeight - one.implicitHeight, (one.children[0] as PlainText).lineHeight);
            verify(one.implicitHeight >= Theme.headline.pixelSize);
        }

        function test_it_is_set_as_a_headline_in_its_colour() {
            const title = make({ color: Theme.accent });
            const words = title.children[0] as PlainText;
            compare(words.color, Theme.accent);
            verify(words.tight);
            title.color = Theme.text;
            compare(words.color, Theme.text);
        }

        function test_it_has_only_so_many_lines() {
            const title = make({ text: "Land ".repeat(20).trim(), width: 150, maximumLineCount: 2 });
            compare((title.children[0] as PlainText).lineCount, 2);
        }

        function test_it_is_read_unless_somebody_else_says_it_data() {
            return [{ tag: "read", spoken: true }, { tag: "not read", spoken: false }];
        }

        function test_it_is_read_unless_somebody_else_says_it(row) {
            const title = make({ spoken: row.spoken });
            compare(title.children[0].Accessible.ignored, !row.spoken);
            compare(title.children[0].Accessible.name, "Landschaft");
        }
    }
}
