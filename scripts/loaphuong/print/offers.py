"""What of the printed sheets a site offers: their files, their pictures, and a bundle for each text."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from loaphuong.print.nouns import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.print.nouns import Sheet

# What is of use to a resident or a school; scripts, screens and hoardings are made at the office.
OFFERED = frozenset({"niem-yet", "phong", "the", "to-gap", "so-tay"})
EPOCH = (1980, 1, 1, 0, 0, 0)


def list_offered(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The sheets that the site offers."""
    return tuple(sheet for sheet in sheets if sheet.product in OFFERED and FileKind.PDF in sheet.forms)


def bundle(made: Mapping[str, bytes]) -> bytes:
    """Files as one zip, the same bytes each time; what is compressed already is stored."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as pack:
        for name, data in sorted(made.items()):
            pack.writestr(zipfile.ZipInfo(name, EPOCH), data)
    return packed.getvalue()
