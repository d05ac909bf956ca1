"""A bundle as bytes and back: the same bundle, read piece by piece, and never from damaged bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.author.compile.compile import compile_bundle
from kiosk.bundle import contents
from kiosk.bundle.index import KINDS, MAGIC, StoredBlocks, read_bundle, stored, write_bundle
from kiosk.bundle.model import (
    Bundle,
    Chart,
    Film,
    Gallery,
    GalleryItem,
    Language,
    Link,
    Page,
    Paragraph,
    Picture,
    Point,
    Prose,
    Quote,
    Sector,
    Series,
    Stat,
    Theme,
)

names = st.text(min_size=1, max_size=8)
said = st.dictionaries(st.sampled_from(["", "de", "zh_Hans"]), st.text(max_size=20), max_size=3)
numbers = st.floats(allow_nan=False)
pictures = st.builds(Picture, src=said, alt=said, width=st.integers(0, 9999), height=st.integers(0, 9999))
points = st.builds(Point, label=said, value=numbers, highlight=st.booleans())
series = st.builds(Series, name=said, points=st.lists(points, max_size=3).map(tuple))
blocks = st.one_of(
    st.builds(Stat, id=names, value=numbers, label=said, change=st.none() | numbers, note=said),
    st.builds(Chart, id=names, shape=st.just("bar"), title=said, series=st.lists(series, max_size=2).map(tuple)),
    st.builds(
        Film,
        id=names,
        src=said,
        poster=pictures,
        title=said,
        seconds=numbers,
        width=st.just(1),
        height=st.just(1),
        has_sound=st.booleans(),
    ),
    st.builds(
        Prose,
        id=names,
        paragraphs=st.lists(st.builds(Paragraph, style=st.just("body"), text=said), max_size=3).map(tuple),
    ),
    st.builds(Quote, id=names, text=said, who=said, paraphrase=st.booleans()),
    st.builds(
        Gallery,
        id=names,
        items=st.lists(st.builds(GalleryItem, picture=pictures, caption=said), max_size=2).map(tuple),
    ),
    st.builds(Link, id=names, url=names, label=said),
)
some_blocks = st.lists(blocks, max_size=5).map(tuple)
sectors = st.builds(
    Sector,
    id=names,
    title=said,
    summary=said,
    cover=pictures,
    colour=names,
    weight=st.integers(1, 3),
    blocks=some_blocks,
)
pages = st.builds(Page, title=said, picture=st.none() | pictures, blocks=some_blocks)
bundles = st.builds(
    Bundle,
    title=said,
    call=said,
    languages=st.just((Language(code="en", tag="en", name="English", direction="ltr", script="Latn"),)),
    theme=st.just(Theme()),
    attract=st.just(()),
    sectors=st.lists(sectors, max_size=4).map(tuple),
    statistics=pages,
    videos=pages,
)


@given(bundles)
@settings(max_examples=60, deadline=None)
def test_what_is_read_is_what_was_written(bundle):
    data = write_bundle(bundle)
    read = read_bundle(data)
    assert read == bundle
    assert bundle == read
    assert write_bundle(read) == data


@given(bundles)
@settings(max_examples=60, deadline=None)
def test_what_a_bundle_holds_is_told_without_its_blocks(bundle):
    """The films, the numbers, their kinds and sectors."""
    read = stored(bundle)
    pages = [(page.blocks, None) for page in (bundle.videos, bundle.statistics)]
    (videos, statistics), sectors = pages, [(sector.blocks, sector) for sector in bundle.sectors]
    films = [(block, of) for blocks, of in (videos, *sectors) for block in blocks if isinstance(block, Film)]
    numbers = [(block, of) for blocks, of in sectors for block in blocks if isinstance(block, Stat | Chart)]
    numbers = [*((block, None) for block in statistics[0]), *numbers]
    assert list(contents.film_ids(read)) == [block.id for block, _ in films]
    for rows, told in ((films, contents.all_films(read)), (numbers, contents.all_numbers(read))):
        assert list(told) == rows
        assert [told.kind(at) for at in range(len(told))] == [str(b.__struct_config__.tag) for b, _ in rows]
        owners = [at for at, sector in enumerate(bundle.sectors) if any(of is sector for _, of in rows)]
        assert told.sectors() == owners
        for at in owners:
            assert list(told.of_sector(at)) == [row for row in rows if row[1] is bundle.sectors[at]]
    ids = [sector.id for sector in bundle.sectors]
    assert [contents.sector_row(read, id) for id in ids] == [ids.index(id) for id in ids]
    assert contents.sector_row(read, "\x00 no such sector") is None


@pytest.fixture
def data(booth):
    return write_bundle(compile_bundle(booth.folder))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:9],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: b"{}" + data,
        lambda data: data.replace(b"Test booth", b"Best tooth"),
        lambda data: MAGIC + bytes(8),
    ],
)
def test_damaged_bytes_are_refused(data, spoil):
    assert spoil(data) != data
    with pytest.raises(ValueError, match=r"index|truncated|Input|data"):
        read_bundle(spoil(data))


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_no_byte_can_change_unseen(choice):
    data = bytearray(write_bundle(choice.draw(bundles)))
    at = choice.draw(st.integers(0, len(data) - 1))
    data[at] ^= choice.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="index"):
        read_bundle(bytes(data))


def test_a_start_reads_no_block(data, monkeypatch):
    """Titles, sectors, kinds and ids are there before any block has been decoded."""
    bundle = read_bundle(data)
    monkeypatch.setattr(StoredBlocks, "_read", lambda *_: pytest.fail("a block was read"))
    assert bundle.title
    assert [sector.id for sector in bundle.sectors]
    assert len(contents.all_numbers(bundle)) > 0
    assert contents.film_ids(bundle)
    blocks = bundle.sectors[0].blocks
    assert isinstance(blocks, StoredBlocks)
    assert {KINDS[kind] for kind in blocks.kinds}


def test_blocks_are_a_sequence(data):
    blocks = read_bundle(data).sectors[0].blocks
    assert blocks[-1] == blocks[len(blocks) - 1] == tuple(blocks)[-1]
    assert blocks[1:] == tuple(blocks)[1:]
    assert blocks != list(blocks)[:-1]
    other: object = 3
    assert blocks != other
    with pytest.raises(IndexError):
        blocks[len(blocks)]
    sector = read_bundle(data).sectors[0]
    assert replace(sector, blocks=()) != sector
