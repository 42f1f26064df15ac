"""The broadcast log: grows, survives spreadsheets, and shows what was done to it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from loaphuong.core.problems import Stopped
from loaphuong.radio import log
from loaphuong.radio.log import LOG, Aired, Result
from loaphuong.trust.ledger import bond, csv_line, escape_cell
from tests.making import HANOI, NOW, a_slot

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ("2026-11-10", "2026-11-13", "2026-11-17", "2026-11-20")


def aired(day: str = "2026-11-20", **changes: object) -> Aired:
    """A bulletin aired to its end, noted ten minutes later."""
    slot = a_slot(day)
    given: dict[str, object] = {
        "slot": slot.name,
        "at": slot.starts_at,
        "by": "Chị Hoa",
        "result": Result.WHOLE,
        "seconds": 361.5,
        "sha256": "ab" * 32,
        "note": "",
        "recorded_at": slot.starts_at + timedelta(minutes=10),
    }
    return Aired(**{**given, **changes})


def logged(root: Path, *entries: Aired) -> bytes:
    """A log with these lines, as it lies on the disk."""
    for entry in entries or tuple(aired(day) for day in DAYS):
        log.append(root, (entry, a_slot(entry.slot[:10])))
    return (root / LOG.path).read_bytes()


def ids(root: Path) -> list[str]:
    """What is wrong with the log."""
    return [problem.id for problem in log.read(root, HANOI)[1]]


def test_lines_come_back_as_they_were_written(tmp_path: Path) -> None:
    """In their order, with their values, and the file opens in a spreadsheet."""
    entries = (
        aired("2026-11-17", note="=1+1; “mưa” to, mất điện\nhai phút", result=Result.INTERRUPTED, seconds=None),
        aired("2026-11-20"),
    )
    data = logged(tmp_path, *entries)
    found, problems = log.read(tmp_path, HANOI)
    assert problems == ()
    assert [replace(entry, line=0) for entry in found] == [
        replace(entries[0], note="=1+1; “mưa” to, mất điện hai phút"),
        entries[1],
    ]
    assert data.startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in data.decode()


def test_no_log_is_an_empty_log(tmp_path: Path) -> None:
    """A new ward has aired nothing."""
    assert log.read(tmp_path, HANOI) == ((), ())


def test_appending_keeps_every_byte_before(tmp_path: Path) -> None:
    """The log only grows."""
    before = logged(tmp_path, aired("2026-11-17"))
    assert logged(tmp_path, aired("2026-11-20")).startswith(before)


def excel(data: bytes) -> bytes:
    """The log as a Vietnamese spreadsheet saves it: semicolons, CRLF, its own dates, decimal commas."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for row in rows:
        moved = [re.sub(r"^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)$", r"\3/\2/\1 \4:00", cell) for cell in row]
        writer.writerow([re.sub(r"^(\d+)\.(\d)$", r"\1,\2", cell) for cell in moved] + ["", ""])
    return b"\xef\xbb\xbf" + (stream.getvalue() + ";;;\r\n").encode()


@pytest.mark.parametrize(
    "saved",
    [
        excel,
        lambda data: excel(data).decode("utf-8-sig").encode("utf-16"),
        lambda data: data.removeprefix(b"\xef\xbb\xbf"),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.decode("utf-8-sig").replace(",", "\t").encode(),
    ],
    ids=["excel", "utf-16", "no BOM", "CRLF", "tabs"],
)
def test_a_copy_saved_by_a_spreadsheet_is_the_same_log(tmp_path: Path, saved: object) -> None:
    """Nothing is lost, nothing is suspected, and the next line is added."""
    data = logged(tmp_path)
    before = log.read(tmp_path, HANOI)
    (tmp_path / LOG.path).write_bytes(saved(data))
    after, problems = log.read(tmp_path, HANOI)
    assert problems == ()
    assert [replace(entry, line=0) for entry in after] == [replace(entry, line=0) for entry in before[0]]
    again = aired("2026-11-20", note="ghi lại", recorded_at=NOW)
    assert logged(tmp_path, again).startswith(data)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Chị Hoa", "Anh Nam", "ledger-tampered"),
        ("phát đủ", "không phát", "ledger-tampered"),
        ("phát đủ", "phát hay", "ledger-cell"),
        ("2026-11-10 16:30", "hôm qua", "ledger-cell"),
        ("361.5", "nhiều", "ledger-cell"),
        ("361.5", "inf", "ledger-cell"),
        ("Người phát", "Ai phát", "ledger-columns"),
    ],
)
def test_a_changed_line_is_named(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """With the file and the line, and nothing can be added until it is right again."""
    data = logged(tmp_path).decode()
    (tmp_path / LOG.path).write_text(data.replace(old, new, 1), "utf-8")
    (found,) = log.read(tmp_path, HANOI)[1]
    assert found.id == expected
    assert found.where.path == "audio/log.csv"
    assert found.where.line == (1 if expected == "ledger-columns" else 2)
    with pytest.raises(Stopped):
        logged(tmp_path, aired("2026-11-20", recorded_at=NOW))


def test_removed_lines_are_named(tmp_path: Path) -> None:
    """From the middle, from the end, all of them, or with the seal."""
    lines = logged(tmp_path).decode().splitlines(keepends=True)
    file, seal = tmp_path / LOG.path, tmp_path / LOG.seal_path
    for kept, expected in [
        ([0, 1, 3, 4], ["ledger-lost"]),
        ([0, 2, 3, 4], ["ledger-lost"]),
        ([0, 1, 2, 3], ["ledger-end-lost"]),
        ([0], ["ledger-end-lost"]),
        ([0, 1, 2, 3, 4], []),
        ([0, 4, 2, 1, 3], []),
    ]:
        file.write_text("".join(lines[index] for index in kept), "utf-8")
        assert ids(tmp_path) == expected
    file.write_text("".join(lines)[:-20], "utf-8")
    assert ids(tmp_path) == ["ledger-tampered", "ledger-end-lost"]
    file.unlink()
    assert ids(tmp_path) == ["ledger-end-lost"]
    file.write_text("".join(lines), "utf-8")
    seal.unlink()
    assert ids(tmp_path) == ["ledger-unsealed"]


def test_a_log_written_anew_is_named(tmp_path: Path) -> None:
    """The same number of lines, bound to each other, but not those that were sealed."""
    logged(tmp_path)
    seal = (tmp_path / LOG.seal_path).read_text("utf-8")
    (tmp_path / LOG.path).unlink()
    (tmp_path / LOG.seal_path).unlink()
    logged(tmp_path, *(aired(day, by="Anh Nam") for day in DAYS))
    (tmp_path / LOG.seal_path).write_text(seal, "utf-8")
    assert ids(tmp_path) == ["ledger-end-lost"]


def test_a_stop_between_line_and_seal_is_no_harm(tmp_path: Path) -> None:
    """The machine stopped after the line was written: it counts, and the next one mends the seal."""
    logged(tmp_path, aired("2026-11-13"), aired("2026-11-17"))
    seal = (tmp_path / LOG.seal_path).read_bytes()
    logged(tmp_path, aired("2026-11-20"))
    (tmp_path / LOG.seal_path).write_bytes(seal)
    assert ids(tmp_path) == []
    logged(tmp_path, aired("2026-11-20", note="lần hai", recorded_at=NOW))
    assert ids(tmp_path) == []


@pytest.mark.parametrize(
    ("entry", "slot", "expected"),
    [
        (aired(slot="2026-11-19-1630"), None, "slot-unknown"),
        (aired(at=NOW + timedelta(hours=1), recorded_at=NOW), a_slot("2026-11-20"), "aired-future"),
        (aired(at=a_slot("2026-11-20").starts_at - timedelta(hours=2)), a_slot("2026-11-20"), "aired-early"),
    ],
)
def test_what_cannot_be_true_is_not_written(tmp_path: Path, entry: Aired, slot: object, expected: str) -> None:
    """An unknown slot, a time to come, a time long before the slot: the log stays as it was."""
    before = logged(tmp_path, aired("2026-11-10"))
    with pytest.raises(Stopped) as stopped:
        log.append(tmp_path, (entry, slot))
    assert expected in {problem.id for problem in stopped.value.problems}
    assert (tmp_path / LOG.path).read_bytes() == before


def test_the_last_line_of_a_slot_counts() -> None:
    """A wrong line is put right by a later one; only a whole broadcast was heard."""
    entries = (
        aired("2026-11-13", result=Result.WHOLE),
        aired("2026-11-17", result=Result.INTERRUPTED),
        aired("2026-11-20", result=Result.SILENT),
        aired("2026-11-13", result=Result.SILENT),
        aired("2026-11-20", result=Result.WHOLE),
    )
    assert dict(log.times_heard(entries)) == {"2026-11-20-1630": a_slot("2026-11-20").starts_at}


def test_a_bulletin_nobody_logged_is_asked_for() -> None:
    """A day after its slot, not before."""
    slots = [a_slot("2026-11-17"), a_slot("2026-11-20"), a_slot("2026-11-24")]
    found = log.check_unlogged(slots, (), NOW)
    assert [dict(problem.values)["slots"] for problem in found] == ["2026-11-17-1630"]
    assert found[0].warning
    assert [slot.name for slot in log.find_unlogged(slots, (), NOW)] == ["2026-11-17-1630", "2026-11-20-1630"]
    assert log.check_unlogged(slots, (aired("2026-11-17"),), NOW) == ()


def test_what_nobody_logged_was_probably_heard() -> None:
    """On time, until a line says otherwise; what was held or is still to come was not."""
    slots = [a_slot("2026-11-13"), a_slot("2026-11-17"), a_slot("2026-11-20"), a_slot("2026-11-24")]
    silent = (aired("2026-11-17", result=Result.SILENT),)
    heard = log.times_probably_heard(slots, silent, {"2026-11-13-1630": "Mất điện"}, NOW)
    assert heard == {"2026-11-20-1630": a_slot("2026-11-20").starts_at}


def test_a_line_written_by_a_wrong_clock_locks_nothing(tmp_path: Path) -> None:
    """A year ahead for one line: it is told of, and the next line of the slot counts."""
    slot = a_slot("2026-11-20")
    ahead = aired("2026-11-20", result=Result.SILENT, recorded_at=NOW + timedelta(days=365))
    log.append(tmp_path, (ahead, slot))
    assert [found.id for found in log.clock((ahead,), NOW)] == ["clock-back"]
    log.append(tmp_path, (aired("2026-11-20", recorded_at=NOW), slot))
    entries, problems = log.read(tmp_path, HANOI)
    assert problems == ()
    assert log.clock(entries, NOW) == ()
    assert log.latest(entries)["2026-11-20-1630"].result is Result.WHOLE


@given(some.text(max_size=60), some.text(max_size=30))
def test_any_note_comes_back_as_one_line(note: str, by: str) -> None:
    """Quotes, formulas, separators and new lines in a note harm nothing."""
    row = log.cells(aired(note=note, by=by), HANOI)
    canonical = tuple(column.canonical(cell) for column, cell in zip(LOG.columns, row, strict=True))
    made = bond((), canonical)
    line = csv_line((*map(escape_cell, canonical), "", made))
    (found,), problems = LOG.parse((LOG.header() + line).encode(), made)
    assert problems == ()
    assert found.cells == canonical


@given(some.binary(max_size=400), some.text(max_size=40))
def test_no_bytes_break_the_reader(data: bytes, seal: str) -> None:
    """Whatever lies there is lines or problems."""
    LOG.parse(data, seal)
    LOG.parse(LOG.header().encode() + data, seal)
