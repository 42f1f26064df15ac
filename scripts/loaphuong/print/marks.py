"""The mark on a sheet, and the address that answers for it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import segno

from loaphuong.core import addresses
from loaphuong.core.digest import digest
from loaphuong.print.nouns import Ink, SheetMark
from loaphuong.trust.registry import Approval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.print.nouns import Copy, Sheet

SHOWN = 8
MARK = re.compile(r"[a-z0-9-]+\.\d+\.[0-9a-f]{8}")
CHOSEN = re.compile(rb"loa-dieu:([a-z0-9+-]+)")
FORMED = re.compile(rb"loa-in:([a-z0-9/-]+)\.(mau|it_muc|den_trang)(\.seal)?")
MARKED = re.compile(rb"loa-phuong:([a-z0-9-]+\.\d+\.[0-9a-f]{8})")


def mark_of(copy: Copy, subject: str, texts: Sequence[str]) -> SheetMark:
    """The mark of a sheet that carries these texts, named as the register names them."""
    given = [each for each in copy.register.entries if isinstance(each, Approval) and each.name in texts]
    return SheetMark(
        subject,
        max(1, len(given) - len(texts) + 1) if given else 1,
        digest(subject, [[name, copy.digests.get(name, "")] for name in sorted(texts)])[:SHOWN],
        max((each.at for each in given), default=None),
    )


def address_of(copy: Copy, mark: SheetMark) -> str:
    """Where a telephone is led that reads a sheet: the list of what is printed, at the line of its words."""
    return addresses.absolute(copy.station.ward.site_url, addresses.printed_line(mark.subject, mark.text))


def keywords_of(sheet: Sheet) -> list[str]:
    """What a file says it is, for machines: its mark; which sheet, in what ink, with room for a seal or not."""
    form = ".".join((sheet.name, sheet.data["ink"], *(("seal",) if sheet.data["seal"] else ())))
    chosen = [f"loa-dieu:{'+'.join(sheet.chosen)}"] if sheet.chosen else []
    return [f"loa-phuong:{sheet.mark.text}", f"loa-in:{form}", *chosen]


@dataclass(frozen=True, slots=True)
class SheetForm:
    """What a printed file says it is: which sheet, in what ink, with room for a seal or not, of which chosen rules."""

    name: str
    ink: Ink
    seal: bool
    chosen: tuple[str, ...]


def read_form(data: bytes) -> SheetForm | None:
    """What a printed file says it is; None where it does not say."""
    found = FORMED.search(data)
    if found is None:
        return None
    name, ink, seal = found.groups()
    rules = CHOSEN.search(data)
    chosen = tuple(rules[1].decode().split("+")) if rules else ()
    return SheetForm(name.decode(), Ink(ink.decode()), bool(seal), chosen)


def read_mark(data: bytes) -> str | None:
    """The mark that a printed file says it has; None for a file that is none of ours."""
    found = MARKED.search(data)
    return found[1].decode() if found else None


@cache
def draw_qr(text: str) -> str:
    """A QR code as SVG, error correction M (15 %), without the quiet zone, which the sheet leaves around it."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False, omitsize=True)
    return drawn.getvalue().decode()
