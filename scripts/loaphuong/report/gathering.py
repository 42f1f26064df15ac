"""Counting: articles, bulletins, rules, corrections and withdrawals of a period. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.content.articles import Article
from loaphuong.content.declaration import declarations
from loaphuong.content.genres import Genre
from loaphuong.core.messages import tr
from loaphuong.radio.log import Result
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from loaphuong.content.articles import Correction
    from loaphuong.content.nouns import Code, Content
    from loaphuong.print.posted import Posting
    from loaphuong.radio.log import Aired
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.report.period import Period
    from loaphuong.station.show import Show
    from loaphuong.trust.registry import Withdrawal

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A rule and the days it was heard on in the period."""

    code: str
    rule: str
    text: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A period in numbers. `planned` are the slots of the calendar; `missed` those that were silent or are in no log.

    `counts` are those of published articles by what they are declared to be counted by, under its label; `seconds` is
    what was heard in all, `by_show` how many broadcasts of each show were heard, where there are several; `posted` how
    many sheets of each text were hung.
    """

    period: Period
    articles: tuple[Article, ...]
    counts: tuple[tuple[str, Counts], ...]
    planned: tuple[Slot, ...]
    whole: int
    interrupted: int
    missed: tuple[str, ...]
    seconds: float
    covered: tuple[Covered, ...]
    corrections: tuple[tuple[Article, Correction], ...]
    withdrawals: tuple[Withdrawal, ...]
    by_show: Counts = ()
    posted: Counts = ()

    @property
    def rules_heard(self) -> int:
        """Rules that were heard at least once."""
        return sum(bool(rule.days) for rule in self.covered)

    @property
    def awards(self) -> int:
        """Articles about someone who was commended."""
        return sum(article.award is not None for article in self.articles)


def gather(
    period: Period,
    content: Content,
    orders: Iterable[Programme],
    aired: Iterable[Aired],
    slots: Iterable[Slot],
    withdrawals: Iterable[Withdrawal] = (),
    shows: Sequence[Show] = (),
    postings: Iterable[Posting] = (),
) -> Report:
    """Count a period. `content` is what is published, `slots` the calendar's of the period up to now.

    A slot of an optional show for which nothing was planned is no slot.
    """
    articles = tuple(
        sorted(
            (article for article in content.articles if article.published_at.date() in period),
            key=lambda article: (article.published_at, article.slug),
        )
    )
    by_name = {order.slot.name: order for order in orders}
    optional = {show.key for show in shows if show.planning.optional}
    planned = tuple(
        sorted(
            slot
            for slot in slots
            if slot.starts_at.date() in period and (slot.show not in optional or slot.name in by_name)
        )
    )
    log = {line.slot: line for line in aired if line.at.date() in period}
    heard = [line for line in log.values() if line.result is not Result.SILENT]
    aired_shows = Counter(by_name[line.slot].slot.show for line in heard if line.slot in by_name)
    return Report(
        period=period,
        articles=articles,
        counts=count_articles(articles, content),
        planned=planned,
        whole=sum(line.result is Result.WHOLE for line in heard),
        interrupted=sum(line.result is Result.INTERRUPTED for line in heard),
        missed=tuple(slot.name for slot in planned if slot.name not in log or log[slot.name].result is Result.SILENT),
        seconds=sum(seconds_of(line, by_name) for line in heard),
        covered=coverage(
            content.codes,
            [(line.at.date(), by_name[line.slot]) for line in heard if line.slot in by_name],
        ),
        corrections=tuple(
            (article, correction)
            for article in content.articles
            for correction in article.corrections
            if correction.on in period
        ),
        withdrawals=tuple(entry for entry in withdrawals if entry.at.date() in period),
        by_show=tuple((show.name, aired_shows[show.key]) for show in shows) if len(shows) > 1 else (),
        posted=rank(name_of(each.subject, content) for each in postings if each.at.date() in period and not each.down),
    )


def name_of(subject: str, content: Content) -> str:
    """What sheets are of, by its title; by its name where it is gone or is no single text."""
    return next((each.title for each in (*content.codes, *content.models) if each.slug == subject), subject)


def count_articles(articles: Sequence[Article], content: Content) -> tuple[tuple[str, Counts], ...]:
    """Articles by each field that is declared to be counted; what no article has is left out."""
    titles = {
        "section": {section.slug: section.title for section in content.sections},
        "model": {model.slug: model.title for model in content.models},
    }
    found = []
    for field in declarations(Article):
        if field.shown.counted:
            values = (getattr(article, field.name) for article in articles)
            known = titles.get(field.name, {})
            labels = (
                value.label.capitalize() if isinstance(value, Genre) else known.get(value, value)
                for value in values
                if value
            )
            found.append((tr(field.label), rank(labels)))
    return tuple((label, counts) for label, counts in found if counts)


def rank(labels: Iterable[str]) -> Counts:
    """How often each label stands there, the most first, then tổ 3 before tổ 11."""
    return tuple(sorted(Counter(labels).items(), key=lambda entry: (-entry[1], natural(entry[0]))))


def natural(label: str) -> list[tuple[int, str]]:
    """A key that sorts numbers in a label as numbers."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", label)]


def seconds_of(line: Aired, orders: Mapping[str, Programme]) -> float:
    """How long a bulletin was: as logged, else as its running order estimated."""
    if line.seconds is not None:
        return line.seconds
    order = orders.get(line.slot)
    return order.seconds if order else 0.0


def coverage(codes: Iterable[Code], heard: Iterable[tuple[date, Programme]]) -> tuple[Covered, ...]:
    """Every rule of every code, and the days it was read."""
    days: dict[str, set[date]] = {}
    for day, programme in heard:
        for item in programme.items:
            if item.kind is ItemKind.RULES:
                for ref in item.refs:
                    days.setdefault(ref, set()).add(day)
    return tuple(
        Covered(code.title, f"{code.slug}#{rule.id}", rule.text, tuple(sorted(days.get(f"{code.slug}#{rule.id}", ()))))
        for code in codes
        for rule in code.rules
    )
