"""What the ward prints on and shows on: [in_an] of audio/station.toml, each key declared once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from loaphuong.core.forms import Noun, Text, describe
from loaphuong.core.messages import N_
from loaphuong.station.fields import (
    Flag,
    Key,
    Number,
    Whole,
)


@dataclass(frozen=True, slots=True)
class Screen(Noun):
    """An entry of `screens`: an LED panel by its pixels, its height, and how far those who read it stand."""

    key: Annotated[Key, describe(N_("Short name of the screen"), N_("In the names of its files"), "man-cong")]
    name: Annotated[
        Text,
        describe(N_("Where the screen is"), N_("Where it hangs, as the list of papers says"), "Màn hình cổng phường"),
    ]
    width_px: Annotated[Whole, describe(N_("Width in pixels"), N_("How many pixels it is wide"), 1920, ge=160, le=7680)]
    height_px: Annotated[
        Whole, describe(N_("Height in pixels"), N_("How many pixels it is high"), 1080, ge=90, le=4320)
    ]
    height_m: Annotated[Number, describe(N_("Height in metres"), N_("How high it is in metres"), 2.5, gt=0, le=30)]
    distance_m: Annotated[
        Number,
        describe(
            N_("Reading distance in metres"), N_("How many metres away those stand who read it"), 30.0, gt=0, le=500
        ),
    ]
    seconds: Annotated[Whole, describe(N_("Seconds a slide"), N_("How long a slide stays"), 8, ge=2, le=120)] = 8


@dataclass(frozen=True, slots=True)
class PrintPlace(Noun):
    """An entry of `panels`: a place for a pano or a banner, at its true size."""

    key: Annotated[Key, describe(N_("Short name of the place"), N_("In the names of its files"), "pano-cong")]
    name: Annotated[
        Text, describe(N_("Where the panel is"), N_("Where it stands, as the list of papers says"), "Pano cổng phường")
    ]
    width_cm: Annotated[
        Whole, describe(N_("Width in centimetres"), N_("How many centimetres it is wide"), 300, ge=20, le=2000)
    ]
    height_cm: Annotated[
        Whole, describe(N_("Height in centimetres"), N_("How many centimetres it is high"), 200, ge=20, le=1000)
    ]
    bleed_mm: Annotated[
        Whole,
        describe(N_("Bleed in millimetres"), N_("How many millimetres are cut away at each edge"), 20, ge=0, le=100),
    ] = 20


USUAL_SCREEN = Screen("man-1920x1080", "1920 × 1080", 1920, 1080, 2.5, 30.0)


USUAL_PLACES = (PrintPlace("pano-300x200", "3 × 2 m", 300, 200), PrintPlace("bang-ron-400x80", "4 × 0,8 m", 400, 80))


@dataclass(frozen=True, slots=True)
class Printing(Noun):
    """[in_an]: the screens and panels of the ward, beside the usual papers."""

    screens: Annotated[
        tuple[Screen, ...],
        describe(
            N_("Screens"),
            N_("The screens of the ward, each at its size"),
            [
                {
                    "key": "man-cong",
                    "name": "Màn hình cổng phường",
                    "width_px": 1920,
                    "height_px": 1080,
                    "height_m": 2.5,
                    "distance_m": 30.0,
                }
            ],
            max_length=50,
        ),
    ] = (USUAL_SCREEN,)
    on_site: Annotated[
        Flag,
        describe(N_("Sheets to download on the page"), N_("Whether the papers can be downloaded from the page"), True),
    ] = True
    panels: Annotated[
        tuple[PrintPlace, ...],
        describe(
            N_("Places for panels"),
            N_("The panels and banners of the ward, each at its size; they carry words and shapes, never a photograph"),
            [{"key": "pano-cong", "name": "Pano cổng phường", "width_cm": 300, "height_cm": 200}],
            max_length=200,
        ),
    ] = USUAL_PLACES
