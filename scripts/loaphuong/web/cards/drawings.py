"""An illustration for each genre, drawn here once: as SVG for lists, and in the tones of a card for those who share.

A drawing is a list of shapes on 320 × 240; what matters lies in the middle 240 × 160, so that lists may crop it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from loaphuong.content.genres import Genre

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE = (320, 240)
# Ink by name: its colour on the page, and how bright it is on a card, from ground to ink.
INKS: Mapping[str, tuple[str, int]] = {
    "paper": ("#f4e6cf", 22),
    "hill": ("#ead5b3", 40),
    "brick": ("#9c3524", 84),
    "gold": ("#e0a63f", 128),
    "leaf": ("#4f8a5b", 66),
    "ink": ("#5b4636", 54),
    "white": ("#fffdf8", 199),
}
SMOOTH = 3


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    round: float
    ink: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle by its middle."""

    x: float
    y: float
    radius: float
    ink: str


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon."""

    points: tuple[tuple[float, float], ...]
    ink: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, with round ends."""

    points: tuple[tuple[float, float], ...]
    width: float
    ink: str


Shape = Box | Disc | Area | Stroke


def person(x: float, ink: str, height: float = 0) -> tuple[Shape, ...]:
    """Somebody who stands at `x`, seen to the waist."""
    return Disc(x, 118 - height, 21, "hill"), Box(x - 31, 143 - height, 62, 70 + height, 26, ink)


def heart(x: float, y: float, size: float, ink: str) -> tuple[Shape, ...]:
    """A heart around a point."""
    half = size / 2
    return (
        Disc(x - half * 0.52, y - half * 0.3, half * 0.56, ink),
        Disc(x + half * 0.52, y - half * 0.3, half * 0.56, ink),
        Area(((x - half * 1.02, y - half * 0.08), (x + half * 1.02, y - half * 0.08), (x, y + half)), ink),
    )


def house(x: float, width: float, top: float, ink: str) -> tuple[Shape, ...]:
    """A house with a gable, a door and a window."""
    return (
        Box(x, top, width, 190 - top, 2, ink),
        Area(((x - 8, top + 2), (x + width + 8, top + 2), (x + width / 2, top - 34)), "brick"),
        Box(x + width * 0.16, 150, width * 0.28, 40, 3, "ink"),
        Box(x + width * 0.58, top + 18, width * 0.26, 24, 3, "white"),
    )


def lines(x: float, y: float, width: float, count: int, ink: str = "hill", step: float = 13) -> tuple[Shape, ...]:
    """Lines of writing, the last one short."""
    return tuple(
        Stroke(((x, y + step * row), (x + width * (0.6 if row == count - 1 else 1), y + step * row)), 5, ink)
        for row in range(count)
    )


GROUND: tuple[Shape, ...] = (Box(0, 0, 320, 240, 0, "paper"), Disc(246, 74, 34, "gold"), Disc(60, 330, 170, "hill"))
FLOOR: tuple[Shape, ...] = (Box(0, 190, 320, 50, 0, "hill"),)
# By the word of the genre.
DRAWINGS: Mapping[str, tuple[Shape, ...]] = {
    Genre.EXEMPLAR: (*GROUND, *person(118, "brick", 6), *person(196, "leaf"), *FLOOR, *heart(157, 66, 50, "brick")),
    Genre.CONDUCT: (
        *GROUND,
        Box(52, 56, 138, 84, 22, "brick"),
        Area(((82, 130), (116, 130), (78, 164)), "brick"),
        *lines(78, 84, 86, 3, "white"),
        Box(150, 104, 118, 76, 22, "white"),
        Area(((206, 170), (240, 170), (246, 204)), "white"),
        *heart(209, 142, 40, "brick"),
    ),
    Genre.GOOD_PRACTICE: (
        Box(0, 0, 320, 240, 0, "paper"),
        Disc(60, 330, 170, "hill"),
        *(
            Stroke(ends, 7, "gold")
            for ends in (
                ((160, 26), (160, 42)),
                ((84, 56), (97, 67)),
                ((236, 56), (223, 67)),
                ((62, 116), (79, 116)),
                ((258, 116), (241, 116)),
            )
        ),
        Disc(160, 106, 54, "gold"),
        Area(((126, 142), (194, 142), (182, 176), (138, 176)), "gold"),
        Box(138, 174, 44, 12, 5, "ink"),
        Box(142, 189, 36, 11, 5, "ink"),
        Stroke(((142, 108), (154, 122), (180, 92)), 9, "white"),
    ),
    Genre.MODEL: (
        *GROUND,
        *house(52, 62, 110, "white"),
        *house(134, 74, 92, "gold"),
        Stroke(((244, 150), (244, 196)), 9, "ink"),
        Disc(244, 128, 30, "leaf"),
        *FLOOR,
    ),
    Genre.CRITIQUE: (
        *GROUND,
        Disc(160, 60, 11, "ink"),
        Disc(160, 112, 46, "brick"),
        Area(((114, 112), (206, 112), (222, 172), (98, 172)), "brick"),
        Box(86, 166, 148, 15, 7, "ink"),
        Disc(160, 190, 13, "ink"),
        Stroke(((78, 84), (66, 104), (64, 128)), 7, "ink"),
        Stroke(((242, 104), (255, 116), (256, 132)), 7, "ink"),
    ),
    Genre.NOTICE: (
        *GROUND,
        Stroke(((92, 180), (92, 214)), 11, "ink"),
        Stroke(((228, 180), (228, 214)), 11, "ink"),
        Box(60, 48, 200, 140, 12, "brick"),
        Box(78, 66, 74, 104, 4, "white"),
        *lines(90, 84, 50, 5),
        Box(168, 66, 74, 46, 4, "gold"),
        Box(168, 124, 74, 46, 4, "white"),
        *lines(180, 140, 50, 2),
        Stroke(((182, 90), (202, 90), (228, 90)), 7, "white"),
    ),
    Genre.REPLY: (
        *GROUND,
        Stroke(((160, 176), (160, 216)), 15, "ink"),
        Box(76, 96, 168, 88, 20, "brick"),
        Box(112, 46, 96, 74, 4, "white"),
        Stroke(((114, 50), (160, 86), (206, 50)), 5, "gold"),
        Box(76, 112, 168, 72, 20, "brick"),
        Box(100, 108, 120, 9, 4, "ink"),
        *heart(160, 150, 30, "gold"),
    ),
}


def svg(genre: str) -> str:
    """The drawing as a file of its own; a list gives its words."""
    shapes = "".join(map(element, DRAWINGS[genre]))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE[0]} {SIZE[1]}">{shapes}</svg>\n'


def number(value: float) -> str:
    """To a tenth, without an empty one."""
    return f"{value:.1f}".removesuffix(".0")


def path(points: tuple[tuple[float, float], ...]) -> str:
    """Points as SVG lists them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def element(shape: Shape) -> str:
    """One shape as SVG."""
    colour = INKS[shape.ink][0]
    match shape:
        case Box(x, y, width, height, rounding):
            place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
            return f'<rect {place} rx="{number(rounding)}" fill="{colour}"/>'
        case Disc(x, y, radius):
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{colour}"/>'
        case Area(points):
            return f'<polygon points="{path(points)}" fill="{colour}"/>'
        case Stroke(points, width):
            ends = f'stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"'
            return f'<polyline points="{path(points)}" fill="none" stroke="{colour}" {ends}/>'


@lru_cache(maxsize=len(Genre))
def tones(genre: str, width: int) -> Image.Image:
    """The drawing in the levels of a card, so many pixels wide."""
    scale = width * SMOOTH / SIZE[0]
    height = round(width * SIZE[1] / SIZE[0])
    large = Image.new("L", (width * SMOOTH, height * SMOOTH), 0)
    pixels = ImageDraw.Draw(large)
    for shape in DRAWINGS[genre]:
        draw(pixels, shape, scale)
    return large.resize((width, height), Image.Resampling.LANCZOS).point([min(level, 199) for level in range(256)])


def draw(pixels: ImageDraw.ImageDraw, shape: Shape, scale: float) -> None:
    """One shape, enlarged."""
    level = INKS[shape.ink][1]
    match shape:
        case Box(x, y, width, height, rounding):
            box = [x * scale, y * scale, (x + width) * scale, (y + height) * scale]
            pixels.rounded_rectangle(box, rounding * scale, fill=level)
        case Disc(x, y, radius):
            round_box = [(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale]
            pixels.ellipse(round_box, fill=level)
        case Area(points):
            pixels.polygon([(x * scale, y * scale) for x, y in points], fill=level)
        case Stroke(points, width):
            there = [(x * scale, y * scale) for x, y in points]
            pixels.line(there, fill=level, width=round(width * scale), joint="curve")
            half = width * scale / 2
            for x, y in there:
                pixels.ellipse([x - half, y - half, x + half, y + half], fill=level)
