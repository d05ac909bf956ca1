pragma ComponentBehavior: Bound
pragma Singleton

import QtQuick
import Kiosk.Screens

// Charts are made beside the page that holds them, and Qt warns when such a page goes first.
QtObject {
    id: root

    // Lets go of every chart in `item` that is still being made.
    function giveUp(item: Item) {
        for (const child of item.children) {
            const chart = child as ChartBlock;
            if (chart)
                chart.giveUp();
            else
                root.giveUp(child as Item);
        }
    }
}
