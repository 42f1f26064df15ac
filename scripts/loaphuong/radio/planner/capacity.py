"""What an edition of a show can hold: how many articles, how long one may be, how long a part of a serial.

Only the show and the words around its articles decide, never the other articles: else a serial that is under way would
be cut anew whenever someone writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.radio.planner.material import FixedSegments, RuleSet
    from loaphuong.station.show import Show

# An article may take this much of its even share and be whole: a neighbour that is shorter gives way.
GENEROUS = 1.2
# The shortest article reckoned with, as a share of the usual one: how many of them would fill an edition.
SHORT = 2 / 3


@dataclass(frozen=True, slots=True)
class Capacity:
    """The `fewest` and the `most` articles of an edition, the `serials` that may run at once, and seconds.

    `wants`: whether each edition should have an article of a genre that the show wants. One that has a single place
    gives it to whoever waited longest, else nothing but that genre would ever be heard.

    An article longer than `whole_seconds` becomes a serial whose parts take about `part_seconds`; nothing may be longer
    than `longest_seconds`, which is all that the fixed segments leave.
    """

    fewest: int
    most: int
    serials: int
    wants: bool
    whole_seconds: float
    part_seconds: float
    longest_seconds: float


def capacity(show: Show, fixed: FixedSegments, rule_sets: Iterable[RuleSet]) -> Capacity:
    """What an edition can hold beside its fixed segments and the reminder that the show wants.

    The fewest articles are as many of the usual length as come near the aim, or fewer if the show says so. A serial
    leaves at least one place to an article that is whole, so that no edition is only fragments; where an edition has
    one place, one serial runs at a time.
    """
    planning, bounds = show.planning, show.bounds
    wanted = planning.reminder_rules if ItemKind.RULES in show.segments else 0
    reminder = max((rule_set.seconds(wanted) for rule_set in rule_sets), default=0.0) if wanted else 0.0
    longest = max(bounds.maximum_seconds - fixed.seconds, 0.0)
    room = max(longest - reminder, 0.0)
    aim = max((bounds.aim_seconds or bounds.maximum_seconds) - fixed.seconds - reminder, 0.0)
    usual = max(round(aim / planning.item_seconds), 1)
    fewest = min(planning.minimum_items or usual, usual)
    most = planning.maximum_items or ceil(room / (planning.item_seconds * SHORT))
    whole = min(room * GENEROUS / fewest, longest)
    return Capacity(
        fewest=fewest,
        most=max(most, fewest),
        serials=max(fewest - 1, 1),
        wants=usual > 1 and bool(planning.wants),
        whole_seconds=whole,
        part_seconds=min(aim / fewest, whole),
        longest_seconds=longest,
    )
