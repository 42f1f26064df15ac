"""A stable name for a value or a file: the same on every machine, in every run, for equal values and bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1


def plain(value: object) -> Any:
    """The value as JSON knows it: dataclasses by their compared fields, in order, under their name."""
    if is_dataclass(value) and not isinstance(value, type):
        shown = {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.compare}
        return [type(value).__name__, shown]
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, date | time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"no stable digest for {type(value).__name__}")


def digest(*values: object) -> str:
    """64 hexadecimal digits that name these values; TypeError for what has no stable form."""
    text = json.dumps(
        [VERSION, plain(values)], ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def of_file(path: Path) -> str:
    """The SHA-256 of a file's bytes, read in pieces, as 64 hexadecimal digits; OSError where it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
