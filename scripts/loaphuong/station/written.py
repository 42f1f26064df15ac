"""What stands in station.toml in another shape than the nouns: slots of several days, the length of a show, voices.

What a show does not say, it takes from the tables of the station (`load`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from loaphuong.core.forms import AsList, Noun, Text, describe
from loaphuong.core.messages import N_
from loaphuong.station.calendar import Calendar
from loaphuong.station.entry_form import EntryForm
from loaphuong.station.fields import Announcers, AtTime, Flag, Key, Minutes, Seconds, Short, Weekdays
from loaphuong.station.nouns import Dialect, Pauses, Profile, Publisher, Reporting, Trust
from loaphuong.station.organisations import Organisation
from loaphuong.station.printing import Printing
from loaphuong.station.services import Errand
from loaphuong.station.show import BULLETIN, Bounds, ItemKind, Planning, Words

USUAL_MINUTES = (5, 7)


@dataclass(frozen=True, slots=True)
class WrittenSlot(Noun):
    """[[khung_gio]], of the main show or of the one it stands in."""

    weekday: Annotated[
        Weekdays,
        describe(
            N_("Day of the week"), N_("The day or the days of the week, or “hằng ngày”, “ngày thường”"), "thứ sáu"
        ),
    ]
    at: Annotated[AtTime, describe(N_("Time of broadcast"), N_("When it begins"), "16:30")]
    cluster: Annotated[Short, describe(N_("Loudspeakers"), N_("Which loudspeakers carry it"), "Toàn phường")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenShow(Noun):
    """[chuong_trinh], or one of several [[chuong_trinh]] with what it takes from the tables of the station."""

    name: Annotated[
        Text,
        describe(
            N_("Name of the show"), N_("What the show is called on air and on the page"), "Nếp sống đẹp phường ta"
        ),
    ]
    khung_gio: Annotated[
        tuple[WrittenSlot, ...],
        describe(
            N_("Slots"),
            N_("When it is broadcast in a week"),
            [{"weekday": "thứ sáu", "at": "16:30"}],
            min_length=1,
            max_length=100,
        ),
    ]
    loi: Annotated[
        Words,
        describe(
            N_("Words of the announcer"), N_("What the announcer says in this show; the rest is taken from [loi]"), {}
        ),
    ]
    key: Annotated[
        Key,
        describe(N_("Key of the show"), N_("Its short name in addresses and files; never changed again"), "thong-bao"),
    ] = BULLETIN
    edition: Annotated[
        Short, describe(N_("What an edition is called"), N_("What one broadcast of it is called"), "Thông báo")
    ] = ""
    enabled: Annotated[Flag, describe(N_("On the air"), N_("Whether it is broadcast at all"), True)] = True
    time_zone: Annotated[
        Text | None, describe(N_("Time zone"), N_("The zone of all times of the station"), "Asia/Ho_Chi_Minh")
    ] = None
    minutes: Annotated[
        tuple[Minutes, Minutes] | None,
        describe(N_("Minutes of an edition"), N_("From how many to how many minutes an edition lasts"), [5, 7]),
    ] = None
    minimum_seconds: Annotated[
        Seconds | None, describe(N_("Shortest edition"), N_("The same to the second: no edition is shorter"), 300)
    ] = None
    maximum_seconds: Annotated[
        Seconds | None, describe(N_("Longest edition"), N_("The same to the second: no edition is longer"), 420)
    ] = None
    aim_seconds: Annotated[
        Seconds | None, describe(N_("Length that is aimed at"), N_("What is aimed at; without it the middle"), 360)
    ] = None
    phan: Annotated[
        tuple[ItemKind, ...],
        describe(
            N_("Segments"),
            N_("What an edition is made of, in this order"),
            ["loi_xuong", "bai", "chao_ket"],
            min_length=1,
            max_length=len(ItemKind),
        ),
    ] = tuple(ItemKind)
    announcers: Annotated[
        Announcers | None,
        describe(N_("Announcers"), N_("The voices that read it; several take turns"), ["lan", "minh"]),
    ] = None
    len_chuong_trinh: Annotated[
        Planning, describe(N_("Planning"), N_("How this show is filled; the rest is taken from [len_chuong_trinh]"), {})
    ] = field(default_factory=Planning)

    @property
    def bounds(self) -> Bounds:
        """From the minutes, or from the seconds where they are said; the aim is in the middle."""
        low, high = (round(60 * minutes) for minutes in self.minutes or USUAL_MINUTES)
        low, high = self.minimum_seconds or low, self.maximum_seconds or high
        return Bounds(low, high, self.aim_seconds or (low + high) // 2)


@dataclass(frozen=True, slots=True)
class Voices(Noun):
    """[giong], without the voices themselves."""

    announcers: Annotated[
        Announcers, describe(N_("Announcers"), N_("The voices that read where a show names none"), ["lan", "minh"])
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class StationFile(Noun):
    """The whole file, without the voices by name; the shows and what they share are read show by show."""

    phuong: Publisher
    chuong_trinh: Annotated[tuple[dict[str, object], ...], AsList, Field(min_length=1, max_length=20)]
    giong: Voices
    ban_phat: dict[str, Profile]
    khung_gio: object = None
    phan: object = None
    len_chuong_trinh: object = None
    loi: object = None
    lich: Calendar = field(default_factory=Calendar)
    giong_doc: Dialect = field(default_factory=Dialect)
    ngat: Pauses = field(default_factory=Pauses)
    bao_cao: Reporting = field(default_factory=Reporting)
    duyet: Trust = field(default_factory=Trust)
    in_an: Printing = field(default_factory=Printing)
    phieu_nhap: EntryForm = field(default_factory=EntryForm)
    viec_can_lam: Annotated[tuple[Errand, ...], Field(max_length=12)] = ()
    co_quan: Annotated[tuple[Organisation, ...], Field(max_length=200)] = ()
