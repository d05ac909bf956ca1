pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The tapped picture, growing into the page that it opens; it goes as soon as the page's own picture is there, or the
// visitor is somewhere else.
ShaderEffectSource {
    id: root

    required property bool arrived
    required property bool wanted
    property rect target

    // Grows `picture` from where it is to `place`, in this item's parent.
    function grow(picture: Item, place: rect) {
        const from = picture.mapToItem(parent, 0, 0, picture.width, picture.height);
        sourceItem = picture;
        scheduleUpdate();
        growth.stop();
        x = from.x;
        y = from.y;
        width = from.width;
        height = from.height;
        target = place;
        opacity = 1;
        visible = true;
        fading.stop();
        growth.start();
    }

    // Leaves at once.
    function leave() {
        growth.stop();
        fading.stop();
        visible = false;
        sourceItem = null;
    }

    live: false
    visible: false

    onArrivedChanged: {
        if (arrived && !growth.running)
            fading.start();
    }
    onWantedChanged: {
        if (!wanted)
            leave();
    }

    ParallelAnimation {
        id: growth

        onFinished: {
            if (root.arrived)
                fading.start();
        }

        NumberAnimation {
            duration: Theme.growMs
            easing.type: Easing.OutCubic
            property: "x"
            target: root
            to: root.target.x
        }
        NumberAnimation {
            duration: Theme.growMs
            easing.type: Easing.OutCubic
            property: "y"
            target: root
            to: root.target.y
        }
        NumberAnimation {
            duration: Theme.growMs
            easing.type: Easing.OutCubic
            property: "width"
            target: root
            to: root.target.width
        }
        NumberAnimation {
            duration: Theme.growMs
            easing.type: Easing.OutCubic
            property: "height"
            target: root
            to: root.target.height
        }
    }
    SequentialAnimation {
        id: fading

        onFinished: root.leave()

        PauseAnimation {
            duration: Theme.fadeMs
        }
        NumberAnimation {
            duration: Theme.pressMs
            property: "opacity"
            target: root
            to: 0
        }
    }
}
