"""A project of an earlier format is taken over: told first, done when asked, approvals and log with it.

`formats/1` was made by the program of 21/11/2026, `formats/1-csv` by that of 26/11/2026: register, records, log, holds,
running orders, a bulletin (its sound left out) and a spoken sentence are as those programs wrote them.
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
from loaphuong.core.files import read_sealed
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import orders, studio
from loaphuong.speech.voices import cached
from loaphuong.station.format import FORMAT, renew
from loaphuong.trust.approval import State
from tests.app.ward import APPROVER, OFFICE, edit
from tests.making import HANOI, NOW
from tests.package import FIXTURE

FORMATS = Path(__file__).parent / "formats"
OLD, OLD_CSV = FORMATS / "1", FORMATS / "1-csv"
SLOT = "2026-11-27-1630"


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


def test_a_register_that_is_a_table_already_survives(tmp_path: Path) -> None:
    """Only the number of the format is new: approvals, records, log and holds are read as they are."""
    root = shutil.copytree(OLD_CSV, tmp_path / "cu")
    shutil.copytree(FIXTURE / "audio/jingles", root / "audio/jingles")
    before = files(root)
    assert len(upgrade(root, NOW, apply=True).said) == 1
    assert {name for name, data in files(root).items() if before.get(name) != data} == {"audio/station.toml"}
    approve(root, NOW, ["loi_cua_dai"], APPROVER, OFFICE)
    ward = load(root, NOW)
    assert ward.errors == ()
    assert {each.state for each in list_status(root, NOW)} == {State.PUBLISHED}
    assert [line.slot for line in ward.aired] == ["2026-11-20-1630"]
    assert set(ward.decisions.held) == {"2026-12-01-1630"}


@pytest.mark.parametrize("form", [OLD, OLD_CSV], ids=lambda form: form.name)
def test_orders_bulletins_and_sentences_of_before_are_known(form: Path, tmp_path: Path) -> None:
    """Running orders stand; a bulletin without a seal is not believed, but what it tells is found when a text leaves;
    a sentence is whole."""
    root = shutil.copytree(form, tmp_path / "cu")
    upgrade(root, NOW, apply=True)
    found, problems = orders.read(root, HANOI)
    assert problems == ()
    assert [order.slot.name for order in found] == [SLOT, "2026-12-01-1630"]
    assert [item.refs for item in found[0].items if item.digest]
    assert orders.render(found[0]) == (root / f"audio/programmes/{SLOT}.txt").read_text(encoding="utf-8")
    folder = Project(root).packages / SLOT
    assert studio.load(folder) is None
    assert studio.told_refs(folder) == {ref for item in found[0].items for ref in item.refs}
    (clip,) = Project(root).spoken_cache.rglob("*.clip")
    assert read_sealed(clip, cached.MARK)


def test_the_list_of_signers_leaves_the_editors_folder(old: Path) -> None:
    """It is moved as it is, its copy is kept, and the owner is asked to sign it; two lists are never merged."""
    project = Project(old)
    files = (project.signers_v1, project.signers)
    files[0].write_text("le-thi-binh ssh-ed25519 AAAA Lê Thị Bình\n", encoding="utf-8")
    assert any("allowed_signers" in line for line in upgrade(old, NOW).left)
    done = upgrade(old, NOW, apply=True)
    assert [path.exists() for path in files] == [False, True]
    assert files[1].read_bytes() == (old / done.kept / "content/allowed_signers").read_bytes()
    files[0].write_text("ke-la ssh-ed25519 AAAA\n", encoding="utf-8")
    upgrade(old, NOW, apply=True)
    assert "ke-la" not in files[1].read_text(encoding="utf-8")


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
