pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A round light: 0 green, 1 amber, 2 red; quiet where nothing is known.
Rectangle {
    required property int light

    color: [Theme.good, Theme.warn, Theme.bad][light] ?? Theme.quiet
    height: width
    radius: width / 2
}
