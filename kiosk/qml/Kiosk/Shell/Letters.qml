pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Letters that are drawn before anybody reads them: under everything, and in the colour of the ground.
PlainText {
    Accessible.ignored: true
    color: Theme.ground
    width: Theme.textWidth
    wrapMode: Text.WrapAnywhere
    z: -1
}
