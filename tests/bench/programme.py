"""How long planning takes: five years of bulletins, and half of them, out of the same 2,000 articles."""

from __future__ import annotations

from time import process_time

from loaphuong.radio.planner.plan import plan
from tests.making import NOW, a_code, a_station
from tests.radio.planner.material import FIXED, a_rule_set, some_candidates, some_slots


def seconds(weeks: int, articles: int) -> tuple[float, int, int]:
    """Seconds to plan, slots planned, slots that carry only new material."""
    candidates = some_candidates(articles, days=7 * 260)
    slots = some_slots(weeks)
    rule_sets = [a_rule_set(a_code("qd-1665", 20)), a_rule_set(a_code("qd-522", 10))]
    started = process_time()
    made = plan(a_station(), candidates, rule_sets, (), (), {}, slots, FIXED, NOW)
    return process_time() - started, len(made.programmes), len(made.fresh)


def main() -> None:
    """Print one row a horizon."""
    print(f"{'weeks':>6} {'articles':>9} {'slots':>6} {'new':>5} {'seconds':>8} {'ms/slot':>8} {'ratio':>6}")
    floor = 0.0
    for weeks, articles in ((65, 2000), (130, 2000), (260, 2000)):
        took, planned, fresh = seconds(weeks, articles)
        floor = floor or took
        print(
            f"{weeks:>6} {articles:>9} {planned:>6} {fresh:>5} {took:>8.2f} {took / planned * 1000:>8.2f} {took / floor:>6.2f}"
        )


if __name__ == "__main__":
    main()
