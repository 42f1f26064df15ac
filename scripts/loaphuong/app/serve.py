"""`loa serve`: the page as it is being written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.check import DOUBT, listen, of_drafts
from loaphuong.app.publish import preview
from loaphuong.app.ward import load
from loaphuong.content.page_addresses import page_addresses
from loaphuong.core import addresses
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.trust import approval
from loaphuong.trust.approval import State
from loaphuong.web import site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.ward import Ward


STATES = {
    State.DRAFT: N_("A draft: nobody else sees it yet"),
    State.WAITING: N_("Not approved yet: not published, not broadcast"),
    State.EDITED: N_("Edited since it was approved: the approved words are published, not these"),
    State.APPROVED: N_("Approved: published when its day comes"),
    State.WITHDRAWN: N_("Withdrawn: published no more"),
}


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
        return replace(preview(ward, project.preview_docs), notes=notes(ward))

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


def notes(ward: Ward) -> dict[str, site.Note]:
    """What is said over each page of the preview: its text's state, and its problems; over the first page all that is
    wrong elsewhere."""
    known = page_addresses(ward.content)
    written = {approval.name_of(public): public for public in approval.list_public(ward.content)}
    states = {
        text.where.path: approval.state(name, written.get(name), ward.standing, ward.register, ward.now, ())
        for name, text in ward.texts.items()
    }
    problems: dict[str, list[Problem]] = {}
    for found in (*ward.faults, *ward.mistakes, *ward.unread, *ward.settled.drop((*listen(ward), *of_drafts(ward)))):
        if found.id != DOUBT:
            problems.setdefault(address_of(known, found.where.path), []).append(found)
    told = {known[path]: STATES[state] for path, state in states.items() if path in known and state in STATES}
    return {
        address: site.Note(tr(told[address]) if address in told else "", tuple(problems.get(address, ())))
        for address in told.keys() | problems.keys()
    }


def address_of(known: Mapping[str, str], path: str) -> str:
    """Where the problems of a file are shown: on its page, on the page it would have, else on the first page."""
    if path in known:
        return known[path]
    name = PurePosixPath(path)
    ours = path.startswith(addresses.CONTENT) and name.suffix == ".md" and len(name.parts) == 3
    return addresses.article(name.stem) if ours else addresses.HOME
