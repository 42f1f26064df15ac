"""Approving on a real ward: all or nothing, by slug or by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.approve import approve
from loaphuong.core.problems import Stopped
from tests.app.ward import APPROVER, OFFICE, edit, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def test_approving_is_all_or_nothing(tmp_path: Path) -> None:
    """One text with a mistake among those named: none is approved, and the mistake is named."""
    root = ward(tmp_path)
    story(root, "tot", "Bài tốt")
    edit(story(root, "xau", "Bài xấu"), "genre: guong", "genre: guongg")
    before = (root / "content/approvals.csv").read_bytes()
    with pytest.raises(Stopped) as stopped:
        approve(root, NOW, ["tot", "xau"], APPROVER, OFFICE)
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
    [text] = approve(root, NOW, [name], APPROVER, OFFICE)
    assert text.name == "quet-ngo"
