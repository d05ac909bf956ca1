pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// A value written in a chart: its line is just as high as its font.
PlainText {
    lineHeight: 1
    lineHeightMode: Text.ProportionalHeight
}
