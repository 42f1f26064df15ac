"""What is already out: what a withdrawal cannot take back, and whether a copy is the approved one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day
from loaphuong.core.where import Where
from loaphuong.trust.registry import Approval, Unapproval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from loaphuong.core.problems import Problem
    from loaphuong.trust.registry import Register


def list_unreachable(name: str, aired: Iterable[str], delivered: Iterable[str]) -> tuple[Problem, ...]:
    """What a withdrawal cannot take back, each with what to do: slots aired, slots handed out."""
    where = Where(Project.approvals)
    return (
        *(problem("left-aired", where, name=name, slot=slot) for slot in aired),
        *(problem("left-delivered", where, name=name, slot=slot) for slot in delivered),
        problem("left-printed", where, name=name),
        problem("left-copied", where, name=name),
        problem("left-history", where, name=name),
    )


def verify(
    sha256: str, recorded: Collection[str], made_from: Iterable[tuple[str, str]], register: Register, where: Where
) -> tuple[Problem, ...]:
    """Why a recording is not the approved one; nothing where it is.

    `sha256` is the file's, `recorded` are those of the slot's own files, `made_from` are the names and digests of the
    texts that its running order was frozen with.
    """
    approved: set[tuple[str, str]] = set()
    for entry in register.entries:
        if isinstance(entry, Approval):
            approved.add((entry.name, entry.digest))
        elif isinstance(entry, Unapproval):
            approved = {each for each in approved if each[0] != entry.name}
    found = [] if sha256 in recorded else [problem("verify-unknown-file", where)]
    for ref, digest in dict.fromkeys(made_from):
        if withdrawal := register.find_withdrawal(ref):
            found.append(problem("verify-withdrawn", where, ref=ref, on=day(withdrawal.at)))
        elif (ref, digest) not in approved:
            found.append(problem("verify-not-approved", where, ref=ref))
    return tuple(found)
