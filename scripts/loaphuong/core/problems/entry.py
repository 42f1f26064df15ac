"""What a page of the catalogue holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["content", "station", "usage", "environment", "warning"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A message: `what` is wrong and the cure (`hint`), as English message ids with `{values}` to fill."""

    kind: Kind
    what: str
    hint: str
