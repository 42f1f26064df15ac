"""Whether this machine can do the work, and what it may forget."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong import station
from loaphuong.app import doctor
from loaphuong.app.saying import reader
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.speech.voices import cached

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.doctor import Check

SENTENCE = "Xin chào bà con."


def examine(root: Path, now: datetime) -> tuple[Check, ...]:
    """Every check; a sentence is really spoken by each voice."""
    known = station.require(root)
    spoken = reader(root).read(SENTENCE, Where("loa doctor")).sentences[0].spoken
    return doctor.examine(root, now, known.time_zone, known.voices, spoken)


def prune(root: Path, now: datetime, days: int, megabytes: int) -> tuple[int, int]:
    """Forget what was not used for so many days, then the oldest until the rest is small enough: files, bytes freed."""
    return cached.prune(Project(root).cache, (now - timedelta(days=days)).timestamp(), megabytes * 1_000_000)
