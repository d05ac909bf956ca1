pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A part of the screen that lights up once it was touched.
Rectangle {
    property bool felt: false

    border.color: Theme.line
    border.width: Theme.hairline
    color: felt ? Theme.good : Theme.ground
}
