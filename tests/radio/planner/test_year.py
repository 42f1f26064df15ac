"""Most of a year at the desk, week by week: planned, frozen, aired or not, logged, and planned again from the files."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from loaphuong.content.articles import Correction, Priority
from loaphuong.radio import holds, log, orders
from loaphuong.radio.calendar import find, next_slots
from loaphuong.radio.holds import Act, Decision
from loaphuong.radio.log import Aired, Result
from loaphuong.radio.planner.bulletin import Assembly
from loaphuong.radio.planner.material import Material
from loaphuong.station.show import ItemKind
from tests.making import HANOI, NOW, a_code, a_station
from tests.radio.planner.material import FIXED, a_candidate, a_rule_set, some_candidates
from tests.radio.planner.material import planned as plan_of

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.planner.material import Candidate
    from loaphuong.radio.planner.plan import Plan

STATION = a_station()
RULE_SETS = (a_rule_set(a_code("qd-1665", 20)), a_rule_set(a_code("qd-522", 10)))
WEEKS = 32


def planned(root: Path, candidates: list[Candidate], now: datetime) -> Plan:
    """The next four slots as the files and the articles of the day give them."""
    frozen, wrong = orders.read(root, HANOI)
    entries, broken = log.read(root, HANOI)
    decided, odd = holds.read(root, HANOI)
    assert (wrong, broken, odd) == ((), (), ())
    standing = holds.resolve(decided)
    return plan_of(
        candidates,
        next_slots(STATION, now, 4),
        station=STATION,
        rule_sets=RULE_SETS,
        orders=frozen,
        aired=log.times_heard(entries),
        now=now,
        held=standing.held,
        by_hand=standing.by_hand,
    )


def note(root: Path, name: str, now: datetime, result: Result) -> None:
    """What staff write down on Monday of a bulletin of the week before."""
    slot = find(STATION, name)
    assert slot is not None
    log.append(root, (Aired(name, slot.starts_at, "Chị Hoa", result, 360.0, "ab" * 32, "", now), slot))


def test_week_after_week(tmp_path: Path) -> None:
    """Every slot is filled, what is frozen stays, what was silent comes again, all rules and corrections are read."""
    chance = random.Random(5)
    stock = some_candidates(150, seed=3, days=330)
    wrong = Correction(date(2027, 3, 1), "Đài đọc sai.", "Đúng là.")
    frozen_before: dict[str, str] = {}
    silent: dict[str, set[str]] = {}
    for week in range(WEEKS):
        now = NOW + timedelta(days=2, weeks=week)
        standing, _ = orders.read(tmp_path, HANOI)
        candidates = [each for each in stock if each.article.published_at <= now]
        candidates += [a_candidate("hoa-toc", 50.0, priority=Priority.URGENT)] if week >= 20 else []
        if week >= 15:  # the article aired first of all turns out to be wrong
            first = standing[0].items[2].refs[0]
            index = next(place for place, each in enumerate(candidates) if each.article.slug == first)
            article = replace(candidates[index].article, corrections=(wrong,))
            candidates[index] = replace(a_candidate(first, corrections=(wrong,)), article=article)
            candidates[index] = replace(
                candidates[index], parts=next(c for c in stock if c.article.slug == first).parts
            )
        known = {entry.slot for entry in log.read(tmp_path, HANOI)[0]}
        for order in standing:
            name = order.slot.name
            if order.slot.starts_at < now and name not in known:
                result = chance.choice([Result.WHOLE] * 9 + [Result.SILENT])
                note(tmp_path, name, now, result)
                if result is Result.SILENT:
                    silent[name] = {ref for item in order.items if item.kind is ItemKind.ARTICLE for ref in item.refs}
        made = planned(tmp_path, candidates, now)
        assert made.shortfalls == ()
        if week % 8 == 0:
            random.Random(week).shuffle(candidates)
            assert planned(tmp_path, candidates, now) == made
        for programme in made.programmes[:2]:
            orders.freeze(tmp_path, programme)
        if week == 10:
            held = made.programmes[1].slot
            holds.append(tmp_path, Decision(now, Act.HOLD, held.name, why="Mất điện"), held)
        texts = {path.name: path.read_text("utf-8") for path in (tmp_path / orders.FOLDER).iterdir()}
        told = {revised.slot.name for revised in made.revisions}
        assert all(texts[name] == text or name.removesuffix(".txt") in told for name, text in frozen_before.items())
        frozen_before = texts
        digest_of = Assembly(Material(STATION.main, tuple(candidates), RULE_SETS, FIXED)).digest_of
        for programme in made.programmes[:2]:
            assert programme.slot == find(STATION, programme.slot.name)
            assert all(item.digest == digest_of(item) for item in programme.items if item.refs)

    everything, _ = orders.read(tmp_path, HANOI)
    heard = log.times_heard(log.read(tmp_path, HANOI)[0])
    aired = [order for order in everything if order.slot.name in heard]
    assert len(aired) > 45
    items = [item for order in aired for item in order.items]
    assert {ref for item in items if item.kind is ItemKind.RULES for ref in item.refs} == {
        said.ref for rule_set in RULE_SETS for said in rule_set.rules
    }
    assert [item.refs for item in items if item.kind is ItemKind.NOTICE] == [("hoa-toc",)]
    assert sum(item.kind is ItemKind.CORRECTION for item in items) == 1
    carried = {ref for item in items for ref in item.refs}
    assert silent
    assert all(slugs <= carried for name, slugs in silent.items() if name < "2027-05")
