"""Still pictures as a film that a screen plays over and over; silent, the same bytes each time."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.core.digest import digest
from loaphuong.radio.studio import ffmpeg

if TYPE_CHECKING:
    from collections.abc import Iterable

# Players of screens want a steady rate and the commonest pixels; a still needs few frames, and nothing of what moves.
FRAMES_A_SECOND = 1
STILL = "me=dia:subme=0:rc-lookahead=0:mbtree=0:aq-mode=0:bframes=0:ref=1:weightp=0:scenecut=0:keyint=infinite"
CODEC = ("-c:v", "libx264", "-preset", "superfast", "-crf", "20", "-pix_fmt", "yuv420p")
CODED = (*CODEC, "-x264-params", STILL, "-vf", "scale=trunc(iw/2)*2:trunc(ih/2)*2", "-r", str(FRAMES_A_SECOND))
SAME_BYTES = ("-threads", "1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1")


def code_still(picture: bytes, seconds: int) -> bytes:
    """A PNG picture for so many seconds as bare H.264, which can be put end to end; Stopped where ffmpeg fails."""
    given = ("-f", "png_pipe", "-framerate", f"1/{seconds}", "-i", "-")
    return ffmpeg.run([*given, *CODED, *SAME_BYTES, "-f", "h264", "-"], step="film", given=picture)[0]


def name_still(picture: bytes, seconds: int) -> str:
    """What a coded still may be found by: 16 hexadecimal digits of all it is made from."""
    return digest(picture, seconds, CODED)[:16]


def film(stills: Iterable[bytes]) -> bytes:
    """Coded stills of one size, one after another, as MP4."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "film.mp4"
        given = ("-f", "h264", "-framerate", str(FRAMES_A_SECOND), "-i", "-", "-c", "copy")
        ffmpeg.run([*given, *SAME_BYTES, "-movflags", "+faststart", str(made)], step="film", given=b"".join(stills))
        return made.read_bytes()
