"""The station as audio/station.toml describes it, frozen. Durations are in the unit their name ends with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from loaphuong.core.messages import DEFAULT_LANGUAGE
from loaphuong.core.project import Project
from loaphuong.core.where import Where, no_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.station.show import Show


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes. `demonstration` is said in the footer of every page; `language` is the page's own."""

    name: str
    authority: str
    parent: str
    site_url: str
    email: str
    phone: str
    address: str
    station_name: str
    description: str
    demonstration: bool = False
    feedback_endpoint: str | None = None
    websub_hub: str | None = None
    language: str = DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class Pauses:
    """Milliseconds of silence after each kind of text; fitting stays between `shortest_ms` and `longest_ms`."""

    sentence_ms: int
    paragraph_ms: int
    heading_ms: int
    item_ms: int
    shortest_ms: int
    longest_ms: int


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """A voice of the station: an engine by name or import path, and what it is told. `fallback` names another voice."""

    name: str
    engine: str
    label: str
    synthetic: bool
    options: tuple[tuple[str, str], ...] = ()
    fallback: str | None = None
    where: Where = field(default=Where(Project.station), compare=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """A master: band in Hz, presence lift, compression, loudness."""

    name: str
    highpass_hz: int
    lowpass_hz: int | None
    presence_hz: int
    presence_db: float
    compress_threshold_db: float
    compress_ratio: float
    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class Dialect:
    """How numbers are said: nghìn or ngàn, linh or lẻ, and whether the days 1 to 10 take mùng."""

    thousand: str = "nghìn"
    zero_tens: str = "linh"
    first_days: str = ""
    four: str = "tư"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days without broadcast (`closed`, each with its reason) and slots that move (`moved`, old start to new).

    `opened` are holidays and weekend days that are broadcast on all the same.
    """

    country: str | None
    closed: tuple[tuple[date, str], ...] = ()
    moved: tuple[tuple[datetime, datetime], ...] = ()
    earliest: time = time(5, 30)
    latest: time = time(21, 0)
    weekend: bool = False
    session_max_seconds: int = 900
    sessions_per_day: int = 2
    opened: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Reporting:
    """Deadlines (month, day) of the half-year and year reports, who signs, who receives."""

    half_year: tuple[int, int]
    year: tuple[int, int]
    signer: str
    signer_title: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trust:
    """What approval asks for: whether it is required at all, whether it must be signed."""

    require_approval: bool
    require_signature: bool


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
