"""What the preview says over its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.app.serve import notes
from loaphuong.app.ward import load
from tests.app.ward import edit, story, ward, write
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def test_each_page_says_where_its_text_stands(tmp_path: Path) -> None:
    """Drafts, what waits, what was edited and what cannot be read, each over its own page; the rest over the first."""
    root = ward(tmp_path)
    story(root, "bai-moi", "Bài mới", deed="xyzwq")
    edit(root / "content/guong-tot/quet-ngo.md", "Mỗi nhà một việc", "Nhà nào cũng góp")
    write(root, "content/guong-tot/hong.md", "---\ntitle: [\n---\n\nHỏng.\n")
    write(root, "content/guong-tot/quet-ngo - Copy.md", "x")
    said = notes(load(root, NOW, as_written=True))
    assert said["tin/bai-moi/"].state.startswith("Chưa duyệt")
    assert [each.id for each in said["tin/bai-moi/"].problems] == ["spoken-unread"]
    assert said["tin/quet-ngo/"].state.startswith("Đang sửa")
    assert [each.id for each in said["tin/hong/"].problems] == ["yaml-broken"]
    assert "tin/tuoi-cay/" not in said
    assert any(each.id == "file-copy" for note in said.values() for each in note.problems)
