"""The cache grows no further than it may, and what is said to be free is free."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.project import Project
from loaphuong.radio.clearing import Cleared, clear_cache

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = 8192


def disk(root: Path) -> int:
    """The bytes that the disk holds for a folder, each file once however many names it has."""
    facts = {(found.st_dev, found.st_ino): found for path in root.rglob("*") for found in [path.lstat()]}
    return sum(found.st_blocks * 512 if hasattr(found, "st_blocks") else found.st_size for found in facts.values())


def keep(path: Path, used: float) -> Path:
    """A file that was last used at a time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(BLOCK))
    os.utime(path, (used, 5))
    return path


def cleared(root: Path, unused_since: float, keep_blocks: int, places: Path | None = None) -> Cleared:
    """What went; the disk agrees, wherever it is."""
    places = places or root
    before = disk(places)
    gone = clear_cache(root, datetime.fromtimestamp(unused_since, UTC), keep_blocks * BLOCK)
    assert before - disk(places) == gone.bytes
    return gone


@pytest.mark.parametrize(
    ("older_than", "keep_blocks", "left"),
    [(0, 10, "abcd"), (25, 10, "cd"), (0, 2, "cd"), (25, 1, "d"), (99, 10, ""), (0, 0, "")],
)
def test_the_oldest_go_first(tmp_path: Path, older_than: float, keep_blocks: int, left: str) -> None:
    """By age, then until the rest fits; what is read counts as young."""
    for number, name in enumerate("abcd", start=1):
        keep(Project(tmp_path).spoken_cache / name / "x.clip", number * 10)
    assert cleared(tmp_path, older_than, keep_blocks).files == 4 - len(left)
    assert "".join(sorted(path.parent.name for path in tmp_path.rglob("*.clip"))) == left


def test_what_belongs_together_goes_together(tmp_path: Path) -> None:
    """A recorded article with all its files and its seal; not the sound of past bulletins."""
    project = Project(tmp_path)
    old, young = (project.reading_cache / name for name in ("bai-cu-0123456789ab", "bai-moi-0123456789ab"))
    for folder, used in ((old, 10), (young, 90)):
        keep(folder / "manifest.json", used)
        keep(folder / "bai.mp3", 10)
        keep(project.reading_cache / ".made" / folder.name, 10)
    past = keep(project.episode_cache / "2026-11-24-1630-0123456789ab.mp3", 1)
    assert cleared(tmp_path, 50, 100).files == 3
    assert sorted(path.name for path in tmp_path.rglob("*-0123456789ab*")) == [past.name, young.name, young.name]


def test_another_name_of_a_file_frees_nothing(tmp_path: Path) -> None:
    """What a hard link still holds is not said to be free."""
    clip = keep(Project(tmp_path).spoken_cache / "x.clip", 1)
    os.link(clip, tmp_path / "khac.clip")
    assert cleared(tmp_path, 50, 100) == Cleared(1, 0)


def test_folders_may_lie_on_another_disk(tmp_path: Path) -> None:
    """The folder of the cache, and each in it, may be a link."""
    project, other = Project(tmp_path / "phuong"), tmp_path / "dia-khac"
    (other / "am").mkdir(parents=True)
    (other / "cau").mkdir()
    project.audio.mkdir(parents=True)
    project.cache.symlink_to(other / "am")
    (other / "am" / "voices").symlink_to(other / "cau")
    keep(other / "cau" / "a" / "x.clip", 1)
    keep(other / "am" / "cards" / "y.png", 1)
    assert cleared(project.root, 50, 100, tmp_path).files == 2
    assert not list(other.rglob("*.*"))


def test_a_cache_that_is_not_there_is_small_enough(tmp_path: Path) -> None:
    """Nothing to do."""
    assert cleared(tmp_path, 99, 0) == Cleared()
