"""The weeks ahead as they are printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaphuong.app.plan import look_ahead, print_programme
from loaphuong.app.ward import load
from loaphuong.radio.newsroom import Newsroom
from tests.app.ward import ward
from tests.making import NOW, a_programme

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_programme_is_a_line_an_item(capsys: pytest.CaptureFixture[str]) -> None:
    """Articles and rules with their minutes; which part of a serial; the reason where it is asked for."""
    programme = a_programme("ngo-sach", "truyen-dai")
    items = [replace(item, part=2, parts=3) if "truyen-dai" in item.refs else item for item in programme.items]
    items = [replace(item, why="mới") if "ngo-sach" in item.refs else item for item in items]
    print_programme(replace(programme, items=tuple(items)), frozen=True, why=False)
    print_programme(replace(programme, items=tuple(items)), frozen=False, why=True)
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "2:00  Ngo sach" in lines
    assert "2:00  Ngo sach — mới" in lines
    assert lines.count("2:00  Truyen dai (2/3)") == 2
    assert lines.count("0:40  Nhắc quy tắc") == 2
    assert not any("Lời xướng" in line for line in lines)


def test_unasked_it_looks_as_far_as_the_material_is_watched(tmp_path: Path) -> None:
    """From today on, and no slot that is over."""
    newsroom = Newsroom(load(ward(tmp_path), NOW))
    ahead = look_ahead(newsroom)
    weeks = max(show.planning.alarm_weeks for show in newsroom.ward.station.shows)
    assert (ahead.first, (ahead.last - ahead.first).days) == (NOW.date(), 7 * weeks)
    starts = [programme.slot.starts_at for programme in ahead.plan.programmes]
    assert starts
    assert min(starts) > NOW
    assert max(starts).date() <= ahead.last
