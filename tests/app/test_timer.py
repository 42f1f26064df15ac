"""The page is built by the machine itself, and says so when it could not be."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app import timer
from loaphuong.app.build import Built
from loaphuong.app.watch import Ways, look_at_timer
from loaphuong.core.problems import problem, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from tests.app.ward import ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def test_the_timers_are_written(tmp_path: Path) -> None:
    """For each system, with the ways to tell that were asked for."""
    root = ward(tmp_path)
    names = timer.write_timers(root, time(5), timedelta(hours=1), Ways(mail=("truc@phuong.example",)))
    assert [name.rpartition(".")[2] for name in names] == ["service", "timer", "cron", "xml"]
    assert "timer --run --mail truc@phuong.example" in (root / names[0]).read_text("utf-8")


@pytest.mark.parametrize("how", ["stopped", "named", "fault"])
def test_a_build_that_failed_is_told_until_one_goes_well(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it was: at once by the ways wanted, by `loa watch` later; the next good one ends it."""
    told: list[str] = []

    def send(found: object, _ways: Ways) -> tuple[()]:
        told.extend(each.id for each in found)  # type: ignore[attr-defined]
        return ()

    def fail(*_: object) -> Built:
        if how == "fault":
            raise ZeroDivisionError
        if how == "stopped":
            raise stop("no-content", Where("content"))
        return Built(tmp_path, 0, None, (), (problem("no-content", Where("content")),))  # type: ignore[arg-type]

    monkeypatch.setattr(timer, "send", send)
    monkeypatch.setattr(timer, "print_built", lambda _built: None)
    monkeypatch.setattr(timer, "build", fail)
    failed = timer.build_and_tell(tmp_path, NOW, Ways(sound=True))
    assert told == [each.id for each in failed] == ["unexpected" if how == "fault" else "no-content"]
    [found] = look_at_timer(tmp_path)
    assert found.id == "timer-failed"
    assert "21/11/2026 | 09:00" in found.what
    monkeypatch.setattr(timer, "build", lambda *_: Built(tmp_path, 1, None, ()))  # type: ignore[arg-type]
    assert timer.build_and_tell(tmp_path, NOW, Ways()) == ()
    assert list(look_at_timer(tmp_path)) == []
    assert Project(tmp_path).timed.is_file()
