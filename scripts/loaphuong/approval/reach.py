"""What is already out: tombstones, what a withdrawal cannot take back, whether a copy is the approved one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaphuong.model import Approval, Tombstone, Where
from loaphuong.problems import problem
from loaphuong.vietnamese import day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from loaphuong.model import Bulletin, Register
    from loaphuong.problems import Problem


def tombstones(register: Register) -> tuple[Tombstone, ...]:
    """The neutral pages of what was withdrawn: the reason stays in the register."""
    return tuple(
        Tombstone(each.name, each.at.date(), "") for each in register.withdrawals.values() if "/" not in each.name
    )


def unreachable(name: str, aired: Iterable[str], delivered: Iterable[str]) -> tuple[Problem, ...]:
    """What a withdrawal cannot take back, each with what to do: slots aired, slots handed out."""
    where = Where("content/approvals.jsonl")
    return (
        *(problem("left-aired", where, name=name, slot=slot) for slot in aired),
        *(problem("left-delivered", where, name=name, slot=slot) for slot in delivered),
        problem("left-printed", where, name=name),
        problem("left-copied", where, name=name),
        problem("left-history", where, name=name),
    )


def shown(bulletins: Iterable[Bulletin], register: Register) -> tuple[Bulletin, ...]:
    """Bulletins as they may stay on the site: one that said a withdrawn text loses that item and its recording."""
    return tuple(each if clean(each, register) else cleaned(each, register) for each in bulletins)


def clean(bulletin: Bulletin, register: Register) -> bool:
    """Whether a bulletin says nothing withdrawn."""
    return not any(register.withdrawn(ref) for item in bulletin.programme.items for ref in item.refs)


def cleaned(bulletin: Bulletin, register: Register) -> Bulletin:
    """A bulletin without what was withdrawn, neither its words nor its sound."""
    items = tuple(item for item in bulletin.programme.items if not any(map(register.withdrawn, item.refs)))
    return replace(bulletin, programme=replace(bulletin.programme, items=items), episode=None)


def verify(
    sha256: str, recorded: Collection[str], made_from: Iterable[tuple[str, str]], register: Register, where: Where
) -> tuple[Problem, ...]:
    """Why a recording is not the approved one; nothing where it is.

    `sha256` is the file's, `recorded` are those of the slot's own files, `made_from` are the names and digests of the
    texts that its running order was frozen with.
    """
    approved = {(entry.name, entry.digest) for entry in register.entries if isinstance(entry, Approval)}
    found = [] if sha256 in recorded else [problem("verify-unknown-file", where)]
    for ref, digest in dict.fromkeys(made_from):
        if withdrawal := register.withdrawn(ref):
            found.append(problem("verify-withdrawn", where, ref=ref, on=day(withdrawal.at)))
        elif (ref, digest) not in approved:
            found.append(problem("verify-not-approved", where, ref=ref))
    return tuple(found)
