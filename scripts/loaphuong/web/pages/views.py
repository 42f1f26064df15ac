"""What templates are given: the nouns of a page, and the data of each kind of page (`page.meta.loa`).

`times` is the schedule as the page's scripts read it (web/times.py).

Addresses (`url`, `src`, `vtt`) are site-relative. A key without a value may be left out: a template asks first.
An article's page has what its fields are declared to show (content/articles.py) beside `PageView`.
"""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

View = dict[str, object]


class Link(TypedDict):
    """A title and where it leads."""

    title: str
    url: str


class When(TypedDict):
    """A date or a moment, for machines and for readers."""

    iso: str
    text: str


class WeekTime(When):
    """A broadcast time; `day` is the date, `at` the hour."""

    weekday: str
    day: str
    at: str


class SmallPicture(TypedDict):
    """A picture as WebP in one width, in pixels."""

    url: str
    width: int


class PictureView(TypedDict):
    """A picture with its size in pixels, and the same in smaller widths."""

    url: str
    width: int
    height: int
    small: list[SmallPicture]
    alt: str
    credit: str | None


class Player(TypedDict):
    """A recording to play; `chapters` is JSON, `count` how many of them the page lists."""

    title: str
    src: str
    vtt: str
    duration: str
    size: str
    synthetic: bool
    count: int
    chapters: str
    voices: NotRequired[list[str]]


class Span(TypedDict, total=False):
    """Shown between two moments, by the visitor's clock; `hidden`: it was not to be shown when the page was made."""

    since: str
    until: str
    hidden: bool


class Card(Link, total=False):
    """An entry of a list: an article, a bulletin, a model, a topic, a month, an event.

    `ends`: from when on it is over; `fresh`: until when it is new; `drawing` stands for a picture; `span` is when it
    is in the list at all.
    """

    summary: str
    illustrative: bool
    drawing: str
    icon: str
    ends: str
    over: bool
    fresh: str
    span: Span
    kicker: str | None
    iso: str
    day: str
    listen: str | None
    image: PictureView | None
    award: bool
    note: str
    audio: Player | None
    repeat: bool


class Honour(Link, total=False):
    """A line of the honour roll."""

    summary: str
    award: str
    by: str
    on: When | None
    decision: str | None
    who: str | None


class RuleLink(Link):
    """A rule, with its code."""

    stance: str
    code: str


class AttachmentLink(Link):
    """A file that an article hands out."""

    size: str


class RuleOfTheDay(RuleLink):
    """The rule that the home page shows today."""

    place: str


class ErrandView(TypedDict, total=False):
    """What residents come for; `url` is site-relative or another host's."""

    name: str
    text: str
    icon: str
    url: str
    outside: bool
    calls: list[CallView]


class CallView(TypedDict):
    """A number to call."""

    number: str
    tel: str
    name: str


class RuleLine(TypedDict):
    """A rule on its code's page; `id` is its anchor."""

    id: str
    text: str


class RuleGroup(TypedDict):
    """The rules of one place."""

    place: str
    do: list[RuleLine]
    dont: list[RuleLine]


class CodeFacts(TypedDict):
    """What a code of conduct says of itself, and how many rules it has."""

    number: str | None
    issuer: str | None
    issued: When | None
    scope: str | None
    count: int
    places: list[str]
    nen: int
    khong_nen: int


class CodeEntry(Link, CodeFacts):
    """A code as the list shows it."""

    summary: str


class ItemView(TypedDict):
    """An entry of a running order."""

    title: str
    url: str | None
    part: str | None
    length: str
    rules: list[Link]
    illustrative: bool


class SlotView(TypedDict):
    """A broadcast time, and what is known of it; `show` where there are several to tell apart."""

    name: str
    starts: WeekTime
    cluster: str
    held: bool
    url: str | None
    entries: list[ItemView]
    audio: Player | None
    ends: str
    show: NotRequired[str]


class Check(TypedDict):
    """What was measured, and how much."""

    name: str
    value: str


class DeskTask(TypedDict):
    """Something that staff have to see to, and how."""

    what: str
    hint: str


class DeskSlot(SlotView):
    """A recorded bulletin to come, as the desk shows it."""

    checks: list[Check]
    stand_ins: list[str]
    transcript: str
    seconds: float
    sha256: str
    file: str


class WeeklySlot(TypedDict):
    """A slot of every week."""

    weekday: str
    at: str
    cluster: str
    show: NotRequired[str]


class ClosedDayView(TypedDict):
    """A day without broadcast."""

    on: WeekTime
    why: str


MovedSlot = TypedDict("MovedSlot", {"from": When, "to": When})


class SectionBlock(Link):
    """A section on the home page."""

    entries: list[Card]


class TopicBlock(Link):
    """The topic of a month on the home page; it stands there in its month."""

    summary: str
    label: str
    span: Span


class LatestBulletin(TypedDict):
    """A recorded bulletin of the home page, shown from its slot on until the next one's."""

    card: Card
    span: Span


class PageNumber(TypedDict):
    """A page of a list."""

    number: int
    url: str


class PageView(TypedDict, total=False):
    """What every kind of page may have. `active` is its entry of the menu; a `hidden` page is in no site map."""

    kind: Required[str]
    active: str
    crumbs: list[Link]
    hidden: bool
    shared: bool


class HomePage(PageView, total=False):
    """home.html"""

    next: SlotView | None
    times: str
    as_of: str
    bulletins: list[LatestBulletin]
    lead: Card | None
    newest: list[Card]
    errands: list[ErrandView]
    events: list[EventCard]
    sections: list[SectionBlock]
    rule: RuleOfTheDay | None
    rules: str
    topics: list[TopicBlock]
    models: list[Card]


class PrintView(Link):
    """A sheet to download: its picture, what it is, on which paper, how large the file is, of which version."""

    picture: str
    product: str
    paper: str
    size: str
    version: int


class PrintsOf(TypedDict, total=False):
    """What the page of a text shows of its sheets."""

    prints: list[PrintView]
    prints_more: str


class ListPage(PageView, PrintsOf, total=False):
    """listing.html: a page of a list, with what stands above it."""

    intro: str
    entries: list[Card] | list[Honour]
    count: int
    number: int
    last: int
    previous: str | None
    following: str | None
    numbers: list[PageNumber]
    chips: list[Link]
    here: str
    more: Link
    feed: str
    heading: str
    label: str
    owner: str | None
    place: str | None
    criteria: list[str]
    sources: list[str]
    newer: Link | None
    older: Link | None
    coming: list[Card]
    next: list[SlotView]


class CodesPage(PageView, total=False):
    """codes.html"""

    codes: list[CodeEntry]


class PrintGroup(Link):
    """The sheets of one text, with the mark they carry today; `bundle` holds all of them."""

    subject: str
    mark: str
    bundle: str
    prints: list[PrintView]


class NoticeView(PrintView):
    """The sheet of an article: it leads to the article, `file` to the sheet."""

    file: str
    subject: str
    mark: str


class PrintedPage(PageView, total=False):
    """printed.html; `others` answer for sheets that are made here and not offered for download."""

    groups: list[PrintGroup]
    notices: list[NoticeView]
    others: list[dict[str, str]]


class CodePage(PageView, CodeFacts, PrintsOf, total=False):
    """code.html"""

    ended: str
    sources: list[Link]
    groups: list[RuleGroup]
    articles: list[Card]


class BulletinPage(PageView, total=False):
    """bulletin.html"""

    slot: str
    made: str
    starts: When
    cluster: str
    audio: Player | None
    entries: list[ItemView]
    held: bool
    repeat: str | None
    anew: bool
    transcript: str | None


class ReplayEntry(Link):
    """A bulletin to hear again, with its words as HTML."""

    audio: Player | None
    span: Span
    words: str


class ReplayPage(PageView, total=False):
    """replay.html; `newest` is the full address of the sound that is always the newest, `code` a QR code of `url`.

    `frame` is HTML that other pages copy.
    """

    bulletins: list[ReplayEntry]
    newest: str
    code: str
    url: str
    frame: str


class EmbedPage(PageView, total=False):
    """embed.html"""

    bulletin: Card | None
    newest: list[Card]


class SchedulePage(PageView, total=False):
    """schedule.html"""

    weekly: list[WeeklySlot]
    times: str
    coming: list[SlotView]
    closed: list[ClosedDayView]
    moved: list[MovedSlot]
    calendar: str
    length: str


class ReplacedView(TypedDict):
    """A sheet that hangs and must be replaced by `now`, or taken down where that is empty."""

    place: str
    mark: str
    now: str


class Expiring(TypedDict):
    """What no bulletin reads before its last day is over, `until`; a slot before that, if there is one."""

    title: str
    name: str
    day: str
    until: str
    slot: str


class DeskPage(PageView, total=False):
    """desk.html"""

    tasks: list[DeskTask]
    slots: list[DeskSlot]
    after: list[SlotView]
    expiring: list[Expiring]
    replaced: list[ReplacedView]
    made: When
    times: str


class WrittenPage(PageView, total=False):
    """page.html"""

    updated: When | None
    documents: list[DocumentView]


class DocumentView(TypedDict, total=False):
    """A document that the page rests on; `ended` says that its issuer is no more."""

    title: str
    number: str
    issuer: str
    issued: When
    url: str
    ended: str


class FeedbackPage(PageView, total=False):
    """feedback.html"""

    mail: str
    tel: str
    endpoint: str | None
    suggestions: list[SuggestionView]
    replies: list[Card]
    replies_more: Link | None


class SuggestionView(TypedDict):
    """What was suggested; `answered` after so many `days`, or waiting since it was received."""

    subject: str
    received: When
    unit: NotRequired[str]
    answered: NotRequired[When]
    days: NotRequired[int]


class EventCard(Link, total=False):
    """One time of an event as a list shows it."""

    iso: str
    date: str
    weekday: str
    time: str
    place: str
    label: str
    illustrative: bool
    span: Span


class EventsPage(PageView, total=False):
    """events.html"""

    coming: list[EventCard]
    past: list[EventCard]
    calendar: str


class EventPage(PageView, total=False):
    """event.html; `times` are the next ones, `ended` is from when on it is over for good."""

    label: str
    place: str
    organiser: str | None
    illustrative: bool
    again: str
    starts: WeekTime
    time: str
    times: list[EventCard]
    ended: Span
    calendar: str


class TombstonePage(PageView, total=False):
    """tombstone.html"""

    on: When
