pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Controls

Item {
    id: root

    readonly property url file: Qt.resolvedUrl("../../assets/home.jpg")

    height: 300
    width: 400

    Component {
        id: made

        Photo {
            height: 90
            source: root.file
            width: 160
        }
    }
    TestCase {
        name: "Photo"
        when: windowShown

        function make(given) {
            return createTemporaryObject(made, root, given) as Photo;
        }

        function test_it_loads_beside_the_interface_and_then_stands_over_the_surface() {
            const photo = make({});
            const [surface, image] = photo.children;
            verify(photo.loading);
            verify(!photo.ready);
            verify(surface.visible);
            compare(surface.color, Theme.surface);
            compare(image.opacity, 0);
            let uncovered = -1;
            surface.visibleChanged.connect(() => uncovered = image.opacity);
            tryVerify(() => !surface.visible);
            compare(uncovered, 1);
            verify(photo.ready);
            verify(!photo.loading);
        }

        function test_an_immediate_one_is_just_there() {
            const photo = make({ immediate: true, source: "" });
            const [surface, image] = photo.children;
            verify(surface.visible);
            photo.source = root.file;
            verify(photo.ready);
            compare(image.opacity, 1);
            verify(!surface.visible);
        }

        function test_one_that_does_not_fade_is_there_once_it_is_loaded() {
            const photo = make({ fades: false });
            const image = photo.children[1];
            let first = -1;
            image.opacityChanged.connect(() => first = first < 0 ? image.opacity : first);
            tryVerify(() => photo.ready);
            tryCompare(image, "opacity", 1);
            compare(first, 1);
        }

        function test_a_broken_one_leaves_the_surface() {
            ignoreWarning(/Cannot open.*nothing\.jpg/);
            const photo = make({ source: Qt.resolvedUrl("nothing.jpg") });
            const [surface, image] = photo.children;
            tryVerify(() => image.status === Image.Error);
            verify(!photo.ready);
            verify(!photo.loading);
            verify(surface.visible);
            compare(image.opacity, 0);
        }

        function test_nothing_is_decoded_for_no_place() {
            const photo = make({ width: 0 });
            verify(!photo.loading);
            photo.width = 160;
            verify(photo.loading);
        }

        function test_it_is_decoded_at_its_size_and_covers_its_place_data() {
            return [
                { tag: "wide", width: 160, height: 90, decoded: 160 },
                { tag: "a strip", width: 160, height: 40, decoded: 160 },
                { tag: "tall", width: 90, height: 160, decoded: 285 }
            ];
        }

        function test_it_is_decoded_at_its_size_and_covers_its_place(row) {
            const photo = make({ immediate: true, width: row.width, height: row.height });
            const image = photo.children[1];
            compare(image.implicitWidth, row.decoded);
            verify(image.implicitHeight >= row.height);
            compare(image.fillMode, Image.PreserveAspectCrop);
        }

        function test_what_is_shown_larger_stays_in_its_place() {
            const photo = make({ zoom: 1.5 });
            verify(photo.clip);
            compare(photo.children[1].scale, 1.5);
            verify(!make({}).clip);
        }

        function test_only_what_is_described_is_read_data() {
            return [{ tag: "decoration", alt: "" }, { tag: "picture", alt: "The gorge in autumn" }];
        }

        function test_only_what_is_described_is_read(row) {
            const photo = make({ alt: row.alt });
            compare(photo.Accessible.ignored, row.alt === "");
            compare(photo.Accessible.name, row.alt);
            compare(photo.Accessible.role, Accessible.Graphic);
        }
    }
}
