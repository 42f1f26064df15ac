"""A project of an earlier format is taken over: told first, done when asked, approvals and log with it.

`formats/1` was made by the program of 21/11/2026: register, records, log and calendar are as that program wrote them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loaphuong import station
from loaphuong.app.approve import approve
from loaphuong.app.status import list_status
from loaphuong.app.upgrade import upgrade
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from loaphuong.station.format import FORMAT, renew
from loaphuong.trust.approval import State
from tests.app.ward import APPROVER, OFFICE, edit
from tests.making import NOW

OLD = Path(__file__).parent / "formats" / "1"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the old project."""
    return shutil.copytree(OLD, tmp_path / "cu")


def files(root: Path) -> dict[str, bytes]:
    """All files but what the program keeps for itself."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.relative_to(root).as_posix().startswith(".loa")
    }


def test_nothing_is_done_before_it_is_asked_for(old: Path) -> None:
    """Every step is told, in words, with what is dropped and why."""
    before = files(old)
    told = upgrade(old, NOW)
    assert files(old) == before
    assert not told.kept
    said = "\n".join(told.said)
    for word in ("clause_ms", "retention_days", "approvals.jsonl", "log.csv", "calendar.tsv"):
        assert word in said
    assert any("loi_cua_dai" in line for line in told.left)


def test_approvals_and_log_survive(old: Path) -> None:
    """The same eleven texts are approved as before, the log has its line, and what was there is kept."""
    before = files(old)
    done = upgrade(old, NOW, apply=True)
    states = {each.name: each.state for each in list_status(old, NOW)}
    assert states.pop("loi_cua_dai") is State.WAITING
    assert set(states.values()) == {State.PUBLISHED}
    assert len(states) == 11
    ward = load(old, NOW)
    assert [line.slot for line in ward.aired] == ["2026-11-20-1630"]
    assert [each.id for each in ward.errors] == ["words-not-approved"]
    approve(old, NOW, ["loi_cua_dai"], APPROVER, OFFICE)
    assert load(old, NOW).errors == ()
    for name in ("audio/station.toml", "audio/log.csv", "audio/calendar.tsv", "content/approvals.jsonl"):
        assert (old / done.kept / name).read_bytes() == before[name]
    assert upgrade(old, NOW).said == ()


def test_a_damaged_register_is_not_taken_over(old: Path) -> None:
    """The damage is named and nothing is changed."""
    edit(old / "content/approvals.jsonl", "Phó Chủ tịch", "Chủ tịch")
    before = files(old)
    with pytest.raises(Stopped) as stopped:
        upgrade(old, NOW, apply=True)
    assert [each.id for each in stopped.value.problems] == ["register-altered"]
    assert files(old) == before


@pytest.mark.parametrize("number", [str(FORMAT + 1), "0", '"hai"', "true"])
def test_a_newer_format_is_not_read(old: Path, number: str) -> None:
    """The program says that it is too old, instead of guessing."""
    path = old / "audio/station.toml"
    path.write_text(f"format = {number}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    found, problems = station.load(old)
    assert found is None
    assert [each.id for each in problems] == ["format-newer"]


def test_settings_are_renewed_line_by_line() -> None:
    """Only what no format has any more goes; comments stay; what is of today stays as it is."""
    text = "# đài\n\n[ngat]\nclause_ms = 200  # cũ\nsentence_ms = 300\n\n[khac]\nclause_ms = 1\n"
    renewed, dropped = renew(text)
    assert [key for key, _ in dropped] == ["ngat.clause_ms"]
    assert "sentence_ms = 300" in renewed
    assert "[khac]\nclause_ms = 1" in renewed
    assert renew(renewed) == (renewed, ())
    assert renew("format = 1\n[ngat]\n")[0] == f"format = {FORMAT}\n[ngat]\n"
