"""The tables of station.toml: their keys, types and what is physically possible."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from loaphuong.core.forms import Clock, Day, DayOfYear, Form, LongText, Moment, Text, written
from loaphuong.core.messages import DEFAULT_LANGUAGE, page_languages
from loaphuong.core.vietnamese import WEEKDAYS, fold

# Thứ Hai, thứ 2, t2, hai; Chủ nhật, CN.
DAYS = {
    spelling: number
    for number, name in enumerate(WEEKDAYS)
    for spelling in (
        *(fold(name), fold(name).removeprefix("thu "), f"thu {number + 2}", f"t{number + 2}"),
        *(("cn",) if name == WEEKDAYS[-1] else ()),
    )
}


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
Name = Annotated[Text, written(r"[A-Za-z0-9_-]+", "lan")]
Address = Annotated[Text, written(r"https?://[^\s/<>\"'?#]+(/[^\s<>\"']*)?", "https://phuong.example/")]
Mail = Annotated[Text, written(r"[^\s@<>\"',;]+@[^\s@<>\"',;]+", "gopy@phuong.example")]
Country = Annotated[Text, written(r"[A-Z]{2,3}", "VN")]
Language = Annotated[str, BeforeValidator(language)]
Option = Annotated[str, BeforeValidator(option)]
Weekday = Annotated[int, BeforeValidator(weekday), Field(ge=0, le=6)]
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


class ProgrammeTable(Table):
    """[chuong_trinh]"""

    name: Text
    time_zone: Text = "Asia/Ho_Chi_Minh"
    minimum_seconds: Seconds = 300
    maximum_seconds: Seconds = 420
    aim_seconds: Seconds = 360


class SlotTable(Table):
    """[[khung_gio]]"""

    weekday: Weekday
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

    minimum_items: Annotated[int, Field(ge=1, le=20)] = 2
    maximum_items: Annotated[int, Field(ge=1, le=20)] = 4
    reminder_rules: Annotated[int, Field(ge=0, le=20)] = 4
    rest_days: Annotated[int, Field(ge=0, le=3650)] = 28
    monthly_minimum: Count = 8
    alarm_weeks: Annotated[int, Field(ge=0, le=52)] = 2
    ahead: Annotated[int, Field(ge=1, le=20)] = 2


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
    """The whole file, without the voices by name."""

    phuong: WardTable
    chuong_trinh: ProgrammeTable
    khung_gio: Annotated[list[SlotTable], Field(min_length=1, max_length=100)]
    lich: CalendarTable = CalendarTable()
    len_chuong_trinh: PlanningTable = PlanningTable()
    loi: WordsTable
    giong_doc: DialectTable = DialectTable()
    giong: VoicesTable
    ngat: PausesTable = PausesTable()
    ban_phat: dict[str, ProfileTable]
    bao_cao: ReportingTable = ReportingTable()
    duyet: TrustTable = TrustTable()
