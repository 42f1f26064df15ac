"""What editors write, checked and frozen: sections, codes, models, topics, pages, and all of it with the articles.

Each field is declared here and nowhere else (see `declaration`). Times are aware and in the station's zone, text is
Unicode NFC, paths are relative to the project and written with `/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from loaphuong.content.articles import Article
from loaphuong.content.declaration import Listed, Order, Slug, Summary, Texts, Title, Written
from loaphuong.content.events import Event
from loaphuong.core.choices import pick
from loaphuong.core.forms import GIVEN, AsList, Day, LongText, Moment, Month, Noun, Text, WebAddress, YesNo, describe
from loaphuong.core.messages import N_


class SectionKind(StrEnum):
    """What the files of a folder of content/ are; its index.md says so (`kind`)."""

    ARTICLES = "bai_viet"
    CODES = "quy_tac"
    MODELS = "mo_hinh"
    TOPICS = "chuyen_de"
    PAGES = "trang"
    EVENTS = "su_kien"


class ModelIcon(StrEnum):
    """What a model is drawn with."""

    COUNTER = "quay"
    OFFICE = "co_quan"
    FLATS = "chung_cu"
    SHRINE = "di_tich"
    TRAFFIC = "giao_thong"
    STREET = "to_dan_pho"
    MARKET = "cho"
    VAN = "xe"
    SCHOOL = "truong"
    PLAIN = "chung"


class Stance(StrEnum):
    """Whether a rule says what to do or what to leave."""

    DO = "nen"
    DONT = "khong_nen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Written):
    """A folder of content/ (chuyên mục), told by its index.md; `slug` is the folder's name."""

    slug: Annotated[str, GIVEN] = ""
    kind: Annotated[
        SectionKind,
        pick(SectionKind),
        describe(
            N_("Kind"),
            N_("What the files of the folder are"),
            "bai_viet",
        ),
    ] = SectionKind.ARTICLES
    order: Annotated[
        Order,
        describe(N_("Order"), N_("Its place among the others; the smallest comes first"), "1"),
    ] = 0


@dataclass(frozen=True, slots=True)
class Rule(Listed):
    """One line of a code of conduct, `id` unique in it. `place` is where it holds; `spoken` replaces `text` aloud."""

    id: Annotated[
        Slug,
        describe(
            N_("Rule id"),
            N_("Its name in the code: letters without accents, digits, hyphens; it never changes"),
            "bo-rac",
        ),
    ]
    text: Annotated[
        Summary,
        describe(N_("Rule text"), N_("The words of the code"), "Bỏ rác đúng nơi quy định."),
    ]
    stance: Annotated[
        Stance,
        pick(Stance),
        describe(N_("Stance"), N_("Whether to do it or to leave it"), "nen"),
    ]
    place: Annotated[Text, describe(N_("Place"), N_("Where it holds"), "Nơi công cộng")]
    spoken: Annotated[
        LongText | None,
        describe(N_("Spoken form"), N_("Other words for the ear"), "Bà con bỏ rác đúng chỗ."),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Written):
    """A code of conduct (bộ quy tắc) whose items are data. `number` is the written document code, e.g. 1665/QĐ-UBND."""

    number: Annotated[Text | None, describe(N_("Number"), N_("The number of the document"), "1665/QĐ-UBND")] = None
    issuer: Annotated[Text | None, describe(N_("Issuer"), N_("Who issued it"), "UBND thành phố Hà Nội")] = None
    issued_on: Annotated[Day | None, describe(N_("Issued on"), N_("The day it was issued"), "10/3/2017")] = None
    url: Annotated[
        WebAddress | None,
        describe(N_("Where it can be read"), N_("The address of the document itself"), "https://vanban.hanoi.gov.vn/"),
    ] = None
    scope: Annotated[Text, describe(N_("Scope"), N_("Whom and what it is for"), "Nơi công cộng")]
    reminders: Annotated[
        YesNo,
        describe(N_("Reminders"), N_("Whether its rules are read in the bulletins"), "true"),
    ] = True
    rules: Annotated[
        tuple[Rule, ...],
        describe(
            N_("Rules"),
            N_("Its rules, one after another"),
            [{"id": "bo-rac", "text": "Bỏ rác đúng nơi quy định.", "stance": "nen", "place": "Nơi công cộng"}],
            min_length=1,
            max_length=300,
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model(Written):
    """A model (mô hình) of good conduct, as data; articles name it by slug."""

    place: Annotated[Text, describe(N_("Place"), N_("Where it is carried out"), "Chung cư")]
    sources: Annotated[Texts, describe(N_("Source"), N_("The documents it rests on"), ["80/KH-UBND"])] = ()
    icon: Annotated[
        ModelIcon,
        pick(ModelIcon),
        describe(N_("Icon"), N_("What it is drawn with"), "chung_cu"),
    ] = ModelIcon.PLAIN
    criteria: Annotated[
        Texts,
        describe(N_("Criteria"), N_("What makes it a good one"), ["Tôn trọng không gian chung."]),
    ] = ()
    order: Annotated[
        Order,
        describe(N_("Order"), N_("Its place among the others; the smallest comes first"), "1"),
    ] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Written):
    """A monthly topic (chuyên đề): `months` as (year, month), in order; the unit that owns it writes for it."""

    months: Annotated[
        tuple[Month, ...],
        AsList,
        AfterValidator(lambda months: tuple(sorted(set(months)))),
        describe(N_("Months"), N_("The months it is for"), ["11/2026"], min_length=1, max_length=120),
    ]
    owner: Annotated[Text, describe(N_("Owner"), N_("The unit that writes for it"), "Công đoàn phường")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument(Listed):
    """A document that a standing page tells of, as history tells it: what it was, who issued it, when."""

    title: Annotated[Title, describe(N_("Title"), N_("What the document is about"), "Thực hiện Quy tắc ứng xử")]
    number: Annotated[Text | None, describe(N_("Number"), N_("The number of the document"), "80/KH-UBND")] = None
    issuer: Annotated[Text | None, describe(N_("Issuer"), N_("Who issued it"), "UBND phường Bạch Đằng")] = None
    issued_on: Annotated[Day | None, describe(N_("Issued on"), N_("The day it was issued"), "19/4/2023")] = None
    url: Annotated[
        WebAddress | None,
        describe(N_("Where it can be read"), N_("The address of the document itself"), "https://vanban.hanoi.gov.vn/"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSuggestion(Listed):
    """A suggestion that waits for its answer, as the letter box shows it: what it is about, since when, who sees to it.

    `answered_on` ends the waiting; the answer itself is an article.
    """

    subject: Annotated[
        Title,
        describe(N_("What it is about"), N_("The suggestion in a few words, nobody named"), "Đèn đầu ngõ hay tắt"),
    ]
    received_on: Annotated[Day, describe(N_("Received on"), N_("The day it was received"), "16/11/2026")]
    unit: Annotated[Text | None, describe(N_("Who sees to it"), N_("The office that answers"), "Tổ dân phố số 5")] = (
        None
    )
    answered_on: Annotated[
        Day | None, describe(N_("Answered on"), N_("The day it was answered, where that is no article"), "20/11/2026")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Written):
    """A standing page: giới thiệu, góp ý."""

    order: Annotated[
        Order,
        describe(N_("Order"), N_("Its place among the others; the smallest comes first"), "1"),
    ] = 0
    updated_at: Annotated[
        Moment | None,
        describe(N_("Update date"), N_("When it was last changed for its readers"), "22/11/2026 08:00"),
    ] = None
    documents: Annotated[
        tuple[SourceDocument, ...],
        AsList,
        describe(
            N_("Documents"),
            N_("The documents the page tells of; who issued them may be no more"),
            [{"title": "Thực hiện Quy tắc ứng xử", "number": "80/KH-UBND"}],
            max_length=50,
        ),
    ] = ()
    waiting: Annotated[
        tuple[WaitingSuggestion, ...],
        AsList,
        describe(
            N_("Suggestions"),
            N_("On the page of the letter box: what was suggested, and whether it is answered"),
            [{"subject": "Đèn đầu ngõ hay tắt", "received_on": "16/11/2026"}],
            alias="gop_y",
            max_length=200,
        ),
    ] = ()


@dataclass(frozen=True, slots=True)
class Content(Noun):
    """All of content/, whatever its state; its index.md names it.

    Articles are newest first, then by slug; the rest by order, then slug.
    """

    title: Annotated[Title, describe(N_("Title"), N_("The name of the site"), "Trang tin phường")]
    summary: Annotated[
        Summary,
        describe(N_("Summary"), N_("What the site is for"), "Nếp sống đẹp của phường."),
    ]
    sections: Annotated[tuple[Section, ...], GIVEN] = ()
    articles: Annotated[tuple[Article, ...], GIVEN] = ()
    codes: Annotated[tuple[Code, ...], GIVEN] = ()
    models: Annotated[tuple[Model, ...], GIVEN] = ()
    topics: Annotated[tuple[Topic, ...], GIVEN] = ()
    pages: Annotated[tuple[Page, ...], GIVEN] = ()
    events: Annotated[tuple[Event, ...], GIVEN] = ()
    # Groups of words that mean the same to those who search.
    synonyms: Annotated[tuple[tuple[str, ...], ...], GIVEN] = field(default=(), compare=False)
    # Files that say of themselves that they are not finished.
    drafts: Annotated[frozenset[str], GIVEN] = field(default=frozenset(), compare=False, repr=False)
    body: Annotated[str, GIVEN] = ""
    source_text: Annotated[str, GIVEN] = field(default="", compare=False, repr=False)
