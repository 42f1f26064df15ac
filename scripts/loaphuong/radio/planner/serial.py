"""Cutting an article that no bulletin can hold into the parts of a serial, at headings or else at paragraphs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import minutes
from loaphuong.speech.nouns import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.radio.planner.capacity import Capacity
    from loaphuong.speech.nouns import Line

# What a cut before a line of this role costs, against a part that is a second longer or shorter than the others.
CUT_COST = {Role.HEADING: 0.0, Role.PARAGRAPH: 20.0, Role.QUOTE: 60.0}
WORST_CUT = 400.0
PART_COST = 100.0


class Timed(NamedTuple):
    """A line of a script and how long it takes."""

    line: Line
    seconds: float


class Limits(NamedTuple):
    """Seconds of words that an article may have in one piece, what a part of a serial should have, and the most."""

    whole: float
    part: float
    most: float


def limits(capacity: Capacity, whole_lead: float, part_lead: float) -> Limits:
    """What is left for an article's own words, beside the seconds in which it is announced, named and summed up.

    An article that takes all of an edition has to bear its lời dẫn there; where others stand beside it, the shares are
    generous enough.
    """
    whole = max(min(capacity.whole_seconds, capacity.longest_seconds - whole_lead), 0.0)
    most = max(min(capacity.whole_seconds, capacity.longest_seconds - part_lead), 0.0)
    return Limits(whole, min(capacity.part_seconds, most), most)


def cut(lines: Sequence[Timed], limit: Limits) -> tuple[tuple[int, int], ...]:
    """Where the parts begin and end, as slices of `lines`; one slice when the article is short enough to stay whole.

    Few parts, each near the same length, cut where the ear expects it: not after a heading or a line that announces a
    list. A line longer than a part is a part alone (`check` names it).
    """
    total = sum(timed.seconds for timed in lines)
    if total <= limit.whole or limit.part <= 0 or len(lines) < 2:
        return ((0, len(lines)),)
    upper = (limit.part + limit.most) / 2
    counts = (count for count in range(2, len(lines) + 1) if total / count <= upper)
    for count in counts:
        if found := divide(lines, count, upper):
            more = divide(lines, count + 1, upper)
            return more[1] if more and more[0] + PART_COST < found[0] else found[1]
    return tuple((index, index + 1) for index in range(len(lines)))


def divide(lines: Sequence[Timed], count: int, upper: float) -> tuple[float, tuple[tuple[int, int], ...]] | None:
    """The cheapest cut into so many parts and its cost; no part is longer than `upper` unless it is one line."""
    sums = [0.0]
    for timed in lines:
        sums.append(sums[-1] + timed.seconds)
    aim = sums[-1] / count
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (spent, _) in best[-1].items():
            for end in range(start + 1, len(lines) + 1):
                length = sums[end] - sums[start]
                if length > upper and end > start + 1:
                    break
                cost = spent + (length - aim) ** 2 / aim + (cut_cost(lines, end) if end < len(lines) else 0.0)
                if end not in reached or cost < reached[end][0]:
                    reached[end] = (cost, start)
        best.append(reached)
    if len(lines) not in best[count]:
        return None
    ends = [len(lines)]
    for step in range(count, 0, -1):
        ends.append(best[step][ends[-1]][1])
    ends.reverse()
    return best[count][len(lines)][0], tuple(pairwise(ends))


def cut_cost(lines: Sequence[Timed], at: int) -> float:
    """How much a cut before line `at` disturbs."""
    before, after = lines[at - 1].line, lines[at].line
    if before.role in {Role.HEADING, Role.LEAD_IN} or before.text.rstrip().endswith(":"):
        return WORST_CUT
    return CUT_COST.get(after.role, WORST_CUT / 2)


def check(lines: Sequence[Timed], limit: Limits) -> tuple[Problem, ...]:
    """Each paragraph that is longer than an item may be, and so cannot be broadcast, at its line."""
    return tuple(
        problem("paragraph-too-long", timed.line.where, minutes=minutes(timed.seconds), most=minutes(limit.most))
        for timed in lines
        if limit.most > 0 and timed.seconds > limit.most
    )
