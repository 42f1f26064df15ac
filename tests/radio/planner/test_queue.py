"""Who waits for a slot: from when an article may air, until when, and who never does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from loaphuong.content.articles import Channel, Person, Status
from loaphuong.content.genres import Genre
from loaphuong.radio.planner import queue, reasons
from loaphuong.radio.planner.capacity import Capacity
from loaphuong.radio.planner.material import Material
from loaphuong.radio.planner.memory import Memory
from tests.making import NOW, a_show, a_slot, an_article
from tests.radio.planner.material import FIXED, a_candidate

SLOT = a_slot("2026-11-24")
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
CAPACITY = Capacity(1, 4, 1, True, 200.0, 150.0, 300.0)


@pytest.mark.parametrize(
    ("changes", "airs"),
    [
        ({"published_at": SLOT.starts_at}, True),
        ({"published_at": SLOT.starts_at + SECOND}, False),
        ({"broadcast_from": SLOT.starts_at.date()}, True),
        ({"broadcast_from": SLOT.starts_at.date() + DAY}, False),
        ({"expires": SLOT.starts_at.date()}, True),
        ({"expires": SLOT.starts_at.date() - DAY}, False),
    ],
)
def test_from_when_until_when(changes: dict[str, Any], airs: bool) -> None:
    """From its very second, and on its last day still; the reason and the queue say the same."""
    candidate = a_candidate("bai", **changes)
    assert (queue.not_at(candidate.article, SLOT) is None) is airs
    waiting = queue.Queue(Material(a_show(), (candidate,), (), FIXED), (), CAPACITY, approval=True)
    assert waiting.eligible(SLOT, Memory(), (), heard=False) == ([candidate] if airs else [])
    heard = Memory(heard={"bai": SLOT.starts_at - 30 * DAY})
    assert waiting.eligible(SLOT, heard, (), heard=True) == ([candidate] if airs else [])


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, None),
        ({"genre": Genre.CRITIQUE}, None),
        ({"broadcast": False}, reasons.SILENT),
        ({"status": Status.DRAFT}, reasons.DRAFT),
        ({"approved_at": None}, reasons.UNAPPROVED),
        ({"people": (Person("An", "cư dân", (Channel.WEB,)),)}, reasons.NO_CONSENT),
        ({"people": (Person("An", "cư dân", (Channel.WEB, Channel.LOUDSPEAKER)),)}, None),
    ],
)
def test_who_never_airs(changes: dict[str, Any], why: str | None) -> None:
    """And why."""
    article = an_article(**{"approved_at": NOW, **changes})
    assert queue.never(a_show().planning, article, approval=True) == why
    assert queue.never(a_show().planning, article, approval=False) == (None if why == reasons.UNAPPROVED else why)


@pytest.mark.parametrize(("seconds", "fits"), [(300.0, True), (300.1, False)])
def test_what_is_too_long_is_refused(seconds: float, fits: bool) -> None:
    """Longer than all that the fixed segments leave."""
    mentions = a_candidate("bai", 100.0).parts[0].cost - 100.0
    candidate = a_candidate("bai", seconds - mentions)
    waiting = queue.Queue(Material(a_show(), (candidate,), (), FIXED), (), CAPACITY, approval=True)
    assert waiting.refused == ({} if fits else {"bai": reasons.NO_FIT})


@pytest.mark.parametrize(
    ("parts", "later", "begins"),
    [(2, [3], True), (2, [], False), (2, [8], False), (3, [3, 7], True), (3, [3, 8], False), (4, [3, 7], False)],
)
def test_a_serial_begins_where_it_can_end(parts: int, later: list[int], begins: bool) -> None:
    """All parts have a free slot before the text expires, a week from its first."""
    expires = SLOT.starts_at.date() + 7 * DAY
    candidate = a_candidate("bai", *[100.0 + part for part in range(parts)], expires=expires)
    waiting = queue.Queue(Material(a_show(), (candidate,), (), FIXED), (), CAPACITY, approval=True)
    free = [SLOT.starts_at.date() + days * DAY for days in later]
    assert (waiting.eligible(SLOT, Memory(), free, heard=False) == [candidate]) is begins


@pytest.mark.parametrize(("later", "begins"), [([3], True), ([3, 7], False)])
def test_a_last_chance_waits_for_no_other_serial(later: list[int], begins: bool) -> None:
    """The one place for a serial is taken by another; what ends does not wait for it longer than it can."""
    other = a_candidate("dai-ky", 100.0, 101.0, 102.0)
    ending = a_candidate("bai", 100.0, 101.0, expires=SLOT.starts_at.date() + 7 * DAY)
    waiting = queue.Queue(Material(a_show(), (other, ending), (), FIXED), (), CAPACITY, approval=True)
    memory = Memory(begun={(a_show().key, "dai-ky"): {1}})
    free = [SLOT.starts_at.date() + days * DAY for days in later]
    assert (waiting.eligible(SLOT, memory, free, heard=False) == [ending]) is begins
