"""What editors write, checked and frozen: sections, articles, codes, models, topics, pages.

Each field is declared here and nowhere else (see `declaration`). Times are aware and in the station's zone, text is
Unicode NFC, paths are relative to the project and written with `/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from loaphuong.content.declaration import Address, Distinct, Order, Outlet, Shown, Slug, Summary, Texts, Title
from loaphuong.content.genres import Genre
from loaphuong.core.forms import GIVEN, AsList, Day, LongText, Moment, Month, Noun, Text, YesNo
from loaphuong.core.messages import N_
from loaphuong.core.where import Where, no_lines

PAGE, FEED, DATA, SPOKEN, REPORT = Outlet.PAGE, Outlet.FEED, Outlet.DATA, Outlet.SPOKEN, Outlet.REPORT
# Why names in a field are not looked for.
SIGNS, OFFICE, CITED, ADDRESS = "who signs a text", "an office", "what a text rests on", "an address, not words"


class SectionKind(StrEnum):
    """What the files of a folder of content/ are; its index.md says so (`kind`)."""

    ARTICLES = "bai_viet"
    CODES = "quy_tac"
    MODELS = "mo_hinh"
    TOPICS = "chuyen_de"
    PAGES = "trang"


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


class Stance(StrEnum):
    """Whether a rule says what to do or what to leave."""

    DO = "nen"
    DONT = "khong_nen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Noun):
    """One Markdown file. `slug` is its address, in the front matter or by its name; `body` starts at `body_line`.

    `lines` gives the line of each front-matter key, so that a later stage can still name the place.
    """

    title: Annotated[Title, Field(title=N_("Title"))]
    summary: Annotated[Summary, Field(title=N_("Summary"))]
    slug: Annotated[Address, Field(title=N_("Address"))] = ""
    where: Annotated[Where, GIVEN] = Where("")
    body: Annotated[str, GIVEN] = ""
    body_line: Annotated[int, GIVEN] = 1
    source_text: Annotated[str, GIVEN] = field(default="", compare=False, repr=False)
    lines: Annotated[Mapping[str, int], GIVEN] = field(default_factory=no_lines, compare=False, repr=False)

    def at(self, key: str) -> Where:
        """The line of a dotted front-matter key, or of what is around it; of the body's first line for `body`."""
        if key == "body":
            return Where(self.where.path, self.body_line)
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return Where(self.where.path, self.lines.get(key, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Noun):
    """One of several in a file: it knows its own line."""

    where: Annotated[Where, GIVEN] = Where("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Written):
    """A folder of content/ (chuyên mục), told by its index.md; `slug` is the folder's name."""

    slug: Annotated[str, GIVEN] = ""
    kind: Annotated[SectionKind, Field(title=N_("Kind"))] = SectionKind.ARTICLES
    order: Annotated[Order, Field(title=N_("Order"))] = 0


@dataclass(frozen=True, slots=True)
class Image(Noun):
    """A picture under content/: `path` is relative to the project once it is read."""

    path: Annotated[Text, Field(title=N_("Picture file")), Shown(unscanned=ADDRESS)]
    alt: Annotated[Text, Field(title=N_("Alternative text"))]
    credit: Annotated[Text | None, Field(title=N_("Credit")), Shown(unscanned=SIGNS)] = None


@dataclass(frozen=True, slots=True)
class Award(Noun):
    """Khen thưởng: what was given, by whom, when, by which decision."""

    title: Annotated[Title, Field(title=N_("Award"))]
    by: Annotated[Text, Field(title=N_("Awarded by")), Shown(unscanned=OFFICE)]
    on: Annotated[Day | None, Field(title=N_("Awarded on"))] = None
    decision: Annotated[Text | None, Field(title=N_("Decision")), Shown(unscanned=CITED)] = None


@dataclass(frozen=True, slots=True)
class Person(Listed):
    """A person in an article. `name` never leaves content/ for a channel that has no consent."""

    name: Annotated[Text, Field(title=N_("Name"))]
    role: Annotated[Text, Field(title=N_("Role"))]
    channels: Annotated[tuple[Channel, ...], AsList, Distinct, Field(title=N_("Channels"))] = ()
    consent_ref: Annotated[Text | None, Field(title=N_("Consent reference"))] = None
    minor: Annotated[YesNo, Field(title=N_("Minor"))] = False
    guardian_ref: Annotated[Text | None, Field(title=N_("Guardian's consent reference"))] = None


@dataclass(frozen=True, slots=True)
class Correction(Listed):
    """Cải chính: what was wrong, what is right."""

    on: Annotated[Day, Field(title=N_("Corrected on"))]
    wrong: Annotated[LongText, Field(title=N_("What was wrong"))]
    right: Annotated[LongText, Field(title=N_("What is right"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Written):
    """One Markdown file of an articles section. `approver` and the like are the register's words, not the editor's."""

    title: Annotated[
        Title,
        Field(title=N_("Title"), examples=["Con ngõ sạch mỗi sớm mai"]),
        Shown(PAGE | FEED | DATA | SPOKEN | REPORT, schema="headline"),
    ]
    summary: Annotated[
        Summary,
        Field(title=N_("Summary"), examples=["Cả ngõ cùng giữ sạch lối đi chung, mỗi nhà một việc nhỏ."]),
        Shown(PAGE | FEED | DATA | SPOKEN, schema="description"),
    ]
    section: Annotated[
        str, Field(title=N_("Section")), GIVEN, Shown(PAGE | REPORT, about=5, counted=True, unscanned=ADDRESS)
    ] = ""
    genre: Annotated[Genre, Field(title=N_("Genre"), examples=["guong"]), Shown(REPORT, counted=True)]
    status: Annotated[Status, Field(title=N_("Status"), examples=["cho_duyet"])] = Status.READY
    author: Annotated[
        Text,
        Field(title=N_("Author"), examples=["Công chức Văn hóa - Xã hội phường"]),
        Shown(PAGE | FEED | DATA, about=50, unscanned=SIGNS),
    ]
    editor: Annotated[
        Text | None, Field(title=N_("Editor"), examples=["Ban biên tập"]), Shown(PAGE, about=70, unscanned=SIGNS)
    ] = None
    source: Annotated[
        Text | None,
        Field(title=N_("Source"), examples=["Báo Hà Nội mới"]),
        Shown(PAGE | FEED, about=60, unscanned=CITED),
    ] = None
    approver: Annotated[str | None, Field(title=N_("Approved by")), GIVEN, Shown(PAGE, about=80, unscanned=SIGNS)] = (
        None
    )
    approver_title: Annotated[str | None, GIVEN, Shown(PAGE, unscanned=SIGNS)] = None
    approved_at: Annotated[datetime | None, GIVEN] = None
    published_at: Annotated[
        Moment, Field(title=N_("Publication date"), examples=["21/11/2026 16:30"]), Shown(PAGE | FEED | DATA | REPORT)
    ]
    updated_at: Annotated[
        Moment | None, Field(title=N_("Update date"), examples=["22/11/2026 08:00"]), Shown(PAGE | FEED | DATA)
    ] = None
    legal_basis: Annotated[
        Texts, Field(title=N_("Legal basis"), examples=[["1665/QĐ-UBND"]]), Shown(PAGE, about=90, unscanned=CITED)
    ] = ()
    topic: Annotated[
        Slug | None, Field(title=N_("Topic"), examples=["giu-sach-loi-di"]), Shown(PAGE, about=10, unscanned=ADDRESS)
    ] = None
    model: Annotated[
        Slug | None,
        Field(title=N_("Model"), examples=["chung-cu-van-hoa"]),
        Shown(PAGE | REPORT, about=20, counted=True, unscanned=ADDRESS),
    ] = None
    rules: Annotated[
        Texts, Distinct, Field(title=N_("Rules"), examples=[["qd-1665#r1"]]), Shown(PAGE, unscanned=ADDRESS)
    ] = ()
    residential_group: Annotated[
        Text | None,
        Field(title=N_("Residential group"), examples=["Tổ dân phố số 3"]),
        Shown(PAGE | REPORT, about=30, counted=True, traceable=True),
    ] = None
    subject_group: Annotated[
        Text | None, Field(title=N_("Subject group"), examples=["Chi hội Phụ nữ số 2"]), Shown(PAGE, about=40)
    ] = None
    award: Annotated[
        Award | None,
        Field(title=N_("Award"), examples=[{"title": "Giấy khen", "by": "UBND phường"}]),
        Shown(PAGE | REPORT),
    ] = None
    image: Annotated[
        Image | None,
        Field(title=N_("Picture"), examples=[{"path": "ngo.jpg", "alt": "Con ngõ nhỏ lúc sáng sớm"}]),
        Shown(PAGE),
    ] = None
    illustrative: Annotated[YesNo, Field(title=N_("Illustrative"), examples=["true"]), Shown(PAGE | FEED | SPOKEN)] = (
        False
    )
    lead_in: Annotated[
        LongText | None, Field(title=N_("Lead-in"), examples=["Chuyện nhỏ ở một con ngõ."]), Shown(SPOKEN)
    ] = None
    broadcast: Annotated[YesNo, Field(title=N_("Broadcast"), examples=["false"])] = True
    broadcast_from: Annotated[Day | None, Field(title=N_("Broadcast from"), examples=["24/11/2026"])] = None
    expires: Annotated[Day | None, Field(title=N_("Expires"), examples=["31/12/2026"])] = None
    priority: Annotated[Priority, Field(title=N_("Priority"), examples=["uu_tien"])] = Priority.ORDINARY
    people: Annotated[tuple[Person, ...], AsList, Field(title=N_("People"), max_length=50)] = ()
    corrections: Annotated[
        tuple[Correction, ...],
        AsList,
        Field(title=N_("Correction"), alias="correction", max_length=50),
        Shown(PAGE | FEED | DATA | SPOKEN | REPORT),
    ] = ()
    aliases: Annotated[Texts, Distinct, Field(title=N_("Former addresses"), examples=[["ngo-cu"]])] = ()
    body: Annotated[str, GIVEN, Shown(PAGE | FEED | SPOKEN)] = ""

    @property
    def changed_at(self) -> datetime:
        """When readers should look again: the last of publishing, updating and corrections (from their day's start)."""
        zone = self.published_at.tzinfo
        corrected = (datetime.combine(found.on, time(), zone) for found in self.corrections)
        return max(self.published_at, self.updated_at or self.published_at, *corrected)


@dataclass(frozen=True, slots=True)
class Rule(Listed):
    """One line of a code of conduct, `id` unique in it. `place` is where it holds; `spoken` replaces `text` aloud."""

    id: Annotated[Slug, Field(title=N_("Rule id"))]
    text: Annotated[Summary, Field(title=N_("Rule text"))]
    stance: Annotated[Stance, Field(title=N_("Stance"))]
    place: Annotated[Text, Field(title=N_("Place"))]
    spoken: Annotated[LongText | None, Field(title=N_("Spoken form"))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Written):
    """A code of conduct (bộ quy tắc) whose items are data. `number` is the written document code, e.g. 1665/QĐ-UBND."""

    number: Annotated[Text | None, Field(title=N_("Number"))] = None
    issuer: Annotated[Text | None, Field(title=N_("Issuer"))] = None
    issued_on: Annotated[Day | None, Field(title=N_("Issued on"))] = None
    scope: Annotated[Text, Field(title=N_("Scope"))]
    reminders: Annotated[YesNo, Field(title=N_("Reminders"))] = True
    rules: Annotated[tuple[Rule, ...], Field(title=N_("Rules"), min_length=1, max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model(Written):
    """A model (mô hình) of good conduct, as data; articles name it by slug."""

    place: Annotated[Text, Field(title=N_("Place"))]
    sources: Annotated[Texts, Field(title=N_("Source"))] = ()
    criteria: Annotated[Texts, Field(title=N_("Criteria"))] = ()
    order: Annotated[Order, Field(title=N_("Order"))] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Written):
    """A monthly topic (chuyên đề): `months` as (year, month), in order; the unit that owns it writes for it."""

    months: Annotated[
        tuple[Month, ...],
        AsList,
        AfterValidator(lambda months: tuple(sorted(set(months)))),
        Field(title=N_("Months"), min_length=1, max_length=120),
    ]
    owner: Annotated[Text, Field(title=N_("Owner"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Written):
    """A standing page: giới thiệu, góp ý."""

    order: Annotated[Order, Field(title=N_("Order"))] = 0
    updated_at: Annotated[Moment | None, Field(title=N_("Update date"))] = None


@dataclass(frozen=True, slots=True)
class Content(Noun):
    """All of content/, whatever its state; its index.md names it.

    Articles are newest first, then by slug; the rest by order, then slug.
    """

    title: Annotated[Title, Field(title=N_("Title"))]
    summary: Annotated[Summary, Field(title=N_("Summary"))]
    sections: Annotated[tuple[Section, ...], GIVEN] = ()
    articles: Annotated[tuple[Article, ...], GIVEN] = ()
    codes: Annotated[tuple[Code, ...], GIVEN] = ()
    models: Annotated[tuple[Model, ...], GIVEN] = ()
    topics: Annotated[tuple[Topic, ...], GIVEN] = ()
    pages: Annotated[tuple[Page, ...], GIVEN] = ()
    # Files that say of themselves that they are not finished.
    drafts: Annotated[frozenset[str], GIVEN] = field(default=frozenset(), compare=False, repr=False)
    body: Annotated[str, GIVEN] = ""
    source_text: Annotated[str, GIVEN] = field(default="", compare=False, repr=False)
