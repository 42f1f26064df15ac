"""Still pictures become a film that any screen plays."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from loaphuong.radio.studio import ffmpeg
from loaphuong.radio.studio.film import code_still, film


def picture(colour: str, size: tuple[int, int] = (64, 36)) -> bytes:
    """A plain picture as PNG."""
    drawn = io.BytesIO()
    Image.new("RGB", size, colour).save(drawn, "PNG")
    return drawn.getvalue()


@pytest.mark.parametrize("size", [(64, 36), (65, 37)])
def test_each_picture_is_shown_for_its_seconds(tmp_path, size: tuple[int, int]) -> None:
    """Three pictures for two seconds each: six seconds of H.264 in even pixels, the same bytes when made again."""
    pictures = [picture(colour, size) for colour in ("red", "green", "blue")]
    made = film(code_still(each, 2) for each in pictures)
    assert made == film(code_still(each, 2) for each in pictures)
    path = tmp_path / "film.mp4"
    path.write_bytes(made)
    _, said = ffmpeg.run(["-hide_banner", "-i", str(path), "-f", "null", "-"], step="look", plain=True)
    assert re.search(r"Duration: 00:00:06\.0", said)
    assert "h264" in said
    assert "64x36" in said
