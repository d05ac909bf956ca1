"""K4: files and media."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K401",
        "A file that is not there",
        "The bundle has no file at this path, so there would be nothing to show. Paths begin at the bundle's folder.",
        "Correct the path, or put the file there. The report names the most similar file.",
        "image: assets/covr.jpg",
    ),
    Code(
        "K402",
        "Capital and small letters",
        "The file exists, but its name is written with other capital letters. Windows and macOS take the two for the "
        "same, the booth's Linux does not.",
        "Write the name exactly as the file has it.",
        "image: assets/Cover.JPG",
    ),
    Code(
        "K403",
        "A path that leaves the bundle",
        "A bundle must hold everything that it shows, so that it can be copied to a booth. The path (or a link) leads "
        "elsewhere.",
        "Copy the file into the bundle's `assets` folder, and write its path from there.",
        "image: ../pictures/hill.jpg",
    ),
    Code(
        "K404",
        "An address instead of a file",
        "The booth works without a network: pictures and films are files of the bundle.",
        "Save the file into `assets`, and write its path.",
        "image: https://example.org/hill.jpg",
    ),
    Code(
        "K405",
        "A path that is not written plainly",
        "Paths are written with `/` between folders, without `./`, doubled slashes, backslashes or spaces at their "
        "ends, in up to 1,024 characters.",
        "Write it as the report suggests.",
        "image: assets\\hill.jpg",
    ),
    Code(
        "K406",
        "Not a file",
        "The path leads to a folder, a device or a broken link.",
        "Write the path of a file.",
        "image: assets",
    ),
    Code(
        "K407",
        "A file of the bundle that cannot be read",
        "The file is there, but the system refuses to read it, mostly for lack of permissions.",
        "Make it readable for the account that runs the booth, or copy it again.",
    ),
    Code(
        "K408",
        "A file without content",
        "The file is empty, or only a pointer to the real one, as Git LFS leaves it.",
        "Copy the real file there; with Git LFS, run `git lfs pull`.",
    ),
    Code(
        "K409",
        "Not a picture",
        "The file is used as a picture. What is in it (not its name) shows that it is something else, or a kind of "
        "picture that the booth does not show.",
        "Save it as JPEG, PNG, WebP or SVG.",
        "image: assets/brochure.pdf",
    ),
    Code(
        "K410",
        "Not a film",
        "The file is used as a film. What is in it (not its name) shows that it is something else, or a kind of film "
        "that the booth does not show.",
        "Save it as WebM (VP9) or MP4 (H.264).",
        "video: assets/film.avi",
    ),
    Code(
        "K411",
        "A picture under a wrong name",
        "The name ends in `.svg` and the file is a picture of another kind, or the other way round: drawings and "
        "pictures are read by different programs. A PNG whose name ends in `.jpg` is read all the same.",
        "Rename the file, so that its name ends in what it is.",
    ),
    Code(
        "K412",
        "A long film",
        "The film is longer than 150 seconds. Visitors of exhibitions watch for about two minutes, so few would see "
        "the end.",
        "Make a shorter cut. If it is the main attraction and there are seats, silence the warning.",
        severity="warning",
    ),
    Code(
        "K413",
        "A picture that is too large",
        "Decoding would take more memory than the booth has to spare. A 4K screen has 8 million pixels; a picture may "
        "have 40 million, and 64 MiB as a file.",
        "Scale the picture down and save it again.",
    ),
    Code(
        "K414",
        "A damaged picture",
        "The picture cannot be decoded to its end, often because copying was cut short.",
        "Copy it again, or save it again from the program it came from.",
    ),
    Code(
        "K415",
        "A film that cannot be played",
        "The file ends before the film does, or not even its first frame can be decoded on this machine: it is "
        "damaged, or its coding is unknown here.",
        "Copy the whole file again, or save it again as WebM (VP9) or MP4 (H.264).",
    ),
    Code(
        "K416",
        "A film with too many pixels",
        "The booth could not play it without stutter.",
        "Save it with at most 3840 x 2160 pixels.",
    ),
    Code(
        "K417",
        "An SVG that is more than a drawing",
        "The SVG holds scripts, links, pictures or declarations, or refers to other files. Any of them could show or "
        "read what does not belong to the bundle.",
        "Save it as plain SVG: only shapes, text made into paths, nothing linked.",
        '<image href="photo.jpg"/>',
    ),
    Code(
        "K418",
        "An SVG that is too complicated",
        "So many shapes would make the booth stand still while it draws.",
        "Simplify the drawing, or save it as PNG.",
    ),
    Code(
        "K419",
        "A broken SVG",
        "The file cannot be read as an SVG drawing with a sensible width and height.",
        "Save it again as plain SVG in UTF-8.",
    ),
    Code(
        "K420",
        "Captions without their first line",
        "Captions are WebVTT files, whose first line is `WEBVTT`. Subtitles of another kind (SRT) look similar.",
        "Write `WEBVTT` on the first line and leave the second empty, or convert the file to WebVTT.",
    ),
    Code(
        "K421",
        "Times that make no sense",
        "A caption begins with its times, `00:00:01.000 --> 00:00:04.000`, and ends after it begins.",
        "Correct the times; before the milliseconds stands a point.",
        "00:00:04,000 --> 00:00:01,000",
    ),
    Code(
        "K422",
        "A caption without its text",
        "Under the times stands a text, and after it an empty line. A file needs at least one caption.",
        "Write the text, or take the times out.",
    ),
    Code(
        "K423",
        "A file that is not used",
        "Nothing in `content.yaml` refers to the file. It makes the bundle larger, or somebody forgot to show it.",
        "Take it out of `assets`, or refer to it.",
        severity="warning",
    ),
    Code(
        "K450",
        "A film with sound but without captions",
        "The film can be heard, and nothing of it can be read. A hall is loud, and many visitors hear little or do"
        " not know the language.",
        "Add a WebVTT file per language under `captions`. If nothing is said in the film, silence the warning.",
        "- video: {src: assets/line.webm, ...}",
        severity="warning",
    ),
    Code(
        "K451",
        "Captions that are missing in some languages",
        "The film has captions, but not in every language of the bundle.",
        "Translate the captions of another language; the times stay.",
        "captions: {en: assets/line.en.vtt}",
        severity="warning",
    ),
    Code(
        "K452",
        "A film with too much data",
        "The file is larger than 200 MB, or needs more than 20 Mbit/s. It takes long to open, and more data does "
        "not look better on a screen.",
        "Save it with 8 Mbit/s for 1920 x 1080 pixels, and up to 20 for more.",
        severity="warning",
    ),
    Code(
        "K453",
        "A film that may stutter",
        "It has more pixels a second than 1920 x 1080 at 60 pictures. Small machines do not decode that in time.",
        "Save it with 1920 x 1080 pixels and 60 pictures a second at most. If it runs well on the booth's own "
        "machine, silence the warning.",
        severity="warning",
    ),
    Code(
        "K454",
        "A film in a coding for few machines",
        "AV1 and H.266 are played only where the graphics card knows them; codings made for editing are too large "
        "to be decoded in time.",
        "Save it as MP4 (H.264) or WebM (VP9).",
        severity="warning",
    ),
    Code(
        "K455",
        "A film with unusual colours",
        "It has more than 8 bits a colour, or a format of pixels that graphics cards mostly cannot decode, so that"
        " it stutters or stays black.",
        "Save it with 8 bits a colour, as yuv420p.",
        severity="warning",
    ),
    Code(
        "K456",
        "An interlaced film",
        "Each picture holds two moments, as for old television. On a screen, moving edges look like combs.",
        "Deinterlace it when saving.",
        severity="warning",
    ),
    Code(
        "K457",
        "A poster of another shape than its film",
        "The poster stands where the film will be. With another shape, the picture jumps when the film begins.",
        "Save one frame of the film as its poster.",
        severity="warning",
    ),
    Code(
        "K460",
        "A picture that is too small for its place",
        "Shown across a large screen, it would look blurred. Whole pages take 1600 pixels or more, films 1280, "
        "galleries 800, logos 240.",
        "Take a larger original; do not enlarge the small one. Drawings do best as SVG.",
        "cover: {image: assets/thumbnail.jpg, ...}",
        severity="warning",
    ),
    Code(
        "K461",
        "A picture far larger than any screen",
        "It has more than 3840 pixels on a side. It takes longer to open and more memory than it can show.",
        "Scale it down to 3840 pixels.",
        severity="warning",
    ),
    Code(
        "K462",
        "An animated picture",
        "The booth shows only the first frame of an animated PNG or WebP.",
        "Save it as a film, or as a still picture.",
        severity="warning",
    ),
    Code(
        "K463",
        "A picture that is stored turned",
        "Cameras store pictures as the sensor saw them, with a note how to turn them. The booth shows them as they"
        " are stored.",
        "Open it in a program for pictures, and save it upright.",
        severity="warning",
    ),
    Code(
        "K464",
        "An alternative text that tells nothing",
        "Those who cannot see the picture hear this text. The name of the file or a mark does not help them.",
        "Say in a sentence what one sees.",
        "alt: cover.jpg",
        severity="warning",
    ),
    Code(
        "K465",
        "The same alternative text for different pictures",
        "Those who cannot see the pictures could not tell them apart.",
        "Say what is particular about each.",
        severity="warning",
    ),
    Code(
        "K466",
        "A drawing with letters in it",
        "An SVG only names its fonts. The booth sets its letters in a font of its own where it lacks that one, so they "
        "may look different or run out of the picture; and nobody translates them.",
        "Turn the texts into paths in the drawing program, and say in `alt` what they say.",
        severity="warning",
    ),
    Code(
        "K470",
        "Captions that go on after the film",
        "A caption ends later than its film. Its times are wrong, or the film was cut.",
        "Correct the times.",
        severity="warning",
    ),
    Code(
        "K471",
        "Captions that overlap",
        "One caption begins before the other has ended, and only one is shown at a time.",
        "Let one end before the next begins.",
        severity="warning",
    ),
    Code(
        "K472",
        "A caption that is too long",
        "It has more than 84 letters, which is two full lines; Chinese, Japanese and Korean letters count twice.",
        "Divide it into two captions.",
        severity="warning",
    ),
    Code(
        "K473",
        "A caption that is too fast",
        "It has more than 25 letters for each second that it is shown. Few can read that in time.",
        "Show it longer, or shorten it.",
        severity="warning",
    ),
    Code(
        "K480",
        "A bundle that needs much memory",
        "The largest page with its pictures and films needs more than 1.5 GB, and a small machine has 4 for "
        "everything.",
        "Scale down the largest pictures and films, or give the booth a machine with 8 GB.",
        severity="warning",
    ),
)

FAMILY: Final = Family(
    4,
    "Files and media",
    "Pictures, films and captions: whether they are there, and whether the booth can show them.",
    _CODES,
)
