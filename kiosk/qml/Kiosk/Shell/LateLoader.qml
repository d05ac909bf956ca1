pragma ComponentBehavior: Bound

import QtQuick

// Loads a file when it is `wanted`, and gives it its one required property: `given`, under the name `name`. What is
// named by file and not by type is neither read nor compiled before that.
Loader {
    id: root

    required property string file
    required property QtObject given
    required property string name
    required property bool wanted

    // Whether it may be made beside what is shown.
    property bool beside: false

    // WORKAROUND(Qt 6.11): a loader never lets go of an object that it was handed with a source, so it is always the same.
    property var handed: null

    // Makes what is wanted, unless it is there.
    function fill() {
        if (!wanted || status !== Loader.Null)
            return;
        asynchronous = beside;
        if (handed?.[name] !== given)
            handed = {
                [name]: given
            };
        setSource(file, handed);
    }

    // Makes the rest at once. A loader that is told to hurry while it still reads the file forgets what it was given, so
    // it begins again then.
    function finish() {
        if (status === Loader.Loading) {
            source = "";
            beside = false;
            fill();
        }
        asynchronous = false;
    }

    // Takes down what is there.
    function empty() {
        source = "";
    }

    Component.onCompleted: fill()
    onBesideChanged: {
        if (!beside)
            finish();
    }
    onWantedChanged: wanted ? fill() : empty()
}
