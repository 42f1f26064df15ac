"""A call of the command: the project it was made in, the time it was made at, and days as people write them."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from loaphuong.core import dates
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from datetime import tzinfo

EPOCH = "SOURCE_DATE_EPOCH"


class Call:
    """What every verb is given. Nothing is looked for before it is asked for: `--help` works in any folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def root(self) -> Path:
        """The folder of the project that the call was made in; Stopped if there is none."""
        return Project.find(self.folder).root

    @cached_property
    def zone(self) -> tzinfo:
        """The station's zone; while station.toml cannot be read, that of Vietnam."""
        from loaphuong import station  # slow to load, and not needed for help

        known, _ = station.load(self.root)
        return known.zone if known else dates.USUAL_ZONE

    @cached_property
    def clock(self) -> datetime:
        """The clock, in the station's zone: what a person does is done now, whatever is built as of another time."""
        return datetime.now(self.zone).replace(microsecond=0)

    @cached_property
    def now(self) -> datetime:
        """`SOURCE_DATE_EPOCH` where set, else the clock, in the station's zone; Stopped for an epoch that is none."""
        epoch = os.environ.get(EPOCH)
        if epoch is None:
            return self.clock
        try:
            return datetime.fromtimestamp(int(epoch), UTC).astimezone(self.zone)
        except (ValueError, OverflowError, OSError) as error:
            raise stop("bad-epoch", Where(EPOCH), value=epoch) from error


class Day(click.ParamType[date]):
    """A day as people write it here: 21/11/2026 or 2026-11-21."""

    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return dates.day(value)
        except ValueError:
            return self.fail(tr(N_("“{value}” is not a day; write 21/11/2026"), value=value), param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment in the station's zone: 24/11/2026 16:30 or 2026-11-24T16:30."""

    name = "ngày giờ"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return dates.moment(value, ctx.obj.zone if ctx else dates.USUAL_ZONE, timed=True)
        except ValueError:
            return self.fail(tr(N_("“{value}” is not a moment; write 24/11/2026 16:30"), value=value), param, ctx)


key_option = click.option(
    "--key", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=N_("An SSH key to sign with.")
)
jobs_option = click.option("--jobs", type=click.IntRange(1, 64), help=N_("How many processes speak at once."))
json_option = click.option("--json", "as_json", is_flag=True, help=N_("For machines."))
