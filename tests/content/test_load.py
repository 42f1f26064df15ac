"""content/ becomes nouns, and every mistake in it a problem at its line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from loaphuong.content.articles import Award, Channel, Priority, Status
from loaphuong.content.genres import Genre
from loaphuong.content.load import load as load_content
from loaphuong.content.nouns import SectionKind, Stance
from tests.content.loading import ids
from tests.content.ward import ARTICLE, write

if TYPE_CHECKING:
    from pathlib import Path


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


def test_no_content_at_all_is_one_problem(tmp_path: Path) -> None:
    """A missing or empty folder says where the first article goes."""
    assert ids(tmp_path) == ["content-empty content"]
    (tmp_path / "content").mkdir()
    assert ids(tmp_path) == ["content-empty content"]
