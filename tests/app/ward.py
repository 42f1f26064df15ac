"""The fixture ward in a folder of its own, and what a test does to it: write, edit, approve."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from loaphuong.app.approve import approve
from loaphuong.core.project import Project
from tests.making import NOW
from tests.package import FIXTURE

if TYPE_CHECKING:
    from pathlib import Path

APPROVER, OFFICE = "Người duyệt thử", "Phó Chủ tịch"
ARTICLE = """---
title: {title}
summary: Chuyện nhỏ trong ngõ, ai cũng làm được.
genre: {genre}
published_at: 20/11/2026 07:30
author: Ban biên tập
illustrative: true
---

Sáng nào bà con cũng {deed}. Mỗi nhà một việc, mỗi người một tay.
"""


def ward(folder: Path, *, approved: bool = True) -> Path:
    """A copy of the fixture; everything is approved unless said otherwise."""
    shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
    if approved:
        approve_all(folder)
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    """A file of the ward."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def story(folder: Path, slug: str, title: str, genre: str = "guong", deed: str = "quét ngõ") -> Path:
    """An article of the ward."""
    return write(folder, f"content/guong-tot/{slug}.md", ARTICLE.format(title=title, genre=genre, deed=deed))


def approve_all(folder: Path) -> None:
    """Someone who wrote none of it answers for all that waits."""
    approve(folder, NOW, (), APPROVER, OFFICE, all_waiting=True)


def edit(path: Path, old: str, new: str) -> None:
    """Change a word of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def order_text(folder: Path, slot: str) -> str:
    """A running order as it is written."""
    return (Project(folder).programmes / f"{slot}.txt").read_text(encoding="utf-8")


def quiet(step: str, done: int, total: int) -> None:
    """A progress that nobody watches."""
