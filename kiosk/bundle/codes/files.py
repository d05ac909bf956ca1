"""K4: files and media."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

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
        "The ending of the name says one kind of picture, the content is another. Programs that trust the name would "
        "fail.",
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
        "Not even the first frame can be decoded on this machine: the file is damaged, or its coding is unknown here.",
        "Save it again as WebM (VP9) or MP4 (H.264).",
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
)

FAMILY: Final = Family(
    4,
    "Files and media",
    "Pictures, films and captions: whether they are there, and whether the booth can show them.",
    _CODES,
)
