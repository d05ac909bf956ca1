pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// What every chart is given, and how its parts are coloured. Charts keep their direction in every language.
Item {
    id: root

    required property list<string> labels
    required property list<string> texts
    required property list<real> values
    required property list<int> strong
    required property color hue
    property list<string> names: []
    property real total: 0
    property real grown: 1
    // How much of its strength one faded colour has left in the next.
    property real fading: 1
    // How many items the repeaters have made: a repeater counts them before they can be asked.
    property int made: 0
    readonly property int count: values.length
    readonly property real em: Math.max(1, Theme.body.pixelSize)
    // The finite values: what is not a number is drawn as nothing.
    readonly property list<real> amounts: Array.from(values, value => Number.isFinite(value) ? value : 0)
    readonly property list<color> colours: shades()
    // For charts of a whole: the parts of it, and the whole, which may be more than the parts.
    readonly property list<real> shares: Array.from(amounts, amount => Math.max(0, amount))
    readonly property real whole: Math.max(Number.isFinite(total) ? total : 0, sum(shares))

    // Returns the numbers from 0 to `end`, without it.
    function upTo(end: int): list<int> {
        return [...Array(end).keys()];
    }

    // Returns the sum of `numbers`.
    function sum(numbers: list<real>): real {
        return numbers.reduce((all, number) => all + number, 0);
    }

    // Returns whether the point at `at` is what the chart is about.
    function isStrong(at: int): bool {
        return at < strong.length && strong[at] === 1;
    }

    // Returns the written value of the point at `at`.
    function written(at: int): string {
        return at < texts.length ? texts[at] : "";
    }

    // Returns the name of the point at `at`, with the name of its series where there are several.
    function caption(at: int): string {
        const label = at < labels.length ? labels[at] : "";
        if (names.length < 2 || count < names.length)
            return label;
        const each = Math.floor(count / names.length);
        return [label, names[Math.min(names.length - 1, Math.floor(at / each))]].filter(part => part !== "").join("\n");
    }

    // Returns one colour for each point: the hue where strong, else the hue fading from point to point.
    function shades(): list<color> {
        let faint = 0;
        return upTo(count).map(at => isStrong(at) ? hue : Theme.faded(hue, 0.4 * Math.pow(fading, Math.min(faint++, 3))));
    }

    // Returns one colour for each line: quiet, or where it is marked the hue, nearer to the text's with each that has it.
    function lineShades(marks: list<int>): list<color> {
        let before = 0;
        const shade = () => Qt.tint(hue, Theme.faded(Theme.text, Math.min(0.75, 0.5 * before++)));
        return Array.from(marks, mark => mark === 1 ? shade() : Theme.quiet);
    }

    // Returns the largest implicit height among the items of `repeater`.
    function tallest(repeater: Repeater): real {
        return upTo(repeater.count).reduce((most, at) => Math.max(most, repeater.itemAt(at)?.implicitHeight ?? 0), made * 0);
    }

    // Returns `tops` moved as little as needed for boxes of `heights` to stand clear of each other, from 0 to `end`.
    function spread(tops: list<real>, heights: list<real>, end: real): list<real> {
        const order = Array.from(tops, (top, at) => at).sort((a, b) => tops[a] - tops[b] || b - a);
        const keep = group => Math.max(0, Math.min(end - group.height, group.wish / group.boxes.length));
        let groups = [];
        for (const at of order) {
            let group = {
                boxes: [at],
                wish: tops[at],
                height: heights[at]
            };
            while (groups.length > 0 && keep(groups[groups.length - 1]) + groups[groups.length - 1].height > keep(group)) {
                const upper = groups.pop();
                group.wish = upper.wish + group.wish - upper.height * group.boxes.length;
                group.boxes = upper.boxes.concat(group.boxes);
                group.height += upper.height;
            }
            groups.push(group);
        }
        let found = Array.from(tops);
        for (const group of groups) {
            let edge = keep(group);
            for (const at of group.boxes) {
                found[at] = edge;
                edge += heights[at];
            }
        }
        return found;
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
}
