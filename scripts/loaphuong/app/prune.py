"""`loa prune`: recordings kept for speed are cleared."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.project import Project
from loaphuong.speech.voices import cached

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call


@click.command
@click.option("--days", type=click.IntRange(0), default=90, show_default=True, help=N_("Older than so many days."))
@click.option("--keep", type=click.IntRange(0), default=2000, show_default=True, help=N_("At most so many megabytes."))
@click.pass_obj
def command(call: Call, days: int, keep: int) -> None:
    """The cache of spoken sentences."""
    count, size = prune(call.root, call.now, days, keep)
    output.success(tr(N_("{count} files removed, {size} MB freed"), count=count, size=f"{size / 1e6:.1f}"))


def prune(root: Path, now: datetime, days: int, megabytes: int) -> tuple[int, int]:
    """Forget what was not used for so many days, then the oldest until the rest is small enough: files, bytes freed."""
    with files.lock(root, files.PATIENCE_SECONDS):  # what a build is about to use is not taken away under it
        return cached.prune(Project(root).cache, (now - timedelta(days=days)).timestamp(), megabytes * 1_000_000)
