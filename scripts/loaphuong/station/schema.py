"""The tables of station.toml: their keys, types and what is physically possible."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from loaphuong.core.forms import AsList, Clock, Day, DayOfYear, Form, LongText, Moment, Text, as_list, matching
from loaphuong.core.messages import DEFAULT_LANGUAGE, page_languages
from loaphuong.core.vietnamese import WEEKDAYS, fold
from loaphuong.station.show import BULLETIN, Bounds, ItemKind

USUAL_MINUTES = (5, 7)

# Thứ Hai, thứ 2, t2, hai; Chủ nhật, CN.
DAYS = {
    spelling: number
    for number, name in enumerate(WEEKDAYS)
    for spelling in (
        *(fold(name), fold(name).removeprefix("thu "), f"thu {number + 2}", f"t{number + 2}"),
        *(("cn",) if name == WEEKDAYS[-1] else ()),
    )
}

# Hằng ngày: those of the week on which the calendar lets the station speak.
MANY_DAYS = {"hang ngay": range(7), "ngay thuong": range(5)}


def weekday(value: object) -> object:
    """A day of the week as people write it, as `date.weekday()` counts it."""
    if not isinstance(value, str):
        return value
    name = " ".join(fold(value).split())
    if name not in DAYS:
        raise PydanticCustomError("weekday-unknown", "unknown", {"days": ", ".join(WEEKDAYS)})
    return DAYS[name]


def language(value: object) -> object:
    """A language that the page can be in."""
    if isinstance(value, str) and value not in page_languages():
        raise PydanticCustomError("language-unknown", "unknown", {"languages": ", ".join(page_languages())})
    return value


def weekdays(value: object) -> object:
    """One day or several, or a word for many of them."""
    if isinstance(value, str) and (many := MANY_DAYS.get(" ".join(fold(value).split()))):
        return list(many)
    return as_list(value)


def option(value: object) -> object:
    """What an engine is told, as a word: 150, 0.5, true, vi."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value


class Table(Form):
    """A table of TOML, where a value already has its type."""

    model_config = ConfigDict(strict=True)


Seconds = Annotated[int, Field(ge=10, le=7200)]
Milliseconds = Annotated[int, Field(ge=0, le=5000)]
Name = Annotated[Text, matching(r"[A-Za-z0-9_-]+", "lan")]
Address = Annotated[Text, matching(r"https?://[^\s/<>\"'?#]+(/[^\s<>\"']*)?", "https://phuong.example/")]
Mail = Annotated[Text, matching(r"[^\s@<>\"',;]+@[^\s@<>\"',;]+", "gopy@phuong.example")]
Country = Annotated[Text, matching(r"[A-Z]{2,3}", "VN")]
Language = Annotated[str, BeforeValidator(language)]
Option = Annotated[str, BeforeValidator(option)]
Weekday = Annotated[int, BeforeValidator(weekday), Field(ge=0, le=6)]
Weekdays = Annotated[list[Weekday], BeforeValidator(weekdays), Field(min_length=1, max_length=7)]
Minutes = Annotated[float, Field(ge=0.5, le=120)]
Key = Annotated[Text, matching(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "thong-bao")]
Genres = Annotated[list[Name], Field(max_length=20)]
Segment = Annotated[ItemKind, Field(strict=False)]
Count = Annotated[int, Field(ge=0, le=1000)]


class WardTable(Table):
    """[phuong]"""

    name: Text
    authority: Text
    parent: Text
    station_name: Text
    description: LongText
    site_url: Address
    email: Mail
    phone: Text
    address: Text
    demonstration: bool = False
    feedback_endpoint: Address | None = None
    websub_hub: Address | None = None
    language: Language = DEFAULT_LANGUAGE


class SlotTable(Table):
    """[[khung_gio]], of the main show or of the one it stands in."""

    weekday: Weekdays
    at: Clock
    cluster: Annotated[str, StringConstraints(max_length=100)] = ""


class ClosedTable(Table):
    """An entry of `closed`."""

    on: Day
    why: Text


class MovedTable(Table):
    """An entry of `moved`."""

    start: Moment = Field(alias="from")
    to: Moment


class CalendarTable(Table):
    """[lich]"""

    country: Country | None = None
    earliest: Clock = time(5, 30)
    latest: Clock = time(21, 0)
    weekend: bool = False
    session_max_seconds: Seconds = 900
    sessions_per_day: Annotated[int, Field(ge=1, le=24)] = 2
    closed: Annotated[list[ClosedTable], Field(max_length=366)] = Field(default_factory=list)
    moved: Annotated[list[MovedTable], Field(max_length=366)] = Field(default_factory=list)
    opened: Annotated[list[Day], Field(max_length=366)] = Field(default_factory=list)


class PlanningTable(Table):
    """[len_chuong_trinh]"""

    minimum_items: Annotated[int, Field(ge=1, le=20)] | None = None
    maximum_items: Annotated[int, Field(ge=1, le=20)] | None = None
    reminder_rules: Annotated[int, Field(ge=0, le=20)] = 4
    rest_days: Annotated[int, Field(ge=0, le=3650)] = 28
    monthly_minimum: Count = 8
    alarm_weeks: Annotated[int, Field(ge=0, le=52)] = 2
    ahead: Annotated[int, Field(ge=1, le=20)] = 2
    item_seconds: Seconds = 150
    genres: Genres = Field(default_factory=list)
    wants: dict[Name, Text] = Field(default_factory=lambda: {"guong": "gương"})
    repeats: bool = True
    optional: bool = False


class WordsTable(Table):
    """[loi]"""

    ident: LongText
    date: LongText
    contents: LongText
    lead_in: LongText
    part: LongText
    recap_part: LongText
    rule: LongText
    recap: LongText
    correction: LongText
    repeat: LongText
    sign_off: LongText
    synthetic: Annotated[str, StringConstraints(max_length=2000)]
    urgent: LongText = "Sau đây là thông báo cần bà con lưu ý ngay: {title}."


class ShowTable(Table):
    """[chuong_trinh], or one of several [[chuong_trinh]] with what it takes from the tables of the station."""

    key: Key = BULLETIN
    name: Text
    edition: Annotated[str, StringConstraints(max_length=100)] = ""
    enabled: bool = True
    time_zone: Text | None = None
    minutes: Annotated[tuple[Minutes, Minutes], Field(strict=False)] | None = None
    minimum_seconds: Seconds | None = None
    maximum_seconds: Seconds | None = None
    aim_seconds: Seconds | None = None
    khung_gio: Annotated[list[SlotTable], Field(min_length=1, max_length=100)]
    phan: Annotated[list[Segment], Field(min_length=1, max_length=len(ItemKind))] = Field(
        default_factory=lambda: list(ItemKind)
    )
    announcers: Annotated[list[Name], Field(min_length=1, max_length=8)] | None = None
    len_chuong_trinh: PlanningTable = PlanningTable()
    loi: WordsTable

    @property
    def bounds(self) -> Bounds:
        """From the minutes, or from the seconds where they are said; the aim is in the middle."""
        low, high = (round(60 * minutes) for minutes in self.minutes or USUAL_MINUTES)
        low, high = self.minimum_seconds or low, self.maximum_seconds or high
        return Bounds(low, high, self.aim_seconds or (low + high) // 2)


class DialectTable(Table):
    """[giong_doc]"""

    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    zero_tens: Literal["linh", "lẻ"] = "linh"
    four: Literal["tư", "bốn"] = "tư"
    first_days: Literal["", "mùng", "mồng"] = ""


class VoicesTable(Table):
    """[giong], without the voices themselves."""

    announcers: Annotated[list[Name], Field(min_length=1, max_length=8)]


class VoiceTable(Table):
    """[giong.<name>]"""

    engine: Text
    label: Text
    synthetic: bool
    options: dict[str, Option] = Field(default_factory=dict)
    fallback: Name | None = None


class PausesTable(Table):
    """[ngat]"""

    sentence_ms: Milliseconds = 350
    paragraph_ms: Milliseconds = 500
    heading_ms: Milliseconds = 600
    item_ms: Milliseconds = 700
    shortest_ms: Milliseconds = 150
    longest_ms: Milliseconds = 700


class ProfileTable(Table):
    """[ban_phat.<name>]: what a horn, an ear and an encoder can bear."""

    highpass_hz: Annotated[int, Field(ge=20, le=1000)]
    lowpass_hz: Annotated[int, Field(ge=2000, le=20000)] | None = None
    presence_hz: Annotated[int, Field(ge=500, le=10000)] = 3000
    presence_db: Annotated[float, Field(ge=-12, le=12)] = 0.0
    compress_threshold_db: Annotated[float, Field(ge=-60, le=0)] = -20.0
    compress_ratio: Annotated[float, Field(ge=1, le=20)] = 2.0
    loudness_lufs: Annotated[float, Field(ge=-30, le=-9)] = -16.0
    true_peak_dbtp: Annotated[float, Field(ge=-9, le=0)] = -1.5


class ReportingTable(Table):
    """[bao_cao]"""

    half_year: DayOfYear = (6, 5)
    year: DayOfYear = (11, 15)
    signer: Annotated[str, StringConstraints(max_length=100)] = ""
    signer_title: Annotated[str, StringConstraints(max_length=200)] = ""
    recipients: Annotated[list[Text], Field(max_length=30)] = Field(default_factory=list)


class TrustTable(Table):
    """[duyet]"""

    require_approval: bool = True
    require_signature: bool = False


class StationFile(Table):
    """The whole file, without the voices by name; the shows and what they share are read show by show."""

    phuong: WardTable
    chuong_trinh: Annotated[list[dict[str, object]], AsList, Field(min_length=1, max_length=20)]
    khung_gio: object = None
    phan: object = None
    len_chuong_trinh: object = None
    loi: object = None
    lich: CalendarTable = CalendarTable()
    giong_doc: DialectTable = DialectTable()
    giong: VoicesTable
    ngat: PausesTable = PausesTable()
    ban_phat: dict[str, ProfileTable]
    bao_cao: ReportingTable = ReportingTable()
    duyet: TrustTable = TrustTable()
