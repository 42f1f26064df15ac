"""`loa approve`: a person answers for texts as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import key_option
from loaphuong.app.refresh import mark, refresh
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import ExitCode, Stopped, stop
from loaphuong.core.project import Project
from loaphuong.trust import approval, registry, signing
from loaphuong.trust.approval import records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.trust.approval import Text


@click.command
@click.argument("texts", nargs=-1)
@click.option("--all", "all_waiting", is_flag=True, help=N_("Every text that waits for approval."))
@click.option("--by", required=True, help=N_("The name of whoever approves."))
@click.option("--title", required=True, help=N_("The office of whoever approves."))
@key_option
@click.pass_obj
def command(call: Call, texts: tuple[str, ...], all_waiting: bool, by: str, title: str, key: Path | None) -> int:
    """All of the texts named, or none. What was public before by other words shows the new ones at once."""
    if not texts and not all_waiting:
        raise click.UsageError(tr(N_("Name the texts to approve, or write --all.")))
    approved = approve(call.root, call.clock, texts, by, title, all_waiting=all_waiting, key=key)
    for text in approved:
        output.success(f"{text.name}  {text.title}")
    output.success(tr(N_("{count} texts approved by {by}, {title}"), count=len(approved), by=by, title=title))
    if not Project(call.root).unshown.exists():
        return ExitCode.DONE
    return output.print_shown(refresh(call.root, call.clock, texts=[text.name for text in approved]))


def approve(
    root: Path,
    now: datetime,
    names: Sequence[str],
    by: str,
    title: str,
    *,
    all_waiting: bool = False,
    key: Path | None = None,
) -> tuple[Text, ...]:
    """Note that `by` answers for these texts as they are now, all or none; `all_waiting` takes all that wait."""
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        texts = tuple(dict.fromkeys(find_text(ward, name) for name in names))
        if all_waiting:
            texts = approval.list_waiting(ward.texts, ward.standing, ward.register)
        paths = {text.where.path for text in texts}
        against = [found for found in ward.mistakes if found.where.path in paths and not found.warning]
        for text in texts:
            against += approval.against(text, ward.register, by, title)
        if against:
            raise Stopped(against)
        given = [approval.approve(text, by, title, now) for text in texts]
        if not key and ward.station.trust.require_signature:
            raise stop("signature-required", ward.station.at("duyet.require_signature"))
        for text in texts:
            records.keep(root, text)
        if any(text.name in ward.standing.digests for text in texts):
            mark(root)
        if given:
            registry.append(root, *given, sign=signing.signer(root, key, given[0], ward.register) if key else None)
    return texts
