"""`loa prune`: what bulletins that are over do not need goes, what they need stays."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.app.prune import prune
from loaphuong.app.verify import verify
from loaphuong.core.project import Project
from loaphuong.radio import studio
from tests.making import NOW
from tests.radio.test_clearing import disk

if TYPE_CHECKING:
    from pathlib import Path

WHOLE_CACHE_MB = 10_000


def test_a_package_is_whole_without_its_wav(built_ward: Path) -> None:
    """A week after the slot; until then it stays. The disk is as much freer as is said."""
    packages = Project(built_ward).packages
    names = sorted(path.parent.name for path in packages.glob("*/*.wav"))
    first = f"{names[0][:10]}T16:30:00+07:00"
    aired = NOW.fromisoformat(first)
    assert prune(built_ward, aired + timedelta(days=7), 10_000, WHOLE_CACHE_MB).files == 0
    before = disk(packages)
    gone = prune(built_ward, aired + timedelta(days=8), 10_000, WHOLE_CACHE_MB)
    assert gone.files == 1
    assert gone.bytes == before - disk(packages) > 0
    assert sorted(path.parent.name for path in packages.glob("*/*.wav")) == names[1:]
    episode = studio.load(packages / names[0])
    assert episode is not None
    assert [use for use, _ in episode.files] == ["loa", "web"]
    assert verify(built_ward, aired + timedelta(days=8), names[0]) == ()
