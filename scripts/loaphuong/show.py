"""How results look on a terminal: aligned, short, in the reader's language; JSON for machines."""

from __future__ import annotations

import json
import tempfile
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from loaphuong.messages import N_, tr
from loaphuong.model import Where
from loaphuong.problems import ExitCode, Problem, problem
from loaphuong.vietnamese import day, minutes, weekday

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from loaphuong.doctor import Check
    from loaphuong.model import Slot
    from loaphuong.pipeline.outlook import Ahead
    from loaphuong.pipeline.paper import Sheet
    from loaphuong.pipeline.recording import Recorded
    from loaphuong.pipeline.stair import Built
    from loaphuong.pipeline.timetable import Reported
    from loaphuong.pipeline.trust import Row
    from loaphuong.records.log import Aired
    from loaphuong.spoken import Step

MARKS = {False: ("✗", "red"), True: ("!", "yellow")}


def notice(text: str) -> None:
    """A word to the reader, apart from results."""
    click.echo(text, err=True)


def done(text: str) -> None:
    """Good news."""
    click.secho(f"✓ {text}", fg="green", err=True)


def exit_code(found: Iterable[Problem]) -> int:
    """The gravest of the problems' exit codes; warnings weigh nothing."""
    return max((entry.exit_code for entry in found), default=ExitCode.DONE)


def sorted_problems(found: Iterable[Problem]) -> list[Problem]:
    """By file and line, each once."""
    return sorted(set(found), key=lambda entry: (entry.where, entry.id, entry.values))


def problems(found: Iterable[Problem], *, as_json: bool = False, good: str = "") -> None:
    """`file:line: what`, then the cure; JSON and verdicts go to stdout, problems beside other output to stderr."""
    listed = sorted_problems(found)
    if as_json:
        click.echo(json.dumps([problem_data(entry) for entry in listed], ensure_ascii=False, indent=2))
        return
    for entry in listed:
        mark, colour = MARKS[entry.warning]
        click.secho(f"{mark} ", fg=colour, nl=False, err=not good)
        click.echo(f"{entry.where}: {entry.what}", err=not good)
        click.secho(f"    → {entry.hint}", dim=True, err=not good)
    if good and listed:
        click.echo(verdict(listed))
    elif good:
        done(good)


def verdict(listed: list[Problem]) -> str:
    """How many of each."""
    warnings = sum(entry.warning for entry in listed)
    return tr(N_("To mend: {errors}. To look at: {warnings}."), errors=len(listed) - warnings, warnings=warnings)


def problem_data(entry: Problem) -> dict[str, object]:
    """A problem for machines."""
    return {
        "file": entry.where.path,
        "line": entry.where.line,
        "id": entry.id,
        "kind": entry.entry.kind,
        "what": entry.what,
        "hint": entry.hint,
    }


def unexpected(error: Exception) -> tuple[Problem, ...]:
    """A fault of ours, its details kept in a file that a clerk can send on."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="loa-", suffix=".log", delete=False) as stream:
        traceback.print_exception(error, file=stream)
    reason = f"{type(error).__name__}: {error}"[:200]
    return (problem("unexpected", Where("loa"), reason=reason, path=Path(stream.name)),)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each long step; `report(step, done, total)` moves it. Silent where nobody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def report(step: str, finished: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=finished, total=total)

        yield report


def steps(read: Iterable[Step]) -> None:
    """Which rule read what, a token a line."""
    rows = [(step.written, step.kind, step.rule, step.spoken) for step in read]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for written, kind, rule, spoken in rows:
        click.echo(f"{written:<{widths[0]}}  {kind:<{widths[1]}}  {rule:<{widths[2]}}  {spoken}")


def slot_name(slot: Slot) -> str:
    """2026-11-27-1630  Thứ Sáu 27/11."""
    return f"{slot.name}  {weekday(slot.starts_at):<8} {slot.starts_at:%d/%m}"


def plan(ahead: Ahead, *, why: bool, as_json: bool) -> None:
    """A slot a block: its minutes, and what it carries."""
    if as_json:
        click.echo(json.dumps(plan_data(ahead), ensure_ascii=False, indent=2))
        return
    for programme in ahead.plan.programmes:
        state = tr(N_("frozen")) if programme.slot.name in ahead.plan.frozen else ""
        if programme.repeat_of:
            state = tr(N_("repeats {slot}"), slot=programme.repeat_of)
        click.secho(f"{slot_name(programme.slot)}  {minutes(programme.seconds):>5}  {state}".rstrip(), bold=True)
        for item in programme.items:
            if item.refs:
                part = f" ({item.part}/{item.parts})" if item.parts > 1 else ""
                reason = f" — {item.why}" if why and item.why else ""
                click.echo(f"    {minutes(item.seconds):>5}  {item.title}{part}{reason}")
    for closed in ahead.closed:
        click.secho(f"{slot_name(closed.slot)}      –  {closed.why}", dim=True)
    for name, reason in ahead.plan.held.items():
        click.secho(f"{name}  {tr(N_('on hold'))}: {reason}", fg="yellow")
    if why:
        for left in ahead.plan.left_out:
            click.echo(f"    {left.title}: {left.why}")
    count = ahead.plan.lasts
    click.echo(tr(N_("New material lasts for {count} of {slots} slots."), count=count, slots=len(ahead.plan.slots)))
    for report in ahead.due:
        click.echo(tr(N_("The report of {period} is due on {day}."), period=report.title, day=day(report.last)))
    problems(ahead.problems)


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


def recorded(result: Recorded) -> None:
    """Each bulletin with its measured length and loudness."""
    problems(result.problems)
    for programme, episode in result.bulletins:
        media = episode.file("loa")
        if media is None:
            continue
        state = tr(N_("recorded")) if programme.slot.name in result.made else tr(N_("unchanged"))
        loudness = f"{media.loudness_lufs:.1f} LUFS"
        done(f"{slot_name(programme.slot)}  {minutes(media.seconds):>5}  {loudness}  {state}  {media.path}")


def built(result: Built) -> None:
    """What was made, then what to look at."""
    recorded(result.recorded)
    count = len(result.recorded.readings)
    made = sum(name in result.recorded.readings for name in result.recorded.made)
    done(tr(N_("{count} articles can be listened to, {made} of them recorded now"), count=count, made=made))
    done(tr(N_("{count} articles are published: {path}"), count=result.articles, path=f"{result.site.name}/index.html"))
    problems(found for found in result.problems if found not in result.recorded.problems)


def status(rows: Sequence[Row], *, diff: bool, as_json: bool) -> None:
    """A text a line: its state, its name, who approved it when."""
    if as_json:
        click.echo(json.dumps([row_data(row) for row in rows], ensure_ascii=False, indent=2))
        return
    wide = max((len(row.name) for row in rows), default=0)
    for row in rows:
        approved = f"{row.approval.by}, {day(row.approval.at)}" if row.approval else ""
        edited = tr(N_("edited since")) if row.changes else ""
        click.echo("  ".join((f"{row.state.value:<14}", f"{row.name:<{wide}}", approved, edited)).rstrip())
        if diff and row.changes:
            for line in row.changes.splitlines()[2:]:
                click.secho(f"    {line}", fg={"+": "green", "-": "red"}.get(line[:1]))


def row_data(row: Row) -> dict[str, object]:
    """A line of the status for machines."""
    return {
        "name": row.name,
        "title": row.title,
        "state": row.state.value,
        "approved_by": row.approval.by if row.approval else None,
        "approved_at": row.approval.at.isoformat() if row.approval else None,
        "changes": row.changes,
    }


def checks(found: Sequence[Check]) -> int:
    """A row a check; 3 if something is missing."""
    colours = {"good": ("✓", "green"), "poor": ("!", "yellow"), "missing": ("✗", "red")}
    wide = max(len(check.shown[0]) for check in found)
    for check in found:
        name, seen, cure = check.shown
        mark, colour = colours[check.state.value]
        click.secho(f"{mark} ", fg=colour, nl=False)
        click.echo(f"{name:<{wide}}  {seen}")
        if cure:
            click.secho(f"    → {cure}", dim=True)
    return ExitCode.ENVIRONMENT if any(check.state.value == "missing" for check in found) else ExitCode.DONE


def history(entries: Sequence[Aired], *, as_json: bool) -> None:
    """The broadcast log, a line a broadcast."""
    if as_json:
        click.echo(json.dumps([aired_data(entry) for entry in entries], ensure_ascii=False, indent=2))
        return
    for entry in entries:
        seconds = minutes(entry.seconds) if entry.seconds else ""
        row = (
            entry.slot,
            f"{entry.at:%d/%m/%Y %H:%M}",
            f"{entry.result.value:<10}",
            f"{seconds:>5}",
            entry.by,
            entry.note,
        )
        click.echo("  ".join(row).rstrip())


def aired_data(entry: Aired) -> dict[str, object]:
    """A line of the log for machines."""
    return {
        "slot": entry.slot,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "result": entry.result.value,
        "seconds": entry.seconds,
        "sha256": entry.sha256,
        "note": entry.note,
    }


def reported(made: Reported, *, coverage: bool) -> None:
    """The report as text, or rule by rule the days it was read; then where the files are."""
    if coverage:
        for rule in made.report.covered:
            days = ", ".join(f"{at:%d/%m/%Y}" for at in rule.days) or "–"
            click.echo(f"{rule.rule:<28} {len(rule.days):>3}  {days}")
    else:
        click.echo(made.markdown)
    for path in made.paths:
        done(tr(N_("Written: {path}"), path=path.as_posix()))
