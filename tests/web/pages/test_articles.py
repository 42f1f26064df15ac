"""The page of an article: its words, not its people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.content.articles import Channel, Person
from tests.making import NOW, an_article, an_edition
from tests.web.pages.reading import indexed, meta, published
from tests.web.pages.ward import a_ward, picture

if TYPE_CHECKING:
    from pathlib import Path


def test_an_article_keeps_its_words_and_its_people_private(tmp_path: Path):
    """The body is the editor's words; names of people stay in content/."""
    person = Person("Nguyễn Văn Kín", "tổ trưởng", (Channel.WEB,), consent_ref="P-01")
    files = published(an_edition(an_article(people=(person,))), tmp_path)
    text = files["tin/con-ngo-sach-moi-som-mai/index.md"]
    assert "<li>Mỗi nhà quét trước cửa nhà mình.</li>" in text
    assert "Kín" not in "".join(files.values())
    assert "P-01" not in "".join(files.values())


def test_a_tombstone_says_nothing_of_what_was_there(tmp_path: Path):
    """The address stays, the reason does not show."""
    picture(tmp_path)
    files = published(a_ward(8), tmp_path)
    assert meta(files["tin/bai-da-go/index.md"])["title"] == "Bài viết đã được gỡ"
    assert "Theo yêu cầu" not in "".join(files.values())


def test_related_articles_are_near_and_never_the_article_itself(tmp_path: Path):
    """What shares a topic or a rule comes before what merely stands beside it."""
    one = an_article("Một", topic="t", rules=("qd-1665#r1",))
    near = an_article("Hai", topic="t", published_at=NOW - timedelta(days=300))
    beside = [an_article(f"Bên {number}", published_at=NOW - timedelta(days=number)) for number in range(1, 9)]
    found = indexed(an_edition(one, near, *beside), tmp_path).find_related(one)
    assert found[0] == near
    assert one not in found
    assert len(found) == 3
