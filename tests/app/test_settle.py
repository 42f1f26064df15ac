"""Warnings that were looked at are quiet until their words change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.check import check
from loaphuong.app.settle import settle
from loaphuong.core.problems import Stopped
from tests.app.ward import approve_all, edit, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

LONG = "quét ngõ và " + "rồi lại đi ra đi vào " * 8
NAME = "ngo-dai"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ward with an article that has a sentence too long for the ear."""
    place = ward(tmp_path)
    story(place, NAME, "Ngõ dài", deed=LONG)
    return place


def told(root: Path) -> list[str]:
    """What is told of the article."""
    return sorted(each.id for each in check(root, NOW, [NAME]).problems)


def test_what_is_settled_stays_quiet_until_its_words_change(root: Path) -> None:
    """An edit elsewhere changes nothing; an edit of the sentence, or `undo`, brings the warning back."""
    assert told(root) == ["ear-sentence", "not-approved"]
    assert [each.id for each in settle(root, NOW, NAME, "đã nghe thử", "Lê Thị B")] == ["ear-sentence"]
    assert told(root) == ["not-approved"]
    assert [(given.why, given.by) for given in check(root, NOW).settled.values()] == [("đã nghe thử", "Lê Thị B")]
    file = root / f"content/guong-tot/{NAME}.md"
    edit(file, "author: Ban biên tập", "author: Ban biên tập mới")
    file.write_text(file.read_text(encoding="utf-8") + "\nMột đoạn nữa.\n", encoding="utf-8")
    assert told(root) == ["not-approved"]
    edit(file, "quét ngõ và", "quét nhà và")
    assert told(root) == ["ear-sentence", "not-approved"]
    edit(file, "quét nhà và", "quét ngõ và")
    settle(root, NOW, NAME, "nghĩ lại", "Lê Thị B", undo=True)
    assert told(root) == ["ear-sentence", "not-approved"]


@pytest.mark.parametrize(
    ("name", "why", "id_"),
    [(NAME, " ", "settle-unsaid"), ("tuoi-cay", "ổn", "settle-nothing"), ("zz", "ổn", "unknown-text")],
)
def test_what_cannot_be_settled_is_said(root: Path, name: str, why: str, id_: str) -> None:
    """No reason, no warning, no such text."""
    with pytest.raises(Stopped) as stopped:
        settle(root, NOW, name, why, "Lê Thị B")
    assert [each.id for each in stopped.value.problems] == [id_]


def test_who_approves_answers_for_the_names(tmp_path: Path) -> None:
    """A name that looks private is asked about until the text is approved as it is, and again after an edit."""
    root = ward(tmp_path)
    story(root, NAME, "Ngõ dài", deed="theo bác Hòa quét ngõ")
    assert "undeclared-name" in told(root)
    approve_all(root)
    assert "undeclared-name" not in told(root)
    edit(root / f"content/guong-tot/{NAME}.md", "Mỗi nhà một việc", "Nhà nào cũng góp")
    assert "undeclared-name" in told(root)
