"""The files that players keep, each read as the same noun; what cannot be read is told, and nothing of it is taken."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.radio.plays import desk_record, file, liquidsoap_log, player_table
from tests.making import HANOI

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.plays import Play

WHERE = Where("nhat-ky")
BEGAN = datetime(2026, 11, 24, 16, 30, 2, tzinfo=HANOI)
EPOCH = int(BEGAN.timestamp())


def a_record(**changes: Any) -> str:
    """The record of a desk with one play."""
    play = {
        "slot": "2026-11-24-1630",
        "file": "2026-11-24_1630_ban-tin.mp3",
        "sha256": "a" * 64,
        "seconds": 361.4,
        "began": "2026-11-24T09:30:02.000Z",
        "ended": "2026-11-24T09:36:03.000Z",
        "from": 0,
        "to": 361.4,
    }
    return json.dumps({"kind": desk_record.KIND, "version": 1, "plays": [{**play, **changes}]})


def a_log(*lines: str) -> str:
    """A log of Liquidsoap on a machine whose clock is in UTC."""
    start = ["2026/11/24 09:00:00 >>> LOG START", "2026/11/24 09:00:00 [main:3] Liquidsoap 2.1.3"]
    return "\n".join([*start, *lines]) + "\n"


def ours(at: str, what: str, epoch: int) -> str:
    """A line that our script writes."""
    return f"2026/11/24 {at} [loa:3] {what} 2026-11-24-1630 {epoch}"


PLAYED = (ours("09:30:02", "PHÁT", EPOCH), ours("09:36:03", "HẾT", EPOCH + 361))


def read_log(*lines: str) -> tuple[Play, ...]:
    """What a log of these lines says."""
    return liquidsoap_log.read(a_log(*lines), WHERE, HANOI)[0]


def test_the_desks_record() -> None:
    """Start in the station's zone, places in the file, its digest."""
    [play], problems = desk_record.read(a_record(), WHERE, HANOI)
    assert problems == ()
    assert (play.started_at, play.slot, play.sha256) == (BEGAN, "2026-11-24-1630", "a" * 64)
    assert (play.from_seconds, play.to_seconds, play.file_seconds) == (0, 361.4, 361.4)


@pytest.mark.parametrize(
    "changes",
    [{"began": "hôm qua"}, {"began": "2026-11-24T09:30:02"}, {"to": -1}, {"to": "x"}, {"sha256": "a"}, {"slot": ""}],
)
def test_an_entry_that_cannot_be(changes: dict[str, Any]) -> None:
    """Is named by its number and its field."""
    plays, [found] = desk_record.read(a_record(**changes), WHERE, HANOI)
    assert plays == ()
    assert found.id == "plays-entry"
    assert dict(found.values) == {"number": "1", "key": next(iter(changes))}


@pytest.mark.parametrize(
    "text", ["{", "{}", '{"plays": []}', "[" * 100_000, a_record().replace('"version": 1', '"version": 2')]
)
def test_another_record_is_not_taken_for_ours(text: str) -> None:
    """Broken, foreign, of a later version."""
    assert [found.id for found in desk_record.read(text, WHERE, HANOI)[1]] == ["plays-unknown"]


@pytest.mark.parametrize(
    ("lines", "seconds", "fault"),
    [
        (PLAYED, 361, ""),
        ((PLAYED[0], "2026/11/24 09:31:02 [main:3] Shutdown started!"), 60, "bị ngắt"),
        ((PLAYED[0], "2026/11/24 09:32:02 [clock.main:2] Streaming loop stopped."), 120, "bị ngắt"),
        (
            (PLAYED[0], "2026/11/24 09:30:09 [loa_phuong:3] Reopening on error: x", PLAYED[1]),
            361,
            "không có card âm thanh",
        ),
        ((PLAYED[0], ours("09:33:00", "IM-LẶNG", EPOCH + 178), PLAYED[1]), 361, "có đoạn im lặng"),
        ((ours("09:30:00", "MẤT-TỆP", EPOCH - 2),), 0, "thiếu tệp"),
    ],
)
def test_the_log_of_liquidsoap(
    lines: tuple[str, ...], seconds: float, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole, stopped, killed, without a sound card, silent, without its file; in whatever zone the machine is."""
    monkeypatch.delenv("LOA_LANG", raising=False)
    [play] = read_log(*lines)
    assert play.slot == "2026-11-24-1630"
    assert (play.to_seconds, play.fault) == (seconds, fault)
    assert abs((play.started_at - BEGAN).total_seconds()) <= 2


def test_a_log_without_a_bulletin_is_told() -> None:
    """And two bulletins one after another are two."""
    assert [found.id for found in liquidsoap_log.read(a_log(), WHERE, HANOI)[1]] == ["plays-none"]
    later = tuple(line.replace("16:30", "17:00").replace("-1630", "-1700") for line in PLAYED)
    assert [play.slot for play in read_log(*PLAYED, *later)] == ["2026-11-24-1630", "2026-11-24-1700"]


TABLES = [
    "Bắt đầu,Kết thúc,Tệp\n24/11/2026 16:30:02,24/11/2026 16:36:03,C:\\loa\\2026-11-24_1630_ban-tin.mp3\n",
    "Ngày;Giờ phát;Thời lượng;Tên tệp\n24/11/2026;16:30:02;6:01;2026-11-24_1630_ban-tin.mp3\n",
    "Date\tTime\tDuration\tTitle\n2026-11-24\t16:30:02\t00:06:01\t2026-11-24_1630_ban-tin.mp3\n",
    "# nhật ký máy phát\nStart Time,End Time,File Name\n2026-11-24T16:30:02,16:36:03,/srv/2026-11-24_1630_ban-tin.mp3\n,,\n",
    "ngay gio,so_giay,file\n2026-11-24 09:30:02+00:00,361,2026-11-24_1630_ban-tin.mp3\n",
]


@pytest.mark.parametrize("text", TABLES)
def test_a_table_of_a_player(text: str) -> None:
    """Commas, semicolons, tabs; one column for the moment or two; an end or a length; names of either language."""
    [play], problems = player_table.read(text, WHERE, HANOI)
    assert problems == ()
    assert play.started_at == BEGAN
    assert play.to_seconds == 361
    assert play.file.endswith("2026-11-24_1630_ban-tin.mp3")


def test_lines_of_a_table_that_have_no_time() -> None:
    """All are named with their line, not only the first."""
    text = "Bắt đầu,Thời lượng,Tệp\n24/11/2026 16:30,6:01,a\nhôm qua,6:01,b\n31/02/2026 16:30,6:01,c\n24/11/2026 16:30,lâu,d\n"
    _, problems = player_table.read(text, WHERE, HANOI)
    assert [(found.id, found.where.line) for found in problems] == [("plays-line", line) for line in (3, 4, 5)]


def test_the_file_tells_which_reader(tmp_path: Path) -> None:
    """By what is in it, not by its name; a spreadsheet's UTF-16 too; foreign, empty, lost files are told."""
    path = tmp_path / "x"
    for text in (a_record(), a_log(*PLAYED), TABLES[0]):
        path.write_text(text, encoding="utf-8")
        assert [play.started_at for play in file.read(path, HANOI)] == [BEGAN]
    path.write_bytes(TABLES[2].encode("utf-16"))
    assert len(file.read(path, HANOI)) == 1
    for data, expected in ((b"", "plays-unknown"), (b"a,b\n1,2\n", "plays-unknown"), (b"\xc3(", "not-utf8")):
        path.write_bytes(data)
        with pytest.raises(Stopped) as stopped:
            file.read(path, HANOI)
        assert [found.id for found in stopped.value.problems] == [expected]
    with pytest.raises(Stopped) as stopped:
        file.read(tmp_path / "none", HANOI)
    assert [found.id for found in stopped.value.problems] == ["plays-unreadable"]


@given(
    st.one_of(st.text(), st.binary().map(lambda data: data.decode("utf-8", "ignore"))),
    st.sampled_from(["{", a_log(), TABLES[0]]),
)
def test_no_text_breaks_a_reader(text: str, head: str) -> None:
    """Whatever a file holds: plays or problems."""
    for reader in (desk_record, liquidsoap_log, player_table):
        plays, problems = reader.read(head + text, WHERE, HANOI)
        assert all(play.started_at.tzinfo for play in plays)
        assert all(found.id.startswith("plays-") for found in problems)
