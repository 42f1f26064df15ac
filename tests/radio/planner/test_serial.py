"""Serials: where a long article is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from loaphuong.core.where import Where
from loaphuong.radio.planner.capacity import capacity
from loaphuong.radio.planner.serial import Limits, Timed, check, cut, limits
from loaphuong.speech.nouns import Line, Role
from loaphuong.station.show import Bounds
from tests.making import a_show
from tests.radio.planner.material import FIXED, a_rule_set

LIMIT = Limits(200.0, 140.0, 200.0)


def timed(*lines: tuple[Role, float] | tuple[Role, float, str]) -> list[Timed]:
    """Lines by role and seconds."""
    return [
        Timed(Line(given[2] if len(given) > 2 else "Chữ.", Where("x.md", index), given[0]), given[1])
        for index, given in enumerate(lines, 1)
    ]


def test_an_article_that_fits_stays_whole() -> None:
    """Up to the limit nothing is cut."""
    assert cut(timed((Role.PARAGRAPH, 100), (Role.PARAGRAPH, 100)), LIMIT) == ((0, 2),)


def test_a_long_article_is_cut_before_headings() -> None:
    """Even when the parts are less equal than they could be."""
    lines = timed(
        (Role.PARAGRAPH, 60),
        (Role.PARAGRAPH, 50),
        (Role.HEADING, 5),
        (Role.PARAGRAPH, 70),
        (Role.PARAGRAPH, 60),
        (Role.HEADING, 5),
        (Role.PARAGRAPH, 110),
    )
    assert cut(lines, LIMIT) == ((0, 2), (2, 5), (5, 7))


def test_no_part_ends_with_a_heading_or_a_colon() -> None:
    """What announces something stays with it."""
    lines = timed(
        (Role.PARAGRAPH, 95),
        (Role.PARAGRAPH, 10, "Bà con cùng làm:"),
        (Role.LIST_ITEM, 50),
        (Role.LIST_ITEM, 50),
        (Role.HEADING, 5),
        (Role.PARAGRAPH, 95),
    )
    assert cut(lines, LIMIT) == ((0, 1), (1, 4), (4, 6))


def test_a_paragraph_no_bulletin_can_hold_is_named() -> None:
    """At its line, with how long it is."""
    lines = timed((Role.PARAGRAPH, 90), (Role.PARAGRAPH, 230))
    (found,) = check(lines, LIMIT)
    assert (found.id, found.where.line) == ("paragraph-too-long", 2)
    assert "3:50" in found.what
    assert cut(lines, LIMIT) == ((0, 1), (1, 2))


def test_limits_leave_room_for_what_announces_an_article() -> None:
    """Where one article has all of an edition, its lời dẫn and the mentions of its title are taken off."""
    alone = capacity(a_show(bounds=Bounds(180, 240, 210)), FIXED, [a_rule_set()])
    assert limits(alone, 12.0, 20.0) == Limits(188.0, 140.0, 180.0)
    beside = capacity(a_show(), FIXED, [a_rule_set()])
    assert limits(beside, 12.0, 20.0) == Limits(210.0, 145.0, 210.0)
    assert limits(capacity(a_show(bounds=Bounds(10, 20, 15)), FIXED, []), 12.0, 20.0) == (0.0, 0.0, 0.0)


ROLES = some.sampled_from([Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE])


@given(some.lists(some.tuples(ROLES, some.floats(1, 120)), min_size=1, max_size=40))
def test_parts_are_the_whole_article_in_order(drawn: list[tuple[Role, float]]) -> None:
    """Nothing is lost or said twice, and no part is longer than an item may be."""
    lines = timed(*drawn)
    parts = cut(lines, LIMIT)
    assert [index for start, end in parts for index in range(start, end)] == list(range(len(lines)))
    assert all(sum(line.seconds for line in lines[start:end]) <= LIMIT.whole for start, end in parts)


def test_a_paragraph_has_a_bound() -> None:
    """What fills an item is broadcast, what is longer is told at its line; without a bound nothing is."""
    lines = timed((Role.PARAGRAPH, 200.0), (Role.PARAGRAPH, 200.1))
    assert [(found.id, found.where.line) for found in check(lines, LIMIT)] == [("paragraph-too-long", 2)]
    assert check(lines, LIMIT._replace(most=0)) == ()
