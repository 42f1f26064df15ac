"""News: an entry an article, what was corrected and what was withdrawn."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from loaphuong.content.articles import Correction, Image
from loaphuong.web import feeds
from loaphuong.web.edition import Bulletin, Tombstone
from loaphuong.web.feeds.feed import NAMESPACES
from tests.making import (
    NOW,
    a_programme,
    a_slot,
    an_article,
    an_edition,
    an_episode,
)
from tests.web.feeds.reading import parsed, tree, with_station


def test_entry():
    """An item has its address as guid, the whole text, a date in the ward's time, its section, the exact sound."""
    entry = parsed(an_edition()).entries[0]
    assert entry.id == entry.link == "https://phuong.example/tin/con-ngo-sach-moi-som-mai/"
    assert "quét sạch" in entry.content[0].value
    assert entry.published == "Sat, 14 Nov 2026 09:00:00 +0700"
    assert entry.author == "Công chức Văn hóa - Xã hội phường"
    assert [tag.term for tag in entry.tags] == ["Guong tot"]
    sound = entry.enclosures[0]
    assert (sound.href, sound.length, sound.type) == (
        "https://phuong.example/audio/con-ngo-sach-moi-som-mai.mp3",
        "5760000",
        "audio/mpeg",
    )


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml"])
def test_picture(path: str):
    """The editor's picture once it is approved, else the card, in both formats; in the text only the editor's."""
    image = Image("content/guong-tot/anh/ngo đẹp.jpg", "Con ngõ", "Ảnh minh họa")
    article = an_article(image=image)
    waiting, shown = (
        parsed(an_edition(article, pictures=pictures), path).entries[0] for pictures in ({}, {image.path: "0" * 64})
    )
    [card], [picture] = waiting.media_content, shown.media_content
    assert card == {
        "url": f"https://phuong.example/the/{article.slug}.png",
        "type": "image/png",
        "medium": "image",
        "width": "1200",
        "height": "630",
    }
    assert picture["url"] == "https://phuong.example/anh/guong-tot/anh/ngo%20%C4%91%E1%BA%B9p.jpg"
    assert picture["type"] == "image/jpeg"
    assert shown.media_credit[0]["content"] == "Ảnh minh họa"
    assert ["<figure>" in entry.content[0].value for entry in (waiting, shown)] == [False, True]


def test_links_are_absolute():
    """A link written between files, a picture and a fragment lead somewhere from any reader."""
    body = "[a](../quy-tac/qd-1665.md#r1) [b](#duoi) [c](https://x.example/?a=1&b=2) ![d](anh/ngo.jpg) [e](../trang/gop-y.md)"
    article = an_article(body=body)
    html = json.loads(feeds.render(an_edition(article))["feed.json"])["items"][0]["content_html"]
    for expected in (
        'href="https://phuong.example/quy-tac/qd-1665/#r1"',
        'href="https://phuong.example/tin/con-ngo-sach-moi-som-mai/#duoi"',
        'href="https://x.example/?a=1&amp;b=2"',
        'src="https://phuong.example/anh/guong-tot/anh/ngo.jpg"',
        'href="https://phuong.example/gop-y/"',
    ):
        assert expected in html


def test_correction_renews():
    """A correction stands in the feed and moves the entry's date, so that readers fetch it again."""
    wrong = Correction(date(2026, 11, 18), "Bài viết ghi 12 hộ.", "Đúng là 21 hộ.")
    entry = parsed(an_edition(an_article(corrections=(wrong,))), "atom.xml").entries[0]
    assert entry.updated == "2026-11-18T00:00:00+07:00"
    assert "Cải chính ngày 18/11/2026" in entry.content[0].value


def test_tombstone():
    """Atom tells that an article was withdrawn; no feed keeps a word of it."""
    edition = an_edition(tombstones=(Tombstone("bai-cu", date(2026, 11, 19)),))
    root = tree(feeds.render(edition)["atom.xml"])
    grave = root.find(f"{{{NAMESPACES['at']}}}deleted-entry")
    assert grave is not None
    assert grave.attrib == {"ref": "https://phuong.example/tin/bai-cu/", "when": "2026-11-19T00:00:00+07:00"}
    assert parsed(edition, "atom.xml").feed.updated == "2026-11-19T00:00:00+07:00"
    assert b"bai-cu" not in feeds.render(edition)["feed.xml"]


def test_held_words():
    """A bulletin that is held back has no words beside it either."""
    held = Bulletin(a_programme(slot=a_slot("2026-11-20")), an_episode(), held="Chờ duyệt lại")
    assert not [path for path in feeds.render(an_edition(bulletins=(held,))) if path.startswith("phat-thanh/")]


def test_hub():
    """A WebSub hub is named in every feed when it is configured, and the page stays the channel's link."""
    edition = with_station(an_edition(), websub_hub="https://hub.example/")
    for path in ("feed.xml", "podcast.xml", "atom.xml"):
        feed = parsed(edition, path).feed
        assert [link.href for link in feed.links if link.rel == "hub"] == ["https://hub.example/"]
        assert feed.link.startswith("https://phuong.example/")
    assert json.loads(feeds.render(edition)["feed.json"])["hubs"][0]["url"] == "https://hub.example/"


def test_only_the_newest():
    """A feed stays short however many articles there are, newest first."""
    articles = [an_article(f"Bài {n}", published_at=NOW - timedelta(hours=n)) for n in range(70)]
    entries = parsed(an_edition(*articles)).entries
    assert len(entries) == 50
    assert entries[0].title == "Bài 0 (chuyện minh họa)"
