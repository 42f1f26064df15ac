"""`loa serve`: the page as it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.publish import preview
from loaphuong.app.ward import load
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.web import site

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call


@click.command
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=N_("The port on this machine.")
)
@click.pass_obj
def command(call: Call, port: int) -> None:
    """Unapproved texts are shown too, marked as such; nothing here is published."""
    serve(call.root, call.now, port, output.notice, lambda stopped: output.print_problems(stopped.problems))


def serve(
    root: Path, now: datetime, port: int, tell: Callable[[str], None], complain: Callable[[Stopped], None]
) -> None:
    """Show what is written as it is written, approved or not; nothing is recorded and nothing of it is published."""
    project = Project(root)
    wrong = False

    def publish() -> site.Published:
        nonlocal wrong
        ward = load(root, now, as_written=True)
        mistakes = [found for found in ward.mistakes if not found.warning]
        if mistakes:
            complain(Stopped(mistakes))
        elif wrong:
            tell(tr(N_("All is well: nothing to mend.")))
        wrong = bool(mistakes)
        return preview(ward, project.preview_docs)

    site.serve(
        root,
        project.preview_docs,
        project.preview_site,
        publish,
        complain,
        [path for path in (project.content, project.station, project.lexicon) if path.exists()],
        lambda address: tell(tr(N_("The page is at {address} — leave with Ctrl+C"), address=address)),
        port=port,
    )
