pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Screens
import Kiosk.View

// The pages of a visit. Those that a visitor is likely to open next are made ahead, while nobody is there.
Item {
    id: root

    required property AppView app
    property bool ahead: false
    property bool hurried: false

    // Grows the tapped picture into the page that it opens.
    function openSector(sectorId: string, picture: Item) {
        app.openSector(sectorId);
        const page = sector.item as SectorScreen;
        if (page && Theme.riseMs > 0)
            hero.grow(picture, page.picture.mapToItem(root, 0, 0, page.pictureWidth, page.pictureHeight));
    }

    PageLoader {
        id: home

        current: root.app.page === "home"
        hurried: root.hurried
        kept: root.ahead

        sourceComponent: HomeScreen {
            bottomInset: Theme.barHeight
            view: root.app.home

            onSectorChosen: (sectorId, picture) => root.openSector(sectorId, picture)
        }
    }
    PageLoader {
        id: sector

        current: root.app.page === "sector"

        sourceComponent: SectorScreen {
            bottomInset: Theme.barHeight
            view: root.app.sector

            onFilmChosen: filmId => root.app.openFilm(filmId)
            onSectorChosen: sectorId => root.app.openSector(sectorId)
        }
    }
    PageLoader {
        current: root.app.page === "statistics"
        hurried: root.hurried
        kept: root.ahead

        sourceComponent: StatisticsScreen {
            bottomInset: Theme.barHeight
            view: root.app.statistics
        }
    }
    PageLoader {
        current: root.app.page === "videos"
        hurried: root.hurried
        kept: root.ahead

        sourceComponent: VideosScreen {
            bottomInset: Theme.barHeight
            view: root.app.videos

            onFilmChosen: filmId => root.app.openFilm(filmId)
        }
    }
    PageLoader {
        current: root.app.page === "film"

        sourceComponent: FilmScreen {
            bottomInset: Theme.barHeight
            film: root.app.videos.film
            muted: root.app.muted
            volume: root.app.volume

            onBrokenNoted: why => root.app.filmBroken(film.filmId, why)
            onNextChosen: root.app.openNextFilm()
            onPlayingNoted: playing => root.app.playingChanged(playing)
            onSoundToggled: root.app.toggleSound()
            onWatchedNoted: (filmId, share) => root.app.filmWatched(filmId, share)
        }
    }
    Hero {
        id: hero

        arrived: (sector.item as SectorScreen)?.pictureReady ?? false
        wanted: sector.current
        z: 2
    }
}
