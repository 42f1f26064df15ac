"""`loa report`: what was published and broadcast in a period, as .md, .csv and .docx."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import Day
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.project import Project
from loaphuong.radio import calendar
from loaphuong.report import document, gathering, period, writing

if TYPE_CHECKING:
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.report.gathering import Report


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report and where it was written."""

    report: Report
    markdown: str
    paths: tuple[Path, ...]


@click.command
@click.option("--period", help=N_("2026-6-thang or 2026-nam."))
@click.option("--from", "first", type=Day(), help=N_("The first day."))
@click.option("--to", "last", type=Day(), help=N_("The last day."))
@click.option("--coverage", is_flag=True, help=N_("Show which rule was read on which day."))
@click.pass_obj
def command(call: Call, period: str | None, first: date | None, last: date | None, coverage: bool) -> None:
    """The text to stdout, the files to build/reports/."""
    if period and (first or last):
        raise click.UsageError(tr(N_("Give either --period, or --from and --to.")))
    print_report(report(call.root, call.now, period, first, last), coverage=coverage)


def report(root: Path, now: datetime, name: str | None, first: date | None, last: date | None) -> WrittenReport:
    """Count a period, by its name (2026-6-thang, 2026-nam) or its days, and write it as .md, .csv and .docx."""
    ward = load(root, now)
    station = ward.station
    span = (
        period.parse(name, station.reporting)
        if name
        else period.between(first or now.date() - timedelta(days=30), last or now.date())
    )
    slots = [slot for slot in calendar.slots(station, span.first, span.last) if slot.starts_at <= now]
    withdrawals = ward.register.withdrawals.values()
    counted = gathering.gather(span, ward.public, ward.orders, ward.aired, slots, withdrawals, station.shows)
    text = writing.markdown(counted, station)
    stem = f"bao-cao_{name or f'{span.first}_{span.last}'}"
    made = {
        f"{stem}.md": text.encode(),
        f"{stem}.csv": writing.table(counted),
        f"{stem}_quy-tac.csv": writing.matrix(counted.covered),
        f"{stem}.docx": document.render(counted, station, now),
    }
    for each, data in made.items():
        files.write_bytes(Project(root).reports / each, data)
    return WrittenReport(counted, text, tuple(Path(Project.reports) / each for each in made))


def print_report(written: WrittenReport, *, coverage: bool) -> None:
    """The report as text, or rule by rule the days it was read; then where the files are."""
    if coverage:
        for rule in written.report.covered:
            days = ", ".join(f"{at:%d/%m/%Y}" for at in rule.days) or "–"
            click.echo(f"{rule.rule:<28} {len(rule.days):>3}  {days}")
    else:
        click.echo(written.markdown)
    for path in written.paths:
        output.success(tr(N_("Written: {path}"), path=path.as_posix()))
