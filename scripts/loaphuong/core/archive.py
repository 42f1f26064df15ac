"""Files as one zip whose bytes depend on nothing but them: .docx, .epub, what is downloaded at once."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MADE_AT = (1980, 1, 1, 0, 0, 0)  # the first moment a zip knows; when it was made is nobody's business


def pack(files: Iterable[tuple[str, bytes]], *, stored: Iterable[str] = ()) -> bytes:
    """A zip of the files in this order, deflated but for those `stored` names."""
    plain = frozenset(stored)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        for name, data in files:
            kind = zipfile.ZIP_STORED if name in plain else zipfile.ZIP_DEFLATED
            book.writestr(zipfile.ZipInfo(name, MADE_AT), data, kind)
    return made.getvalue()
