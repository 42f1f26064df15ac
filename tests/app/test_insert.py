"""An urgent notice: approved, put into a slot, recorded."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.aired import note_all
from loaphuong.app.cli import run
from loaphuong.app.insert import insert, insert_alone
from loaphuong.app.report import report
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio.holds import Act
from loaphuong.radio.log import Result
from loaphuong.station.show import ALONE, ItemKind
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
    recorded = insert(root, NOW, "cat-nuoc", SLOT, "Cán bộ trực", 1, quiet).recorded
    assert recorded.made == (SLOT,)
    assert order_text(root, SLOT).index("thong_bao_khan: Cắt nước") < order_text(root, SLOT).index(". bai:")
    [(_, episode)] = recorded.bulletins
    assert any("Cắt nước" in cue.written for cue in episode.cues)


def test_what_cannot_wait_has_a_slot_of_its_own_until_it_is_taken_back(built_ward: Path) -> None:
    """Minutes from now, nothing but the notice, twice; page, calendar, log and report have it, and lose it with it."""
    root, at = built_ward, NOW + timedelta(minutes=2)
    notice = story(root, "cat-nuoc", "Cắt nước", "thong_bao", "trữ nước")
    edit(notice, "illustrative: true", "expires: 27/11/2026")
    approve_all(root)
    recorded = insert_alone(root, at, "cat-nuoc", "Cán bộ trực", 1, quiet).recorded
    ((order, episode),) = recorded.bulletins
    assert (order.slot.name, order.slot.show, order.slot.cluster) == ("2026-11-21-0910", ALONE, "Toàn phường")
    kinds = [item.kind for item in order.items]
    assert kinds == [ItemKind.IDENT, ItemKind.NOTICE, ItemKind.NOTICE, ItemKind.SIGN_OFF]
    assert episode.title == "Thông báo khẩn, thứ bảy, 21/11/2026"
    assert sum("trữ nước" in cue.written for cue in episode.cues) == 2

    def shown() -> set[str]:
        places = (root / "site/ban-truc/index.html", root / "site/lich-phat/index.html", root / "site/podcast.xml")
        return {path.name for path in places if order.slot.name in path.read_text("utf-8")}

    assert shown() == {"index.html", "podcast.xml"}
    with pytest.raises(Stopped) as stopped:
        insert_alone(root, at + timedelta(minutes=5), "cat-nuoc", "Cán bộ trực", 1, quiet)
    assert [found.id for found in stopped.value.problems] == ["slot-near"]
    note_all(root, at + timedelta(hours=1), [order.slot.name], None, "Chị Hoa", Result.WHOLE, "")
    counted = report(root, at + timedelta(hours=1), None, NOW.date(), NOW.date()).report
    assert ([slot.name for slot in counted.planned], counted.whole) == ([order.slot.name], 1)
    taken = insert(root, at, "cat-nuoc", order.slot.name, "Cán bộ trực", 1, quiet, Act.TAKE_BACK)
    assert [found.id for found in taken.recorded.problems] == ["slot-given-up"]
    assert [title for title, _ in taken.airing] == ["Cắt nước"]
    assert shown() == set()
    assert not (Project(root).packages / order.slot.name).exists()


@pytest.mark.parametrize("arguments", [["cat-nuoc"], ["cat-nuoc", SLOT, "--now"], ["cat-nuoc", "--now", "--back"]])
def test_a_slot_or_one_of_its_own(tmp_path: Path, arguments: list[str]) -> None:
    """Not both, not none, and what is taken back has a name."""
    assert run(["--project", str(ward(tmp_path, approved=False)), "insert", *arguments]) == 2


def test_what_nobody_approved_is_not_inserted(tmp_path: Path) -> None:
    """Urgency does not replace approval."""
    root = ward(tmp_path)
    story(root, "cat-nuoc", "Cắt nước", "thong_bao", "trữ nước")
    with pytest.raises(Stopped) as stopped:
        insert(root, NOW, "cat-nuoc", SLOT, "Cán bộ trực", 1, quiet)
    assert [found.id for found in stopped.value.problems] == ["insert-unapproved"]
