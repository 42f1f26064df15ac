"""Pictures drawn here, offline and the same every time: one ramp of colours, so that a card is a small, quick PNG."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from loaphuong.web.cards import drawings

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = Path(__file__).parent / "fonts"
BOLD, MEDIUM = "BeVietnamPro_700Bold.ttf", "BeVietnamPro_500Medium.ttf"
# The page's own colours: --brand-ink, --on-brand, --gold on dark.
GROUND, INK, ACCENT = (134, 41, 26), (255, 248, 234), (244, 199, 107)
# Levels 0 to 199 run from ground to ink, 200 to 255 from ground to accent; smooth edges stay on their own run.
INK_LEVEL, DIM_LEVEL, ACCENT_LEVEL = 199, 160, 255
CARD = (1200, 630)
# What the directories of podcasts ask for: a square of 1400 to 3000 pixels, at most 512 KB.
COVER = (3000, 3000)
LEAST_COVER, COVER_BYTES = 1400, 512 * 1024
# Of the cover's colours: how many its sign has, and its words from ground to ink.
SIGN_COLOURS, WORD_LEVELS = 192, 64
CREST = (512, 512)
MARGIN = 72
DRAWING = 420


def palette() -> list[int]:
    """256 colours, flat."""

    def blend(other: tuple[int, int, int], share: float) -> Iterator[int]:
        return (round(a + (b - a) * share) for a, b in zip(GROUND, other, strict=True))

    ink = [value for level in range(200) for value in blend(INK, level / INK_LEVEL)]
    accent = [value for level in range(56) for value in blend(ACCENT, level / 55)]
    return ink + accent


PALETTE = palette()


@lru_cache(maxsize=32)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A face at a size in pixels; the basic layout draws the same on every machine."""
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> str:
    """Only what the face can draw: Latin with Vietnamese, and common punctuation."""
    kept = "".join(
        letter if " " <= letter < "\u0250" or "\u1e00" <= letter < "\u1f00" or letter in "–—‘’“”…₫" else " "
        for letter in text
    )
    return " ".join(kept.split())


@lru_cache(maxsize=8192)
def width_of(word: str) -> float:
    """A bold word's width in ems; Vietnamese repeats its syllables, so it is measured once."""
    return font(BOLD, 100).getlength(word) / 100


def wrap(text: str, ems: float, longest: int) -> list[str] | None:
    """The text in at most `longest` lines of at most `ems`; None if it does not fit."""
    lines: list[list[str]] = [[]]
    room, space = ems, width_of(" ")
    for word in text.split():
        needed = width_of(word) + (space if lines[-1] else 0)
        if needed > room:
            if width_of(word) > ems or len(lines) == longest:
                return None
            lines.append([])
            room, needed = ems, width_of(word)
        lines[-1].append(word)
        room -= needed
    return [" ".join(line) for line in lines]


def fit(text: str, width: int, height: int, sizes: tuple[int, ...]) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest of some sizes at which the text fits a box, else the smallest with the end cut off."""
    for size in sizes:
        ems, longest = width / size, height // leading(size)
        if lines := wrap(text, ems, longest):
            return font(BOLD, size), lines
    cut = text
    while cut and not wrap(f"{cut}…", ems, longest):
        cut = cut[: min(len(cut) - 1, 300)].rpartition(" ")[0]
    return font(BOLD, sizes[-1]), wrap(f"{cut}…", ems, longest) or ["…"]


def leading(size: float) -> int:
    """From line to line: Vietnamese capitals carry two marks."""
    return round(size * 1.28)


def horn(pixels: ImageDraw.ImageDraw, left: float, top: float, size: float, level: int) -> None:
    """The station's mark: a horn loudspeaker and its waves, in a square."""

    def place(x: float, y: float) -> tuple[float, float]:
        return left + x * size, top + y * size

    pixels.polygon([place(0.06, 0.38), place(0.24, 0.38), place(0.24, 0.62), place(0.06, 0.62)], fill=level)
    pixels.polygon([place(0.28, 0.36), place(0.56, 0.14), place(0.56, 0.86), place(0.28, 0.64)], fill=level)
    for reach in (0.18, 0.34):
        box = [*place(0.56 - reach, 0.5 - reach), *place(0.56 + reach, 0.5 + reach)]
        pixels.arc(box, -38, 38, fill=level, width=max(2, round(size * 0.065)))


@lru_cache(maxsize=4)
def mark(size: int, level: int) -> Image.Image:
    """The horn on the ground, smooth."""
    large = Image.new("L", (size * 4, size * 4), 0)
    horn(ImageDraw.Draw(large), 0, 0, size * 4, 255)
    return set_level(large.resize((size, size), Image.Resampling.LANCZOS), level)


def set_level(mask: Image.Image, level: int) -> Image.Image:
    """A drawing in 0 to 255 on the run that ends at `level`."""
    if level == ACCENT_LEVEL:
        return mask.point([0 if value == 0 else 200 + round(value * 55 / 255) for value in range(256)])
    return mask.point([round(value * level / 255) for value in range(256)])


@lru_cache(maxsize=64)
def kicker(text: str, width: int) -> Image.Image:
    """A short line of capitals in the accent colour."""
    strip = Image.new("L", (width, 48), 0)
    ImageDraw.Draw(strip).text((0, 24), text.upper(), 255, font(BOLD, 28), anchor="lm")
    return set_level(strip, ACCENT_LEVEL)


def png(levels: Image.Image) -> bytes:
    """The picture with its colours."""
    levels.putpalette(PALETTE)
    out = io.BytesIO()
    levels.save(out, "PNG", compress_level=3)
    return out.getvalue()


@lru_cache(maxsize=2)
def ground(size: tuple[int, int], ward: str) -> Image.Image:
    """What all cards of a ward share: the mark, the station's name, a rule in the accent colour."""
    picture = Image.new("L", size, 0)
    pixels = ImageDraw.Draw(picture)
    foot = size[1] - MARGIN
    pixels.rectangle([0, 0, 15, size[1]], fill=ACCENT_LEVEL)
    picture.paste(mark(64, ACCENT_LEVEL), (MARGIN, foot - 60))
    pixels.text((MARGIN + 84, foot - 28), drawable(ward), INK_LEVEL, font(MEDIUM, 32), anchor="lm")
    return picture


def card(ward: str, label: str, title: str, note: str, genre: str = "") -> bytes:
    """1200 × 630: label (section), title in some lines, note (date) in the corner; a genre's drawing at the right."""
    picture = ground(CARD, ward).copy()
    pixels = ImageDraw.Draw(picture)
    width = CARD[0] - 2 * MARGIN
    if genre:
        drawing = drawings.tones(genre, DRAWING)
        picture.paste(drawing, (CARD[0] - DRAWING, 0))
        width -= DRAWING - MARGIN // 2
    picture.paste(kicker(drawable(label), width), (MARGIN, MARGIN - 14))
    face, lines = fit(drawable(title) or "…", width, 340, (76, 66, 58, 50, 44) if not genre else (66, 58, 50, 44, 38))
    for row, line in enumerate(lines):
        pixels.text((MARGIN, MARGIN + 54 + row * leading(face.size)), line, INK_LEVEL, face)
    foot = CARD[1] - MARGIN - 28
    pixels.text((CARD[0] - MARGIN, foot), drawable(note), DIM_LEVEL, font(MEDIUM, 30), anchor="rm")
    return png(picture)


def crest(path: Path, size: tuple[int, int] = CREST) -> Image.Image:
    """The ward's sign on its colour, 512 × 512: assets/crest.svg, rasterised once and for all."""
    with Image.open(path) as opened:
        return opened.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def cover(sign_path: Path, programme: str, ward: str) -> bytes:
    """3000 × 3000: the podcast's cover. Words are drawn in levels above the sign's colours: that is quick."""
    side = COVER[0]
    small = crest(sign_path)
    sign = small.resize((side * 2 // 5, side * 2 // 5), Image.Resampling.BICUBIC).quantize(
        SIGN_COLOURS, dither=Image.Dither.NONE
    )
    words = Image.new("L", COVER, 0)
    pixels = ImageDraw.Draw(words)
    face, lines = fit(drawable(programme) or "…", side - 500, 860, (300, 256, 214, 180))
    for row, line in enumerate(lines):
        pixels.text((side / 2, side * 4 / 7 + row * leading(face.size)), line, 255, face, anchor="mm")
    pixels.text((side / 2, side - 280), drawable(ward), 255, font(MEDIUM, 128), anchor="mm")
    picture = words.point([SIGN_COLOURS + level * (WORD_LEVELS - 1) // 255 for level in range(256)])
    picture.paste(Image.frombytes("L", sign.size, sign.tobytes()), ((side - sign.width) // 2, side // 13))
    ground = small.tobytes()[:3]
    ramp = [
        round(a + (b - a) * level / (WORD_LEVELS - 1))
        for level in range(WORD_LEVELS)
        for a, b in zip(ground, INK, strict=True)
    ]
    colours = sign.getpalette() or []
    picture.putpalette([*colours, *[0] * (3 * SIGN_COLOURS - len(colours)), *ramp])
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def is_cover(path: Path) -> bool:
    """Whether a ward's own picture is what directories take, as a PNG; one that sound files carry may be smaller."""
    if not path.is_file() or path.stat().st_size > COVER_BYTES:
        return False
    try:
        with Image.open(path, formats=("PNG",)) as opened:
            width, height = opened.size
    except (OSError, SyntaxError, ValueError):
        return False
    return LEAST_COVER <= width == height <= COVER[0]


def icon(sign_path: Path, size: int) -> bytes:
    """A square icon; the sign lies in the safe zone of a maskable one."""
    return flat(crest(sign_path).resize((size, size), Image.Resampling.LANCZOS))


def flat(picture: Image.Image) -> bytes:
    """PNG of few colours."""
    out = io.BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
