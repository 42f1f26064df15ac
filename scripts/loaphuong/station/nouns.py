"""The station as audio/station.toml describes it, frozen: each table is a noun, each key declared once.

Durations are in the unit their name ends with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from loaphuong.core.forms import GIVEN, DayOfYear, LongText, Noun, Text
from loaphuong.core.messages import DEFAULT_LANGUAGE, N_
from loaphuong.core.project import Project
from loaphuong.core.where import Where, no_lines
from loaphuong.station.fields import (
    AtMoment,
    AtTime,
    Country,
    Flag,
    Key,
    Language,
    Mail,
    Milliseconds,
    Name,
    Number,
    OnDay,
    Options,
    Seconds,
    Short,
    SiteAddress,
    WebAddress,
    Whole,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.station.show import Show


@dataclass(frozen=True, slots=True)
class Publisher(Noun):
    """[phuong]: who publishes. `demonstration` is said in the footer of every page; `language` is the page's own."""

    name: Annotated[Text, Field(title=N_("Name of the ward"))]
    authority: Annotated[Text, Field(title=N_("Authority"))]
    parent: Annotated[Text, Field(title=N_("City or province"))]
    site_url: Annotated[SiteAddress, Field(title=N_("Address of the site"))]
    email: Annotated[Mail, Field(title=N_("Mail address"))]
    phone: Annotated[Text, Field(title=N_("Telephone"))]
    address: Annotated[Text, Field(title=N_("Postal address"))]
    station_name: Annotated[Text, Field(title=N_("Name of the station"))]
    description: Annotated[LongText, Field(title=N_("What the site is about"))]
    demonstration: Annotated[Flag, Field(title=N_("Demonstration"))] = False
    feedback_endpoint: Annotated[WebAddress | None, Field(title=N_("Where feedback is sent"))] = None
    websub_hub: Annotated[WebAddress | None, Field(title=N_("Hub for feeds"))] = None
    language: Annotated[Language, Field(title=N_("Language of the page"))] = DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class Pauses(Noun):
    """[ngat]: milliseconds of silence after each kind of text; fitting stays between `shortest_ms` and `longest_ms`."""

    sentence_ms: Annotated[Milliseconds, Field(title=N_("Pause after a sentence"))] = 350
    paragraph_ms: Annotated[Milliseconds, Field(title=N_("Pause after a paragraph"))] = 500
    heading_ms: Annotated[Milliseconds, Field(title=N_("Pause after a heading"))] = 600
    item_ms: Annotated[Milliseconds, Field(title=N_("Pause after an item"))] = 700
    shortest_ms: Annotated[Milliseconds, Field(title=N_("Shortest pause"))] = 150
    longest_ms: Annotated[Milliseconds, Field(title=N_("Longest pause"))] = 700


@dataclass(frozen=True, slots=True)
class VoiceSettings(Noun):
    """[giong.<name>]: an engine by name or import path, and what it is told. `fallback` names another voice."""

    engine: Annotated[Text, Field(title=N_("Engine"))]
    label: Annotated[Text, Field(title=N_("What residents call the voice"))]
    synthetic: Annotated[Flag, Field(title=N_("Made by a machine"))]
    options: Annotated[Options, Field(title=N_("Options of the engine"))] = ()
    fallback: Annotated[Name | None, Field(title=N_("Voice that stands in"))] = None
    name: Annotated[str, GIVEN] = ""
    where: Annotated[Where, GIVEN] = field(default=Where(Project.station), compare=False)


@dataclass(frozen=True, slots=True)
class Profile(Noun):
    """[ban_phat.<name>]: a master, within what a horn, an ear and an encoder can bear."""

    highpass_hz: Annotated[Whole, Field(title=N_("Lowest frequency"), ge=20, le=1000)]
    lowpass_hz: Annotated[Whole | None, Field(title=N_("Highest frequency"), ge=2000, le=20000)] = None
    presence_hz: Annotated[Whole, Field(title=N_("Frequency of the voice"), ge=500, le=10000)] = 3000
    presence_db: Annotated[Number, Field(title=N_("Lift of the voice"), ge=-12, le=12)] = 0.0
    compress_threshold_db: Annotated[Number, Field(title=N_("Compression from"), ge=-60, le=0)] = -20.0
    compress_ratio: Annotated[Number, Field(title=N_("Compression ratio"), ge=1, le=20)] = 2.0
    loudness_lufs: Annotated[Number, Field(title=N_("Loudness"), ge=-30, le=-9)] = -16.0
    true_peak_dbtp: Annotated[Number, Field(title=N_("Highest peak"), ge=-9, le=0)] = -1.5
    name: Annotated[str, GIVEN] = ""


@dataclass(frozen=True, slots=True)
class Dialect(Noun):
    """[giong_doc]: how numbers are said, and whether the days 1 to 10 take mùng."""

    thousand: Annotated[Literal["nghìn", "ngàn"], Field(title=N_("How a thousand is said"))] = "nghìn"
    zero_tens: Annotated[Literal["linh", "lẻ"], Field(title=N_("How an empty ten is said"))] = "linh"
    first_days: Annotated[Literal["", "mùng", "mồng"], Field(title=N_("What the first ten days take"))] = ""
    four: Annotated[Literal["tư", "bốn"], Field(title=N_("How four is said"))] = "tư"


@dataclass(frozen=True, slots=True, order=True)
class Closure(Noun):
    """An entry of `closed`: a day without broadcast, and why."""

    on: Annotated[OnDay, Field(title=N_("Closed day"))]
    why: Annotated[Text, Field(title=N_("Reason"))]


@dataclass(frozen=True, slots=True, order=True)
class MovedSlot(Noun):
    """An entry of `moved`: from when a slot is moved, and to when."""

    before: Annotated[AtMoment, Field(title=N_("Planned time"), alias="from")]
    after: Annotated[AtMoment, Field(title=N_("New time"), alias="to")]


@dataclass(frozen=True, slots=True)
class Calendar(Noun):
    """[lich]: when the station may speak. `opened` are holidays and weekend days that are broadcast on all the same."""

    country: Annotated[Country | None, Field(title=N_("Country of the holidays"))] = None
    closed: Annotated[tuple[Closure, ...], Field(title=N_("Closed days"), max_length=366)] = ()
    moved: Annotated[tuple[MovedSlot, ...], Field(title=N_("Moved slots"), max_length=366)] = ()
    earliest: Annotated[AtTime, Field(title=N_("Earliest broadcast"))] = time(5, 30)
    latest: Annotated[AtTime, Field(title=N_("Latest broadcast"))] = time(21, 0)
    weekend: Annotated[Flag, Field(title=N_("Broadcasts at the weekend"))] = False
    session_max_seconds: Annotated[Seconds, Field(title=N_("Longest session"))] = 900
    sessions_per_day: Annotated[Whole, Field(title=N_("Sessions a day"), ge=1, le=24)] = 2
    opened: Annotated[tuple[OnDay, ...], Field(title=N_("Holidays with broadcasts"), max_length=366)] = ()


@dataclass(frozen=True, slots=True)
class Reporting(Noun):
    """[bao_cao]: deadlines (month, day) of the half-year and year reports, who signs, who receives."""

    half_year: Annotated[DayOfYear, Field(title=N_("Half-year report due"))] = (6, 5)
    year: Annotated[DayOfYear, Field(title=N_("Year report due"))] = (11, 15)
    signer: Annotated[Short, Field(title=N_("Signer"))] = ""
    signer_title: Annotated[str, Field(title=N_("Title of the signer"), max_length=200)] = ""
    recipients: Annotated[tuple[Text, ...], Field(title=N_("Recipients"), max_length=30)] = ()


@dataclass(frozen=True, slots=True)
class Trust(Noun):
    """[duyet]: whether approval is required at all, whether it must be signed."""

    require_approval: Annotated[Flag, Field(title=N_("Only what is approved"))] = True
    require_signature: Annotated[Flag, Field(title=N_("Only what is signed"))] = False


@dataclass(frozen=True, slots=True)
class Screen(Noun):
    """An entry of `screens`: an LED panel by its pixels, its height, and how far those who read it stand."""

    key: Annotated[Key, Field(title=N_("Short name of the screen"))]
    name: Annotated[Text, Field(title=N_("Where the screen is"))]
    width_px: Annotated[Whole, Field(title=N_("Width in pixels"), ge=160, le=7680)]
    height_px: Annotated[Whole, Field(title=N_("Height in pixels"), ge=90, le=4320)]
    height_m: Annotated[Number, Field(title=N_("Height in metres"), gt=0, le=30)]
    distance_m: Annotated[Number, Field(title=N_("Reading distance in metres"), gt=0, le=500)]
    seconds: Annotated[Whole, Field(title=N_("Seconds a slide"), ge=2, le=120)] = 8


@dataclass(frozen=True, slots=True)
class PrintPlace(Noun):
    """An entry of `panels`: a place for a pano or a banner, at its true size."""

    key: Annotated[Key, Field(title=N_("Short name of the place"))]
    name: Annotated[Text, Field(title=N_("Where the panel is"))]
    width_cm: Annotated[Whole, Field(title=N_("Width in centimetres"), ge=20, le=2000)]
    height_cm: Annotated[Whole, Field(title=N_("Height in centimetres"), ge=20, le=1000)]
    bleed_mm: Annotated[Whole, Field(title=N_("Bleed in millimetres"), ge=0, le=100)] = 20


USUAL_SCREEN = Screen("man-1920x1080", "1920 × 1080", 1920, 1080, 2.5, 30.0)
USUAL_PLACES = (PrintPlace("pano-300x200", "3 × 2 m", 300, 200), PrintPlace("bang-ron-400x80", "4 × 0,8 m", 400, 80))


@dataclass(frozen=True, slots=True)
class Printing(Noun):
    """[in_an]: the screens and panels of the ward, beside the usual papers."""

    screens: Annotated[tuple[Screen, ...], Field(title=N_("Screens"), max_length=50)] = (USUAL_SCREEN,)
    on_site: Annotated[Flag, Field(title=N_("Sheets to download on the page"))] = True
    panels: Annotated[tuple[PrintPlace, ...], Field(title=N_("Places for panels"), max_length=200)] = USUAL_PLACES


@dataclass(frozen=True, slots=True)
class Station:
    """audio/station.toml, checked: who publishes, voices, calendar, and at least one show, the main one first."""

    ward: Publisher
    time_zone: str
    shows: tuple[Show, ...]
    pauses: Pauses
    voices: tuple[VoiceSettings, ...]
    profiles: tuple[Profile, ...]
    dialect: Dialect
    calendar: Calendar
    reporting: Reporting
    trust: Trust
    printing: Printing
    where: Where
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)

    @property
    def main(self) -> Show:
        """The first show: what the ward's loudspeakers are known for."""
        return self.shows[0]

    @property
    def zone(self) -> ZoneInfo:
        """The zone of all its times."""
        return ZoneInfo(self.time_zone)

    def show(self, key: str) -> Show:
        """The show of a key; the main one where it is no more."""
        return next((show for show in self.shows if show.key == key), self.main)

    def at(self, key: str) -> Where:
        """The line of a dotted key of station.toml."""
        return Where(self.where.path, self.lines.get(key, 0))
