"""What players say they played: one noun, and a small reader for each kind of file they keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Play:
    """One stretch of sound. `slot` or `file` says of what; who says neither is known by the time.

    `from_seconds` and `to_seconds` are places in the file, `to_seconds` None where the player does not say how far it
    came; `file_seconds` is how long the player knew the file to be. `fault` is what it says went wrong.
    """

    started_at: datetime
    slot: str = ""
    file: str = ""
    sha256: str = ""
    from_seconds: float = 0.0
    to_seconds: float | None = None
    file_seconds: float | None = None
    fault: str = ""
    line: int = 0
