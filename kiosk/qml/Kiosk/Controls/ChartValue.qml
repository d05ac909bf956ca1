pragma ComponentBehavior: Bound

import QtQuick

// A value written in a chart: its line is just as high as its font.
PlainText {
    lineHeight: 1
    lineHeightMode: Text.ProportionalHeight
}
