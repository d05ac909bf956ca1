pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    property int taps: 0

    height: 300
    width: 400

    Component {
        id: made

        TextButton {
            hue: Theme.good
            label: "Next"

            onClicked: root.taps++
        }
    }
    TestCase {
        name: "TextButton"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as TextButton;
        }

        // Returns the icon and the words of `button`.
        function parts(button) {
            return button.contentItem.children[0].children;
        }

        function test_states_data() {
            return [
                { tag: "usual", given: {}, ink: Theme.quiet, ground: Theme.clear, line: false },
                { tag: "chosen", given: { chosen: true }, ink: Theme.text, ground: Theme.raised, line: true },
                { tag: "strong", given: { strong: true }, ink: Theme.accentText, ground: Theme.good, line: false },
                {
                    tag: "strong and chosen", given: { strong: true, chosen: true },
                    ink: Theme.accentText, ground: Theme.good, line: false
                }
            ];
        }

        function test_states(row) {
            const button = make(row.given);
            compare(button.background.color, row.ground);
            compare(button.background.children[0].visible, row.line);
            const [icon, words] = parts(button);
            compare(icon.colour, row.ink);
            compare(words.color, row.ink);
        }

        function test_it_is_raised_while_pressed() {
            const button = make({});
            mousePress(button);
            compare(button.background.color, Theme.raised);
            mouseRelease(button);
            compare(button.background.color, Theme.clear);
            compare(root.taps, 1);
        }

        function test_it_has_room_for_its_words_and_icon() {
            const plain = make({ label: "On" });
            const long = make({ label: "On to the next one" });
            const drawn = make({ label: "On", glyph: Icons.back, directed: true });
            compare(plain.implicitHeight, Theme.target);
            for (const button of [plain, long, drawn]) {
                const row = button.contentItem.children[0];
                compare(button.width, row.width + 2 * Theme.space4);
                verify(!parts(button)[1].truncated);
            }
            verify(long.width > plain.width);
            compare(parts(long)[1].lineCount, 1);
            verify(!parts(plain)[0].visible);
            verify(parts(drawn)[0].visible);
            verify(parts(drawn)[0].directed);
            compare(drawn.width, plain.width + parts(drawn)[0].width + Theme.space2);
        }

        function test_a_screen_reader_says_its_words_once() {
            const button = make({});
            compare(button.Accessible.name, "Next");
            compare(button.Accessible.role, Accessible.Button);
            verify(parts(button)[1].Accessible.ignored);
        }

        function test_what_it_says_is_never_markup() {
            const words = parts(make({ label: "<b>R&amp;D</b>" }))[1];
            compare(words.text, "<b>R&amp;D</b>");
            compare(words.textFormat, Text.PlainText);
        }

        function test_the_keyboard_rings_it() {
            const button = make({});
            const ring = button.background.children[1];
            verify(!ring.visible);
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(ring.visible);
        }
    }
}
