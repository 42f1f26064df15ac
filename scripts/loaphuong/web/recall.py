"""What was withdrawn, as the page keeps it: neutral pages in place of articles, bulletins without what they said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaphuong.web.edition import Tombstone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.trust.registry import Register
    from loaphuong.web.edition import Bulletin


def tombstones(register: Register) -> tuple[Tombstone, ...]:
    """The neutral pages of what was withdrawn: the reason stays in the register."""
    return tuple(Tombstone(each.name, each.at.date()) for each in register.withdrawals.values() if "/" not in each.name)


def leave_out_withdrawn(bulletins: Iterable[Bulletin], register: Register) -> tuple[Bulletin, ...]:
    """Bulletins as they may stay on the site: one that said a withdrawn text loses that item and its recording."""
    return tuple(
        each if says_nothing_withdrawn(each, register) else cut_withdrawn(each, register) for each in bulletins
    )


def says_nothing_withdrawn(bulletin: Bulletin, register: Register) -> bool:
    """Whether a bulletin says nothing withdrawn."""
    return not any(register.find_withdrawal(ref) for item in bulletin.programme.items for ref in item.refs)


def cut_withdrawn(bulletin: Bulletin, register: Register) -> Bulletin:
    """A bulletin without what was withdrawn, neither its words nor its sound."""
    items = tuple(item for item in bulletin.programme.items if not any(map(register.find_withdrawal, item.refs)))
    return replace(bulletin, programme=replace(bulletin.programme, items=items), episode=None)
