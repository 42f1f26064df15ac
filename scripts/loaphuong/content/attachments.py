"""Files that a text leads to and that are handed out as they are: forms and decisions as PDF."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.core.problems import Problem, problem

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.core.where import Where

ENDING = ".pdf"
OPENING = b"%PDF-"
BYTES = 10 * 1024 * 1024
LOOKED_AT = 1024


def is_attachment(path: str) -> bool:
    """Whether a path names such a file."""
    return PurePosixPath(path).suffix.lower() == ENDING


def wrong(file: Path, where: Where, name: str) -> Problem | None:
    """What is wrong with an attachment that `where` leads to under `name`; None if nothing is."""
    try:
        if file.stat().st_size > BYTES:
            return problem("attachment-too-large", where, target=name, limit=BYTES // 1024**2)
        with file.open("rb") as stream:
            begun = stream.read(LOOKED_AT)
    except OSError as error:
        return problem("file-unreadable", where, reason=error.strerror or error)
    return None if OPENING in begun else problem("attachment-broken", where, target=name)
