"""`loa prune`: recordings kept for speed are cleared, and what bulletins that are over do not need."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.radio import clearing

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.radio.clearing import Cleared


@click.command
@click.option("--days", type=click.IntRange(0), default=90, show_default=True, help=N_("Older than so many days."))
@click.option("--keep", type=click.IntRange(0), default=2000, show_default=True, help=N_("At most so many megabytes."))
@click.pass_obj
def command(call: Call, days: int, keep: int) -> None:
    """The cache of spoken sentences, and the WAV files of bulletins that were over a week ago."""
    gone = prune(call.root, call.now, days, keep)
    output.success(tr(N_("{count} files removed, {size} MB freed"), count=gone.files, size=f"{gone.bytes / 1e6:.1f}"))


def prune(root: Path, now: datetime, days: int, megabytes: int) -> Cleared:
    """Forget what was not used for so many days, then the oldest until the rest is small enough."""
    with files.lock(root, files.PATIENCE_SECONDS):  # what a build is about to use is not taken away under it
        samples = clearing.clear_samples(root, now)
        return samples + clearing.clear_cache(root, now - timedelta(days=days), megabytes * 1_000_000)
