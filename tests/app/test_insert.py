"""An urgent notice: approved, put into a slot, recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.insert import insert
from loaphuong.core.problems import Stopped
from tests.app.ward import approve_all, edit, order_text, quiet, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def test_an_urgent_notice_goes_into_the_slot_and_is_recorded(built_ward: Path) -> None:
    """Inserted, it stands in the running order before the articles and is in the sound."""
    root = built_ward
    notice = story(root, "cat-nuoc", "Cắt nước", "thong_bao", "trữ nước")
    edit(notice, "illustrative: true", "priority: thong_thuong")
    approve_all(root)
    recorded, _ = insert(root, NOW, "cat-nuoc", SLOT, "Cán bộ trực", 1, quiet)
    assert recorded.made == (SLOT,)
    assert order_text(root, SLOT).index("thong_bao_khan: Cắt nước") < order_text(root, SLOT).index(". bai:")
    [(_, episode)] = recorded.bulletins
    assert any("Cắt nước" in cue.written for cue in episode.cues)


def test_what_nobody_approved_is_not_inserted(tmp_path: Path) -> None:
    """Urgency does not replace approval."""
    root = ward(tmp_path)
    story(root, "cat-nuoc", "Cắt nước", "thong_bao", "trữ nước")
    with pytest.raises(Stopped) as stopped:
        insert(root, NOW, "cat-nuoc", SLOT, "Cán bộ trực", 1, quiet)
    assert [found.id for found in stopped.value.problems] == ["insert-unapproved"]
