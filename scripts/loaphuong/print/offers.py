"""What of the printed sheets a site offers: their files, their pictures, and a bundle for each text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core import archive
from loaphuong.print.nouns import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.print.nouns import Sheet

# What is of use to a resident or a school; scripts, screens and hoardings are made at the office.
OFFERED = frozenset({"niem-yet", "phong", "the", "to-gap", "so-tay", "nghe-lai", "tin-bang"})


def list_offered(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The sheets that the site offers."""
    return tuple(sheet for sheet in sheets if sheet.product in OFFERED and FileKind.PDF in sheet.forms)


def bundle(made: Mapping[str, bytes]) -> bytes:
    """Files as one zip, the same bytes each time; what is compressed already is stored."""
    return archive.pack(sorted(made.items()), stored=made)
