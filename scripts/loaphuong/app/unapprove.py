"""`loa unapprove`: an approval is taken back, until the text is approved again."""

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
from loaphuong.core.problems import stop
from loaphuong.trust import approval, registry, signing

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.trust.approval import Text


@click.command
@click.argument("text")
@click.option("--why", required=True, help=N_("The reason, for the register."))
@click.option("--by", required=True, help=N_("The name of whoever decides."))
@key_option
@click.pass_obj
def command(call: Call, text: str, why: str, by: str, key: Path | None) -> int:
    """The file stays; what of it may still be played is listed with what to do."""
    found, behind = unapprove(call.root, call.clock, text, by, why, key)
    output.success(tr(N_("Not approved any more: {title}"), title=found.title))
    return output.print_shown(behind)


def unapprove(
    root: Path, now: datetime, name: str, by: str, why: str, key: Path | None = None
) -> tuple[Text, tuple[Problem, ...]]:
    """Note that nobody answers for a text now; Stopped if nobody did.

    Returns it, and what still shows or says it.
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        text = find_text(ward, name)
        if not ward.register.find_approval(text.name):
            raise stop("unapprove-nothing", text.where, name=text.name)
        if not key and ward.station.trust.require_signature:
            raise stop("signature-required", ward.station.at("duyet.require_signature"))
        mark(root)
        entry = approval.unapprove(text, by, why, now)
        registry.append(root, entry, sign=signing.signer(root, key, entry, ward.register) if key else None)
    return text, refresh(root, now, texts=[text.name])
