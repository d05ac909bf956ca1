pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The tokens that everything is drawn with. The booth gives the first group, all of which comes from the bundle, the
// screen and the visitor's access modes (`ThemeView.tokens`); nothing else is set from outside.
QtObject {
    property real unit
    property real touchUnit
    property int rotation
    property bool portrait
    property bool mirrored
    property bool calm
    property bool still
    property bool dark
    property real radiusMm
    property color shade
    property color ground
    property color surface
    property color raised
    property color line
    property color text
    property color quiet
    property color accent
    property color accentText
    property color focus
    property font small
    property font body
    property font strong
    property font lead
    property font title
    property font headline
    property font display
    property font number
    property font countdown
    property real lineHeight

    // Whether pictures that are on the screen serve again where they come next: a preview makes each page many times.
    property bool keepsPictures: false

    // Text over pictures: the same in every mode, since pictures do not change with it.
    readonly property color pictureText: "#FFFFFF"
    readonly property color pictureQuiet: "#E4E8F0"
    readonly property color paper: "#FFFFFF"
    readonly property color ink: "#10151F"
    readonly property color clear: "transparent"

    // The traffic light of the staff's panel.
    readonly property color good: "#2FB37A"
    readonly property color warn: "#F2B134"
    readonly property color bad: "#E5432D"

    // Round the content of a preview: mistakes, the line as it was written, and how large letters are in the window.
    readonly property color fault: "#FF7A66"
    readonly property font written: Qt.font({
        family: "monospace",
        pixelSize: body.pixelSize
    })
    readonly property int previewTextPx: 14
    readonly property real previewTextPart: 0.022

    // Lines of a headline stand closer than running text; scripts with tall glyphs keep their distance.
    readonly property real tightLineHeight: lineHeight - 0.25
    readonly property real numberLineHeight: 1.16

    // Spaces, from a hair to a room.
    readonly property real space1: mm(1)
    readonly property real space2: mm(2)
    readonly property real space3: mm(3)
    readonly property real space4: mm(4.5)
    readonly property real space5: mm(6.5)
    readonly property real space6: mm(9.5)
    readonly property real space7: mm(14)
    readonly property real space8: mm(20)
    readonly property real margin: mm(13.5)
    readonly property real radius: mm(radiusMm)
    readonly property real hairline: Math.max(1, mm(0.25))
    readonly property real ring: mm(0.9)
    readonly property real primaryTarget: 20 * touchUnit
    readonly property real target: Math.max(44, 15 * touchUnit)
    readonly property real barHeight: 20 * touchUnit
    readonly property real textWidth: body.pixelSize * 31

    // How much of a picture shows where it only fills the room beside a film.
    readonly property real backdrop: 0.3

    // Times in milliseconds. Calm motion leaves a short fade, pictures of the pages leave nothing.
    readonly property int pressMs: still ? 0 : 80
    readonly property int fadeMs: still ? 0 : calm ? 120 : 220
    readonly property int stayMs: fadeMs > 0 ? fadeMs + 400 : 0
    readonly property int growMs: still ? 0 : calm ? 120 : 300
    readonly property int riseMs: still || calm ? 0 : 260
    readonly property int staggerMs: still || calm ? 0 : 40
    readonly property int staggerMost: 12
    readonly property int countMs: still || calm ? 0 : 800
    readonly property int crossfadeMs: still ? 0 : 500
    readonly property int driftMs: 20000
    readonly property int callMs: 3200
    readonly property int brokenMs: 5000

    // While the booth is closed: how bright its title is, and how many steps of which length lead it across and down.
    readonly property real restLevel: 0.55
    readonly property int restMs: 1000
    readonly property int restAcross: 3121
    readonly property int restDown: 2003
    readonly property real pressedScale: calm ? 1 : 0.98
    readonly property real risePx: mm(4)
    readonly property real drift: still || calm ? 0 : 0.06

    // Returns `millimetres` in pixels.
    function mm(millimetres: real): real {
        return millimetres * unit;
    }

    // Returns `colour` with the opacity `alpha`.
    function faded(colour: color, alpha: real): color {
        return Qt.rgba(colour.r, colour.g, colour.b, alpha);
    }
}
