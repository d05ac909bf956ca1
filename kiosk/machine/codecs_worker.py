"""Looks what FFmpeg decodes, and prints it.

`python -m kiosk.machine.codecs_worker FOLDER`, with FFmpeg's libraries in the folder.

The functions are those of FFmpeg's libavcodec/codec.h and libavutil/hwcontext.h.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from kiosk.machine.codecs import Codecs

DECODERS: Final = {
    "H.264": "h264",
    "VP9": "vp9",
    "VP8": "vp8",
    "HEVC": "hevc",
    "AAC": "aac",
    "Opus": "opus",
    "Vorbis": "vorbis",
}
"""What films in WebM and MP4 are made of, by the names of FFmpeg's decoders."""
HARDWARE: Final = {"vaapi": "VA-API", "vdpau": "VDPAU", "cuda": "NVDEC"}
"""What Qt lets a graphics card decode through, by FFmpeg's names."""


def main(folder: Path) -> None:
    """Print what is decoded as JSON."""
    avcodec, avutil = _load(folder, "avcodec"), _load(folder, "avutil")
    avcodec.avcodec_find_decoder_by_name.restype = ctypes.c_void_p
    known = {name: bool(avcodec.avcodec_find_decoder_by_name(decoder.encode())) for name, decoder in DECODERS.items()}
    found = Codecs(
        tuple(name for name, there in known.items() if there),
        tuple(name for name, there in known.items() if not there),
        tuple(_hardware(avutil)),
    )
    sys.stdout.buffer.write(msgspec.json.encode(found))


def _hardware(avutil: ctypes.CDLL) -> Iterator[str]:
    """Yield through what a graphics card can be reached that decodes."""
    avutil.av_hwdevice_get_type_name.restype = ctypes.c_char_p
    kind = avutil.av_hwdevice_iterate_types(0)
    while kind:
        name = HARDWARE.get(avutil.av_hwdevice_get_type_name(kind).decode())
        context = ctypes.c_void_p()
        if name and avutil.av_hwdevice_ctx_create(ctypes.byref(context), kind, None, None, 0) == 0:
            yield name
        kind = avutil.av_hwdevice_iterate_types(kind)


def _load(folder: Path, name: str) -> ctypes.CDLL:
    """Load a library of FFmpeg; of what it stands on, only what is called is looked for."""
    return ctypes.CDLL(str(next(folder.glob(f"lib{name}.so.[0-9][0-9]"))), mode=os.RTLD_LAZY)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
