"""What editors write, checked and frozen: sections, articles, codes, models, topics, pages.

Times are aware and in the station's zone, text is Unicode NFC, paths are relative to the project and written with `/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.core.where import Where, no_lines

if TYPE_CHECKING:
    from collections.abc import Mapping


class SectionKind(StrEnum):
    """What the files of a folder of content/ are; its index.md says so (`kind`)."""

    ARTICLES = "bai_viet"
    CODES = "quy_tac"
    MODELS = "mo_hinh"
    TOPICS = "chuyen_de"
    PAGES = "trang"


class Genre(StrEnum):
    """Thể loại of an article."""

    EXEMPLAR = "guong"
    CONDUCT = "ung_xu"
    GOOD_PRACTICE = "cach_lam_hay"
    MODEL = "mo_hinh"
    CRITIQUE = "phe_phan"
    NOTICE = "thong_bao"
    REPLY = "tra_loi"


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
class Section:
    """A folder of content/ (chuyên mục)."""

    slug: str
    title: str
    summary: str
    kind: SectionKind
    order: int
    where: Where
    source_text: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture under content/: `path` is relative to the project."""

    path: str
    alt: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """Khen thưởng: what was given, by whom, when, by which decision."""

    title: str
    by: str
    on: date | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person in an article. `name` never leaves content/ for a channel that has no consent."""

    name: str
    role: str
    channels: tuple[Channel, ...]
    consent_ref: str | None = None
    minor: bool = False
    guardian_ref: str | None = None
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Correction:
    """Cải chính: what was wrong, what is right."""

    on: date
    wrong: str
    right: str
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Article:
    """One Markdown file of an articles section, checked. `body` starts at line `body_line` of the file.

    `lines` gives the line of each front-matter key, so that a later stage can still name the place.
    """

    slug: str
    section: str
    where: Where
    title: str
    summary: str
    genre: Genre
    published_at: datetime
    author: str
    body: str
    body_line: int
    status: Status = Status.READY
    updated_at: datetime | None = None
    source: str | None = None
    editor: str | None = None
    approver: str | None = None
    approver_title: str | None = None
    approved_at: datetime | None = None
    topic: str | None = None
    model: str | None = None
    rules: tuple[str, ...] = ()
    residential_group: str | None = None
    legal_basis: tuple[str, ...] = ()
    subject_group: str | None = None
    award: Award | None = None
    image: Image | None = None
    illustrative: bool = False
    lead_in: str | None = None
    broadcast: bool = True
    broadcast_from: date | None = None
    expires: date | None = None
    priority: Priority = Priority.ORDINARY
    people: tuple[Person, ...] = ()
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    source_text: str = field(default="", compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)

    @property
    def changed_at(self) -> datetime:
        """When readers should look again: the last of publishing, updating and corrections (from their day's start)."""
        zone = self.published_at.tzinfo
        corrected = (datetime.combine(found.on, time(), zone) for found in self.corrections)
        return max(self.published_at, self.updated_at or self.published_at, *corrected)

    def at(self, key: str) -> Where:
        """The line of a dotted front-matter key, or of what is around it."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return Where(self.where.path, self.lines.get(key, 1))


class Stance(StrEnum):
    """Whether a rule says what to do or what to leave."""

    DO = "nen"
    DONT = "khong_nen"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a code of conduct, `id` unique in it. `place` is where it holds; `spoken` replaces `text` aloud."""

    id: str
    text: str
    stance: Stance
    place: str
    where: Where
    spoken: str | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A code of conduct (bộ quy tắc) whose items are data. `number` is the written document code, e.g. 1665/QĐ-UBND."""

    slug: str
    title: str
    summary: str
    where: Where
    number: str | None
    issuer: str | None
    issued_on: date | None
    scope: str
    rules: tuple[Rule, ...]
    body: str
    body_line: int
    reminders: bool = True
    source_text: str = field(default="", compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Model:
    """A model (mô hình) of good conduct, as data; articles name it by slug."""

    slug: str
    title: str
    summary: str
    where: Where
    place: str
    sources: tuple[str, ...]
    criteria: tuple[str, ...]
    body: str
    body_line: int
    order: int = 0
    source_text: str = field(default="", compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """A monthly topic (chuyên đề): `months` as (year, month); the unit that owns it writes for it."""

    slug: str
    title: str
    summary: str
    where: Where
    months: tuple[tuple[int, int], ...]
    owner: str
    body: str
    body_line: int
    source_text: str = field(default="", compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """A standing page: giới thiệu, góp ý."""

    slug: str
    title: str
    summary: str
    where: Where
    body: str
    body_line: int
    order: int = 0
    updated_at: datetime | None = None
    source_text: str = field(default="", compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Content:
    """All of content/, whatever its state. Articles are newest first, then by slug; the rest by order, then slug."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    articles: tuple[Article, ...]
    codes: tuple[Code, ...]
    models: tuple[Model, ...]
    topics: tuple[Topic, ...]
    pages: tuple[Page, ...]
    body: str = ""
    source_text: str = field(default="", compare=False, repr=False)
