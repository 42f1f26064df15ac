"""An edition with its indexes: who links to what, where each thing lives, what a card shows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar, cast

from loaphuong.content.genres import Genre
from loaphuong.content.nouns import Rule, SectionKind
from loaphuong.content.page_addresses import page_addresses
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day, minutes, moment
from loaphuong.station.organisations import find_ended
from loaphuong.web.pages.links import LinkLeader
from loaphuong.web.times import WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Code
    from loaphuong.web.edition import Edition
    from loaphuong.web.pages.pictures import Pictures
    from loaphuong.web.pages.views import Card, Link, WeekTime, When

RELATED = 3
# How long an article is called new.
FRESH = timedelta(days=3)
# The mark before decimals, as the page's language writes it.
DECIMAL_MARK = N_(".")
K = TypeVar("K")


def link(title: str, address: str) -> Link:
    """A title and where it leads; `url` is site-relative."""
    return {"title": title, "url": address}


def when(value: date | datetime) -> When:
    """A date for machines (`iso`) and for readers (`text`)."""
    return {"iso": value.isoformat(), "text": moment(value) if isinstance(value, datetime) else day(value)}


class SiteIndex:
    """What may be published, indexed once; `pictures` turns a path of content/ into what a page shows."""

    def __init__(self, edition: Edition, pictures: Pictures) -> None:
        content = edition.content
        self.edition = edition
        self.pictures = pictures
        self.known = page_addresses(content)
        self.sections = {each.slug: each for each in content.sections}
        self.codes = {each.slug: each for each in content.codes}
        self.models = {each.slug: each for each in content.models}
        self.events = {each.slug: each for each in content.events}
        self.topics = {each.slug: each for each in content.topics}
        self.articles = {each.slug: each for each in content.articles}
        self.by_section = group((each.section, each) for each in content.articles)
        self.by_topic = group((each.topic, each) for each in content.articles if each.topic)
        self.by_model = group((each.model, each) for each in content.articles if each.model)
        self.by_rule = group((rule, each) for each in content.articles for rule in each.rules)
        self.by_month = group(((each.published_at.year, each.published_at.month), each) for each in content.articles)
        self.months = sorted(self.by_month, reverse=True)
        self.article_sections = [each for each in content.sections if each.kind is SectionKind.ARTICLES]

    def tr(self, message: str, **values: object) -> str:
        """A text of the page in its language."""
        return self.edition.tr(message, **values)

    def weekday(self, number: int) -> str:
        """The name of a day of the week, counted as `date.weekday()` does."""
        return self.tr(WEEK[number])

    def when_in_week(self, value: datetime) -> WeekTime:
        """A broadcast time, with its day of the week; `at` is the hour, `day` the date alone."""
        return {**when(value), "weekday": self.weekday(value.weekday()), "day": day(value), "at": f"{value:%H:%M}"}

    def decimal(self, value: float) -> str:
        """A number to one place: 5,8."""
        return f"{value:.1f}".replace(".", self.tr(DECIMAL_MARK))

    def size(self, count: int) -> str:
        """Bytes as readers know them: 820 KB, 5,8 MB."""
        return f"{self.decimal(count / 1e6)} MB" if count >= 1e6 else f"{max(count // 1000, 1)} KB"

    def rule(self, name: str) -> tuple[Code, Rule] | None:
        """The rule named `code#id`, with its code."""
        slug, _, id_ = name.partition("#")
        code = self.codes.get(slug)
        found = next((rule for rule in code.rules if rule.id == id_), None) if code else None
        return (code, found) if code and found else None

    def tell_end(self, issuer: str | None) -> str:
        """That an organisation is no more, and since when; empty where it is, or is not known."""
        found = find_ended(self.edition.station.organisations, issuer, self.edition.now.date())
        if found is None or found.until is None:
            return ""
        told = self.tr(N_("{name}: this body ended on {day}"), name=found.called, day=day(found.until))
        return f"{told} ({found.note})." if found.note else f"{told}."

    def section_link(self, slug: str) -> Link | None:
        """The section an article stands in."""
        section = self.sections.get(slug)
        return link(section.title, addresses.section(slug)) if section else None

    def card(self, article: Article) -> Card:
        """An article as a list shows it."""
        episode = self.edition.recordings.get(article.slug)
        heard = episode.public_file if episode else None
        ends, fresh = self.end_of(article), article.published_at + FRESH
        view: Card = {
            "title": article.title,
            "url": addresses.article(article.slug),
            "summary": article.summary,
            "kicker": section.title if (section := self.sections.get(article.section)) else None,
            "iso": article.published_at.isoformat(),
            "day": day(article.published_at),
            "listen": minutes(heard.seconds) if heard else None,
            "image": self.pictures.view(article.image) if article.image else None,
            "drawing": "" if article.image else addresses.illustration(article.genre.value),
            "award": article.award is not None and not article.illustrative,
            "illustrative": article.illustrative,
            "note": self.tell_wait(article),
            "ends": ends.isoformat() if ends else "",
            "over": ends is not None and ends <= self.edition.now,
            "fresh": fresh.isoformat() if fresh > self.edition.now else "",
        }
        return cast("Card", {key: value for key, value in view.items() if value})

    def tell_wait(self, article: Article) -> str:
        """After how many days a suggestion was answered."""
        if article.received_on is None:
            return ""
        days = max((article.published_at.date() - article.received_on).days, 0)
        return self.tr(N_("Answered after {count} days"), count=days)

    def end_of(self, article: Article) -> datetime | None:
        """From when a notice is over; other articles never are."""
        if article.genre is not Genre.NOTICE or not article.expires:
            return None
        return datetime.combine(article.expires + timedelta(days=1), time(), self.edition.now.tzinfo)

    def cards(self, articles: Iterable[Article]) -> list[Card]:
        """Some articles as a list shows them."""
        return [self.card(article) for article in articles]

    def find_related(self, article: Article) -> list[Article]:
        """The nearest others: same rule, topic or model before same section, then nearest in time."""
        weights: dict[str, float] = defaultdict(float)
        for bucket, weight in (
            *((self.by_rule[rule], 3.0) for rule in article.rules),
            (self.by_topic.get(article.topic or "", ()), 3.0),
            (self.by_model.get(article.model or "", ()), 2.0),
            (self.by_section[article.section], 1.0),
        ):
            for other in nearest(bucket, article):
                weights[other.slug] += weight
        weights.pop(article.slug, None)
        ranked = sorted(weights, key=lambda slug: (-weights[slug], distance(self.articles[slug], article), slug))
        return [self.articles[slug] for slug in ranked[:RELATED]]

    def prose(self, body: str, source: str, address: str) -> str:
        """A body as HTML whose links and pictures work on the page at `address`."""
        return LinkLeader(self.known, self.pictures, source, address).html(body)


def group(pairs: Iterable[tuple[K, Article]]) -> Mapping[K, tuple[Article, ...]]:
    """Articles by a key, in the order given; a key nobody has gives none."""
    found: dict[K, list[Article]] = defaultdict(list)
    for key, article in pairs:
        found[key].append(article)
    return defaultdict(tuple, {key: tuple(articles) for key, articles in found.items()})


def nearest(bucket: Sequence[Article], article: Article) -> Sequence[Article]:
    """Those of a bucket (newest first) that were published closest to an article."""
    place = bisect_left(bucket, -article.published_at.timestamp(), key=lambda each: -each.published_at.timestamp())
    return bucket[max(place - 2 * RELATED, 0) : place + 2 * RELATED + 1]


def distance(one: Article, other: Article) -> float:
    """Seconds between two articles."""
    return abs((one.published_at - other.published_at).total_seconds())
