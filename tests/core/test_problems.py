"""A problem names the file, the line, what is wrong and the cure, in the reader's language."""

from __future__ import annotations

import pytest

from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import ExitCode, Problem, Stopped, problem, stop
from loaphuong.core.where import Where

HERE = Where("content/guong-tot/a.md", 7)


def test_a_problem_speaks_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is the language unless another is asked for."""
    monkeypatch.delenv("LOA_LANG", raising=False)
    found = problem("path-outside", HERE, path="../x")
    assert str(found.where) == "content/guong-tot/a.md:7"
    assert found.what == "“../x” dẫn ra ngoài thư mục dự án"
    assert found.hint == "Dùng đường dẫn nằm trong dự án, không có “..” và không có liên kết sang nơi khác."


def test_a_problem_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """LOA_LANG=en shows the message ids."""
    monkeypatch.setenv("LOA_LANG", "en")
    assert problem("path-outside", HERE, path="../x").what == "“../x” leads out of the project"


@pytest.mark.parametrize("path", ["{", "}", "{0}", "{path}", "{path.__class__}", "%s", "100%"])
def test_values_are_never_templates(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Braces in a file's name are shown as they are: what comes from content is never executed or expanded."""
    monkeypatch.setenv("LOA_LANG", "en")
    assert problem("path-outside", HERE, path=path).what == f"“{path}” leads out of the project"


def test_an_unknown_id_is_a_mistake_of_ours() -> None:
    """It shows at once, in the tests, not at the editor's desk."""
    with pytest.raises(KeyError):
        problem("no-such-problem", HERE)


@pytest.mark.parametrize(
    ("id_", "code", "warning"),
    [
        ("path-outside", ExitCode.CONTENT, False),
        ("disk-full", ExitCode.ENVIRONMENT, False),
        ("unknown-text", ExitCode.USAGE, False),
        ("not-approved", ExitCode.DONE, True),
    ],
)
def test_what_the_command_ends_with(id_: str, code: ExitCode, warning: bool) -> None:
    """Content 1, usage 2, environment 3; a warning does not stop the work."""
    found = Problem(id_, HERE)
    assert (found.exit_code, found.warning) == (code, warning)


def test_work_stops_with_all_that_is_wrong() -> None:
    """One exception carries every problem, each with its place."""
    found = (problem("busy", Where(".loa.lock")), problem("path-outside", HERE, path="x"))
    assert Stopped(iter(found)).problems == found
    assert str(Stopped(found)) == ".loa.lock: busy; content/guong-tot/a.md:7: path-outside"
    assert stop("busy", HERE).problems == (problem("busy", HERE),)


def test_places_are_ordered_as_in_the_files() -> None:
    """By file, then by line."""
    places = [Where("b.md", 1), Where("a.md", 10), Where("a.md", 9), Where("a.md")]
    assert [str(place) for place in sorted(places)] == ["a.md", "a.md:9", "a.md:10", "b.md:1"]


def test_no_message_is_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty id does not bring up the head of the catalogue; a language the house does not speak gives its own."""
    monkeypatch.setenv("LOA_LANG", "vi")
    assert tr("") == ""
    assert N_("x") == "x"
    monkeypatch.setenv("LOA_LANG", "xx")
    assert tr("on hold") == "đang giữ"


def test_what_a_problem_is_about_is_for_the_program() -> None:
    """It is not told, and does not make two problems of one."""
    plain, meant = (problem("slot-unknown", Where("a"), slot="x", **extra) for extra in ({}, {"about": "x"}))
    assert (meant.about, plain.about) == ("x", "")
    assert plain == meant
    assert plain.what == meant.what
