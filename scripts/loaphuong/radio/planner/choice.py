"""Choosing which articles a bulletin carries: the fairest set that fits its seconds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from loaphuong.radio.planner.material import Candidate, Said
    from loaphuong.radio.programme import Item

WINDOW = 12  # the longest waiting that are weighed against each other in every combination
CLOSE_SECONDS = 20.0  # lengths this near to each other are as good


@dataclass(frozen=True, slots=True)
class Option:
    """A part of an article that could air in a slot. `heard` is when it last did; `rank` its place in the queue.

    `wanted`: of a genre that the show wants in each edition. `before` is how it stood in the order that is filled anew.
    """

    candidate: Candidate
    part: int
    rank: int
    wanted: bool
    pressing: bool = False
    heard: datetime | None = None
    before: Item | None = None

    @property
    def said(self) -> Said:
        """What would be said."""
        return self.candidate.parts[self.part - 1]

    @property
    def begins(self) -> bool:
        """Whether it is the first part of a serial."""
        return self.part == 1 and len(self.candidate.parts) > 1

    @property
    def slug(self) -> str:
        """The article's."""
        return self.candidate.article.slug


@dataclass(frozen=True, slots=True)
class TimeBudget:
    """What articles may take: seconds from `low` to `high`, best `aim`; from `fewest` to `most` of them.

    So many `serials` may begin; `wants` says whether one of a wanted genre should be there.
    """

    low: float
    high: float
    aim: float
    fewest: int
    most: int
    serials: int = 1
    wants: bool = True

    def fits(self, seconds: float, count: int) -> bool:
        """Whether so many articles of so many seconds in all are an edition."""
        return self.low <= seconds <= self.high and self.fewest <= count <= self.most

    def allows(self, chosen: Sequence[Option]) -> bool:
        """Whether these articles are an edition."""
        begun = sum(option.begins and option.heard is None for option in chosen)
        return begun <= self.serials and self.fits(cost(chosen), len(chosen))


Score = tuple[bool, int, int, int, int, int, int, int]


def cost(options: Iterable[Option]) -> float:
    """Seconds of several."""
    return sum(option.said.cost for option in options)


def score(chosen: Sequence[Option], budget: TimeBudget, forced: int = 0) -> Score:
    """Lower is better: a wanted one, nothing heard, who waited longest, what presses, near the aim, many sections.

    No second wanted one without need: the next edition wants one too.
    """
    wanted = sum(option.wanted for option in chosen)
    return (
        budget.wants and wanted == 0,
        sum(option.heard is not None for option in chosen),
        max(wanted - 1, 0),
        min((option.rank for option in chosen[forced:]), default=0),
        -sum(option.pressing for option in chosen),
        int(abs(cost(chosen) - budget.aim) // CLOSE_SECONDS),
        len(chosen) - len({option.candidate.article.section for option in chosen}),
        sum(option.rank for option in chosen),
    )


def choose(options: Sequence[Option], forced: Sequence[Option], budget: TimeBudget) -> tuple[Option, ...] | None:
    """The best set that fits, the forced ones first in it, then by rank; None when no set does.

    `options` are in order of rank. No set is returned without a wanted article where one of `options` could replace
    another, nor with a heard article that an unheard one could replace, unless that article is the only wanted one.
    """
    near = window(options)
    best = best_of(near, forced, budget) or best_pair(options, forced, budget)
    return renew(add_wanted(best, options, forced, budget), options, forced, budget) if best else None


def window(options: Sequence[Option]) -> tuple[Option, ...]:
    """The first in the queue, with places kept for wanted ones and for what presses."""
    first, rest = options[: WINDOW - 4], options[WINDOW - 4 :]
    wanted = [option for option in rest if option.wanted][:2]
    kept = {option.rank for option in wanted}
    others = [option for option in rest[:6] if option.rank not in kept][: 4 - len(wanted)]
    return tuple(sorted((*first, *wanted, *others), key=lambda option: option.rank))


def best_of(near: Sequence[Option], forced: Sequence[Option], budget: TimeBudget) -> tuple[Option, ...] | None:
    """The best of all combinations of a few."""
    given, count = cost(forced), len(forced)
    best: tuple[Score, tuple[Option, ...]] | None = None
    costs = [option.said.cost for option in near]
    for size in range(max(budget.fewest - count, 0), budget.most - count + 1):
        for picked in combinations(range(len(near)), size):
            total = given + sum(costs[index] for index in picked)
            if budget.fits(total, size + count):
                chosen = (*forced, *(near[index] for index in picked))
                found = (score(chosen, budget, count), chosen)
                if (best is None or found[0] < best[0]) and budget.allows(chosen):
                    best = found
    return best[1] if best else None


def best_pair(options: Sequence[Option], forced: Sequence[Option], budget: TimeBudget) -> tuple[Option, ...] | None:
    """The first in the queue that fits with one other, looking at all of them."""
    given, count = cost(forced), len(forced)
    if not budget.fewest <= count + 2 <= budget.most:
        return None
    by_cost = sorted(options, key=lambda option: (option.said.cost, option.rank))
    costs = [option.said.cost for option in by_cost]
    for option in options:
        spent = given + option.said.cost
        partners = by_cost[bisect_left(costs, budget.low - spent) : bisect_right(costs, budget.high - spent)]
        pairs = (
            (*forced, *sorted((option, other), key=lambda each: each.rank)) for other in partners if other is not option
        )
        fitting = [pair for pair in pairs if budget.allows(pair)]
        if fitting:
            return min(fitting, key=lambda chosen: score(chosen, budget, count))
    return None


def add_wanted(
    chosen: tuple[Option, ...], options: Sequence[Option], forced: Sequence[Option], budget: TimeBudget
) -> tuple[Option, ...]:
    """The set with a wanted article in place of its last one that it can replace, if it has none."""
    if any(option.wanted for option in chosen):
        return chosen
    wanted = [option for option in options if option.wanted]
    return put_in(wanted, chosen, chosen, forced, budget) or chosen


def renew(
    chosen: tuple[Option, ...], options: Sequence[Option], forced: Sequence[Option], budget: TimeBudget
) -> tuple[Option, ...]:
    """The set with unheard articles in place of heard ones wherever that fits."""
    unheard = [option for option in options if option.heard is None]
    while heard := [option for option in chosen if option.heard is not None]:
        replaced = put_in(unheard, heard, chosen, forced, budget)
        if replaced is None:
            break
        chosen = replaced
    return chosen


def put_in(
    new_ones: Sequence[Option],
    old_ones: Sequence[Option],
    chosen: tuple[Option, ...],
    forced: Sequence[Option],
    budget: TimeBudget,
) -> tuple[Option, ...] | None:
    """The set with the first new one that fits in place of the last old one it fits for; the only wanted one stays."""
    taken = {option.slug for option in chosen}
    fixed = {option.slug for option in forced}
    for new in new_ones:
        for old in reversed(old_ones):
            kept = [option for option in chosen if option is not old and option.slug not in fixed]
            only = old.wanted and not any(option.wanted for option in (*kept, *forced))
            if new.slug in taken or old.slug in fixed or (only and not new.wanted):
                continue
            fresh = (*forced, *sorted((*kept, new), key=lambda option: option.rank))
            if budget.allows(fresh):
                return fresh
    return None
