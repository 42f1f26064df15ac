"""Counting: articles, bulletins, rules, corrections and withdrawals of a period. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.content.labels import GENRES
from loaphuong.radio.log import Result
from loaphuong.radio.programme import ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from loaphuong.content.nouns import Article, Code, Content, Correction
    from loaphuong.radio.log import Aired
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.report.period import Period
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

    `by_…` are counts of published articles, the most first; `seconds` is what was heard in all.
    """

    period: Period
    articles: tuple[Article, ...]
    by_section: Counts
    by_genre: Counts
    by_model: Counts
    by_group: Counts
    planned: tuple[Slot, ...]
    whole: int
    interrupted: int
    missed: tuple[str, ...]
    seconds: float
    covered: tuple[Covered, ...]
    corrections: tuple[tuple[Article, Correction], ...]
    withdrawals: tuple[Withdrawal, ...]

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
) -> Report:
    """Count a period. `content` is what is published, `slots` the calendar's of the period up to now."""
    articles = tuple(
        sorted(
            (article for article in content.articles if article.published_at.date() in period),
            key=lambda article: (article.published_at, article.slug),
        )
    )
    planned = tuple(sorted(slot for slot in slots if slot.starts_at.date() in period))
    log = {line.slot: line for line in aired if line.at.date() in period}
    heard = [line for line in log.values() if line.result is not Result.SILENT]
    by_name = {order.slot.name: order for order in orders}
    section_titles = {section.slug: section.title for section in content.sections}
    model_titles = {model.slug: model.title for model in content.models}
    return Report(
        period=period,
        articles=articles,
        by_section=counted(articles, lambda article: section_titles.get(article.section, article.section)),
        by_genre=counted(articles, lambda article: GENRES[article.genre].capitalize()),
        by_model=counted(articles, lambda article: model_titles.get(article.model or "", article.model)),
        by_group=counted(articles, lambda article: article.residential_group),
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
    )


def counted(articles: Iterable[Article], key: Callable[[Article], str | None]) -> Counts:
    """How many articles have each label, the most first, then tổ 3 before tổ 11; those without one are not counted."""
    found = Counter(label for article in articles if (label := key(article)))
    return tuple(sorted(found.items(), key=lambda entry: (-entry[1], natural(entry[0]))))


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
