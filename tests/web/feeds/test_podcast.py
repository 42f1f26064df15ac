"""The podcast: what is on air, and nothing that is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email.utils import parsedate_to_datetime

import feedparser
import pytest

from loaphuong.web import feeds
from loaphuong.web.edition import Bulletin
from loaphuong.web.feeds.feed import NAMESPACES
from loaphuong.web.feeds.podcast import guid
from tests.making import (
    a_media_file,
    a_programme,
    a_slot,
    an_article,
    an_edition,
    an_episode,
)
from tests.web.feeds.reading import tree


def test_podcast():
    """An episode has an exact enclosure, whole seconds, transcripts, chapters and the mark of a synthetic voice."""
    file = a_media_file(profile="web", bytes=5_654_321, seconds=359.6)
    edition = an_edition()
    aired = a_slot("2026-11-20")
    episode = an_episode(aired.name, files=(("web", file),))
    edition = replace(edition, bulletins=(Bulletin(a_programme(slot=aired), episode),))
    channel = tree(feeds.render(edition)["podcast.xml"]).find("channel")
    assert channel is not None
    names = {"i": NAMESPACES["itunes"], "p": NAMESPACES["podcast"]}
    assert channel.findtext("i:explicit", namespaces=names) == "false"
    assert channel.findtext("p:guid", namespaces=names) == guid("https://phuong.example/podcast.xml")
    assert channel.find("p:locked[@owner='gopy@phuong.example']", names) is not None
    item = channel.find("item")
    assert item is not None
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib["length"] == "5654321"
    assert item.findtext("i:duration", namespaces=names) == "360"
    assert [found.attrib["type"] for found in item.findall("p:transcript", names)] == ["text/vtt", "text/html"]
    assert item.findtext("p:txt[@purpose='ai-content']", namespaces=names) == "true"
    assert item.find("p:chapters[@type='application/json+chapters']", names) is not None
    assert item.findtext("pubDate") == "Fri, 20 Nov 2026 16:30:00 +0700"


def test_a_persons_voice_is_not_marked():
    """A reading by a person carries no mark of synthesis."""
    aired = a_slot("2026-11-20")
    read = an_episode(aired.name, synthetic=False)
    edition = an_edition(bulletins=(Bulletin(a_programme(slot=aired), read),), recordings={})
    assert b"ai-content" not in feeds.render(edition)["podcast.xml"]


@pytest.mark.parametrize(
    "bulletin",
    [
        Bulletin(a_programme(slot=a_slot("2026-11-20")), an_episode(), held="Chờ duyệt lại"),
        Bulletin(a_programme(slot=a_slot("2026-11-20")), None),
    ],
    ids=["held back", "not recorded"],
)
def test_not_in_the_podcast(bulletin: Bulletin):
    """What is held back or has no sound is in no feed."""
    assert not feedparser.parse(feeds.render(an_edition(bulletins=(bulletin,)))["podcast.xml"]).entries


def test_a_bulletin_is_dated_by_its_slot_for_good():
    """Recorded before its slot it waits, but for the first of all; its date is the slot's, however late it is told."""
    article, slots = an_article(), [a_slot("2026-11-24"), a_slot("2026-11-27")]
    recorded = tuple(Bulletin(a_programme(article.slug, slot=slot), an_episode(slot.name)) for slot in slots)
    first, second = (slot.starts_at for slot in slots)
    dates = [
        [parsedate_to_datetime(entry.published) for entry in feedparser.parse(made["podcast.xml"]).entries]
        for now in (first - timedelta(days=9), second - timedelta(seconds=1), second, second + timedelta(days=9))
        for made in [feeds.render(an_edition(article, bulletins=recorded, now=now))]
    ]
    assert dates == [[first], [first], [second, first], [second, first]]
    early = feeds.render(an_edition(article, bulletins=recorded, now=first - timedelta(days=9)))["podcast.xml"]
    assert parsedate_to_datetime(feedparser.parse(early).feed.updated) == first - timedelta(days=9)


def test_an_entry_is_called_by_its_news():
    """Title and text tell its stories and their leads, not who speaks; what is made up says so."""
    true = an_article("Phường dọn vệ sinh", illustrative=False)
    stories = (true, an_article(), an_article("Tổ hòa giải giữ yên con đường nhờ kiên trì đến từng nhà một"))
    slot = a_slot("2026-11-20")
    order = a_programme(*(story.slug for story in stories), slot=slot)
    edition = an_edition(*stories, bulletins=(Bulletin(order, an_episode(slot.name)),))
    [entry] = feedparser.parse(feeds.render(edition)["podcast.xml"]).entries
    assert entry.title == "Phường dọn vệ sinh; Con ngõ sạch mỗi sớm mai (chuyện minh họa) – 20/11/2026 | 16:30"
    assert entry.summary.splitlines()[0] == f"Phường dọn vệ sinh: {true.summary}"
    assert len(entry.summary.splitlines()) == 3
    assert "Lời xướng" not in entry.summary + entry.content[0].value


def test_a_mark_for_all_stands_once():
    """Where every story is made up, the title says it at its end."""
    stories = (an_article("Bài một"), an_article("Bài hai"))
    slot = a_slot("2026-11-20")
    order = a_programme("bai-mot", "bai-hai", slot=slot)
    edition = an_edition(*stories, bulletins=(Bulletin(order, an_episode(slot.name)),))
    [entry] = feedparser.parse(feeds.render(edition)["podcast.xml"]).entries
    assert entry.title == "Bài một; Bài hai (chuyện minh họa) – 20/11/2026 | 16:30"


def test_guid_of_the_namespace():
    """The example that the podcast namespace itself gives."""
    assert guid("https://mp3s.nashownotes.com/pc20rss.xml") == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    assert guid("podnews.net/rss") == guid("https://podnews.net/rss/")


def test_another_sound_has_another_address():
    """Players and caches keep what they know: GUID, title and date stay, and the entry says that the sound is new."""
    slot = a_slot("2026-11-20")
    first = Bulletin(a_programme(slot=slot), an_episode(slot.name))
    again = replace(first, earlier=("a" * 64,))
    told = [
        feedparser.parse(feeds.render(an_edition(bulletins=(one,)))["podcast.xml"]).entries[0] for one in (first, again)
    ]
    assert [{key: entry[key] for key in ("id", "title", "published", "link")} for entry in told[:1]] == [
        {key: entry[key] for key in ("id", "title", "published", "link")} for entry in told[1:]
    ]
    assert [entry.enclosures[0].href.rpartition("/")[2] for entry in told] == [
        f"{slot.name}.mp3",
        f"{slot.name}-00000000.mp3",
    ]
    assert ["thu lại" in entry.content[0].value for entry in told] == [False, True]
