"""Pictures that editors bring: what is known of one from its first bytes, before anything decodes it."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError

from loaphuong.core.problems import Problem, problem

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.core.where import Where

# What every browser shows and the publication encodes again, with the endings a web server knows them by.
FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
BYTES = 8 * 1024 * 1024
PIXELS = 40_000_000


WIDEST = 2400  # pixels: more is of no use on a sheet of paper


def reduce(data: bytes) -> tuple[bytes, int, int]:
    """A picture as JPEG, upright, without what a camera writes into it, and how many pixels it is wide and high."""
    with Image.open(BytesIO(data), formats=tuple(FORMATS)) as opened:
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    upright.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
    upright.info.clear()
    sink = BytesIO()
    upright.save(sink, "JPEG", quality=88, optimize=True)
    return sink.getvalue(), upright.width, upright.height


def wrong(file: Path, where: Where, name: str) -> Problem | None:
    """What is wrong with a picture that `where` shows under `name`, told from its header; None if nothing is."""
    if file.suffix.lower() not in {ending for endings in FORMATS.values() for ending in endings}:
        return problem("image-kind", where, target=name)
    try:
        if file.stat().st_size > BYTES:
            return problem("image-too-large", where, target=name, limit=BYTES // 1024**2)
        with warnings.catch_warnings():
            # The limit below is stricter than the one Pillow warns of.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=tuple(FORMATS)) as opened:
                kind, (width, height) = str(opened.format), opened.size
    except Image.DecompressionBombError:
        return problem("image-too-wide", where, target=name, pixels=PIXELS // 1_000_000)
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError):
        return problem("image-broken", where, target=name)
    if width * height > PIXELS:
        return problem("image-too-wide", where, target=name, pixels=PIXELS // 1_000_000)
    if file.suffix.lower() not in FORMATS[kind]:
        return problem("image-misnamed", where, target=name, kind=kind, ending=FORMATS[kind][0])
    return None
