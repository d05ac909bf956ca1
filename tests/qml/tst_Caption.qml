pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    height: 300
    width: 400

    Caption {
        id: caption

        room: 300
        text: ""
    }
    TestCase {
        readonly property PlainText words: caption.children[0] as PlainText

        name: "Caption"
        when: windowShown

        function test_there_is_nothing_while_nothing_is_said() {
            caption.text = "Hello";
            verify(caption.visible);
            caption.text = "";
            verify(!caption.visible);
        }

        function test_it_is_as_wide_as_what_is_said_and_then_wraps_data() {
            return [
                { tag: "one word", text: "Hello", wraps: false },
                { tag: "a sentence", text: "Cables were laid through the gorge in 1996.", wraps: true }
            ];
        }

        function test_it_is_as_wide_as_what_is_said_and_then_wraps(row) {
            caption.text = row.text;
            compare(words.lineCount > 1, row.wraps);
            compare(words.width, row.wraps ? 300 : words.implicitWidth);
            compare(caption.width, words.width + 2 * Theme.space4);
            compare(caption.height, words.lineCount * words.lineHeight + Theme.space3);
            verify(words.x > 0 && words.y > 0);
        }

        function test_it_can_be_read_over_any_picture() {
            compare(words.color, Theme.pictureText);
            fuzzyCompare(caption.color.a, 0.82, 0.01);
            compare(words.horizontalAlignment, Text.AlignHCenter);
        }
    }
}
