"""How rules are spread over panels and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaphuong.content.nouns import Stance

if TYPE_CHECKING:
    from loaphuong.content.nouns import Rule
    from loaphuong.core.where import Where

# Heights in lines: that of the headings over a list, and how many letters of a rule a line holds.
HEADING_LINES, LINE_LETTERS = 2.5, 34
CUT_FROM = 0.5  # only a list taller than so much of a panel is cut between its rules
STEPS = 16


def lines_of(rules: tuple[Rule, ...], title: str, where: Where) -> tuple[tuple[str, Where], ...]:
    """Each piece of a code's text with its place."""
    return ((title, where), *((rule.text, rule.where) for rule in rules))


def split_evenly(groups: list[dict[str, Any]], panels: int) -> list[list[dict[str, Any]]]:
    """The groups over panels, in order, the tallest as low as can be.

    What to do and what not to do in a place are kept together where they can be; only a long list is cut.
    """
    lists = [(group, rules) for group in groups for rules in by_stance(group["rules"])]
    high = sum(height_of(rules) for _, rules in lists) + 1
    low = high / panels
    best = fill(lists, high)
    for _ in range(STEPS):
        middle = (low + high) / 2
        made = fill(lists, middle)
        if len(made) <= panels:
            best, high = made, middle
        else:
            low = middle
    return [*best, *([] for _ in range(panels - len(best)))]


def fill(lists: list[tuple[dict[str, Any], list[dict[str, str]]]], tallest: float) -> list[list[dict[str, Any]]]:
    """Panels one after another, none taller than `tallest` lines unless one rule alone is."""
    made: list[list[dict[str, Any]]] = [[]]
    used = 0.0
    for group, rules in lists:
        rest = rules
        while rest:
            taken = rest[: count_that_fit(rest, tallest - used)]
            whole = len(taken) == len(rest)
            if not whole and used and (not taken or height_of(rest) < tallest * CUT_FROM):
                made, used = [*made, []], 0.0
                continue
            taken, rest = (rest, []) if whole else (taken or rest[:1], rest[len(taken or rest[:1]) :])
            last = made[-1][-1] if made[-1] else None
            if last and last["place"] == group["place"]:
                last["rules"] = [*last["rules"], *taken]
            else:
                made[-1].append({**group, "rules": taken})
            used += height_of(taken)
    return made


def count_that_fit(rules: list[dict[str, str]], room: float) -> int:
    """How many of the first rules fit; a list of four or more is not cut so that one stands alone."""
    count = sum(1 for at in range(1, len(rules) + 1) if height_of(rules[:at]) <= room)
    if count < len(rules) >= 4:
        count = min(count, len(rules) - 2)
        return count if count > 1 else 0
    return count


def by_stance(rules: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Rules of one place: what to do, then what not to do."""
    return [group for stance in Stance if (group := [rule for rule in rules if rule["stance"] == stance.value])]


def height_of(rules: list[dict[str, str]]) -> float:
    """How tall a list is, in lines, with its headings and the space after each rule."""
    return HEADING_LINES + sum(0.4 + 0.6 * -(-len(rule["text"]) // LINE_LETTERS) for rule in rules)
