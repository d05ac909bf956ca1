pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Lays its children out in rows of unequal weight: every row as wide as the place, every child by its weight.
Item {
    id: root

    required property list<int> weights
    property int rows: 2
    property real spacing: Theme.space2
    readonly property list<rect> places: layOut(weights, rows, width, height, spacing)

    // Returns the place of child `index`, mirrored where reading runs from right to left.
    function placeAt(index: int): rect {
        const place = index < places.length ? places[index] : Qt.rect(0, 0, 0, 0);
        return Theme.mirrored ? Qt.rect(width - place.x - place.width, place.y, place.width, place.height) : place;
    }

    // Returns a place per weight. Children keep their order; rows take about the same sum of weights.
    function layOut(weights: list<int>, rows: int, width: real, height: real, spacing: real): list<rect> {
        const shares = weights.map(weight => 1 + (weight - 1) * 0.5);
        const places = [];
        let first = 0;
        let rest = shares.reduce((sum, share) => sum + share, 0);
        const lines = [];
        for (let row = 0; row < rows && first < shares.length; row++) {
            const target = rest / (rows - row);
            let last = first;
            let sum = shares[first];
            while (last + 1 < shares.length - (rows - row - 1) && Math.abs(sum + shares[last + 1] - target) <= Math.abs(sum - target))
                sum += shares[++last];
            if (row === rows - 1) {
                last = shares.length - 1;
                sum = rest;
            }
            lines.push({
                first: first,
                last: last,
                sum: sum
            });
            rest -= sum;
            first = last + 1;
        }
        const high = (height - spacing * (lines.length - 1)) / Math.max(1, lines.length);
        lines.forEach((line, row) => {
            const wide = width - spacing * (line.last - line.first);
            let x = 0;
            for (let index = line.first; index <= line.last; index++) {
                const share = wide * shares[index] / line.sum;
                places.push(Qt.rect(x, row * (high + spacing), share, high));
                x += share + spacing;
            }
        });
        return places;
    }
}
