pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.View

// The content on the screen, and under it the one that comes: the old picture stays, whole, until the new one is ready.
Item {
    id: root

    required property AppView app
    property bool farsighted: true
    property bool awake: false
    property Scene shown: null
    property Scene coming: null

    // Makes the scene of `app`; the first one is shown at once.
    function make() {
        if (coming)
            remove(coming);
        coming = scene.createObject(root, {
            app: app,
            z: -1
        }) as Scene;
        if (!shown)
            show();
    }

    // Shows what comes instead of what is there.
    function show() {
        const gone = shown;
        shown = coming;
        coming = null;
        shown.z = 0;
        shown.focus = true;
        if (gone)
            remove(gone);
    }
    function remove(gone: Scene) {
        gone.hurry();
        gone.visible = false;
        gone.destroy();
    }

    Component.onCompleted: make()
    onAppChanged: {
        if (shown)
            make();
    }

    Component {
        id: scene

        Scene {
            id: made

            ahead: root.awake && root.farsighted && root.shown === made && made.app.cleared
            anchors.fill: parent
            moving: root.awake && root.shown === made
        }
    }
    Connections {
        function onArrived() {
            if (root.coming)
                root.show();
        }
        function onFirstPictureShown() {
            root.awake = true;
        }

        target: root.app
    }
}
