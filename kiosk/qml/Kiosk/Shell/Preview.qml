pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.View

// The preview's window: the content as on a screen of a certain format, made smaller as a whole, and what is to say
// about it in letters of the window's own size.
Window {
    id: window

    required property AppView app
    required property PreviewView preview
    readonly property real fit: Math.min(width / preview.formatWidth, height / preview.formatHeight)

    // What is said about the content keeps its size in the window, whatever the tokens are made for.
    readonly property real lettering: Math.max(Theme.previewTextPx, Math.min(width, height) * Theme.previewTextPart) / Theme.body.pixelSize

    color: Theme.shade
    title: preview.blank ? "kiosk preview" : app.home.title + " – kiosk preview"

    Binding {
        property: "keepsPictures"
        target: Theme
        value: true
    }
    Item {
        id: stage

        clip: true
        height: window.preview.formatHeight
        scale: window.fit
        transformOrigin: Item.TopLeft
        width: window.preview.formatWidth
        x: (window.width - width * window.fit) / 2
        y: (window.height - height * window.fit) / 2

        Item {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: Theme.mirrored
            anchors.fill: parent
            focus: true
            opacity: window.preview.blank ? 0 : 1

            Scenes {
                anchors.fill: parent
                app: window.app
                farsighted: false
                focus: true
            }
        }
    }
    Item {
        height: window.height / scale
        scale: window.lettering
        transformOrigin: Item.TopLeft
        width: window.width / scale

        PlainText {
            anchors.centerIn: parent
            color: Theme.pictureQuiet
            font: Theme.lead
            text: "Reading the bundle…"
            visible: window.preview.blank && window.preview.errors === 0
        }
        PreviewFaults {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            maximumHeight: parent.height
            view: window.preview
            visible: window.preview.errors > 0
        }
        Row {
            anchors.margins: Theme.space2
            anchors.right: parent.right
            anchors.top: parent.top
            layoutDirection: Qt.RightToLeft
            spacing: Theme.space2

            PreviewBadge {
                text: window.preview.warned
                visible: window.preview.warnings > 0
            }
            PreviewBadge {
                text: window.preview.note
                visible: window.preview.note !== ""
            }
        }
        PreviewHelp {
            anchors.centerIn: parent
            view: window.preview
            visible: window.preview.help
        }
    }
}
