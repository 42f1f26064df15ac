"""Withdrawing on a real ward: no word is left, and what cannot be reached is told."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

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

UNLINK = Path.unlink


def files(root: Path, folder: str) -> dict[str, bytes]:
    """Every file below a folder."""
    base = root / folder
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*") if path.is_file()}


def test_a_withdrawn_story_leaves_no_word_behind(built_ward: Path) -> None:
    """Page, feeds, search, sound and coming bulletins lose it; its address says so; what is out is told."""
    root = built_ward
    carried = [path.stem for path in (root / "audio/programmes").glob("*.txt") if "tuoi-cay" in path.read_text("utf-8")]
    assert carried
    (cached := Project(root).episode_cache / f"{carried[0]}-0123.mp3").parent.mkdir(exist_ok=True)
    cached.write_bytes(b"x")
    spoken, cards = (files(root, f"audio/cache/{kind}") for kind in ("voices", "cards"))
    left = withdraw(root, NOW, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.").left
    assert not cached.exists()
    assert files(root, "audio/cache/voices") == files(root, "audio/cache/masters") == {}
    assert len(cards) > len(files(root, "audio/cache/cards"))
    assert {found.id for found in left} >= {"left-history", "left-delivered"}
    assert not (Project(root).packages / carried[0]).exists()
    build(root, NOW, 1, quiet)
    assert spoken.keys() - files(root, "audio/cache/voices").keys()
    for name, data in files(root, "site").items():
        assert b"t\xc6\xb0\xe1\xbb\x9bi c\xc3\xa2y" not in data, name
    assert "gỡ" in (root / "site/tin/tuoi-cay/index.html").read_text("utf-8")
    assert not (root / "site/audio/tuoi-cay.mp3").exists()
    assert not any(b"xin g\xe1\xbb\xa1" in data for data in files(root, "site").values())
    assert "tuoi-cay" not in "".join(path.read_text("utf-8") for path in (root / "audio/programmes").glob("*.txt"))
    with pytest.raises(Stopped):
        approve(root, NOW, ["tuoi-cay"], APPROVER, OFFICE)


def test_what_was_aired_cannot_be_reached_any_more(built_ward: Path) -> None:
    """A withdrawal names the bulletins that residents have heard."""
    root = built_ward
    carried = [path.stem for path in (root / "audio/programmes").glob("*.txt") if "tuoi-cay" in path.read_text("utf-8")]
    later = NOW + timedelta(days=14)
    note_aired(root, later, carried[0], None, "Cán bộ trực", Result.WHOLE, "")
    left = withdraw(root, later, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.").left
    assert carried[0] in " ".join(found.what for found in left if found.id == "left-aired")


def test_a_withdrawal_is_finished_from_any_point(built_ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are in use stay for now: they are told, the text is down all the same, and the next call goes on."""
    root = built_ward
    kept = {path for path in Project(root).approved.iterdir() if b"tuoi-cay.md" in path.read_bytes()}
    assert kept
    sound = [*Project(root).reading_cache.glob("tuoi-cay-*/*.mp3")]
    assert sound
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        taken = withdraw(root, NOW, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.")
    left = {found.where.path for found in taken.left if found.id == "withdrawal-unfinished"}
    assert {path.relative_to(root).as_posix() for path in (*kept, *sound)} <= left
    assert max(found.exit_code for found in taken.left) == 3
    (root / "content/guong-tot/tuoi-cay.md").unlink()
    again = withdraw(root, NOW, "tuoi-cay", APPROVER, "")
    assert not [found for found in again.left if found.id == "withdrawal-unfinished"]
    assert not any(path.exists() for path in kept)
    assert not [path for path in sound if path.exists()]
    assert (root / "content/approvals.csv").read_text("utf-8").count(",gỡ,") == 1


def test_a_build_goes_on_with_a_withdrawal(built_ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was in use then is erased by the next build, without anyone asking."""
    root = built_ward
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        withdraw(root, NOW, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.")
    assert [*Project(root).reading_cache.glob("tuoi-cay-*/*.mp3")]
    made = build(root, NOW, 1, quiet)
    assert not [*Project(root).reading_cache.glob("tuoi-cay-*")]
    assert not [found for found in made.failures if found.id == "withdrawal-unfinished"]


def refuse(path: Path, missing_ok: bool = False) -> None:
    """Another program holds what was approved, and plays what was recorded."""
    if ".approved" in path.parts or path.suffix == ".mp3":
        raise PermissionError(13, "in use")
    UNLINK(path, missing_ok)
