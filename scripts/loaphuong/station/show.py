"""A programme format as data: when it is broadcast, how long it lasts, what it is made of, and in which words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

from loaphuong.core.forms import LongText, Noun, describe
from loaphuong.core.messages import N_
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.station.fields import Count, Flag, Genres, GenreWords, Items, Seconds, Whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

BULLETIN = "ban-tin"  # the show that running orders belong to which name none
ALONE = "buoi-rieng"  # the show of a slot that was opened for an urgent notice
URGENT_NOTICE = "Thông báo khẩn"
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
    EVENTS = "su_kien"
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
    """Seconds an edition may last, and what is aimed at; 0 for as long as its words take."""

    minimum_seconds: int
    maximum_seconds: int
    aim_seconds: int


@dataclass(frozen=True, slots=True)
class Words(Noun):
    """[loi]: what the announcer says around the items; `announcer` fills the `{…}`."""

    ident: Annotated[
        LongText,
        describe(
            N_("Opening"),
            N_("The first words; {station} and {programme} are filled in"),
            "Đây là {station}. Mời bà con nghe chương trình {programme}.",
        ),
    ]
    date: Annotated[
        LongText,
        describe(
            N_("Words of the day"),
            N_("What day it is; {weekday} and {date} are filled in"),
            "Hôm nay, {weekday}, ngày {date}.",
        ),
    ]
    contents: Annotated[
        LongText,
        describe(
            N_("Words before the contents"),
            N_("What is to come; {items} are the titles"),
            "Trong bản tin hôm nay có những nội dung sau: {items}.",
        ),
    ]
    lead_in: Annotated[
        LongText,
        describe(
            N_("Lead-in of an article"),
            N_("Before an article; {order}, {kind} and {title} are filled in"),
            "{order}, mời bà con nghe {kind}: {title}.",
        ),
    ]
    part: Annotated[
        LongText, describe(N_("Title of a part"), N_("How a part of a long article is called"), "{title}, phần {part}.")
    ]
    recap_part: Annotated[
        LongText,
        describe(
            N_("Words before a later part"),
            N_("Before a part that goes on"),
            "Ở phần trước, bà con đã nghe phần {previous} của bài: {title}.",
        ),
    ]
    rule: Annotated[
        LongText,
        describe(
            N_("Words before the rules"),
            N_("Before the rules; {code} is where they stand"),
            "Sau đây là mục nhắc nhau cùng thực hiện, trích {code}.",
        ),
    ]
    recap: Annotated[
        LongText,
        describe(
            N_("Words that sum up"),
            N_("What was heard, at the end; {items} are the titles"),
            "Bà con vừa nghe: {items}.",
        ),
    ]
    correction: Annotated[
        LongText,
        describe(
            N_("Words of a correction"),
            N_("What was wrong and what is right"),
            "Đài xin cải chính bài: {title}. {wrong} {right}",
        ),
    ]
    repeat: Annotated[
        LongText,
        describe(
            N_("Words of a repeat"),
            N_("Before an edition that was aired before"),
            "Sau đây là bản tin phát lại của {weekday}, ngày {date}.",
        ),
    ]
    sign_off: Annotated[
        LongText, describe(N_("Closing words"), N_("The last words"), "Bản tin đến đây là hết. Xin cảm ơn bà con.")
    ]
    synthetic: Annotated[
        str,
        describe(
            N_("Words about the voice"),
            N_("That a machine has spoken, where one has"),
            "Bản tin được đọc bằng giọng tổng hợp trên máy tính.",
            max_length=2000,
        ),
    ]
    urgent: Annotated[
        LongText,
        describe(
            N_("Words before an urgent notice"),
            N_("Before an urgent notice"),
            "Sau đây là thông báo cần bà con lưu ý ngay: {title}.",
        ),
    ] = "Sau đây là thông báo cần bà con lưu ý ngay: {title}."
    agenda: Annotated[
        LongText,
        describe(
            N_("Words before the events"),
            N_("Before the events of the days to come"),
            "Sau đây là lịch việc sắp tới của phường.",
        ),
    ] = "Sau đây là lịch việc sắp tới của phường."
    demonstration: Annotated[
        str,
        describe(
            N_("Words of a demonstration"),
            N_("That all this is a demonstration, before the closing words; said where [phuong] says so"),
            "Đây là bản tin trình diễn, mọi câu chuyện đều là minh họa.",
            max_length=2000,
        ),
    ] = ""


@dataclass(frozen=True, slots=True)
class Planning(Noun):
    """[len_chuong_trinh]: how a show is filled. Genres are named as in the articles' front matter.

    An article is reckoned to take `item_seconds`: from it follow the fewest and the most articles where they are not
    said. `genres` are those it reads, all of them when it names none. `wants` are genres, each with what one such
    article is called: every edition has one of them if it can. `repeats`: whether an old edition may be aired again as
    a whole when nothing else is left. `optional`: an edition that nothing is there for falls away, and that is no
    mistake. `ahead_days`: every edition of so many days is recorded ahead, and `ahead` of them at least.
    """

    minimum_items: Annotated[
        Items | None,
        describe(
            N_("Fewest articles"), N_("The fewest articles of an edition; without it they follow from its length"), 2
        ),
    ] = None
    maximum_items: Annotated[
        Items | None,
        describe(N_("Most articles"), N_("The most articles of an edition; without it they follow from its length"), 4),
    ] = None
    reminder_rules: Annotated[
        Whole,
        describe(N_("Rules in a reminder"), N_("How many rules are read in an edition; 0 for none"), 4, ge=0, le=20),
    ] = 4
    rest_days: Annotated[
        Whole, describe(N_("Days of rest"), N_("After how many days an article may be aired again"), 28, ge=0, le=3650)
    ] = 28
    monthly_minimum: Annotated[
        Count, describe(N_("Fewest editions a month"), N_("How many editions a month must have; fewer are told"), 8)
    ] = 8
    alarm_weeks: Annotated[
        Whole, describe(N_("Weeks of alarm"), N_("It is told when new articles last for fewer weeks"), 2, ge=0, le=52)
    ] = 2
    ahead: Annotated[Items, describe(N_("Recorded ahead"), N_("How many editions are recorded ahead"), 2)] = 2
    ahead_days: Annotated[
        Whole,
        describe(N_("Days recorded ahead"), N_("Every edition of so many days is recorded ahead"), 7, ge=0, le=28),
    ] = 7
    item_seconds: Annotated[
        Seconds, describe(N_("Usual length of an article"), N_("How many seconds an article usually takes"), 150)
    ] = 150
    genres: Annotated[
        Genres,
        describe(
            N_("Genres that are read"),
            N_("The genres that are read, by their words in articles; all of them where none is named"),
            ["thong_bao"],
        ),
    ] = ()
    wants: Annotated[
        GenreWords,
        describe(
            N_("Genres that are wanted"),
            N_("The genres each edition has one of, if there is any, and what such an article is called"),
            {"guong": "gương"},
        ),
    ] = (("guong", "gương"),)
    repeats: Annotated[
        Flag,
        describe(N_("Repeats old editions"), N_("Whether an old edition is aired when nothing else is left"), True),
    ] = True
    optional: Annotated[
        Flag,
        describe(
            N_("May fall away"),
            N_("Whether an edition for which there is nothing falls away, instead of being a mistake"),
            False,
        ),
    ] = False
    agenda_events: Annotated[
        Whole,
        describe(N_("Events in a reminder"), N_("How many events are read in an edition; 0 for none"), 3, ge=0, le=10),
    ] = 3
    agenda_days: Annotated[
        Whole, describe(N_("Days of events"), N_("Events of so many days after the edition are read"), 7, ge=1, le=31)
    ] = 7

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

    def alone(self, longest_seconds: int) -> Show:
        """What urgent notices are read in that have a slot of their own: this show's voices and words around them."""
        return replace(
            self,
            key=ALONE,
            name=URGENT_NOTICE,
            edition=URGENT_NOTICE,
            slots=(),
            bounds=Bounds(0, longest_seconds, 0),
            segments=(ItemKind.IDENT, ItemKind.NOTICE, ItemKind.SIGN_OFF),
            words=replace(self.words, ident=self.words.ident.replace("{programme}", self.name)),
            planning=Planning(genres=(ALONE,), wants=(), repeats=False, optional=True),
        )

    @property
    def namings(self) -> int:
        """How often each article is named beside its reading."""
        return len(NAMING_KINDS.intersection(self.segments))

    def at(self, key: str) -> Where:
        """The line of a key of its settings."""
        return self.places.at(key)
