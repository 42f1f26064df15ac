"""Material for plans: articles with seconds, codes with rules, slots of the station, all plausible."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from loaphuong.content.genres import Genre
from loaphuong.core.digest import digest
from loaphuong.radio.calendar import slots
from loaphuong.radio.planner.material import Agenda, Candidate, FixedSegments, Material, RuleSet, Said
from loaphuong.radio.planner.plan import Plan, PlanRequest, plan
from tests.making import NOW, a_code, a_station, an_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.content.nouns import Code
    from loaphuong.radio.programme import Slot
    from loaphuong.station.nouns import Station

FIXED = FixedSegments(12.0, 8.0, 6.0, 14.0, 5.0)
SECTIONS = {
    "guong-tot": Genre.EXEMPLAR,
    "net-dep-ung-xu": Genre.CONDUCT,
    "mo-hinh-hay": Genre.MODEL,
    "nhac-nho": Genre.NOTICE,
}


def a_candidate(slug: str, *seconds: float, section: str = "guong-tot", **changes: Any) -> Candidate:
    """An approved article of as many parts as seconds are given."""
    given = {"approved_at": NOW - timedelta(days=6), "genre": SECTIONS[section], **changes}
    article = an_article(slug.replace("-", " ").capitalize(), slug=slug, section=section, **given)
    parts = tuple(
        Said(slug, article.title, length, digest(slug, part, length), 3.0)
        for part, length in enumerate(seconds or (110.0,), 1)
    )
    corrections = tuple(Said(slug, article.title, 15.0, digest(slug, each.right)) for each in article.corrections)
    return Candidate(article, parts, corrections)


def a_rule_set(code: Code | None = None, seconds: float = 6.0) -> RuleSet:
    """A code whose rules take a few seconds each."""
    code = code or a_code()
    said = tuple(Said(f"{code.slug}#{rule.id}", rule.text, seconds, digest(rule.text)) for rule in code.rules)
    return RuleSet(code, said, 6.0)


def some_candidates(count: int, seed: int = 1, days: int = 1) -> list[Candidate]:
    """Articles of all sections, 80 to 170 s long, published over so many days from a week before NOW."""
    chance = random.Random(seed)
    names = sorted(SECTIONS)
    return [
        a_candidate(
            f"bai-{index:04d}",
            round(chance.uniform(80, 170), 1),
            section=names[index % len(names)],
            published_at=NOW - timedelta(days=7) + timedelta(days=days * index / count),
        )
        for index in range(count)
    ]


def planned(candidates: Sequence[Candidate], slots: Iterable[Slot], **given: Any) -> Plan:
    """The plan of these slots for a station with one show; `rule_sets` are one of six rules unless others are given."""
    station = given.pop("station", a_station())
    sets = tuple(given.pop("rule_sets", [a_rule_set()]))
    agenda = given.pop("agenda", Agenda())
    material = tuple(Material(show, tuple(candidates), sets, FIXED, agenda) for show in station.shows)
    request = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    return plan(PlanRequest(material, tuple(slots), request.pop("now", NOW), **request))


def some_slots(weeks: int, station: Station | None = None) -> Sequence[Slot]:
    """The slots of the weeks after NOW."""
    first = NOW.date()
    return slots(station or a_station(), first, date.fromordinal(first.toordinal() + 7 * weeks - 1))
