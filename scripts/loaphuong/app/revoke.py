"""`loa revoke`: a person's key is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import key_option
from loaphuong.app.refresh import mark, refresh
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.trust import registry, signing
from loaphuong.trust.approval.status import tidy
from loaphuong.trust.registry import Revocation

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call


@click.command
@click.argument("person")
@click.option("--why", required=True, help=N_("The reason, for the register."))
@click.option("--by", required=True, help=N_("The name of whoever decides."))
@key_option
@click.pass_obj
def command(call: Call, person: str, why: str, by: str, key: Path | None) -> int:
    """What was signed with it before holds, what comes after does not, whatever time it states."""
    for taken in revoke(call.root, call.clock, person, by, why, key):
        output.success(tr(N_("Taken back: the key {key} of {person}"), key=taken[:12], person=person))
    return output.print_shown(refresh(call.root, call.clock))


def revoke(root: Path, now: datetime, person: str, by: str, why: str, key: Path | None = None) -> tuple[str, ...]:
    """Take every key back that stands under a person's name on the list of signers; their SHA-256."""
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        known, who = signing.signers(root), signing.principal(person)
        before = {entry.key for entry in ward.register.entries if isinstance(entry, Revocation)}
        keys = tuple(sorted(known.keys_of(who) - before))
        if not keys:
            told = ", ".join(sorted({each.principal for each in known.holders}))
            raise stop("signer-unknown", Where(Project.signers), by=person, principal=who, known=told)
        if not key and ward.station.trust.require_signature:
            raise stop("signature-required", ward.station.at("duyet.require_signature"))
        acts = [Revocation(who, each, tidy(by), now, tidy(why)) for each in keys]
        mark(root)
        registry.append(root, *acts, sign=signing.signer(root, key, acts[0], ward.register) if key else None)
    return keys
