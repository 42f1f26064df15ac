"""A call: the nearest project, the time in the station's zone, moments meant there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.aired import note_aired
from loaphuong.app.call import EPOCH, Call, Moment
from loaphuong.app.cli import loa
from loaphuong.app.log import read_log
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio.log import Result
from tests.app.ward import edit, ward, write
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

HANOI, TOKYO = "Asia/Ho_Chi_Minh", "Asia/Tokyo"


@pytest.fixture
def abroad(tmp_path: Path) -> Path:
    """The fixture ward, where clocks show two hours more."""
    root = ward(tmp_path)
    edit(Project(root).station, f'time_zone = "{HANOI}"', f'time_zone = "{TOKYO}"')
    return root


def test_everything_written_is_in_the_zone_of_the_station(abroad: Path) -> None:
    """An article's date, the clock, the log, the moments of the command line: one zone."""
    call = Call(abroad)
    written = load(abroad, call.now)
    assert {article.published_at.isoformat() for article in written.content.articles} == {"2026-11-20T07:30:00+09:00"}
    assert str(call.now.tzinfo) == TOKYO
    at = Moment().convert("20/11/2026 16:31", None, loa.make_context("loa", ["log"], obj=call))
    assert at.isoformat() == "2026-11-20T16:31:00+09:00"
    now = NOW.astimezone(call.zone)
    note_aired(abroad, now, "2026-11-20-1630", at, "Cán bộ trực", Result.WHOLE, "")
    assert [entry.at for entry in read_log(abroad)] == [at]


@pytest.mark.parametrize("text", ["", "[phuong"])
def test_while_the_station_cannot_be_read_the_usual_zone_is_taken(tmp_path: Path, text: str) -> None:
    """So that `loa check` can tell what is wrong with it."""
    write(tmp_path, Project.station, text)
    assert str(Call(tmp_path).zone) == HANOI


def test_a_build_time_is_taken_from_the_environment(abroad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds since 1970, told in the station's zone; what is none is told."""
    monkeypatch.setenv(EPOCH, "0")
    assert Call(abroad).now == datetime(1970, 1, 1, tzinfo=UTC)
    assert Call(abroad).now.hour == 9
    monkeypatch.setenv(EPOCH, "hôm nay")
    with pytest.raises(Stopped) as stopped:
        _ = Call(abroad).now
    assert [found.id for found in stopped.value.problems] == ["bad-epoch"]
