"""Articles: what their editor writes of them, of the people in them, of what was wrong.

Each field is declared here and nowhere else (see `declaration`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from loaphuong.content.declaration import (
    Distinct,
    Listed,
    Outlet,
    Shown,
    Slug,
    Summary,
    Texts,
    Title,
    Written,
)
from loaphuong.content.genres import Genre
from loaphuong.core.choices import pick
from loaphuong.core.forms import GIVEN, AsList, Day, LongText, Moment, Noun, Text, YesNo, describe
from loaphuong.core.messages import N_

PAGE, FEED, DATA, SPOKEN, REPORT = Outlet.PAGE, Outlet.FEED, Outlet.DATA, Outlet.SPOKEN, Outlet.REPORT
# Why names in a field are not looked for.
SIGNS, OFFICE, CITED, ADDRESS = "who signs a text", "an office", "what a text rests on", "an address, not words"


class Status(StrEnum):
    """What the editor says of a text; only `ready` ones can be approved and published."""

    DRAFT = "nhap"
    READY = "cho_duyet"


class Priority(StrEnum):
    """Mức ưu tiên of a broadcast (Thông tư 39/2020)."""

    ORDINARY = "thong_thuong"
    HIGH = "uu_tien"
    URGENT = "khan_cap"


class Channel(StrEnum):
    """Where a person's story may appear, each by a consent of its own."""

    WEB = "web"
    LOUDSPEAKER = "loa"
    PRINT = "in"
    PHOTO = "anh"


@dataclass(frozen=True, slots=True)
class Image(Noun):
    """A picture under content/: `path` is relative to the project once it is read."""

    path: Annotated[
        Text,
        describe(N_("Picture file"), N_("The file, from the folder of the text or from content/"), "../anh/ngo.jpg"),
        Shown(unscanned=ADDRESS),
    ]
    alt: Annotated[
        Text,
        describe(
            N_("Alternative text"), N_("What is to be seen, for those who cannot see it"), "Con ngõ nhỏ lúc sáng sớm"
        ),
    ]
    credit: Annotated[
        Text | None,
        describe(N_("Credit"), N_("Who took it"), "Ảnh minh họa"),
        Shown(unscanned=SIGNS),
    ] = None


@dataclass(frozen=True, slots=True)
class Award(Noun):
    """Khen thưởng: what was given, by whom, when, by which decision."""

    title: Annotated[
        Title,
        describe(N_("Award"), N_("What was given"), "Giấy khen của Chủ tịch UBND phường"),
    ]
    by: Annotated[
        Text,
        describe(N_("Awarded by"), N_("Who gave it"), "UBND phường"),
        Shown(unscanned=OFFICE),
    ]
    on: Annotated[Day | None, describe(N_("Awarded on"), N_("The day it was given"), "10/10/2026")] = None
    decision: Annotated[
        Text | None,
        describe(N_("Decision"), N_("The number of the decision"), "112/QĐ-UBND"),
        Shown(unscanned=CITED),
    ] = None


@dataclass(frozen=True, slots=True)
class Person(Listed):
    """A person in an article. `name` never leaves content/ for a channel that has no consent."""

    name: Annotated[
        Text,
        describe(N_("Name"), N_("As it stands on the consent form; never published by itself"), "Nguyễn Thị Mẫu"),
    ]
    role: Annotated[Text, describe(N_("Role"), N_("What the person is in the text"), "cư dân")]
    channels: Annotated[
        tuple[Annotated[Channel, pick(Channel)], ...],
        AsList,
        Distinct,
        describe(N_("Channels"), N_("What the person has agreed to"), ["web", "loa"]),
    ] = ()
    consent_ref: Annotated[
        Text | None,
        describe(
            N_("Consent reference"), N_("The number of the signed form, which stays in the drawer"), "PDY-2026-014"
        ),
    ] = None
    minor: Annotated[YesNo, describe(N_("Minor"), N_("Whether the person is under 16"), "false")] = False
    guardian_ref: Annotated[
        Text | None,
        describe(N_("Guardian's consent reference"), N_("The number of the guardian's signed form"), "PDY-2026-015"),
    ] = None


@dataclass(frozen=True, slots=True)
class Correction(Listed):
    """Cải chính: what was wrong, what is right."""

    on: Annotated[Day, describe(N_("Corrected on"), N_("The day it is said"), "22/11/2026")]
    wrong: Annotated[
        LongText,
        describe(N_("What was wrong"), N_("What the text said"), "Bài viết ghi 12 hộ."),
    ]
    right: Annotated[LongText, describe(N_("What is right"), N_("What is true"), "Đúng là 21 hộ.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Written):
    """One Markdown file of an articles section. `approver` and the like are the register's words, not the editor's."""

    title: Annotated[
        Title,
        describe(N_("Title"), N_("A headline that says what happened"), "Con ngõ sạch mỗi sớm mai"),
        Shown(PAGE | FEED | DATA | SPOKEN | REPORT, schema="headline"),
    ]
    summary: Annotated[
        Summary,
        describe(
            N_("Summary"),
            N_("The sapo, one or two sentences of 25 to 45 words: who, where, what"),
            "Cả ngõ cùng giữ sạch lối đi chung, mỗi nhà một việc nhỏ.",
        ),
        Shown(PAGE | FEED | DATA | SPOKEN, schema="description"),
    ]
    section: Annotated[
        str,
        Field(title=N_("Section")),
        GIVEN,
        Shown(PAGE | FEED | DATA | REPORT, about=5, counted=True, unscanned=ADDRESS),
    ] = ""
    genre: Annotated[
        Genre,
        pick(Genre),
        describe(N_("Genre"), N_("What kind of text it is"), "guong"),
        Shown(REPORT, counted=True),
    ]
    status: Annotated[
        Status,
        pick(Status),
        describe(N_("Status"), N_("A draft is left in peace; what is ready may be approved"), "cho_duyet"),
    ] = Status.READY
    author: Annotated[
        Text,
        describe(N_("Author"), N_("Who wrote it, by office or by name"), "Công chức Văn hóa - Xã hội phường"),
        Shown(PAGE | FEED | DATA, about=50, unscanned=SIGNS),
    ]
    editor: Annotated[
        Text | None,
        describe(N_("Editor"), N_("Who edited it"), "Ban biên tập"),
        Shown(PAGE, about=70, unscanned=SIGNS),
    ] = None
    source: Annotated[
        Text | None,
        describe(N_("Source"), N_("Where it was first published, or what it is taken from"), "Báo Hà Nội mới"),
        Shown(PAGE | FEED, about=60, unscanned=CITED),
    ] = None
    approver: Annotated[str | None, Field(title=N_("Approved by")), GIVEN, Shown(PAGE, about=80, unscanned=SIGNS)] = (
        None
    )
    approver_title: Annotated[str | None, GIVEN, Shown(PAGE, unscanned=SIGNS)] = None
    approved_at: Annotated[datetime | None, GIVEN] = None
    published_at: Annotated[
        Moment,
        describe(N_("Publication date"), N_("From when it may be read; a later one waits"), "21/11/2026 16:30"),
        Shown(PAGE | FEED | DATA | REPORT),
    ]
    updated_at: Annotated[
        Moment | None,
        describe(N_("Update date"), N_("When it was last changed for its readers"), "22/11/2026 08:00"),
        Shown(PAGE | FEED | DATA),
    ] = None
    received_on: Annotated[
        Day | None,
        describe(N_("Received on"), N_("The day the suggestion was received that is answered here"), "12/10/2026"),
        Shown(PAGE),
    ] = None
    legal_basis: Annotated[
        Texts,
        describe(N_("Legal basis"), N_("The documents it rests on"), ["1665/QĐ-UBND"]),
        Shown(PAGE, about=90, unscanned=CITED),
    ] = ()
    topic: Annotated[
        Slug | None,
        describe(N_("Topic"), N_("The monthly topic it belongs to, by its file's name"), "giu-sach-loi-di"),
        Shown(PAGE, about=10, unscanned=ADDRESS),
    ] = None
    model: Annotated[
        Slug | None,
        describe(N_("Model"), N_("The model of good conduct it tells of, by its file's name"), "chung-cu-van-hoa"),
        Shown(PAGE | REPORT, about=20, counted=True, unscanned=ADDRESS),
    ] = None
    rules: Annotated[
        Texts,
        Distinct,
        describe(N_("Rules"), N_("The rules it is about, each as file#rule"), ["qd-1665#r1"]),
        Shown(PAGE, unscanned=ADDRESS),
    ] = ()
    residential_group: Annotated[
        Text | None,
        describe(N_("Residential group"), N_("Where it happened; never with a child in it"), "Tổ dân phố số 3"),
        Shown(PAGE | REPORT, about=30, counted=True, traceable=True),
    ] = None
    subject_group: Annotated[
        Text | None,
        describe(N_("Subject group"), N_("The group it tells of, where it is no single person"), "Chi hội Phụ nữ số 2"),
        Shown(PAGE, about=40),
    ] = None
    award: Annotated[
        Award | None,
        describe(
            N_("Award"),
            N_("What the people or the group were honoured with"),
            {"title": "Giấy khen", "by": "UBND phường"},
        ),
        Shown(PAGE | REPORT),
    ] = None
    image: Annotated[
        Image | None,
        describe(
            N_("Picture"),
            N_("The picture at the head of the text"),
            {"path": "../anh/ngo.jpg", "alt": "Con ngõ nhỏ lúc sáng sớm"},
        ),
        Shown(PAGE),
    ] = None
    illustrative: Annotated[
        YesNo,
        describe(N_("Illustrative"), N_("Whether the story is made up, with no real person in it"), "true"),
        Shown(PAGE | FEED | SPOKEN),
    ] = False
    lead_in: Annotated[
        LongText | None,
        describe(N_("Lead-in"), N_("What the announcer says before the title"), "Chuyện nhỏ ở một con ngõ."),
        Shown(SPOKEN),
    ] = None
    repeats: Annotated[
        YesNo,
        describe(
            N_("Said again"),
            N_("Whether the loudspeakers say the time, place and telephone of a notice again at its end"),
            "true",
            alias="nhac_lai",
        ),
        Shown(SPOKEN),
    ] = False
    broadcast: Annotated[
        YesNo,
        describe(N_("Broadcast"), N_("Whether it is read on the loudspeakers too"), "false"),
    ] = True
    broadcast_from: Annotated[
        Day | None,
        describe(N_("Broadcast from"), N_("Not read before this day"), "24/11/2026"),
    ] = None
    expires: Annotated[Day | None, describe(N_("Expires"), N_("Not read after this day"), "31/12/2026")] = None
    priority: Annotated[
        Priority,
        pick(Priority),
        describe(N_("Priority"), N_("How pressing it is; an urgent one is read first"), "uu_tien"),
    ] = Priority.ORDINARY
    people: Annotated[
        tuple[Person, ...],
        AsList,
        describe(
            N_("People"),
            N_("Each real person in the text, with what they agreed to"),
            [{"name": "Nguyễn Thị Mẫu", "role": "cư dân"}],
            max_length=50,
        ),
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...],
        AsList,
        describe(
            N_("Correction"),
            N_("What the text had wrong; it stays on the page and is read aloud"),
            [{"on": "22/11/2026", "wrong": "Bài viết ghi 12 hộ.", "right": "Đúng là 21 hộ."}],
            alias="correction",
            max_length=50,
        ),
        Shown(PAGE | FEED | DATA | SPOKEN | REPORT),
    ] = ()
    aliases: Annotated[
        Texts,
        Distinct,
        describe(N_("Former addresses"), N_("Addresses it had before, which lead to it"), ["ngo-cu"]),
    ] = ()
    body: Annotated[str, GIVEN, Shown(PAGE | FEED | SPOKEN)] = ""

    @property
    def changed_at(self) -> datetime:
        """When readers should look again: the last of publishing, updating and corrections (from their day's start)."""
        zone = self.published_at.tzinfo
        corrected = (datetime.combine(found.on, time(), zone) for found in self.corrections)
        return max(self.published_at, self.updated_at or self.published_at, *corrected)
