"""How rules are spread over panels and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaphuong.content.nouns import Stance

if TYPE_CHECKING:
    from loaphuong.content.nouns import Rule
    from loaphuong.core.where import Where

HEADING_LINES, SLACK = 2, 1.2  # a heading is as tall as so many rules; a panel may be so much fuller than its share


def lines_of(rules: tuple[Rule, ...], title: str, where: Where) -> tuple[tuple[str, Where], ...]:
    """Each piece of a code's text with its place."""
    return ((title, where), *((rule.text, rule.where) for rule in rules))


def split_evenly(groups: list[dict[str, Any]], panels: int) -> list[list[dict[str, Any]]]:
    """The groups over panels, each about as long as the others.

    What to do and what not to do in a place are kept together where they can be; only a stance that is longer than a
    panel is cut between its rules.
    """
    units = [(group, rules) for group in groups for rules in by_stance(group["rules"])]
    share = sum(len(rules) + HEADING_LINES for _, rules in units) / panels
    made: list[list[dict[str, Any]]] = [[]]
    used = 0.0
    for group, rules in units:
        rest = rules
        while rest:
            room = share - used
            fits = len(rest) + HEADING_LINES <= room * SLACK or len(made) == panels
            if not fits and used and room < share / 2:
                made, used = [*made, []], 0.0
                continue
            taken, rest = (rest, []) if fits else cut(rest, round(room) - HEADING_LINES)
            last = made[-1][-1] if made[-1] else None
            if last and last["place"] == group["place"]:
                last["rules"] = [*last["rules"], *taken]
            else:
                made[-1].append({**group, "rules": taken})
            used += len(taken) + HEADING_LINES
            if rest:
                made, used = [*made, []], 0.0
    return [*made, *([] for _ in range(panels - len(made)))]


def by_stance(rules: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Rules of one place: what to do, then what not to do."""
    return [group for stance in Stance if (group := [rule for rule in rules if rule["stance"] == stance.value])]


def cut(rules: list[dict[str, str]], wanted: int) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The first rules and the others; neither part is one rule alone where there are four or more."""
    at = min(max(wanted, 2), max(len(rules) - 2, 1))
    return rules[:at], rules[at:]
