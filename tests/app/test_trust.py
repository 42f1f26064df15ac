"""The approver's counter on a real ward: approve, withdraw, verify."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app import build, desk, trust
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import log
from tests.app.ward import APPROVER, OFFICE, edit, quiet, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def files(root: Path, folder: str) -> dict[str, bytes]:
    """Every file below a folder."""
    base = root / folder
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*") if path.is_file()}


def test_approving_is_all_or_nothing(tmp_path: Path) -> None:
    """One text with a mistake among those named: none is approved, and the mistake is named."""
    root = ward(tmp_path)
    story(root, "tot", "Bài tốt")
    edit(story(root, "xau", "Bài xấu"), "genre: guong", "genre: guongg")
    before = (root / "content/approvals.csv").read_bytes()
    with pytest.raises(Stopped) as stopped:
        trust.approve(root, NOW, ["tot", "xau"], APPROVER, OFFICE)
    assert any(found.where.path == "content/guong-tot/xau.md" for found in stopped.value.problems) or any(
        found.id == "unknown-text" for found in stopped.value.problems
    )
    assert (root / "content/approvals.csv").read_bytes() == before


NAMES = ["quet-ngo", "guong-tot/quet-ngo", "content/guong-tot/quet-ngo.md", "./content/guong-tot/quet-ngo.md"]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_known_by_its_name_and_by_its_file(tmp_path: Path, name: str) -> None:
    """A clerk may write the slug or paste the path."""
    root = ward(tmp_path)
    edit(root / "content/guong-tot/quet-ngo.md", "quét ngõ.", "quét sân.")
    [text] = trust.approve(root, NOW, [name], APPROVER, OFFICE)
    assert text.name == "quet-ngo"


def test_a_withdrawn_story_leaves_no_word_behind(tmp_path: Path) -> None:
    """Page, feeds, search, sound and coming bulletins lose it; its address says so; what is out is told."""
    root = ward(tmp_path)
    build.build(root, NOW, 2, quiet)
    carried = [path.stem for path in (root / "audio/programmes").iterdir() if "tuoi-cay" in path.read_text("utf-8")]
    assert carried
    _, left = trust.withdraw(root, NOW, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.")
    assert {found.id for found in left} >= {"left-history", "left-delivered"}
    assert not (Project(root).packages / carried[0]).exists()
    build.build(root, NOW, 2, quiet)
    for name, data in files(root, "site").items():
        assert b"t\xc6\xb0\xe1\xbb\x9bi c\xc3\xa2y" not in data, name
    assert "gỡ" in (root / "site/tin/tuoi-cay/index.html").read_text("utf-8")
    assert not (root / "site/audio/tuoi-cay.mp3").exists()
    assert not any(b"xin g\xe1\xbb\xa1" in data for data in files(root, "site").values())
    assert "tuoi-cay" not in "".join(path.read_text("utf-8") for path in (root / "audio/programmes").iterdir())
    with pytest.raises(Stopped):
        trust.approve(root, NOW, ["tuoi-cay"], APPROVER, OFFICE)


def test_a_file_on_a_stick_is_proved_or_refused(tmp_path: Path) -> None:
    """The very file passes wherever it lies, unless its slot is on hold; one byte more and it does not."""
    root = ward(tmp_path / "phuong")
    build.build(root, NOW, 2, quiet)
    [mp3] = [path for path in (Project(root).packages / SLOT).glob("*.mp3") if "_web" not in path.name]
    stick = tmp_path / "USB" / mp3.name
    stick.parent.mkdir()
    shutil.copy(mp3, stick)
    assert trust.verify(root, NOW, SLOT) == ()
    assert trust.verify(root, NOW, str(stick)) == ()
    desk.hold(root, NOW, SLOT, "Mất điện", "")
    assert {found.id for found in trust.verify(root, NOW, str(stick))} == {"verify-held"}
    desk.release(root, NOW, SLOT, "")
    with stick.open("ab") as stream:
        stream.write(b"\0")
    assert {found.id for found in trust.verify(root, NOW, str(stick))} == {"verify-unknown-file"}


def test_what_was_aired_cannot_be_reached_any_more(tmp_path: Path) -> None:
    """A withdrawal names the bulletins that residents have heard."""
    root = ward(tmp_path)
    build.build(root, NOW, 2, quiet)
    carried = [path.stem for path in (root / "audio/programmes").iterdir() if "tuoi-cay" in path.read_text("utf-8")]
    later = NOW + timedelta(days=14)
    desk.aired(root, later, carried[0], None, "Cán bộ trực", log.Result.WHOLE.value, "")
    _, left = trust.withdraw(root, later, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.")
    assert carried[0] in " ".join(found.what for found in left if found.id == "left-aired")
