"""A programme format as data: when it is broadcast, how long it lasts, what it is made of, and in which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from loaphuong.core.forms import LongText, Noun
from loaphuong.core.messages import N_
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.station.fields import Count, Flag, Genres, GenreWords, Items, Seconds, Whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

BULLETIN = "ban-tin"  # the show that running orders belong to which name none
STATION = Where(Project.station)


def no_lines() -> Mapping[str, Where]:
    """No line is known: a show that is not read from a file."""
    return MappingProxyType({})


class ItemKind(StrEnum):
    """The segments of a show, in their usual order; the words of station.toml and of running orders."""

    IDENT = "loi_xuong"
    CONTENTS = "gioi_thieu"
    CORRECTION = "cai_chinh"
    NOTICE = "thong_bao_khan"
    ARTICLE = "bai"
    RULES = "quy_tac"
    RECAP = "diem_lai"
    SIGN_OFF = "chao_ket"


# The items that carry an article, whole or a part of it.
ARTICLE_KINDS = frozenset({ItemKind.ARTICLE, ItemKind.NOTICE})
# The segments that name each article once.
NAMING_KINDS = frozenset({ItemKind.CONTENTS, ItemKind.RECAP})


@dataclass(frozen=True, slots=True)
class SlotRule:
    """A weekly slot: `weekday` as `date.weekday()`, Monday is 0. `key` is its place below the show in station.toml."""

    weekday: int
    at: time
    cluster: str = ""
    key: str = field(default="khung_gio", compare=False)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds an edition may last, and what is aimed at."""

    minimum_seconds: int
    maximum_seconds: int
    aim_seconds: int


@dataclass(frozen=True, slots=True)
class Words(Noun):
    """[loi]: what the announcer says around the items; `announcer` fills the `{…}`."""

    ident: Annotated[LongText, Field(title=N_("Opening"))]
    date: Annotated[LongText, Field(title=N_("Words of the day"))]
    contents: Annotated[LongText, Field(title=N_("Words before the contents"))]
    lead_in: Annotated[LongText, Field(title=N_("Lead-in of an article"))]
    part: Annotated[LongText, Field(title=N_("Title of a part"))]
    recap_part: Annotated[LongText, Field(title=N_("Words before a later part"))]
    rule: Annotated[LongText, Field(title=N_("Words before the rules"))]
    recap: Annotated[LongText, Field(title=N_("Words that sum up"))]
    correction: Annotated[LongText, Field(title=N_("Words of a correction"))]
    repeat: Annotated[LongText, Field(title=N_("Words of a repeat"))]
    sign_off: Annotated[LongText, Field(title=N_("Closing words"))]
    synthetic: Annotated[str, Field(title=N_("Words about the voice"), max_length=2000)]
    urgent: Annotated[LongText, Field(title=N_("Words before an urgent notice"))] = (
        "Sau đây là thông báo cần bà con lưu ý ngay: {title}."
    )


@dataclass(frozen=True, slots=True)
class Planning(Noun):
    """[len_chuong_trinh]: how a show is filled. Genres are named as in the articles' front matter.

    An article is reckoned to take `item_seconds`: from it follow the fewest and the most articles where they are not
    said. `genres` are those it reads, all of them when it names none. `wants` are genres, each with what one such
    article is called: every edition has one of them if it can. `repeats`: whether an old edition may be aired again as
    a whole when nothing else is left. `optional`: an edition that nothing is there for falls away, and that is no
    mistake.
    """

    minimum_items: Annotated[Items | None, Field(title=N_("Fewest articles"))] = None
    maximum_items: Annotated[Items | None, Field(title=N_("Most articles"))] = None
    reminder_rules: Annotated[Whole, Field(title=N_("Rules in a reminder"), ge=0, le=20)] = 4
    rest_days: Annotated[Whole, Field(title=N_("Days of rest"), ge=0, le=3650)] = 28
    monthly_minimum: Annotated[Count, Field(title=N_("Fewest editions a month"))] = 8
    alarm_weeks: Annotated[Whole, Field(title=N_("Weeks of alarm"), ge=0, le=52)] = 2
    ahead: Annotated[Items, Field(title=N_("Recorded ahead"))] = 2
    item_seconds: Annotated[Seconds, Field(title=N_("Usual length of an article"))] = 150
    genres: Annotated[Genres, Field(title=N_("Genres that are read"))] = ()
    wants: Annotated[GenreWords, Field(title=N_("Genres that are wanted"))] = (("guong", "gương"),)
    repeats: Annotated[Flag, Field(title=N_("Repeats old editions"))] = True
    optional: Annotated[Flag, Field(title=N_("May fall away"))] = False

    def reads(self, genre: str) -> bool:
        """Whether articles of a genre are for this show."""
        return not self.genres or genre in self.genres


@dataclass(frozen=True, slots=True)
class Places:
    """Where the settings of a show stand, by their dotted keys below it; "" is the show itself."""

    lines: Mapping[str, Where] = field(default_factory=no_lines)

    def at(self, key: str) -> Where:
        """The line of a key, or of the nearest table above it."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines.get(key, STATION)


@dataclass(frozen=True, slots=True)
class Show:
    """A programme format. `key` names it in files and addresses, `edition` is what one of its broadcasts is called if
    not “Bản tin”.

    `announcers` are voices of the station; several take the articles in turn.
    """

    key: str
    name: str
    slots: tuple[SlotRule, ...]
    bounds: Bounds
    segments: tuple[ItemKind, ...]
    words: Words
    announcers: tuple[str, ...]
    planning: Planning
    edition: str = ""
    places: Places = field(default_factory=Places, compare=False, repr=False)

    @property
    def namings(self) -> int:
        """How often each article is named beside its reading."""
        return len(NAMING_KINDS.intersection(self.segments))

    def at(self, key: str) -> Where:
        """The line of a key of its settings."""
        return self.places.at(key)
