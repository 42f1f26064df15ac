"""What a plan means for the weeks ahead: how long new material lasts, what is missing, what the months come to."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.content.genres import Genre
from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day
from loaphuong.core.where import Where
from loaphuong.radio.calendar import slots as slots_of
from loaphuong.radio.planner.filling import articles_of
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from loaphuong.core.problems import Problem
    from loaphuong.radio.planner.material import Candidate
    from loaphuong.radio.planner.plan import Plan
    from loaphuong.station.nouns import Station
    from loaphuong.station.show import Show

CONTENT = Where(Project.content)


@dataclass(frozen=True, slots=True)
class Month:
    """Bulletins of a month, aired and planned, against the least that was promised."""

    year: int
    month: int
    bulletins: int
    minimum: int

    @property
    def short(self) -> bool:
        """Whether there are too few."""
        return self.bulletins < self.minimum

    def can_be_mended(self, today: date) -> bool:
        """Whether there are days left in it for the bulletins that are missing."""
        last = date(self.year, self.month, monthrange(self.year, self.month)[1])
        return (last - today).days >= self.minimum - self.bulletins


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a plan comes to for one show.

    `lasts` of `slots` are new; seconds `missing` by genre; the months that are wholly in view.
    `genre_of` is that of each article by its slug.
    """

    show: Show
    plan: Plan
    slots: int
    lasts: int
    missing: tuple[tuple[str, float], ...]
    months: tuple[Month, ...]
    genre_of: Mapping[str, Genre] = field(default_factory=lambda: MappingProxyType({}))


def outlook(
    station: Station, plan: Plan, candidates: Iterable[Candidate], aired: Mapping[str, datetime]
) -> tuple[Outlook, ...]:
    """What `plan` comes to, show by show; `aired` are the bulletins heard before it, by slot."""
    genre_of = {candidate.article.slug: candidate.article.genre for candidate in candidates}
    found = []
    for show in station.shows:
        own = plan.of(show.key)
        lacking = count_missing(own, genre_of)
        own_months = tuple(months(station, show, own, aired))
        found.append(Outlook(show, own, len(own.slots), own.lasts, lacking, own_months, genre_of))
    return tuple(found)


def count_missing(plan: Plan, genre_of: Mapping[str, Genre]) -> tuple[tuple[str, float], ...]:
    """Seconds of new articles that would be needed, by genre, the most first; "" for articles of any genre.

    Each article that is heard again stands for one of its genre that is missing; an empty slot lacks a wanted one if
    there is none.
    """
    needed: dict[str, float] = {}
    for programme in plan.programmes:
        heard = plan.again.get(programme.slot.name, ())
        for item in programme.items:
            if item.kind is ItemKind.ARTICLE and item.refs[0] in heard and item.refs[0] in genre_of:
                genre = genre_of[item.refs[0]]
                needed[genre] = needed.get(genre, 0.0) + item.seconds
    for short in plan.shortfalls:
        needed[short.genre or ""] = needed.get(short.genre or "", 0.0) + short.seconds
    return tuple(sorted(needed.items(), key=lambda entry: (-entry[1], entry[0])))


def months(station: Station, show: Show, plan: Plan, aired: Mapping[str, datetime]) -> Iterator[Month]:
    """Each month whose slots the plan reaches to the last; of one under way, only where the log tells of its past."""
    if not plan.slots:
        return
    last = plan.slots[-1].starts_at
    carried = {programme.slot.name for programme in plan.programmes} | set(aired)
    first = plan.slots[0].starts_at
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = index // 12, index % 12 + 1
        whole = slots_of(station, date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        found = [slot for slot in whole if slot.show == show.key]
        told = bool(found) and (found[0].starts_at >= first or any(slot.name in aired for slot in found))
        if told and found[-1].starts_at <= last:
            count = sum(slot.name in carried for slot in found)
            yield Month(year, month, count, show.planning.monthly_minimum)


def first_stale(plan: Plan) -> int:
    """For how many slots from the first something is new; held slots count."""
    by_name = {programme.slot.name: programme for programme in plan.programmes}
    for index, slot in enumerate(plan.slots):
        programme = by_name.get(slot.name)
        if programme is None and slot.name not in plan.held:
            return index
        articles = articles_of(programme) if programme else ()
        if articles and set(articles) <= set(plan.again.get(slot.name, ())):
            return index
    return len(plan.slots)


def lacks(missing_seconds: Iterable[tuple[str, float]]) -> str:
    """Minutes by genre, in Vietnamese: for staff."""
    found = [f"{max(round(seconds / 60), 1)} phút {label(genre)}" for genre, seconds in missing_seconds]
    return ", ".join(found) or "0 phút"


def label(genre: str) -> str:
    """What staff call a genre; articles of any for none, its word for one that is not known."""
    return next((each.label for each in Genre if each == genre), genre or "bài")


def shortfalls(station: Station, plan: Plan) -> tuple[Problem, ...]:
    """The slots that should be filled and cannot be, each with what it lacks and why."""
    return tuple(
        problem(
            "slot-shortfall",
            CONTENT,
            about=short.slot.name,
            slot=short.slot.name,
            lacks=lacks([(short.genre or "", short.seconds)]),
            why=short.why,
        )
        for short in plan.shortfalls
        if not station.show(short.slot.show).planning.optional
    )


def problems(station: Station, seen: Iterable[Outlook]) -> tuple[Problem, ...]:
    """Slots that cannot be filled, new material that ends within the weeks of alarm, months that come short.

    Of a month only while something can be done about it.
    """
    return tuple(found for each in seen for found in problems_of(station, each))


def problems_of(station: Station, seen: Outlook) -> Iterator[Problem]:
    """Those of one show."""
    planning = seen.show.planning
    yield from shortfalls(station, seen.plan)
    for left in seen.plan.left_out:
        if left.ends and planning.reads(seen.genre_of.get(left.slug, "")):
            yield problem("expires-unheard", left.where, title=left.title, day=day(left.ends), why=left.why)
    weekly = len(seen.show.slots)
    stale = first_stale(seen.plan)
    if stale < min(planning.alarm_weeks * weekly, seen.slots):
        yield problem(
            "material-short",
            CONTENT,
            slots=stale,
            weeks=planning.alarm_weeks,
            ahead=-(-seen.slots // max(weekly, 1)),
            lacks=lacks(seen.missing),
        )
    today = seen.plan.slots[0].starts_at.date() if seen.plan.slots else date.max
    for month in seen.months:
        if month.short and month.can_be_mended(today):
            yield problem(
                "month-short",
                seen.show.at("len_chuong_trinh.monthly_minimum"),
                month=f"{month.month:02d}/{month.year}",
                count=month.bulletins,
                minimum=month.minimum,
            )
