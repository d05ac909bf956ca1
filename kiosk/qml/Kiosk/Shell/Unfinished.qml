pragma ComponentBehavior: Bound
pragma Singleton

import QtQuick
import Kiosk.Blocks

// Charts, and rows of a list that are not seen yet, are made beside the page that holds them, and Qt warns when such a
// page goes first.
QtObject {
    id: root

    // Lets go of everything in `item` that may still be being made.
    function giveUp(item: Item) {
        for (const child of item.children) {
            const chart = child as ChartBlock;
            const list = child as ListView;
            if (chart)
                chart.giveUp();
            else
                root.giveUp(child as Item);
            const grid = child as GridView;
            if (list)
                list.model = null;
            if (grid)
                grid.model = null;
        }
    }
}
