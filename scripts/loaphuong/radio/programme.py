"""Slots and the running orders that fill them. Times are aware and in the station's zone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaphuong.station.show import BULLETIN

if TYPE_CHECKING:
    from datetime import datetime

    from loaphuong.station.show import ItemKind


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A broadcast time of a show. Its name is `2026-11-24-1630`; a moved slot keeps the name it was planned under."""

    starts_at: datetime
    name: str
    cluster: str = ""
    show: str = field(default=BULLETIN, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a running order. `ref` is an article's slug, or `code#rule` names; `part` of `parts` for a serial.

    `digest` binds the words it was frozen with; `why` tells the planner's reason.
    """

    kind: ItemKind
    title: str
    refs: tuple[str, ...] = ()
    part: int = 1
    parts: int = 1
    seconds: float = 0.0
    digest: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A running order: what a slot carries, in order. `repeat_of` names the slot it repeats."""

    slot: Slot
    items: tuple[Item, ...]
    repeat_of: str | None = None

    @property
    def seconds(self) -> float:
        """The estimated length."""
        return sum(item.seconds for item in self.items)
