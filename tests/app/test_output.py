"""Words to the reader: problems in order, each once, with the gravest exit code; a bar only where somebody watches."""

from __future__ import annotations

import json

import click
import pytest

from loaphuong.app import output
from loaphuong.core.problems import ExitCode, problem
from loaphuong.core.where import Where

LATE = problem("path-outside", Where("b.md", 2), path="x")
EARLY = problem("path-outside", Where("a.md", 9), path="x")
WARNING = problem("not-approved", Where("a.md", 1), title="X", name="x")
FULL = problem("disk-full", Where("audio"), reason="x")


def test_problems_stand_in_the_order_of_files_each_once(capsys: pytest.CaptureFixture[str]) -> None:
    """However often and in whichever order they were found."""
    output.print_problems([LATE, EARLY, LATE], as_json=True)
    assert [each["file"] for each in json.loads(capsys.readouterr().out)] == ["a.md", "b.md"]


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ((), ExitCode.DONE),
        ((WARNING,), ExitCode.DONE),
        ((WARNING, LATE), ExitCode.CONTENT),
        ((FULL, LATE), ExitCode.ENVIRONMENT),
    ],
)
def test_the_gravest_problem_decides(found: tuple, code: ExitCode) -> None:
    """A warning weighs nothing."""
    assert output.exit_code(found) == code


def test_a_problem_is_shown_with_its_cure(capsys: pytest.CaptureFixture[str]) -> None:
    """Marks tell mistakes from warnings, the verdict counts both."""
    output.print_problems([LATE, WARNING], good="Tốt")
    shown = click.unstyle(capsys.readouterr().out).splitlines()
    assert shown[0] == f"! a.md:1: {WARNING.what}"
    assert shown[2:4] == [f"✗ b.md:2: {LATE.what}", f"    → {LATE.hint}"]
    assert "1" in shown[-1]


def test_beside_other_output_problems_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """So that what a program reads is not mixed with them."""
    output.print_problems([LATE])
    out, err = capsys.readouterr()
    assert out == ""
    assert LATE.what in err


def test_good_news_where_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """One line."""
    output.print_problems([], good="Tốt")
    assert click.unstyle(capsys.readouterr().err) == "✓ Tốt\n"


def test_problems_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """File, line, id, kind, what and hint of each."""
    output.print_problems([WARNING, LATE], as_json=True)
    first, second = json.loads(capsys.readouterr().out)
    assert (first["file"], first["line"], first["kind"]) == ("a.md", 1, "warning")
    assert (second["id"], second["what"], second["hint"]) == ("path-outside", LATE.what, LATE.hint)


@pytest.mark.parametrize(("watched", "shown"), [("1", True), ("", False)], ids=["terminal", "pipe"])
def test_a_bar_is_drawn_only_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], watched: str, shown: bool
) -> None:
    """In a pipe or a log nothing is drawn."""
    monkeypatch.setenv("FORCE_COLOR", watched)
    with output.progress() as report:
        for done in range(3):
            report("Thu thanh", done + 1, 3)
    assert ("Thu thanh" in capsys.readouterr().err) is shown
