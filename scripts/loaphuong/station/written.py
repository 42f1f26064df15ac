"""What stands in station.toml in another shape than the nouns: slots of several days, the length of a show, voices.

What a show does not say, it takes from the tables of the station (`load`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from loaphuong.core.forms import AsList, Noun, Text
from loaphuong.core.messages import N_
from loaphuong.station.fields import Announcers, AtTime, Flag, Key, Minutes, Seconds, Short, Weekdays
from loaphuong.station.nouns import Calendar, Dialect, Pauses, Printing, Profile, Publisher, Reporting, Trust
from loaphuong.station.show import BULLETIN, Bounds, ItemKind, Planning, Words

USUAL_MINUTES = (5, 7)


@dataclass(frozen=True, slots=True)
class WrittenSlot(Noun):
    """[[khung_gio]], of the main show or of the one it stands in."""

    weekday: Annotated[Weekdays, Field(title=N_("Day of the week"))]
    at: Annotated[AtTime, Field(title=N_("Time of broadcast"))]
    cluster: Annotated[Short, Field(title=N_("Loudspeakers"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenShow(Noun):
    """[chuong_trinh], or one of several [[chuong_trinh]] with what it takes from the tables of the station."""

    name: Annotated[Text, Field(title=N_("Name of the show"))]
    khung_gio: Annotated[tuple[WrittenSlot, ...], Field(title=N_("Slots"), min_length=1, max_length=100)]
    loi: Annotated[Words, Field(title=N_("Words of the announcer"))]
    key: Annotated[Key, Field(title=N_("Key of the show"))] = BULLETIN
    edition: Annotated[Short, Field(title=N_("What an edition is called"))] = ""
    enabled: Annotated[Flag, Field(title=N_("On the air"))] = True
    time_zone: Annotated[Text | None, Field(title=N_("Time zone"))] = None
    minutes: Annotated[tuple[Minutes, Minutes] | None, Field(title=N_("Minutes of an edition"))] = None
    minimum_seconds: Annotated[Seconds | None, Field(title=N_("Shortest edition"))] = None
    maximum_seconds: Annotated[Seconds | None, Field(title=N_("Longest edition"))] = None
    aim_seconds: Annotated[Seconds | None, Field(title=N_("Length that is aimed at"))] = None
    phan: Annotated[tuple[ItemKind, ...], Field(title=N_("Segments"), min_length=1, max_length=len(ItemKind))] = tuple(
        ItemKind
    )
    announcers: Annotated[Announcers | None, Field(title=N_("Announcers"))] = None
    len_chuong_trinh: Annotated[Planning, Field(title=N_("Planning"))] = field(default_factory=Planning)

    @property
    def bounds(self) -> Bounds:
        """From the minutes, or from the seconds where they are said; the aim is in the middle."""
        low, high = (round(60 * minutes) for minutes in self.minutes or USUAL_MINUTES)
        low, high = self.minimum_seconds or low, self.maximum_seconds or high
        return Bounds(low, high, self.aim_seconds or (low + high) // 2)


@dataclass(frozen=True, slots=True)
class Voices(Noun):
    """[giong], without the voices themselves."""

    announcers: Annotated[Announcers, Field(title=N_("Announcers"))]


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
