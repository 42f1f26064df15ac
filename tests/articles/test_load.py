"""content/ becomes nouns, and every mistake in it a problem at its line."""

from pathlib import Path

from loaphuong import articles
from tests.articles.ward import ARTICLE, write


def test_a_ward_without_mistakes_has_no_problems(tmp_path: Path) -> None:
    """What is written well is loaded, and nothing is said."""
    write(tmp_path, {"guong-tot/bai-mot.md": ARTICLE})
    content, problems = articles.load(tmp_path)
    assert not problems
    assert [(article.slug, article.section, article.title) for article in content.articles] == [
        ("bai-mot", "guong-tot", "Bài một")
    ]
    assert content.articles[0].published_at.isoformat() == "2026-11-20T07:30:00+07:00"
