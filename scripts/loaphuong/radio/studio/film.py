"""Still pictures as a film that a screen plays over and over; silent, the same bytes each time."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.radio.studio import ffmpeg

if TYPE_CHECKING:
    from collections.abc import Sequence

# Players of screens want a steady rate and the commonest pixels; a still needs few frames.
FRAMES_A_SECOND = 5
CODEC = ("-c:v", "libx264", "-preset", "superfast", "-tune", "stillimage", "-crf", "20", "-pix_fmt", "yuv420p")
SAME_BYTES = ("-threads", "1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1")


def film(pictures: Sequence[bytes], seconds: int) -> bytes:
    """PNG pictures of one size, each for so many seconds, as MP4 (H.264); Stopped where ffmpeg fails."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for at, picture in enumerate(pictures, 1):
            (place / f"{at:03d}.png").write_bytes(picture)
        given = ("-framerate", f"1/{seconds}", "-i", str(place / "%03d.png"))
        shape = ("-vf", "scale=trunc(iw/2)*2:trunc(ih/2)*2", "-r", str(FRAMES_A_SECOND))
        made = place / "film.mp4"
        ffmpeg.run([*given, *shape, *CODEC, *SAME_BYTES, "-movflags", "+faststart", str(made)], step="film")
        return made.read_bytes()
