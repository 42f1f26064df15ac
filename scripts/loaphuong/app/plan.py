"""`loa plan`: the next slots, what each would carry, what falls away, what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import Day, json_option
from loaphuong.app.posted import to_replace
from loaphuong.app.ward import load
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.vietnamese import day, minutes
from loaphuong.core.where import Where
from loaphuong.radio import calendar, log, orders, revisions
from loaphuong.radio.newsroom import Newsroom
from loaphuong.radio.planner import outlook
from loaphuong.radio.planner.frozen import Revision
from loaphuong.report import period
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.calendar import ClosedSlot
    from loaphuong.radio.planner.outlook import Outlook
    from loaphuong.radio.planner.plan import Plan
    from loaphuong.radio.programme import Programme
    from loaphuong.report.period import Period


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the slots from `first` to `last` carry, those that fall away, what it comes to, what is missing and due."""

    first: date
    last: date
    plan: Plan
    outlook: tuple[Outlook, ...]
    closed: tuple[ClosedSlot, ...]
    due: tuple[Period, ...]
    problems: tuple[Problem, ...]


@click.command
@click.option("--from", "first", type=Day(), help=N_("The first day."))
@click.option("--weeks", type=click.IntRange(1, 520), default=2, show_default=True, help=N_("How many weeks."))
@click.option("--why", is_flag=True, help=N_("Tell why each item is there and what was left out."))
@json_option
@click.pass_obj
def command(call: Call, first: date | None, weeks: int, why: bool, as_json: bool) -> int:
    """Nothing is frozen and nothing is written."""
    start = first or call.now.date()
    ahead = plan_ahead(call.root, call.now, start, start + timedelta(weeks=weeks, days=-1))
    if as_json:
        output.print_json(ahead_data(ahead))
    else:
        print_ahead(ahead, why=why)
    return output.exit_code(ahead.problems)


def plan_ahead(root: Path, now: datetime, first: date, last: date) -> Ahead:
    """What the slots of these days would carry; Stopped if the ward cannot be published."""
    ward = load(root, now)
    if ward.errors:
        raise Stopped(ward.errors)
    ahead = look_ahead(Newsroom(ward), first, last)
    broken = (found for found in ward.left_out if not found.warning)
    return replace(ahead, problems=(*ahead.problems, *to_replace(ward), *broken))


def look_ahead(newsroom: Newsroom, first: date | None = None, last: date | None = None) -> Ahead:
    """The view on these days, or on the weeks whose material station.toml watches and on every frozen slot.

    What is over is not planned.
    """
    ward, station = newsroom.ward, newsroom.station
    first = first or ward.now.date()
    watched = first + timedelta(weeks=max(show.planning.alarm_weeks for show in station.shows))
    last = last or max((watched, *(order.slot.starts_at.date() for order in newsroom.orders.standing)))
    slots = [slot for slot in calendar.slots(station, first, last) if slot.starts_at > ward.now]
    plan = newsroom.plan(slots).since(first)
    seen = outlook.outlook(station, plan, newsroom.candidates, newsroom.heard)
    return Ahead(
        first=first,
        last=last,
        plan=plan,
        outlook=seen,
        closed=calendar.closed_slots(station, first, last),
        due=period.due(station.reporting, ward.now.date()),
        problems=(
            *outlook.problems(station, seen),
            *warn_of_log(newsroom),
            *check_orders(newsroom, plan),
            *newsroom.too_long(),
        ),
    )


def warn_of_log(newsroom: Newsroom) -> Iterator[Problem]:
    """What of the log has to be seen to: a clock that was wrong, bulletins that nobody noted."""
    ward = newsroom.ward
    yield from log.clock(ward.aired, ward.now)
    yield from log.check_unlogged((order.slot for order in ward.orders), ward.aired, ward.now)


def check_orders(newsroom: Newsroom, plan: Plan) -> Iterator[Problem]:
    """What the next recording will change in running orders still to come, or refuse; and those of a wrong length."""
    ward = newsroom.ward
    for order, why in newsroom.orders.set_aside:
        yield problem("order-aside", Where(orders.path_of(order.slot.name)), slot=order.slot.name, why=why)
    for revision in plan.revisions:
        yield from revisions.tell(revision, newsroom.written.get(revision.slot.name))
    changed = {each.slot.name for each in plan.revisions}
    for slot in plan.slots:
        old = newsroom.written.get(slot.name)
        if old and slot.name not in changed:
            yield from revisions.tell(Revision(slot, (), (), ()), old)
    for order in newsroom.orders.standing:
        if order.slot.starts_at >= ward.now and order.slot.name not in changed:
            yield from orders.check_length(order, ward.station.show(order.slot.show))


def print_ahead(ahead: Ahead, *, why: bool) -> None:
    """A slot a block: its minutes, and what it carries; then what falls away, what is missing, what is due."""
    for programme in ahead.plan.programmes:
        print_programme(programme, frozen=programme.slot.name in ahead.plan.frozen, why=why)
    for closed in ahead.closed:
        click.secho(f"{output.slot_label(closed.slot)}      –  {closed.why}", dim=True)
    on_hold = tr(N_("on hold"))  # the extractor of messages does not look into f-strings
    for name, reason in ahead.plan.held.items():
        click.secho(f"{name}  {on_hold}: {reason}", fg="yellow")
    for short in ahead.plan.shortfalls:
        reason = f"  {short.why}" if why else ""
        click.secho(f"{output.slot_label(short.slot)}      –{reason}", dim=True)
    for left in ahead.plan.left_out if why else ():
        click.echo(f"    {left.title}: {left.why}")
    for seen in ahead.outlook:
        lasts = tr(N_("New material lasts for {count} of {slots} slots."), count=seen.lasts, slots=seen.slots)
        click.echo(f"{seen.show.name}: {lasts}" if len(ahead.outlook) > 1 else lasts)
    for report in ahead.due:
        click.echo(tr(N_("The report of {period} is due on {day}."), period=report.title, day=day(report.last)))
    output.print_problems(ahead.problems)


def print_programme(programme: Programme, *, frozen: bool, why: bool) -> None:
    """One slot and its items."""
    state = tr(N_("frozen")) if frozen else ""
    if programme.repeat_of:
        state = tr(N_("repeats {slot}"), slot=programme.repeat_of)
    click.secho(f"{output.slot_label(programme.slot)}  {minutes(programme.seconds):>5}  {state}".rstrip(), bold=True)
    for item in programme.items:
        if item.refs:
            part = f" ({item.part}/{item.parts})" if item.parts > 1 and item.kind is ItemKind.ARTICLE else ""
            reason = f" — {item.why}" if why and item.why else ""
            click.echo(f"    {minutes(item.seconds):>5}  {item.title}{part}{reason}")


def ahead_data(ahead: Ahead) -> dict[str, object]:
    """What is ahead, for machines."""
    return {
        "from": ahead.first.isoformat(),
        "to": ahead.last.isoformat(),
        "programmes": [
            {
                "slot": programme.slot.name,
                "starts_at": programme.slot.starts_at.isoformat(),
                "seconds": round(programme.seconds, 1),
                "frozen": programme.slot.name in ahead.plan.frozen,
                "repeat_of": programme.repeat_of,
                "items": [
                    {
                        "kind": item.kind.value,
                        "title": item.title,
                        "refs": list(item.refs),
                        "part": item.part,
                        "parts": item.parts,
                        "seconds": item.seconds,
                        "why": item.why,
                    }
                    for item in programme.items
                ],
            }
            for programme in ahead.plan.programmes
        ],
        "closed": [{"slot": closed.slot.name, "why": closed.why} for closed in ahead.closed],
        "unfilled": [{"slot": short.slot.name, "why": short.why} for short in ahead.plan.shortfalls],
        "held": dict(ahead.plan.held),
        "left_out": [{"slug": left.slug, "why": left.why} for left in ahead.plan.left_out],
        "lasts": {seen.show.key: seen.lasts for seen in ahead.outlook},
        "due": [{"title": report.title, "on": report.last.isoformat()} for report in ahead.due],
        "problems": [output.problem_data(entry) for entry in ahead.problems],
    }
