"""`loa record`: what kept a bulletin from being made decides what the command ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app import cli, record
from loaphuong.core.problems import ExitCode, Problem, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio.booth import Recorded
from tests.app.ward import edit, quiet, ward
from tests.making import NOW, a_media_file, a_programme, an_episode

if TYPE_CHECKING:
    from pathlib import Path

WARNING = problem("not-approved", Where("a.md", 1), title="X", name="x")
WRONG = problem("path-outside", Where("b.md", 2), path="x")


@pytest.mark.parametrize(
    ("problems", "code"), [((), ExitCode.DONE), ((WARNING,), ExitCode.DONE), ((WARNING, WRONG), ExitCode.CONTENT)]
)
def test_what_it_ends_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problems: tuple[Problem, ...], code: ExitCode
) -> None:
    """The gravest problem; a warning weighs nothing."""
    monkeypatch.setattr(record, "record", lambda *_: Recorded((), (), {}, (), problems))
    assert cli.run(["--project", str(ward(tmp_path, approved=False)), "record"]) == code


def test_page_and_desk_show_what_was_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, where there is a page; nothing is made anew where nothing was recorded."""
    root, shown = ward(tmp_path, approved=False), []
    monkeypatch.setattr(record, "refresh", lambda *given: shown.append(given[2]) or ())
    for made, site in ((("x",), False), ((), True), (("x",), True)):
        if site:
            Project(root).site.mkdir(exist_ok=True)
        monkeypatch.setattr(record, "record", lambda *_, made=made: Recorded((), (), {}, made, ()))
        assert cli.run(["--project", str(root), "record"]) == ExitCode.DONE
    assert shown == [("x",)]


def test_each_bulletin_is_told_with_what_was_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """Whether it was made now or stays, and nothing of one without a file for the loudspeakers."""
    made, kept = a_programme("a"), a_programme("b")
    recorded = Recorded(
        (),
        ((made, an_episode(files=(("loa", a_media_file("audio/x.mp3")),))), (kept, an_episode(files=()))),
        {},
        (),
        (),
    )
    record.print_recorded(recorded)
    said = capsys.readouterr()
    (line,) = (said.out + said.err).splitlines()
    assert "6:00" in line
    assert "-16.0 LUFS" in line
    assert "audio/x.mp3" in line


def test_a_correction_that_nobody_approved_is_told_where_it_is_not_said(built_ward: Path) -> None:
    """Ten minutes before the slot its notice is edited: the bulletin keeps the approved words, and says so."""
    order = next(iter(sorted(Project(built_ward).programmes.glob("*.txt"))))
    slug = next(
        line.split()[1] for line in order.read_text(encoding="utf-8").splitlines() if line.startswith("   mã: ")
    )
    before = record.record(built_ward, NOW, [order.stem], 1, quiet)
    assert not [found for found in before.problems if slug in found.where.path]
    edit(built_ward / f"content/guong-tot/{slug}.md", "title: ", "title: Tin ")
    after = record.record(built_ward, NOW, [order.stem], 1, quiet)
    assert after.made == ()
    assert [found.warning for found in after.problems if slug in found.where.path] == [True]
