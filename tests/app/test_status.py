"""`loa status`: titles, filters, what stays published, and when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from loaphuong.app import cli, status
from loaphuong.trust.approval import State
from tests.app.ward import approve_all, edit, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def test_many_texts_stay_readable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of many, those that wait for somebody are listed by title, the others counted."""
    root = ward(tmp_path)
    for number in range(status.MANY):
        story(root, f"bai-{number}", f"Chuyện thứ {number}")
    approve_all(root)
    story(root, "bai-moi", "Chuyện mới viết hôm nay")
    edit(root / "content/guong-tot/bai-3.md", "Mỗi nhà một việc", "Nhà nào cũng góp")
    found = status.list_status(root, NOW)
    status.print_status(found, {"guong-tot": "Gương tốt"}, diff=False, brief=True)
    said = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in said[1:-1]] == ["đang sửa", "chờ duyệt"] or len(said) == 4
    assert "bản duyệt ngày 21/11/2026 vẫn đăng" in "\n".join(said)
    assert "Chuyện mới viết hôm nay" in "\n".join(said)
    assert said[-1].startswith(f"{len(found)} văn bản: 1 chờ duyệt, ")


def test_states_and_sections_are_named_as_people_write(tmp_path: Path) -> None:
    """With or without accents; another word is a usage error that lists them."""
    assert status.find_states("cho duyet, Đang sửa") == (State.WAITING, State.EDITED)
    assert status.find_section("Guong tot", {"guong-tot": "Gương tốt"}) == "guong-tot"
    with pytest.raises(click.UsageError, match="chờ duyệt"):
        status.find_states("xong")
    with pytest.raises(click.UsageError, match="Gương tốt"):
        status.find_section("khác", {"guong-tot": "Gương tốt"})


@pytest.mark.parametrize(
    ("options", "every_line"),
    [
        ([], False),
        (["--all"], True),
        (["--state", "đã đăng"], True),
        (["--section", "guong-tot"], True),
        (["index"], True),
    ],
    ids=["nothing", "all", "state", "section", "text"],
)
def test_of_many_only_those_that_wait_are_shown(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    every_line: bool,
) -> None:
    """Unless all are asked for, or some by name, state or section."""
    monkeypatch.setattr(status, "MANY", 3)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    assert cli.run(["--project", str(ward(tmp_path)), "status", *options]) == 0
    assert ("đã đăng  " in capsys.readouterr().out) is every_line


def test_few_texts_are_all_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those that wait for nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    assert cli.run(["--project", str(ward(tmp_path)), "status"]) == 0
    assert "đã đăng  " in capsys.readouterr().out
