"""Withdrawing on a real ward: no word is left, and what cannot be reached is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.aired import note_aired
from loaphuong.app.approve import approve
from loaphuong.app.build import build
from loaphuong.app.withdraw import withdraw
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio.log import Result
from tests.app.ward import APPROVER, OFFICE, quiet
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def files(root: Path, folder: str) -> dict[str, bytes]:
    """Every file below a folder."""
    base = root / folder
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*") if path.is_file()}


def test_a_withdrawn_story_leaves_no_word_behind(built_ward: Path) -> None:
    """Page, feeds, search, sound and coming bulletins lose it; its address says so; what is out is told."""
    root = built_ward
    carried = [path.stem for path in (root / "audio/programmes").iterdir() if "tuoi-cay" in path.read_text("utf-8")]
    assert carried
    left = withdraw(root, NOW, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.").left
    assert {found.id for found in left} >= {"left-history", "left-delivered"}
    assert not (Project(root).packages / carried[0]).exists()
    build(root, NOW, 2, quiet)
    for name, data in files(root, "site").items():
        assert b"t\xc6\xb0\xe1\xbb\x9bi c\xc3\xa2y" not in data, name
    assert "gỡ" in (root / "site/tin/tuoi-cay/index.html").read_text("utf-8")
    assert not (root / "site/audio/tuoi-cay.mp3").exists()
    assert not any(b"xin g\xe1\xbb\xa1" in data for data in files(root, "site").values())
    assert "tuoi-cay" not in "".join(path.read_text("utf-8") for path in (root / "audio/programmes").iterdir())
    with pytest.raises(Stopped):
        approve(root, NOW, ["tuoi-cay"], APPROVER, OFFICE)


def test_what_was_aired_cannot_be_reached_any_more(built_ward: Path) -> None:
    """A withdrawal names the bulletins that residents have heard."""
    root = built_ward
    carried = [path.stem for path in (root / "audio/programmes").iterdir() if "tuoi-cay" in path.read_text("utf-8")]
    later = NOW + timedelta(days=14)
    note_aired(root, later, carried[0], None, "Cán bộ trực", Result.WHOLE, "")
    left = withdraw(root, later, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.").left
    assert carried[0] in " ".join(found.what for found in left if found.id == "left-aired")
