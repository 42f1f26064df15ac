"""Running orders that are set aside in audio/programmes/de-rieng/: those whose slot fell away, or that lost an article.

An order comes back when its slot is open again and all that it carries may be read as it was. A file that cannot be
read is set aside, too, as `<slot>.hong.txt`: its slot is planned anew, and whoever wrote in it finds it there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core.files import write_text
from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import calendar, orders
from loaphuong.radio.holds import ByHand
from loaphuong.radio.planner import frozen, reasons
from loaphuong.radio.planner.memory import Memory
from loaphuong.station.show import ALONE, ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime, tzinfo
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.planner.bulletin import Assembly
    from loaphuong.radio.planner.frozen import KnownTexts
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.radio.ward import Ward


@dataclass(frozen=True, slots=True)
class Sorted:
    """The orders that count, past ones among them; those to be set aside, with the reason in Vietnamese; and the names
    of those that `returned`: what was set aside before stands again.
    """

    standing: tuple[Programme, ...]
    set_aside: tuple[tuple[Programme, str], ...]
    returned: frozenset[str] = frozenset()


def path_of(root: Path, name: str) -> Path:
    """audio/programmes/de-rieng/<slot>.txt"""
    return Project(root).set_aside / f"{name}.txt"


def read(root: Path, zone: tzinfo) -> tuple[Programme, ...]:
    """All that were set aside and can be read."""
    found = []
    for file in sorted(Project(root).set_aside.glob("*.txt")):
        try:
            order, _ = orders.parse(file.read_text("utf-8"), file.relative_to(root).as_posix(), zone)
        except UnicodeDecodeError:
            continue
        found += [order] if order else []
    return tuple(found)


def keep(root: Path, order: Programme) -> None:
    """Set an order aside; one of the slot that is there already was frozen first, and stays."""
    path = path_of(root, order.slot.name)
    if not path.exists():
        write_text(path, orders.render(order))


def sort(ward: Ward, until: datetime, assembly_of: Callable[[Programme], Assembly], known: KnownTexts) -> Sorted:
    """Which running orders count; `until` is the time up to which a slot may have been planned."""
    standing: dict[str, Programme] = {}
    off: list[tuple[Programme, str]] = []
    for order in ward.orders:
        why = "" if order.slot.starts_at <= ward.now else why_off(ward, order, until)
        if why:
            off.append((order, why))
        else:
            standing[order.slot.name] = order
    returned = set()
    for order in read(ward.root, ward.station.zone):
        slot = calendar.find(ward.station, order.slot.name)
        if slot is None or slot.starts_at <= ward.now or slot.name in ward.decisions.held:
            continue
        others = [each for name, each in standing.items() if name != slot.name]
        by_hand = ward.decisions.by_hand.get(slot.name, ByHand())
        if stands_again(order, slot, assembly_of(order), known, others, by_hand):
            standing[slot.name] = order
            returned.add(slot.name)
    return Sorted(tuple(sorted(standing.values(), key=lambda each: each.slot)), tuple(off), frozenset(returned))


def why_off(ward: Ward, order: Programme, until: datetime) -> str:
    """Why a running order still to come does not count; "" if it does."""
    slot = calendar.find(ward.station, order.slot.name)
    if slot is None and order.slot.show == ALONE:
        return reasons.TAKEN_BACK
    if slot is None:
        return calendar.closed_why(ward.station, order.slot.starts_at.date()) or reasons.NO_SLOT
    if slot.show != order.slot.show:
        return reasons.OTHER_SHOW
    return reasons.FAR if slot.starts_at > until else ""


def stands_again(
    order: Programme,
    slot: Slot,
    assembly: Assembly,
    known: KnownTexts,
    others: Iterable[Programme],
    by_hand: ByHand,
) -> bool:
    """Whether all of an order may be read in its slot, and no other order has taken any of its articles."""
    taken = {
        frozen.own(item) for other in others for item in other.items if item.kind is ItemKind.ARTICLE and item.refs
    }
    wanted = {item.refs[0] for item in order.items if item.kind is ItemKind.NOTICE and item.refs}
    renewed = frozen.renew(order, assembly, slot)
    return (
        slot.show == order.slot.show
        and set(by_hand.inserted) <= wanted
        and not frozen.judge(renewed, assembly, Memory(), known, by_hand)
        and not any(frozen.own(item) in taken for item in order.items if item.kind is ItemKind.ARTICLE)
    )


def set_unread_aside(ward: Ward) -> Iterator[Problem]:
    """Set the files aside that cannot be read, of slots that are not over; each with what is wrong with it."""
    yield from ward.unread
    for path in dict.fromkeys(each.where.path for each in ward.unread):
        file = ward.root / path
        planned = calendar.find_planned(ward.station, file.stem)
        slot = calendar.find(ward.station, file.stem)
        starts_at = slot.starts_at if slot else planned
        if starts_at and starts_at <= ward.now:
            continue
        kept = Project(ward.root).set_aside / f"{file.stem}.hong.txt"
        kept.parent.mkdir(parents=True, exist_ok=True)
        file.replace(kept)
        yield problem("order-unread", Where(path), slot=file.stem, file=Project(ward.root).name(kept))


def clear_up(ward: Ward, found: Sorted) -> Iterator[Problem]:
    """Put the files where they belong: set aside what fell away, take back what returned, forget what is over."""
    yield from set_unread_aside(ward)
    for order, why in found.set_aside:
        where = Where(orders.path_of(order.slot.name))
        if why != reasons.FAR:
            keep(ward.root, order)
        (ward.root / orders.path_of(order.slot.name)).unlink(missing_ok=True)
        gone = "slot-given-up" if order.slot.show == ALONE else "order-aside"
        yield problem(gone, where, slot=order.slot.name, why=why)
    for order in read(ward.root, ward.station.zone):
        if order.slot.name in found.returned or order.slot.starts_at <= ward.now:
            path_of(ward.root, order.slot.name).unlink(missing_ok=True)
