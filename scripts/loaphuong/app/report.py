"""`loa report`: what was published and broadcast in a period, as .md, .csv and .docx."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import Day
from loaphuong.app.posted import read_postings
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import problem, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day
from loaphuong.core.where import Where
from loaphuong.radio import slots_kept
from loaphuong.report import bundle, document, gathering, period, writing
from loaphuong.station.organisations import find_ended
from loaphuong.trust.approval import records
from loaphuong.trust.registry import Approval

if TYPE_CHECKING:
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.report.gathering import Report
    from loaphuong.station.nouns import Station


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report and where it was written."""

    report: Report
    markdown: str
    paths: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()


@click.command
@click.option("--period", help=N_("2026-6-thang or 2026-nam."))
@click.option("--from", "first", type=Day(), help=N_("The first day."))
@click.option("--to", "last", type=Day(), help=N_("The last day."))
@click.option(
    "--bundle", "bundled", is_flag=True, help=N_("A ZIP for an inspection: what was approved, aired, posted.")
)
@click.option("--code", default="", help=N_("With --bundle: only what carries this code of conduct."))
@click.option("--coverage", is_flag=True, help=N_("Show which rule was read on which day."))
@click.pass_obj
def command(
    call: Call, period: str | None, first: date | None, last: date | None, bundled: bool, code: str, coverage: bool
) -> None:
    """The text to stdout, the files to build/reports/."""
    if period and (first or last):
        raise click.UsageError(tr(N_("Give either --period, or --from and --to.")))
    if code and not bundled:
        raise click.UsageError(tr(N_("--code goes with --bundle.")))
    written = report(call.root, call.now, period, first, last)
    print_report(written, coverage=coverage)
    if bundled:
        path = bundle_up(call.root, call.now, written, code)
        output.success(tr(N_("Written: {path}"), path=path.as_posix()))


def report(root: Path, now: datetime, name: str | None, first: date | None, last: date | None) -> WrittenReport:
    """Count a period, by its name (2026-6-thang, 2026-nam) or its days, and write it as .md, .csv and .docx."""
    ward = load(root, now)
    station = ward.station
    span = (
        period.parse(name, station.reporting)
        if name
        else period.between(first or now.date() - timedelta(days=30), last or now.date())
    )
    kept = slots_kept.slots(root, station, span.first, span.last, now)
    slots = [slot for slot in kept if slot.starts_at <= now]
    withdrawals = ward.register.withdrawals.values()
    counted = gathering.gather(
        span, ward.public, ward.orders, ward.aired, slots, withdrawals, station.shows, read_postings(root, ward)
    )
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
    return WrittenReport(counted, text, tuple(Path(Project.reports) / each for each in made), tell_ended(station, now))


def tell_ended(station: Station, now: datetime) -> tuple[Problem, ...]:
    """The recipients that are no more, who are left out."""
    where = station.at("bao_cao.recipients")
    found = (find_ended(station.organisations, name, now.date()) for name in station.reporting.recipients)
    return tuple(
        problem("recipient-ended", where, name=each.called, day=day(each.until))
        for each in found
        if each and each.until
    )


def bundle_up(root: Path, now: datetime, written: WrittenReport, code: str) -> Path:
    """What an inspection asks for, beside the report: approvals, broadcasts and postings of its period, with digests.

    Stopped for a code that the ward has not, or a log that is damaged.
    """
    ward = load(root, now)
    if code and code not in {each.slug for each in ward.public.codes}:
        closest = ", ".join(each.slug for each in ward.public.codes) or "–"
        raise stop("unknown-text", Where("loa report"), name=code, closest=closest)
    postings = read_postings(root, ward)
    digests = {entry.digest for entry in ward.register.entries if isinstance(entry, Approval)}
    sources = {digest: record.source for digest in sorted(digests) if (record := records.read(root, digest))}
    span = written.report.period
    made = bundle.collect(span, code, ward.register, sources, ward.aired, ward.orders, postings)
    made |= {path.name: (root / path).read_bytes() for path in written.paths}
    name = Path(Project.reports) / f"ho-so_{span.first}_{span.last}{f'_{code}' if code else ''}.zip"
    files.write_bytes(root / name, bundle.pack(made))
    return name


def print_report(written: WrittenReport, *, coverage: bool) -> None:
    """The report as text, or rule by rule the days it was read; then where the files are."""
    if coverage:
        for rule in written.report.covered:
            days = ", ".join(f"{at:%d/%m/%Y}" for at in rule.days) or "–"
            click.echo(f"{rule.rule:<28} {len(rule.days):>3}  {days}")
    else:
        click.echo(written.markdown)
    output.print_problems(written.problems)
    for path in written.paths:
        output.success(tr(N_("Written: {path}"), path=path.as_posix()))
