"""The smallest ward that has everything, on disk: four short stories, a code, standing pages, short bulletins."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from loaphuong.app import trust
from tests.making import NOW
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path

APPROVER, OFFICE = "Người duyệt thử", "Phó Chủ tịch"
HEAD = "---\ntitle: {title}\nsummary: Trang thử.\n---\n"
PAGE = HEAD + "\nMời bà con đọc.\n"
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
STORIES = (
    ("quet-ngo", "Quét ngõ", "guong", "quét ngõ"),
    ("tuoi-cay", "Tưới cây", "guong", "tưới cây"),
    ("thap-den", "Thắp đèn", "ung_xu", "thắp đèn cho ngõ sáng"),
    ("nhuong-duong", "Nhường đường", "ung_xu", "nhường đường cho người già"),
)
# Half a minute is quick to record; everything else is as in the real station.
SMALL = {
    "minimum_seconds = 300": "minimum_seconds = 20",
    "maximum_seconds = 420": "maximum_seconds = 120",
    "aim_seconds = 360": "aim_seconds = 45",
    "minimum_items = 2": "minimum_items = 1",
    "reminder_rules = 4": "reminder_rules = 1",
    "alarm_weeks = 2": "alarm_weeks = 1",
}


def ward(folder: Path, *, approved: bool = True) -> Path:
    """Write it; everything is approved unless said otherwise."""
    for name in ("mkdocs.yml", "overrides", "audio/lexicon.tsv", "audio/jingles"):
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    station = (ROOT / "audio/station.toml").read_text(encoding="utf-8")
    for large, small in SMALL.items():
        assert large in station
        station = station.replace(large, small)
    write(folder, "audio/station.toml", station)
    write(folder, "content/index.md", PAGE.format(title="Phường thử"))
    write(folder, "content/guong-tot/index.md", HEAD.format(title="Gương tốt"))
    for name in ("gioi-thieu", "gop-y"):
        write(folder, f"content/trang/{name}.md", PAGE.format(title=name.replace("-", " ").capitalize()))
    for name in ("trang/index.md", "quy-tac/index.md", "quy-tac/nam-khong.md"):
        write(folder, f"content/{name}", (ROOT / "content" / name).read_text(encoding="utf-8"))
    for slug, title, genre, deed in STORIES:
        story(folder, slug, title, genre, deed)
    if approved:
        approve(folder)
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


def approve(folder: Path) -> None:
    """Someone who wrote none of it answers for all that waits."""
    trust.approve(folder, NOW, (), APPROVER, OFFICE, all_waiting=True)


def edit(path: Path, old: str, new: str) -> None:
    """Change a word of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def quiet(step: str, done: int, total: int) -> None:
    """A progress that nobody watches."""
