pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models

// The delegate for every kind of block.
DelegateChooser {
    id: root

    property real available: 400

    signal filmChosen(filmId: string)

    role: "kind"

    DelegateChoice {
        roleValue: "stat"

        StatBlock {
            width: root.available
        }
    }
    DelegateChoice {
        roleValue: "chart"

        ChartBlock {
            width: root.available
        }
    }
    DelegateChoice {
        roleValue: "video"

        FilmBlock {
            width: root.available

            onChosen: filmId => root.filmChosen(filmId)
        }
    }
    DelegateChoice {
        roleValue: "text"

        ProseBlock {
            width: root.available
        }
    }
    DelegateChoice {
        roleValue: "quote"

        QuoteBlock {
            width: root.available
        }
    }
    DelegateChoice {
        roleValue: "gallery"

        GalleryBlock {
            width: root.available
        }
    }
    DelegateChoice {
        roleValue: "link"

        LinkBlock {
            width: root.available
        }
    }
    DelegateChoice {
        roleValue: "contact"

        ContactBlock {
            width: root.available
        }
    }
}
