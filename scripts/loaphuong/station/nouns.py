"""The station as audio/station.toml describes it, frozen: each table is a noun, each key declared once.

Durations are in the unit their name ends with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

from loaphuong.core.forms import GIVEN, DayOfYear, LongText, Noun, Text, WebAddress, describe
from loaphuong.core.messages import DEFAULT_LANGUAGE, N_
from loaphuong.core.project import Project
from loaphuong.core.where import Where, no_lines
from loaphuong.station.fields import (
    Flag,
    Language,
    Mail,
    Milliseconds,
    Name,
    Number,
    Options,
    Short,
    SiteAddress,
    Whole,
)
from loaphuong.station.show import ALONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.station.calendar import Calendar
    from loaphuong.station.entry_form import EntryForm
    from loaphuong.station.organisations import Organisation
    from loaphuong.station.printing import Printing
    from loaphuong.station.services import Errand
    from loaphuong.station.show import Show


@dataclass(frozen=True, slots=True)
class Publisher(Noun):
    """[phuong]: who publishes. `demonstration` is said in the footer of every page; `language` is the page's own."""

    name: Annotated[
        Text, describe(N_("Name of the ward"), N_("The ward, as pages and feeds call it"), "Phường Bạch Đằng")
    ]
    authority: Annotated[
        Text,
        describe(N_("Authority"), N_("Who publishes and answers for the site"), "Ủy ban nhân dân phường Bạch Đằng"),
    ]
    parent: Annotated[
        Text, describe(N_("City or province"), N_("The city or province the ward belongs to"), "Thành phố Hà Nội")
    ]
    site_url: Annotated[
        SiteAddress,
        describe(
            N_("Address of the site"), N_("Where the finished site will be read, with https"), "https://phuong.example/"
        ),
    ]
    email: Annotated[Mail, describe(N_("Mail address"), N_("Where residents write to"), "gopy@phuong.example")]
    phone: Annotated[Text, describe(N_("Telephone"), N_("The number residents call"), "024.0000.0000")]
    address: Annotated[
        Text, describe(N_("Postal address"), N_("Where residents come to"), "Trụ sở Ủy ban nhân dân phường")
    ]
    station_name: Annotated[
        Text,
        describe(
            N_("Name of the station"),
            N_("How the station calls itself on the air"),
            "Đài truyền thanh phường Bạch Đằng",
        ),
    ]
    description: Annotated[
        LongText,
        describe(
            N_("What the site is about"),
            N_("One sentence for search engines, feeds and the home page"),
            "Gương người tốt, việc tốt và nếp sống đẹp của phường.",
        ),
    ]
    demonstration: Annotated[
        Flag, describe(N_("Demonstration"), N_("Whether every page says that the site is a demonstration"), True)
    ] = False
    demonstration_note: Annotated[
        str,
        describe(
            N_("What the demonstration is"),
            N_("What of it is real and what is not; said on every page and in the feeds"),
            "Kế hoạch năm 2023 là có thật; mọi việc của năm 2026 là minh họa.",
            max_length=600,
        ),
    ] = ""
    portal_url: Annotated[
        WebAddress | None,
        describe(N_("Portal above"), N_("The portal of the city or province"), "https://hanoi.gov.vn/"),
    ] = None
    services_url: Annotated[
        WebAddress | None,
        describe(N_("Public services"), N_("Where public services are asked for online"), "https://dichvucong.gov.vn/"),
    ] = None
    feedback_endpoint: Annotated[
        WebAddress | None,
        describe(
            N_("Where feedback is sent"),
            N_("The address that the feedback form is sent to; without it residents write a mail"),
            "https://gopy.phuong.example/gui",
        ),
    ] = None
    websub_hub: Annotated[
        WebAddress | None,
        describe(
            N_("Hub for feeds"), N_("A server that tells feed readers of what is new"), "https://hub.phuong.example/"
        ),
    ] = None
    language: Annotated[
        Language, describe(N_("Language of the page"), N_("The language of what the page itself says"), "vi")
    ] = DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class Pauses(Noun):
    """[ngat]: milliseconds of silence after each kind of text; fitting stays between `shortest_ms` and `longest_ms`."""

    sentence_ms: Annotated[
        Milliseconds,
        describe(N_("Pause after a sentence"), N_("Thousandths of a second of silence after a sentence"), 350),
    ] = 350
    paragraph_ms: Annotated[
        Milliseconds,
        describe(N_("Pause after a paragraph"), N_("Thousandths of a second of silence after a paragraph"), 500),
    ] = 500
    heading_ms: Annotated[
        Milliseconds,
        describe(N_("Pause after a heading"), N_("Thousandths of a second of silence after a heading"), 600),
    ] = 600
    item_ms: Annotated[
        Milliseconds,
        describe(N_("Pause after an item"), N_("Thousandths of a second of silence after a part of the bulletin"), 700),
    ] = 700
    shortest_ms: Annotated[
        Milliseconds, describe(N_("Shortest pause"), N_("No pause becomes shorter when a bulletin is made to fit"), 150)
    ] = 150
    longest_ms: Annotated[
        Milliseconds, describe(N_("Longest pause"), N_("No pause becomes longer when a bulletin is made to fit"), 700)
    ] = 700


@dataclass(frozen=True, slots=True)
class VoiceSettings(Noun):
    """[giong.<name>]: an engine by name or import path, and what it is told. `fallback` names another voice."""

    engine: Annotated[
        Text,
        describe(
            N_("Engine"), N_("espeak, piper, http, command or recording, or a class by its import path"), "espeak"
        ),
    ]
    label: Annotated[
        Text,
        describe(N_("What residents call the voice"), N_("What the page calls the voice"), "Giọng đọc một (tổng hợp)"),
    ]
    synthetic: Annotated[
        Flag,
        describe(N_("Made by a machine"), N_("Whether a machine speaks; bulletin, page and files then say so"), True),
    ]
    options: Annotated[
        Options,
        describe(
            N_("Options of the engine"),
            N_("What the engine is told; each engine knows its own"),
            {"rate": 150, "pitch": 55},
        ),
    ] = ()
    fallback: Annotated[
        Name | None, describe(N_("Voice that stands in"), N_("The voice that speaks where this one fails"), "minh")
    ] = None
    name: Annotated[str, GIVEN] = ""
    where: Annotated[Where, GIVEN] = field(default=Where(Project.station), compare=False)


@dataclass(frozen=True, slots=True)
class Profile(Noun):
    """[ban_phat.<name>]: a master, within what a horn, an ear and an encoder can bear."""

    highpass_hz: Annotated[
        Whole,
        describe(N_("Lowest frequency"), N_("What is lower is taken out; a horn cannot carry it"), 250, ge=20, le=1000),
    ]
    lowpass_hz: Annotated[
        Whole | None, describe(N_("Highest frequency"), N_("What is higher is taken out"), 7000, ge=2000, le=20000)
    ] = None
    presence_hz: Annotated[
        Whole,
        describe(
            N_("Frequency of the voice"),
            N_("The frequency around which a voice is made clearer"),
            3000,
            ge=500,
            le=10000,
        ),
    ] = 3000
    presence_db: Annotated[
        Number, describe(N_("Lift of the voice"), N_("By how many decibels it is made clearer"), 4.0, ge=-12, le=12)
    ] = 0.0
    compress_threshold_db: Annotated[
        Number,
        describe(
            N_("Compression from"), N_("From which level loud and soft are brought together"), -24.0, ge=-60, le=0
        ),
    ] = -20.0
    compress_ratio: Annotated[
        Number, describe(N_("Compression ratio"), N_("How much loud and soft are brought together"), 4.0, ge=1, le=20)
    ] = 2.0
    loudness_lufs: Annotated[
        Number, describe(N_("Loudness"), N_("How loud the whole is, by EBU R 128"), -16.0, ge=-30, le=-9)
    ] = -16.0
    true_peak_dbtp: Annotated[
        Number, describe(N_("Highest peak"), N_("No sample is louder, so that nothing is distorted"), -1.5, ge=-9, le=0)
    ] = -1.5
    name: Annotated[str, GIVEN] = ""


@dataclass(frozen=True, slots=True)
class Dialect(Noun):
    """[giong_doc]: how numbers are said, and whether the days 1 to 10 take mùng."""

    thousand: Annotated[
        Literal["nghìn", "ngàn"], describe(N_("How a thousand is said"), N_("How the voice reads a thousand"), "nghìn")
    ] = "nghìn"
    zero_tens: Annotated[
        Literal["linh", "lẻ"],
        describe(N_("How an empty ten is said"), N_("How the voice reads the zero in 105"), "linh"),
    ] = "linh"
    first_days: Annotated[
        Literal["", "mùng", "mồng"],
        describe(
            N_("What the first ten days take"),
            N_("The word before the first ten days of a month; empty for none"),
            "mùng",
        ),
    ] = ""
    four: Annotated[
        Literal["tư", "bốn"], describe(N_("How four is said"), N_("How the voice reads the four in 24"), "tư")
    ] = "tư"


@dataclass(frozen=True, slots=True)
class Reporting(Noun):
    """[bao_cao]: deadlines (month, day) of the half-year and year reports, who signs, who receives."""

    half_year: Annotated[
        DayOfYear,
        describe(N_("Half-year report due"), N_("Day and month by which the report of the half-year is due"), "05/6"),
    ] = (6, 5)
    year: Annotated[
        DayOfYear, describe(N_("Year report due"), N_("Day and month by which the report of the year is due"), "15/11")
    ] = (11, 15)
    signer: Annotated[Short, describe(N_("Signer"), N_("Who signs the reports"), "Nguyễn Thị Mẫu")] = ""
    signer_title: Annotated[
        str,
        describe(
            N_("Title of the signer"), N_("In which office, line by line"), "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", max_length=200
        ),
    ] = ""
    recipients: Annotated[
        tuple[Text, ...],
        describe(N_("Recipients"), N_("Who receives the reports"), ["UBND thành phố", "Lưu: VT"], max_length=30),
    ] = ()


@dataclass(frozen=True, slots=True)
class Trust(Noun):
    """[duyet]: whether approval is required at all, whether it must be signed."""

    require_approval: Annotated[
        Flag,
        describe(
            N_("Only what is approved"), N_("Whether only what someone has approved is published and broadcast"), True
        ),
    ] = True
    require_signature: Annotated[
        Flag, describe(N_("Only what is signed"), N_("Whether approvals must be signed with a key"), False)
    ] = False


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
    entry_form: EntryForm
    where: Where
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)
    errands: tuple[Errand, ...] = ()
    organisations: tuple[Organisation, ...] = ()

    @property
    def main(self) -> Show:
        """The first show: what the ward's loudspeakers are known for."""
        return self.shows[0]

    @property
    def zone(self) -> ZoneInfo:
        """The zone of all its times."""
        return ZoneInfo(self.time_zone)

    def show(self, key: str) -> Show:
        """The show of a key, that of urgent notices among them; the main one where it is no more."""
        if key == ALONE:
            return self.main.alone(self.calendar.session_max_seconds)
        return next((show for show in self.shows if show.key == key), self.main)

    def at(self, key: str) -> Where:
        """The line of a dotted key of station.toml."""
        return Where(self.where.path, self.lines.get(key, 0))
