pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The largest of the theme's fonts in which every one of `texts` is at most `room` wide.
QtObject {
    id: root

    required property list<string> texts
    required property real room
    // Where the search begins: 0 number, 1 display, 2 headline, 3 title, 4 lead, 5 body, 6 small.
    property int first: 2
    // Whether the texts may be wrapped: then it is their words that have to fit.
    property bool wrapped: false
    readonly property list<FontMetrics> sizes: [
        FontMetrics {
            font: Theme.number
        },
        FontMetrics {
            font: Theme.display
        },
        FontMetrics {
            font: Theme.headline
        },
        FontMetrics {
            font: Theme.title
        },
        FontMetrics {
            font: Theme.lead
        },
        FontMetrics {
            font: Theme.body
        },
        FontMetrics {
            font: Theme.small
        }
    ]
    readonly property list<real> widths: Array.from(sizes, size => widest(size, wrapped ? words(texts) : texts))
    readonly property int step: chosen()
    readonly property bool fits: widths[step] <= room
    readonly property real textWidth: widths[step]
    readonly property real lineHeight: Math.ceil(sizes[step].height)
    readonly property font font: sizes[step].font

    // Returns the width of the widest of `lines` in the font of `size`, with some pixels for rounding.
    // It asks for the font, since what is bound to it does not follow what a method of the metrics reads.
    function widest(size: FontMetrics, lines: list<string>): real {
        return size.font.pixelSize === 0 ? 0 : lines.reduce((most, line) => Math.max(most, size.advanceWidth(line)), 0) + 2;
    }

    // Returns the words that `lines` may be broken into; Chinese and Japanese break anywhere.
    function words(lines: list<string>): list<string> {
        return Array.from(lines).join(" ").replace(/[\u2e80-\u9fff\uff00-\uffef]/g, "$& ").split(/\s+/).filter(word => word !== "");
    }

    // Returns the first step at which the texts fit, or the last.
    function chosen(): int {
        const step = widths.findIndex((width, at) => at >= first && width <= room);
        return step < 0 ? widths.length - 1 : step;
    }
}
