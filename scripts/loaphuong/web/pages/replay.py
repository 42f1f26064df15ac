"""nghe-lai/: the bulletins of the last week on one short page, to hear and to read, for who comes by a QR code.

The newest sound also lies at an address of its own that never changes, for telephones and other systems.
"""

from __future__ import annotations

from datetime import timedelta
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.web import landmarks
from loaphuong.web.pages import embed
from loaphuong.web.pages.bulletins import list_aired, list_coming, name, player_of
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.radio.episode import Episode
    from loaphuong.web.edition import Bulletin
    from loaphuong.web.pages.index import SiteIndex
    from loaphuong.web.pages.views import ReplayEntry, ReplayPage, Span

WEEK = timedelta(days=7)


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The page: what was on air, then what is recorded already, each in its time; the newest first."""
    show = index.edition.station.main
    aired = list_aired(index, show)
    week = [each for each in aired if index.edition.now - each.programme.slot.starts_at < WEEK]
    # A holiday is no reason to be empty: the last one always stands there; before any, the first to come.
    found = [*reversed(list_coming(index, show)), *(week or aired[:1])]
    data: ReplayPage = {
        "kind": "replay",
        "active": addresses.BULLETINS,
        "shared": True,
        "bulletins": [entry(index, each) for each in found if each.episode and not each.held],
        "newest": addresses.absolute(index.edition.station.ward.site_url, addresses.NEWEST_AUDIO)
        if index.edition.latest
        else "",
        "code": addresses.REPLAY_CODE,
        "url": addresses.absolute(index.edition.station.ward.site_url, addresses.REPLAY),
        "frame": embed.frame(index),
    }
    yield PublishedPage.of(landmarks.replay(index.edition), "replay.html", data)


def entry(index: SiteIndex, bulletin: Bulletin) -> ReplayEntry:
    """A bulletin with its sound and its words; it stays for a week, and the last one until another comes."""
    starts = bulletin.programme.slot.starts_at
    later = [
        each.programme.slot.starts_at
        for each in list_coming(index, index.edition.station.main)
        if each.episode and each.programme.slot.starts_at > starts
    ]
    span: Span = {}
    if bulletin is not index.edition.latest:
        span = {"hidden": starts > index.edition.now, "since": starts.isoformat()}
    if later:
        span["until"] = max(starts + WEEK, later[0]).isoformat()
    return {
        "title": name(index, bulletin),
        "url": addresses.bulletin(bulletin.programme.slot.name),
        "audio": player_of(index, bulletin),
        "span": span,
        "words": words(bulletin.episode) if bulletin.episode else "",
    }


def words(episode: Episode) -> str:
    """What is said, a paragraph an item."""
    spoken = groupby(episode.cues, key=lambda cue: cue.item)
    texts = (" ".join(cue.written.strip() for cue in cues) for _, cues in spoken)
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)
