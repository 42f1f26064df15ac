"""What the preview says over its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.app import serve
from loaphuong.app.serve import notes
from loaphuong.app.ward import load
from tests.app.ward import edit, story, ward, write
from tests.making import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from loaphuong.core.problems import Stopped


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


def test_a_mistake_is_told_and_so_is_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each save is shown with what is said over it; that all is well is said once, after something was wrong."""
    root, told, shown = ward(tmp_path), [], []
    broken = root / "content/guong-tot/hong.md"

    def save_thrice(
        _root: Path, _docs: Path, _site: Path, publish: Callable[[], object], *_: object, port: int
    ) -> None:
        shown.append(publish())
        broken.write_text("---\ntitle: [\n---\n\nHỏng.\n", "utf-8")
        shown.append(publish())
        broken.unlink()
        shown.extend([publish(), publish()])

    def complain(stopped: Stopped) -> None:
        told.extend(found.id for found in stopped.problems)

    monkeypatch.setattr(serve.site, "serve", save_thrice)
    serve.serve(root, NOW, 8000, told.append, complain)
    assert told == ["yaml-broken", "Mọi thứ đều ổn, không có gì phải sửa."]
    assert ["tin/hong/" in each.notes for each in shown] == [False, True, False, False]
