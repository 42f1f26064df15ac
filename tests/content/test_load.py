"""content/ becomes nouns, whatever its files are like, and every mistake in it a problem at its line."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from loaphuong.content.articles import Award, Channel, Priority, Status
from loaphuong.content.genres import Genre
from loaphuong.content.load import load as load_content
from loaphuong.content.nouns import SectionKind, Stance
from tests.content.ward import ARTICLE, write

if TYPE_CHECKING:
    from pathlib import Path

FULL = """---
title: "Bài hai: chuyện ngõ nhỏ"
summary: Ngõ sạch nhờ cả ngõ.
genre: guong
published_at: 21/11/2026 16:30
author: Ban biên tập
status: nhap
updated_at: 2026-11-21T10:00:00Z
topic: ngo-sach
model: ngo-xanh
rules: ["qd-1665#bo-rac", "qd-1665#bo-rac"]
award: {title: Giấy khen, by: Phường, on: 01/12/2026}
broadcast: không
expires: 31/12/2026
priority: khan_cap
people:
  - {name: Người minh họa, role: nhân vật, channels: [web, loa, web], consent_ref: P1}
correction: {on: 22/11/2026, wrong: Sai., right: Đúng.}
aliases: ngo-cu
---

Thân bài.
"""
WARD = {
    "guong-tot/bai-mot.md": ARTICLE,
    "guong-tot/bai-hai.md": FULL,
    "quy-tac/index.md": "---\ntitle: Quy tắc\nsummary: Các quy tắc.\nkind: quy_tac\norder: 2\n---\n",
    "quy-tac/qd-1665.md": """---
title: Quy tắc nơi công cộng
summary: Mười tám điều.
number: 1665/QĐ-UBND
issued_on: 10/3/2017
scope: Nơi công cộng
rules:
  - id: bo-rac
    text: Bỏ rác đúng chỗ.
    stance: nen
    place: Vỉa hè
---
""",
    "mo-hinh/index.md": "---\ntitle: Mô hình\nsummary: Các mô hình.\nkind: mo_hinh\norder: 3\n---\n",
    "mo-hinh/ngo-xanh.md": "---\ntitle: Ngõ xanh\nsummary: Ngõ có cây.\nplace: Ngõ\ncriteria: [Có cây]\n---\nCây.\n",
    "chuyen-de/index.md": "---\ntitle: Chuyên đề\nsummary: Theo tháng.\nkind: chuyen_de\norder: 4\n---\n",
    "chuyen-de/ngo-sach.md": """---
title: Ngõ sạch
summary: Tháng mười một.
months: [12/2026, "2026-11"]
owner: Hội phụ nữ
---
""",
    "trang/index.md": "---\ntitle: Trang\nsummary: Các trang.\nkind: trang\norder: 9\n---\n",
    "trang/gioi-thieu.md": "---\ntitle: Giới thiệu\nsummary: Về phường.\n---\nPhường ta.\n",
}


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A ward with one file of each kind, and two articles."""
    return write(tmp_path, WARD)


def test_a_ward_without_mistakes_has_no_problems(ward: Path) -> None:
    """What is written well is loaded, newest first, and nothing is said."""
    content, problems = load_content(ward)
    assert not problems
    assert [article.slug for article in content.articles] == ["bai-hai", "bai-mot"]
    assert [section.kind for section in content.sections] == list(SectionKind)
    assert (content.title, content.summary) == ("Phường thử", "Trang thử.")


def test_an_article_has_what_its_front_matter_says(ward: Path) -> None:
    """Each key reaches its field, typed; times are the ward's; every key knows its line."""
    article = load_content(ward)[0].articles[0]
    assert article.title == "Bài hai: chuyện ngõ nhỏ"
    assert article.genre is Genre.EXEMPLAR
    assert article.status is Status.DRAFT
    assert article.priority is Priority.URGENT
    assert article.published_at == datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    assert article.updated_at is not None
    assert article.updated_at.isoformat() == "2026-11-21T17:00:00+07:00"
    assert article.rules == ("qd-1665#bo-rac",)
    assert article.award == Award("Giấy khen", "Phường", date(2026, 12, 1))
    assert not article.broadcast
    assert article.people[0].channels == (Channel.WEB, Channel.LOUDSPEAKER)
    assert article.people[0].where.line == 17
    assert (article.corrections[0].right, article.corrections[0].where.line) == ("Đúng.", 18)
    assert article.aliases == ("ngo-cu",)
    assert (article.body.strip(), article.body_line) == ("Thân bài.", 21)
    assert article.at("people.0.consent_ref").line == 17
    assert article.at("title").line == 2


def test_codes_models_topics_and_pages_are_nouns_too(ward: Path) -> None:
    """A section's kind decides what its files become."""
    content, _ = load_content(ward)
    rule = content.codes[0].rules[0]
    assert (rule.id, rule.stance, rule.where.line) == ("bo-rac", Stance.DO, 8)
    assert content.models[0].criteria == ("Có cây",)
    assert content.topics[0].months == ((2026, 11), (2026, 12))
    assert content.pages[0].slug == "gioi-thieu"


def test_the_same_text_in_any_encoding_of_lines_and_letters_is_the_same_article(tmp_path: Path) -> None:
    """Windows line ends, a BOM and decomposed letters make no difference to the digest of an article."""
    import unicodedata

    plain = load_content(write(tmp_path / "a", {"guong-tot/b.md": FULL.replace("topic: ngo-sach\n", "")}))[0]
    odd = "\ufeff" + unicodedata.normalize("NFD", FULL.replace("topic: ngo-sach\n", "")).replace("\n", "\r\n")
    assert load_content(write(tmp_path / "b", {"guong-tot/b.md": odd}))[0].articles == plain.articles


def test_all_files_are_read_before_anything_is_said(tmp_path: Path) -> None:
    """Mistakes in several files are told in one run, in the order of files and lines."""
    broken = ARTICLE.replace("genre: guong", "genre: x").replace("20/11/2026", "40/11/2026")
    write(tmp_path, {"guong-tot/a.md": broken, "guong-tot/b.md": broken, "guong-tot/c.md": b"\xff"})
    _, problems = load_content(tmp_path)
    assert [str(found.where) for found in problems] == [
        "content/guong-tot/a.md:4",
        "content/guong-tot/a.md:5",
        "content/guong-tot/b.md:4",
        "content/guong-tot/b.md:5",
        "content/guong-tot/c.md:1",
    ]


def ids(root: Path) -> list[str]:
    """What is wrong, and where."""
    return [f"{found.id} {found.where}" for found in load_content(root)[1]]


def test_no_content_at_all_is_one_problem(tmp_path: Path) -> None:
    """A missing or empty folder says where the first article goes."""
    assert ids(tmp_path) == ["content-empty content"]
    (tmp_path / "content").mkdir()
    assert ids(tmp_path) == ["content-empty content"]


def test_links_that_leave_the_project_are_not_followed(ward: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file, a folder or a picture that is a link to elsewhere is named, not read."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text(ARTICLE)
    (ward / "content/guong-tot/la.md").symlink_to(outside / "secret.md")
    (ward / "content/ngoai").symlink_to(outside)
    (ward / "content/guong-tot/anh.png").symlink_to(outside / "secret.md")
    assert ids(ward) == [
        "path-outside content/guong-tot/anh.png",
        "path-outside content/guong-tot/la.md",
        "path-outside content/ngoai",
    ]
    assert "la" not in [article.slug for article in load_content(ward)[0].articles]


def test_links_in_circles_end(ward: Path) -> None:
    """A folder that links to its parent and a file that links to itself are named, and reading ends."""
    (ward / "content/guong-tot/vong").symlink_to(ward / "content")
    (ward / "content/guong-tot/tu-minh.md").symlink_to(ward / "content/guong-tot/tu-minh.md")
    found = ids(ward)
    assert "path-outside content/guong-tot/vong" in found
    assert any(each.endswith("content/guong-tot/tu-minh.md") for each in found)
    assert len(found) == 2


def test_a_link_inside_the_project_is_read(ward: Path) -> None:
    """An article may be a link to another place of the project."""
    (ward / "kho.md").write_text(ARTICLE)
    (ward / "content/guong-tot/bai-ba.md").symlink_to(ward / "kho.md")
    assert ids(ward) == []


def test_a_pipe_is_not_waited_for(ward: Path) -> None:
    """What is no ordinary file is named instead of read for ever."""
    os.mkfifo(ward / "content/guong-tot/ong.md")
    assert ids(ward) == ["file-odd content/guong-tot/ong.md"]


def test_a_folder_named_like_an_article_is_a_folder(ward: Path) -> None:
    """Only files are articles."""
    (ward / "content/guong-tot/bai-ba.md").mkdir()
    assert ids(ward) == []


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(ward: Path) -> None:
    """Missing rights are a problem with a cure."""
    (ward / "content/guong-tot/bai-mot.md").chmod(0)
    assert ids(ward) == ["file-unreadable content/guong-tot/bai-mot.md"]


def test_a_file_of_very_many_lines_is_named(tmp_path: Path) -> None:
    """Each line costs the parser time, however short it is."""
    write(tmp_path, {"guong-tot/bai.md": ARTICLE + "a\n" * 5000})
    _, problems = load_content(tmp_path)
    assert "file-too-long" in {found.id for found in problems}
