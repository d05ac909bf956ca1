pragma ComponentBehavior: Bound

import QtGraphs
import Kiosk.Theme

// Qt Graphs without its own look: no ground, no grid, no labels.
GraphsTheme {
    backgroundVisible: false
    borderWidth: 0
    gridVisible: false
    labelBackgroundVisible: false
    labelBorderVisible: false
    labelsVisible: false
    plotAreaBackgroundColor: Theme.clear
    plotAreaBackgroundVisible: false
}
