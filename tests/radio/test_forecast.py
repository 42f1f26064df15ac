"""When an article is read, or why not: said before anybody has to wonder."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.ward import load
from loaphuong.radio.forecast import forecast
from tests.app.ward import approve_all, edit, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The fixture ward with one article more."""
    place = ward(tmp_path)
    story(place, "bai-moi", "Bài mới")
    return place


def told(root: Path, name: str = "bai-moi") -> str:
    """What is said of an article."""
    return forecast(load(root, NOW), [name]).get(name, "")


CASES = [
    ("", "", True, "dự kiến phát lúc 16:30 Thứ "),
    ("", "", False, "nếu duyệt bây giờ: dự kiến phát lúc 16:30 Thứ "),
    ("author:", "status: nhap\nauthor:", False, "còn là bản nháp"),
    ("author:", "broadcast: false\nauthor:", True, "chỉ đăng trang, không phát loa"),
    ("author:", "expires: 22/11/2026\nauthor:", True, "hết hạn từ 22/11/2026"),
    ("20/11/2026 07:30", "20/03/2027 07:30", True, "chưa đến ngày phát 20/03/2027"),
    ("genre: guong", "genre: khong_co", False, ""),
]


@pytest.mark.parametrize(("old", "new", "approved", "said"), CASES)
def test_the_slot_or_the_reason(root: Path, old: str, new: str, approved: bool, said: str) -> None:
    """Approved or not yet, draft, silent, expired, far away."""
    if old:
        edit(root / "content/guong-tot/bai-moi.md", old, new)
    if approved:
        approve_all(root)
    assert told(root).startswith(said)


def test_an_article_of_tomorrow_is_read_in_a_slot_not_yet_frozen_then(root: Path) -> None:
    """Two slots are frozen ahead, so what is published between them and now waits for a later one."""
    tomorrow = NOW + timedelta(days=1)
    edit(root / "content/guong-tot/bai-moi.md", "20/11/2026 07:30", f"{tomorrow:%d/%m/%Y %H:%M}")
    approve_all(root)
    assert told(root).startswith("dự kiến phát lúc 16:30")


def test_an_urgent_notice_is_told_the_way_into_the_next_slot(root: Path) -> None:
    """Where it is not in the next slot, the command that puts it there is said."""
    path = root / "content/guong-tot/bai-moi.md"
    edit(path, "20/11/2026 07:30", "22/11/2026 07:30")
    edit(path, "author:", "priority: khan_cap\nauthor:")
    approve_all(root)
    assert "`loa insert bai-moi 2026-11-2" in told(root)
