pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The interface's own icons: outlines on a 24 x 24 grid, drawn with one stroke width.
QtObject {
    readonly property string home: "M4 11 L12 4 L20 11 M6 9.5 V20 H10 V14.5 H14 V20 H18 V9.5"
    readonly property string back: "M20 12 H5 M11 5.5 L4.5 12 L11 18.5"
    readonly property string next: "M4 12 H19 M13 5.5 L19.5 12 L13 18.5"
    readonly property string statistics: "M4 20 H20 M6.5 20 V13 M12 20 V5 M17.5 20 V9"
    readonly property string films: "M4 6 H20 V18 H4 Z M10.2 9.3 L15 12 L10.2 14.7 Z"
    readonly property string language: "M12 3.5 A8.5 8.5 0 1 0 12 20.5 A8.5 8.5 0 1 0 12 3.5 M3.5 12 H20.5 M12 3.5 C7.5 8.5 7.5 15.5 12 20.5 C16.5 15.5 16.5 8.5 12 3.5"
    readonly property string play: "M7.5 4.5 L19.5 12 L7.5 19.5 Z"
    readonly property string pause: "M8 5 V19 M16 5 V19"
    readonly property string replay: "M5 12 A7 7 0 1 0 7.5 6.6 M8 2.8 L7.3 6.9 L11.4 7.6"
    readonly property string sound: "M4 9.5 H7.5 L12 5.5 V18.5 L7.5 14.5 H4 Z M15 9 A4.2 4.2 0 0 1 15 15 M17.5 6.5 A7.8 7.8 0 0 1 17.5 17.5"
    readonly property string muted: "M4 9.5 H7.5 L12 5.5 V18.5 L7.5 14.5 H4 Z M15.5 9.5 L20.5 14.5 M20.5 9.5 L15.5 14.5"
    readonly property string captions: "M3.5 5.5 H20.5 V18.5 H3.5 Z M10 10.5 A2.2 2.2 0 1 0 10 13.5 M17 10.5 A2.2 2.2 0 1 0 17 13.5"
    readonly property string close: "M5.5 5.5 L18.5 18.5 M18.5 5.5 L5.5 18.5"
    readonly property string check: "M4.5 12.5 L10 18 L19.5 6.5"
    readonly property string up: "M12 19 V6 M6 11.5 L12 5.5 L18 11.5"
    readonly property string down: "M12 5 V18 M6 12.5 L12 18.5 L18 12.5"
    readonly property string warning: "M12 4 L21 19.5 H3 Z M12 10 V14 M12 16.6 V17"

    // One of many in a pictogram, on half the grid: 12 wide.
    readonly property string person: "M6 0 A4.5 4.5 0 1 0 6 9 A4.5 4.5 0 1 0 6 0 Z M6 11 C2 11 0 13.6 0 17 V22 Q0 24 2 24 H10 Q12 24 12 22 V17 C12 13.6 10 11 6 11 Z"
    readonly property string personOutline: "M6 0.7 A3.8 3.8 0 1 0 6 8.3 A3.8 3.8 0 1 0 6 0.7 Z M6 11.7 C2.4 11.7 0.7 14 0.7 17 V22 Q0.7 23.3 2 23.3 H10 Q11.3 23.3 11.3 22 V17 C11.3 14 9.6 11.7 6 11.7 Z"
}
