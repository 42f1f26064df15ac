"""docs/recipes/target.md, followed: a verb that hands the finished site on is a module and a line."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click
import pytest

from loaphuong.app import cli, output
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from tests.app.ward import write

if TYPE_CHECKING:
    from loaphuong.app.call import Call

SITE = {"index.html": "<p>Trang</p>", "audio/bai.mp3": "âm thanh", "sw.js": "// cuối cùng"}


@click.command
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def command(call: Call, target: Path) -> None:
    """What app/hand_on.py would hold."""
    output.success(f"{hand_on(call.root, target)} tệp")


def hand_on(root: Path, target: Path) -> int:
    """The finished site at another place, and nothing else there; how many files it has."""
    site = Project(root).site
    if not site.is_dir():
        raise stop("no-content", Where(Project.site))
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target)
    return sum(path.is_file() for path in target.rglob("*"))


@pytest.fixture(autouse=True)
def verb(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The module and its line, in a project."""
    module = ModuleType("loaphuong.app.hand-on")
    module.command = command
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(cli.VERBS, "hand-on", "Bring the finished site to a folder.")
    monkeypatch.setitem(cli.loa.commands, "hand-on", click.Command("hand-on", help=cli.VERBS["hand-on"]))
    write(tmp_path, Project.station, "")
    monkeypatch.chdir(tmp_path)


def test_the_finished_site_is_handed_on_whole(tmp_path: Path) -> None:
    """What is there, and nothing that was there before."""
    for name, text in SITE.items():
        write(tmp_path, f"{Project.site}/{name}", text)
    write(tmp_path, "may-chu/da-go/index.html", "bài đã gỡ")
    assert cli.run(["hand-on", "may-chu"]) == 0
    handed = tmp_path / "may-chu"
    found = {path.relative_to(handed).as_posix(): path.read_text("utf-8") for path in handed.rglob("*.*")}
    assert found == SITE


def test_without_a_site_there_is_nothing_to_hand_on(tmp_path: Path) -> None:
    """Said so, with the exit code of the problem; the target keeps what it had."""
    kept = write(tmp_path, "may-chu/index.html", "trang cũ")
    assert cli.run(["hand-on", "may-chu"]) == 1
    assert kept.read_text("utf-8") == "trang cũ"


def test_it_is_listed_and_helped(capsys: pytest.CaptureFixture[str]) -> None:
    """Like any verb."""
    assert cli.run(["--help"]) == 0
    assert "hand-on" in capsys.readouterr().out
    assert cli.run(["hand-on", "--help"]) == 0
    assert "Bring the finished site to a folder." in capsys.readouterr().out
