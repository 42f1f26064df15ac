"""An article knows when its readers should look again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from loaphuong.content.articles import Correction
from tests.making import NOW, an_article

PUBLISHED = NOW - timedelta(days=7)


def test_a_changed_article_is_newer() -> None:
    """By its last update or correction."""
    article = an_article(published_at=PUBLISHED)
    assert article.changed_at == PUBLISHED
    assert replace(article, updated_at=PUBLISHED + timedelta(days=1)).changed_at == PUBLISHED + timedelta(days=1)
    corrected = replace(article, corrections=(Correction(date(2026, 11, 20), "Sai.", "Đúng."),))
    assert corrected.changed_at.isoformat() == "2026-11-20T00:00:00+07:00"
