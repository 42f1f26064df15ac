"""What is said of running orders that changed: what left, what came, why; and what a change was refused for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import moment
from loaphuong.core.where import Where
from loaphuong.radio import orders
from loaphuong.radio.planner import frozen, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.core.problems import Problem
    from loaphuong.radio.planner.frozen import Revision
    from loaphuong.radio.programme import Programme


def tell(revision: Revision, old: Programme | None = None) -> Iterator[Problem]:
    """A word for each item that left or came, or the refusal; and a new time, against that of the `old` order."""
    where, slot = Where(orders.path_of(revision.slot.name)), revision.slot.name
    if reasons.MOVED in revision.why or (old and old.slot.starts_at != revision.slot.starts_at):
        yield problem("order-moved", where, slot=slot, at=moment(revision.slot.starts_at))
    for left in revision.left:
        told = {"slot": slot, "title": left.item.title, "why": left.why}
        if not revision.refused:
            yield problem("order-left", where, **told)
        elif left.kept:
            yield problem("order-refused", where, **told)
    for item in () if revision.refused else revision.came:
        yield problem("order-came", where, slot=slot, title=item.title, why=item.why)


def compare(old: Programme, new: Programme | None) -> Revision:
    """What a running order has otherwise than the one it takes the place of, where the plan gave no reason."""
    found = frozen.revision(old, new, (reasons.RETURNED,), (), lambda _: False)
    moved = new is not None and new.slot.starts_at != old.slot.starts_at
    return frozen.Revision(
        new.slot if new else old.slot, (*found.why, *((reasons.MOVED,) if moved else ())), found.left, found.came
    )


def may_return(revision: Revision | None) -> bool:
    """Whether the order that is replaced may come back: nobody took back what left it."""
    return revision is not None and any(left.why == reasons.GONE for left in revision.left)
