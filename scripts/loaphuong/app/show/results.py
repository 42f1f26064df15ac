"""What a command made or found, on a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from loaphuong.app.show.planning import slot_name
from loaphuong.app.show.words import done, problems
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import ExitCode
from loaphuong.core.vietnamese import day, minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.app.build import Built
    from loaphuong.app.doctor import Check
    from loaphuong.app.timetable import Reported
    from loaphuong.app.trust import Row
    from loaphuong.radio.booth import Recorded
    from loaphuong.radio.log import Aired
    from loaphuong.speech.spoken import Step


def steps(read: Iterable[Step]) -> None:
    """Which rule read what, a token a line."""
    rows = [(step.written, step.kind, step.rule, step.spoken) for step in read]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for written, kind, rule, spoken in rows:
        click.echo(f"{written:<{widths[0]}}  {kind:<{widths[1]}}  {rule:<{widths[2]}}  {spoken}")


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
