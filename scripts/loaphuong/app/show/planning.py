"""The weeks ahead and the words of a bulletin on a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from loaphuong.app.show.words import problem_data, problems
from loaphuong.core.messages import N_, tr
from loaphuong.core.vietnamese import day, minutes, weekday
from loaphuong.radio.programme import ItemKind

if TYPE_CHECKING:
    from loaphuong.app.outlook import Ahead
    from loaphuong.app.paper import Sheet
    from loaphuong.radio.programme import Programme, Slot


def slot_name(slot: Slot) -> str:
    """2026-11-27-1630  Thứ Sáu 27/11."""
    return f"{slot.name}  {weekday(slot.starts_at):<8} {slot.starts_at:%d/%m}"


def plan(ahead: Ahead, *, why: bool, as_json: bool) -> None:
    """A slot a block: its minutes, and what it carries; then what falls away, what is missing, what is due."""
    if as_json:
        click.echo(json.dumps(plan_data(ahead), ensure_ascii=False, indent=2))
        return
    for programme in ahead.plan.programmes:
        carried(programme, frozen=programme.slot.name in ahead.plan.frozen, why=why)
    for closed in ahead.closed:
        click.secho(f"{slot_name(closed.slot)}      –  {closed.why}", dim=True)
    on_hold = tr(N_("on hold"))  # the extractor of messages does not look into f-strings
    for name, reason in ahead.plan.held.items():
        click.secho(f"{name}  {on_hold}: {reason}", fg="yellow")
    for left in ahead.plan.left_out if why else ():
        click.echo(f"    {left.title}: {left.why}")
    count = ahead.plan.lasts
    click.echo(tr(N_("New material lasts for {count} of {slots} slots."), count=count, slots=len(ahead.plan.slots)))
    for report in ahead.due:
        click.echo(tr(N_("The report of {period} is due on {day}."), period=report.title, day=day(report.last)))
    problems(ahead.problems)


def carried(programme: Programme, *, frozen: bool, why: bool) -> None:
    """One slot and its items."""
    state = tr(N_("frozen")) if frozen else ""
    if programme.repeat_of:
        state = tr(N_("repeats {slot}"), slot=programme.repeat_of)
    click.secho(f"{slot_name(programme.slot)}  {minutes(programme.seconds):>5}  {state}".rstrip(), bold=True)
    for item in programme.items:
        if item.refs:
            part = f" ({item.part}/{item.parts})" if item.parts > 1 and item.kind is ItemKind.ARTICLE else ""
            reason = f" — {item.why}" if why and item.why else ""
            click.echo(f"    {minutes(item.seconds):>5}  {item.title}{part}{reason}")


def plan_data(ahead: Ahead) -> dict[str, object]:
    """The outlook for machines."""
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
        "held": dict(ahead.plan.held),
        "left_out": [{"slug": left.slug, "why": left.why} for left in ahead.plan.left_out],
        "lasts": ahead.plan.lasts,
        "due": [{"title": report.title, "on": report.last.isoformat()} for report in ahead.due],
        "problems": [problem_data(entry) for entry in ahead.problems],
    }


def sheet(made: Sheet) -> None:
    """A kịch bản as plain text: items by title and time, a sentence a line."""
    click.secho(f"{made.title}  ({minutes(made.seconds)})", bold=True)
    item = -1
    for one, start in zip(made.said, made.starts_ms, strict=False):
        if one.item != item:
            item = one.item
            click.secho(f"\n{minutes(start / 1000)}  {made.items[item]}", fg="cyan")
        click.echo(one.written)
