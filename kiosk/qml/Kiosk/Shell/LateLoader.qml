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

    // Makes what is wanted, unless it is there.
    function fill() {
        if (wanted && status === Loader.Null)
            setSource(file, {
                [name]: given
            });
    }

    // Takes down what is there.
    function empty() {
        source = "";
    }

    Component.onCompleted: fill()
    onWantedChanged: wanted ? fill() : empty()
}
