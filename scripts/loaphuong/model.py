"""The nouns of the house, frozen, with their units.

Every stage takes some of these and gives others; this module imports nothing of ours. Times are aware and in the
station's zone, durations are in the unit their name ends with, text is Unicode NFC, paths are relative to the project
and written with `/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping


def no_lines() -> Mapping[str, int]:
    """No known lines: a noun that was not read from a file."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place an editor can open: a file, and a line counted from 1 (0: the file as a whole)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


# What editors write


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


# The station


@dataclass(frozen=True, slots=True)
class Ward:
    """Who publishes. `demonstration` is said in the footer of every page."""

    name: str
    authority: str
    parent: str
    site_url: str
    email: str
    phone: str
    address: str
    station_name: str
    description: str
    demonstration: bool = False
    feedback_endpoint: str | None = None
    websub_hub: str | None = None


@dataclass(frozen=True, slots=True)
class SlotRule:
    """A weekly slot: `weekday` as `date.weekday()`, Monday is 0."""

    weekday: int
    at: time
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds a bulletin may last, and what is aimed at."""

    minimum_seconds: int
    maximum_seconds: int
    aim_seconds: int


@dataclass(frozen=True, slots=True)
class Pauses:
    """Milliseconds of silence after each kind of text; fitting stays between `shortest_ms` and `longest_ms`."""

    sentence_ms: int
    paragraph_ms: int
    heading_ms: int
    item_ms: int
    shortest_ms: int
    longest_ms: int


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """A voice of the station: an engine by name or import path, and what it is told. `fallback` names another voice."""

    name: str
    engine: str
    label: str
    synthetic: bool
    options: tuple[tuple[str, str], ...] = ()
    fallback: str | None = None
    where: Where = field(default=Where("audio/station.toml"), compare=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """A master: band in Hz, presence lift, compression, loudness."""

    name: str
    highpass_hz: int
    lowpass_hz: int | None
    presence_hz: int
    presence_db: float
    compress_threshold_db: float
    compress_ratio: float
    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class Words:
    """What the announcer says around the items; `script` fills the `{…}`."""

    ident: str
    date: str
    contents: str
    lead_in: str
    part: str
    recap_part: str
    rule: str
    recap: str
    correction: str
    repeat: str
    sign_off: str
    synthetic: str
    urgent: str = "Sau đây là thông báo cần bà con lưu ý ngay: {title}."


@dataclass(frozen=True, slots=True)
class Dialect:
    """How numbers are said: nghìn or ngàn, linh or lẻ, and whether the days 1 to 10 take mùng."""

    thousand: str = "nghìn"
    zero_tens: str = "linh"
    first_days: str = ""
    four: str = "tư"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days without broadcast (`closed`, each with its reason) and slots that move (`moved`, old start to new).

    `opened` are holidays and weekend days that are broadcast on all the same.
    """

    country: str | None
    closed: tuple[tuple[date, str], ...] = ()
    moved: tuple[tuple[datetime, datetime], ...] = ()
    earliest: time = time(5, 30)
    latest: time = time(21, 0)
    weekend: bool = False
    session_max_seconds: int = 900
    sessions_per_day: int = 2
    opened: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Reporting:
    """Deadlines (month, day) of the half-year and year reports, who signs, who receives."""

    half_year: tuple[int, int]
    year: tuple[int, int]
    signer: str
    signer_title: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trust:
    """What approval asks for: whether it is required at all, whether it must be signed."""

    require_approval: bool
    require_signature: bool


@dataclass(frozen=True, slots=True)
class Planning:
    """How programmes are filled: items in a bulletin, rules in a reminder, weeks between two airings of one article."""

    minimum_items: int
    maximum_items: int
    reminder_rules: int
    rest_days: int
    monthly_minimum: int
    alarm_weeks: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Station:
    """audio/station.toml, checked. `voices[0]` is the first announcer; a second one alternates by item."""

    ward: Ward
    time_zone: str
    slots: tuple[SlotRule, ...]
    bounds: Bounds
    pauses: Pauses
    voices: tuple[VoiceSettings, ...]
    announcers: tuple[str, ...]
    profiles: tuple[Profile, ...]
    words: Words
    dialect: Dialect
    calendar: Calendar
    reporting: Reporting
    trust: Trust
    planning: Planning
    programme_name: str
    where: Where
    lines: Mapping[str, int] = field(default_factory=no_lines, compare=False, repr=False)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of all its times."""
        return ZoneInfo(self.time_zone)

    def at(self, key: str) -> Where:
        """The line of a dotted key of station.toml."""
        return Where(self.where.path, self.lines.get(key, 0))


# What is said


class Role(StrEnum):
    """What a line of a script is, which decides its pause and its looks on paper."""

    IDENT = "ident"
    LEAD_IN = "lead_in"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    RULE = "rule"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class Line:
    """A block of written prose for the ear, with the place it came from; `pause_ms` follows its last sentence.

    `breaks` are the offsets in `text` where the editor began a new line of the file.
    """

    text: str
    where: Where
    role: Role = Role.PARAGRAPH
    pause_ms: int = 0
    breaks: tuple[int, ...] = ()

    def where_of(self, words: str) -> Where:
        """The line of the file that `words` stand on; the block's first line when they are not found."""
        offset = self.text.find(words)
        return Where(self.where.path, self.where.line + sum(0 < place <= offset for place in self.breaks))


@dataclass(frozen=True, slots=True)
class Script:
    """What an announcer would read of one article: title and lead first, then the body's lines."""

    slug: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A line of audio/lexicon.tsv: written ⇥ spoken ⇥ condition ⇥ comment."""

    written: str
    spoken: str
    condition: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class SpokenText:
    """One sentence as it is said: lower-case Vietnamese words, commas, one sentence end. Only `spoken` makes these.

    `breaths` are where a long sentence takes breath: (words said before it, ms of silence); they follow from the words.
    """

    words: str
    breaths: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def syllables(self) -> int:
        """How many syllables are voiced."""
        return len(self.words.split())


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to be voiced: what is said, as it was written, by whom, and the silence after it (ms)."""

    spoken: SpokenText
    written: str
    voice: str
    role: Role
    pause_ms: int
    where: Where
    item: int = 0


@dataclass(frozen=True, slots=True)
class Clip:
    """Signed 16-bit mono sound. `voice` says who really spoke (a fallback may have)."""

    pcm: bytes
    rate_hz: int
    voice: str
    synthetic: bool

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.pcm) / 2 / self.rate_hz


# The programme


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A broadcast time. Its name is `2026-11-24-1630`; a moved slot keeps the name it was planned under."""

    starts_at: datetime
    name: str
    cluster: str = ""


class ItemKind(StrEnum):
    """The parts of a bulletin, in their usual order; the words of running orders in audio/programmes/."""

    IDENT = "loi_xuong"
    CONTENTS = "gioi_thieu"
    CORRECTION = "cai_chinh"
    NOTICE = "thong_bao_khan"
    ARTICLE = "bai"
    RULES = "quy_tac"
    RECAP = "diem_lai"
    SIGN_OFF = "chao_ket"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a running order. `ref` is an article's slug, or `code#rule` names; `part` of `parts` for a serial.

    `digest` binds the words it was frozen with; `why` tells the planner's reason.
    """

    kind: ItemKind
    title: str
    refs: tuple[str, ...] = ()
    part: int = 1
    parts: int = 1
    seconds: float = 0.0
    digest: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A running order: what a slot carries, in order. `repeat_of` names the slot it repeats."""

    slot: Slot
    items: tuple[Item, ...]
    repeat_of: str | None = None

    @property
    def seconds(self) -> float:
        """The estimated length."""
        return sum(item.seconds for item in self.items)


class Result(StrEnum):
    """Kết quả of a broadcast, as the log says it."""

    WHOLE = "phát đủ"
    INTERRUPTED = "gián đoạn"
    SILENT = "không phát"


@dataclass(frozen=True, slots=True)
class Aired:
    """A line of the broadcast log: which slot, when, by whom, how; `recorded_at` is when it was noted."""

    slot: str
    at: datetime
    by: str
    result: Result
    seconds: float | None
    sha256: str
    note: str
    recorded_at: datetime
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cue:
    """A spoken sentence in a finished episode, in ms from its start."""

    start_ms: int
    end_ms: int
    written: str
    spoken: str
    role: Role
    item: int
    voice: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """An item of a finished episode, in ms from its start."""

    start_ms: int
    end_ms: int
    title: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A finished sound file: where it is, and what was measured on it after decoding."""

    path: str
    bytes: int
    sha256: str
    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float
    profile: str


@dataclass(frozen=True, slots=True)
class Episode:
    """A finished recording of a bulletin or of one article. `name` is the slot's name or the article's slug.

    `digest` is the hash of all that went in, `voices` the names of those who spoke; `files` are keyed by use: `loa`
    (MP3 for the horn), `wav`, `web`.
    """

    name: str
    title: str
    digest: str
    files: tuple[tuple[str, MediaFile], ...]
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    voices: tuple[str, ...]
    synthetic: bool

    def file(self, use: str) -> MediaFile | None:
        """The file made for a use, if there is one."""
        return dict(self.files).get(use)


# The register


@dataclass(frozen=True, slots=True)
class Approval:
    """Someone answers for a text: `digest` binds all that was approved, `name` is the text's (an article's slug).

    `signature` is an armoured SSH signature over the rest, or empty.
    """

    name: str
    digest: str
    by: str
    title: str
    at: datetime
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A text taken back for good. `why` is for the file, not for residents."""

    name: str
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Register:
    """All approvals and withdrawals in their order, and what holds of each text today."""

    entries: tuple[Approval | Withdrawal, ...] = ()
    approvals: Mapping[str, Approval] = field(default_factory=dict, compare=False, repr=False)
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict, compare=False, repr=False)

    def approved(self, name: str) -> Approval | None:
        """The last approval of a text, unless it was withdrawn; whether it still holds is for `approval` to say."""
        return None if name in self.withdrawals else self.approvals.get(name)

    def withdrawn(self, name: str) -> Withdrawal | None:
        """The withdrawal of a text: its name is never used again."""
        return self.withdrawals.get(name)


# The publication


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A programme, and its recording where there is one."""

    programme: Programme
    episode: Episode | None
    held: str | None = None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A withdrawn article: its address stays, its words do not."""

    slug: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that may be published at `now`, and nothing else: approved, due, not withdrawn, not private.

    `recordings` are the articles' own episodes by slug; `bulletins` are newest first and hold recorded ones and the
    next planned ones.
    """

    now: datetime
    station: Station
    content: Content
    bulletins: tuple[Bulletin, ...]
    recordings: Mapping[str, Episode]
    tombstones: tuple[Tombstone, ...] = ()
    upcoming: tuple[Slot, ...] = ()

    @property
    def recorded(self) -> tuple[Bulletin, ...]:
        """The bulletins that can be listened to, latest slot first: a coming one as soon as it is recorded."""
        found = (bulletin for bulletin in self.bulletins if bulletin.episode and not bulletin.held)
        return tuple(sorted(found, key=lambda bulletin: bulletin.programme.slot, reverse=True))

    @property
    def latest(self) -> Bulletin | None:
        """The bulletin to hear first: the last that was on air; before any was, the first that is ready."""
        aired = (bulletin for bulletin in self.recorded if bulletin.programme.slot.starts_at <= self.now)
        return next(aired, None) or next(reversed(self.recorded), None)
