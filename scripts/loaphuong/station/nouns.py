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
class SlotRule:
    """A weekly slot: `weekday` as `date.weekday()`, Monday is 0."""

    weekday: int
    at: time
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds a bulletin may last, and what is aimed at."""

    minimum_seconds: int
    maximum_seconds: int
    aim_seconds: int


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
class Words:
    """What the announcer says around the items; `script` fills the `{…}`."""

    ident: str
    date: str
    contents: str
    lead_in: str
    part: str
    recap_part: str
    rule: str
    recap: str
    correction: str
    repeat: str
    sign_off: str
    synthetic: str
    urgent: str = "Sau đây là thông báo cần bà con lưu ý ngay: {title}."


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
class Planning:
    """How programmes are filled: items in a bulletin, rules in a reminder, weeks between two airings of one article."""

    minimum_items: int
    maximum_items: int
    reminder_rules: int
    rest_days: int
    monthly_minimum: int
    alarm_weeks: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Station:
    """audio/station.toml, checked. `voices[0]` is the first announcer; a second one alternates by item."""

    ward: Publisher
    time_zone: str
    slots: tuple[SlotRule, ...]
    bounds: Bounds
    pauses: Pauses
    voices: tuple[VoiceSettings, ...]
    announcers: tuple[str, ...]
    profiles: tuple[Profile, ...]
    words: Words
    dialect: Dialect
    calendar: Calendar
    reporting: Reporting
    trust: Trust
    planning: Planning
    programme_name: str
    where: Where
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of all its times."""
        return ZoneInfo(self.time_zone)

    def at(self, key: str) -> Where:
        """The line of a dotted key of station.toml."""
        return Where(self.where.path, self.lines.get(key, 0))
