"""Who stopped a slot, who let it go again, and what was put into it: audio/holds.csv, never rewritten."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import calendar
from loaphuong.trust.ledger import Column, Ledger, moment, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Slot
    from loaphuong.station.nouns import Station
    from loaphuong.trust.ledger import Row


class Act(StrEnum):
    """What was decided."""

    HOLD = "giữ"
    RELEASE = "thả"
    INSERT = "chèn"
    INSERT_TWICE = "chèn, đọc hai lần"
    INSERT_ALONE = "chèn, buổi riêng"
    TAKE_BACK = "bỏ chèn"


INSERTS = {Act.INSERT: 1, Act.INSERT_TWICE: 2, Act.INSERT_ALONE: 2}


HOLDS = Ledger(
    Project.holds,
    (
        Column("Lúc", moment),
        Column("Việc", word_of(*Act)),
        Column("Khung giờ"),
        Column("Bài"),
        Column("Lý do"),
        Column("Người quyết định"),
    ),
    clock=0,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the file; `article` is the slug that was inserted."""

    at: datetime
    act: Act
    slot: str
    article: str = ""
    why: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What someone decided that a slot carries: the articles `inserted`, and those that were taken back from it.

    An article that is to be read twice stands there twice.
    """

    inserted: tuple[str, ...] = ()
    taken_back: frozenset[str] = frozenset()

    def after(self, decision: Decision) -> ByHand:
        """The same after one more decision about an article."""
        others = tuple(slug for slug in self.inserted if slug != decision.article)
        if times := INSERTS.get(decision.act, 0):
            return ByHand((*others, *[decision.article] * times), self.taken_back - {decision.article})
        return ByHand(others, self.taken_back | {decision.article})


@dataclass(frozen=True, slots=True)
class SlotDecisions:
    """What holds today, by slot: the reason of a hold, what was decided by hand, how often it was held or released.

    `own` are the slots that are there for an urgent notice alone.
    """

    held: Mapping[str, str]
    by_hand: Mapping[str, ByHand]
    changes: Mapping[str, int]
    own: tuple[str, ...] = ()

    def open_slots(self, station: Station) -> Station:
        """The station with the slots that are not its weekly ones."""
        found = (calendar.find_planned(station, name) for name in self.own)
        return replace(station, calendar=replace(station.calendar, own=tuple(sorted(at for at in found if at))))


def entry(row: Row, zone: tzinfo) -> Decision:
    """A line as what it says."""
    at, act, slot, article, why, by = row.cells
    return Decision(datetime.fromisoformat(at).replace(tzinfo=zone), Act(act), slot, article, why, by)


def read(root: Path, zone: tzinfo) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """All decisions in their order, and whatever was done to the file."""
    rows, problems = HOLDS.read(root)
    return tuple(entry(row, zone) for row in rows), problems


def resolve(decisions: Iterable[Decision]) -> SlotDecisions:
    """What the decisions come to."""
    held: dict[str, str] = {}
    by_hand: dict[str, ByHand] = {}
    decided = tuple(decisions)
    for decision in decided:
        match decision.act:
            case Act.HOLD:
                held[decision.slot] = decision.why
            case Act.RELEASE:
                held.pop(decision.slot, None)
            case Act.INSERT | Act.INSERT_TWICE | Act.INSERT_ALONE | Act.TAKE_BACK:
                by_hand[decision.slot] = by_hand.get(decision.slot, ByHand()).after(decision)
    changes = Counter(decision.slot for decision in decided if decision.act in {Act.HOLD, Act.RELEASE})
    opened = dict.fromkeys(decision.slot for decision in decided if decision.act is Act.INSERT_ALONE)
    own = tuple(name for name in opened if by_hand[name].inserted)
    return SlotDecisions(MappingProxyType(held), MappingProxyType(by_hand), MappingProxyType(changes), own)


def append(root: Path, decision: Decision, slot: Slot | None) -> None:
    """Note a decision on `slot`; `Stopped` when the file is not whole or the decision makes no sense."""
    zone = decision.at.tzinfo
    if zone is None:
        raise ValueError("at has no time zone")
    decisions, problems = read(root, zone)
    problems = (*problems, *check(decision, slot, decisions))
    if problems := tuple(found for found in problems if not found.warning):
        raise Stopped(problems)
    HOLDS.append(
        root,
        (
            f"{decision.at:%Y-%m-%d %H:%M}",
            decision.act.value,
            decision.slot,
            decision.article,
            decision.why,
            decision.by,
        ),
    )


def check(decision: Decision, slot: Slot | None, decisions: Sequence[Decision]) -> Iterator[Problem]:
    """What makes no sense: a slot that is none or over, a second hold, a release of what is free, no such insert."""
    where, held = Where(HOLDS.path), resolve(decisions).held
    if slot is None:
        yield problem("slot-unknown", where, slot=decision.slot)
    elif slot.starts_at < decision.at:
        yield problem("slot-past", where, slot=decision.slot)
    if decision.act is Act.HOLD and decision.slot in held:
        yield problem("hold-standing", where, slot=decision.slot, why=held[decision.slot])
    if decision.act is Act.RELEASE and decision.slot not in held:
        yield problem("hold-none", where, slot=decision.slot)
    by_hand = resolve(decisions).by_hand.get(decision.slot, ByHand())
    if decision.act is Act.TAKE_BACK and decision.article not in by_hand.inserted:
        yield problem("insert-none", where, slot=decision.slot, name=decision.article)
