"""The history of a long feed: whole months, chained, nothing lost between them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import feedparser
import pytest

from loaphuong.web import feeds
from loaphuong.web.edition import Bulletin
from loaphuong.web.feeds import podcast
from loaphuong.web.feeds.feed import NAMESPACES
from tests.making import NOW, a_programme, a_slot, an_article, an_edition, an_episode
from tests.web.feeds.reading import tree

# Three a week from November back to July: 70 of them.
ARTICLES = [an_article(f"Bài {n}", body="Câu.", published_at=NOW - timedelta(days=2 * n)) for n in range(70)]
MADE = feeds.render(an_edition(*ARTICLES))
SITE = "https://phuong.example/"


def walk(path: str) -> list[str]:
    """The paths of a chain, from the newest document to the oldest, as its links lead."""
    found = [path]
    while True:
        if path.endswith(".json"):
            url = json.loads(MADE[found[-1]]).get("next_url")
        else:
            links = feedparser.parse(MADE[found[-1]]).feed.links
            url = next((each.href for each in links if each.rel == "prev-archive"), None)
        if url is None:
            return found
        found.append(url.removeprefix(SITE))


def ids(path: str) -> list[str]:
    """The ids of a document's entries."""
    if path.endswith(".json"):
        return [item["id"] for item in json.loads(MADE[path])["items"]]
    read = feedparser.parse(MADE[path])
    assert not read.bozo
    return [entry.id for entry in read.entries]


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml", "feed.json", "chuyen-muc/guong-tot/feed.xml"])
def test_the_chain_holds_everything(path: str):
    """From the feed back, every article is in some document, and each document is one month, whole."""
    chain = walk(path)
    stem, _, ending = path.rpartition(".")
    assert chain == [path, *(f"{stem}-2026-{month:02}.{ending}" for month in (8, 7))]
    assert len(ids(path)) == 50
    assert {each for name in chain for each in ids(name)} == {f"{SITE}tin/{one.slug}/" for one in ARTICLES}
    assert ids(chain[2]) == [f"{SITE}tin/{one.slug}/" for one in ARTICLES if one.published_at.month == 7]


def test_a_document_says_what_it_is():
    """An archive, of which feed, and its neighbours; the feed itself and the list of feeds name no archive."""
    read = feedparser.parse(MADE["atom-2026-07.xml"]).feed
    assert {link.rel: link.href for link in read.links if "archive" in link.rel or link.rel == "current"} == {
        "current": f"{SITE}atom.xml",
        "next-archive": f"{SITE}atom-2026-08.xml",
    }
    archive = f"{{{NAMESPACES['fh']}}}archive"
    assert [tree(MADE[path]).find(f".//{archive}") is not None for path in ("atom.xml", "feed-2026-07.xml")] == [
        False,
        True,
    ]
    assert b"2026-07" not in MADE["opml.xml"]


def test_a_month_stays_as_it_is():
    """What is written or taken away in another month changes no byte of it."""
    fewer = feeds.render(an_edition(an_article("Bài mới", published_at=NOW), *ARTICLES[3:]))
    assert fewer["feed-2026-07.xml"] == MADE["feed-2026-07.xml"]


def test_a_short_feed_has_none():
    """Fifty articles need no second document."""
    assert not [path for path in feeds.render(an_edition(*ARTICLES[:50])) if "-2026-" in path and "feed" in path]


def test_the_podcast_has_a_history(monkeypatch: pytest.MonkeyPatch):
    """Older bulletins stay to be had."""
    monkeypatch.setattr(podcast, "LONGEST", 1)
    slots = [a_slot(day) for day in ("2026-11-20", "2026-10-20")]
    bulletins = tuple(Bulletin(a_programme(slot=slot), an_episode(slot.name)) for slot in slots)
    made = feeds.render(replace(an_edition(), bulletins=bulletins))
    assert [entry.link for entry in feedparser.parse(made["podcast-2026-10.xml"]).entries] == [
        f"{SITE}phat-thanh/2026-10-20-1630/"
    ]
