"""Reporting periods and their deadlines: half a year and a year, by the days that station.toml gives.

A period begins the day after the last report was due, so that no day is counted twice in a year and none is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from loaphuong.core.problems import stop
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from loaphuong.station.nouns import Reporting

NAME = re.compile(r"(\d{4})-(6-thang|nam)")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `first` to `last`, both counted; `title` as the report's heading says it."""

    last: date
    first: date
    title: str

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def between(first: date, last: date) -> Period:
    """The period from a day to a day; `Stopped` when it ends before it begins."""
    if last < first:
        raise stop("period-reversed", Where("loa report"), first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    return Period(last, first, f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}")


def parse(name: str, reporting: Reporting) -> Period:
    """`2026-6-thang` or `2026-nam`; `Stopped` for anything else."""
    found = NAME.fullmatch(name.strip())
    if found is None or not 1 < int(found[1]) < 9999:
        raise stop("period-unknown", Where("loa report"), name=name)
    year, half = int(found[1]), found[2] == "6-thang"
    first = date(year - 1, *reporting.year) + ONE_DAY
    if half:
        return Period(date(year, *reporting.half_year), first, f"6 tháng đầu năm {year}")
    return Period(date(year, *reporting.year), first, f"năm {year}")


def due(reporting: Reporting, today: date, count: int = 2) -> tuple[Period, ...]:
    """The next reports that are due, today's among them; `last` is the day of each."""
    names = (f"{year}-{kind}" for year in (today.year, today.year + 1) for kind in ("6-thang", "nam"))
    return tuple(sorted(period for name in names if (period := parse(name, reporting)).last >= today))[:count]
