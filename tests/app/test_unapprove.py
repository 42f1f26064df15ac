"""An approval is taken back, a file is put back as it was approved, a whole article is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.restore import restore
from loaphuong.app.status import list_status
from loaphuong.app.unapprove import unapprove
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from loaphuong.trust.approval import State
from tests.app.ward import approve_all, edit, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def state(root: Path, name: str = "tuoi-cay") -> State:
    """Where a text stands."""
    return list_status(root, NOW, [name])[0].state


def test_an_approval_is_taken_back_until_the_next(built_ward: Path) -> None:
    """The text leaves page and plan at once, recorded slots are named, and it may be approved again."""
    text, behind = unapprove(built_ward, NOW, "Tưới cây", "Lê Thị B", "sai số liệu")
    assert text.name == "tuoi-cay"
    assert {each.id for each in behind} == {"still-plays"}
    assert not (built_ward / "site/tin/tuoi-cay").exists()
    assert state(built_ward) is State.WAITING
    assert "tuoi-cay" not in {each.slug for each in load(built_ward, NOW).public.articles}
    with pytest.raises(Stopped) as stopped:
        unapprove(built_ward, NOW, "tuoi-cay", "Lê Thị B", "sai số liệu")
    assert [each.id for each in stopped.value.problems] == ["unapprove-nothing"]
    approve_all(built_ward)
    assert state(built_ward) is State.PUBLISHED


def test_a_deleted_or_edited_file_comes_back(tmp_path: Path) -> None:
    """As it was approved, byte for byte; what stood there is kept."""
    root = ward(tmp_path)
    path = root / "content/guong-tot/tuoi-cay.md"
    before = path.read_bytes()
    path.unlink()
    assert restore(root, NOW, "tuoi cay") == ("content/guong-tot/tuoi-cay.md", "")
    assert path.read_bytes() == before
    edit(path, "Mỗi nhà", "Một nhà")
    _, kept = restore(root, NOW, "tuoi-cay")
    assert path.read_bytes() == before
    assert "Một nhà" in (root / kept).read_text(encoding="utf-8")
    unapprove(root, NOW, "tuoi-cay", "Lê Thị B", "sai số liệu")
    with pytest.raises(Stopped) as stopped:
        restore(root, NOW, "tuoi-cay")
    assert [each.id for each in stopped.value.problems] == ["restore-nothing"]
