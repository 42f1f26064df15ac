"""`loa record`: what kept a bulletin from being made decides what the command ends with."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app import cli, record
from loaphuong.app.ward import load
from loaphuong.core.problems import ExitCode, Problem, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import booth
from loaphuong.radio.booth import Recorded
from tests.app.ward import edit, quiet, story, ward
from tests.making import NOW, a_media_file, a_programme, an_episode

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"
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


def test_a_broken_text_is_named_and_everything_else_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By plan and record as by check and build: the same exit code; a draft is left in peace."""
    root = ward(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.setattr(booth, "record", lambda *_, **__: Recorded((), (), {}, (), ()))
    broken = story(root, "hong", "Bài hỏng")
    for old, new in (("quét", "xyzw"), ("genre: guong", "genre: guongg"), ("true\n---", "true\nstatus: nhap\n---")):
        edit(broken, old, new)
        code = ExitCode.DONE if "status" in new else ExitCode.CONTENT
        ended = {cli.run(["--project", str(root), command]) for command in ("plan", "check", "record")}
        assert ended == {code}, new
        edit(broken, new, old)


def test_page_and_desk_show_what_was_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, where there is a page; nothing is made anew where nothing was recorded."""
    root, shown = ward(tmp_path, approved=False), []
    monkeypatch.setattr(record, "refresh", lambda *given: shown.append(given[2]) or ())
    for made, site in ((("x",), False), ((), True), (("x",), True)):
        if site:
            Project(root).site.mkdir(exist_ok=True)
        recorded = Recorded((), (), {}, made, (), replaced=made)
        monkeypatch.setattr(record, "record", lambda *_, recorded=recorded: recorded)
        assert cli.run(["--project", str(root), "record"]) == ExitCode.DONE
    assert shown == [("x",)]


@pytest.mark.parametrize("over", [False, True])
def test_a_running_order_that_cannot_be_read_is_set_aside(built_ward: Path, over: bool) -> None:
    """By name, told with its line; its slot is planned anew, the others stay, and what is over is left as it lies."""
    now = NOW + timedelta(days=8) if over else NOW
    project = Project(built_ward)
    path, other = project.programmes / f"{SLOT}.txt", project.programmes / "2026-12-01-1630.txt"
    before, spoilt = other.read_bytes(), path.read_text("utf-8").replace("1. loi_xuong", "1. lời xướng")
    path.write_text(spoilt, "utf-8")
    recorded = record.record(built_ward, now, (), 1, quiet)
    told = {found.id: found.where for found in recorded.problems}
    assert told["order-kind"] == Where(f"audio/programmes/{SLOT}.txt", 7)
    assert ("order-unread" in told, path.read_text("utf-8") == spoilt) == (not over, over)
    assert [each.read_text("utf-8") for each in project.set_aside.glob("*.hong.txt")] == [spoilt] * (not over)
    assert not any(found.id == "order-kind" for found in load(built_ward, now).errors)
    if not over:
        assert {order.slot.name for order, _ in recorded.bulletins} == {SLOT, other.stem}
        assert other.read_bytes() == before
        again = record.record(built_ward, now, (), 1, quiet)
        assert (again.made, [found.id for found in again.problems if not found.warning]) == ((), [])


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
