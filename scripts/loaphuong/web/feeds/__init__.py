"""An edition → the bytes of its feeds: RSS, Atom, JSON Feed, podcast, OPML, and the cues and chapters they point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.web.feeds import feedgen_adapter, jsonfeed, news, opml, podcast, timed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.web.edition import Edition

NEWS = "feed.xml"
ATOM = "atom.xml"
JSON = "feed.json"
OPML = "opml.xml"


def render(edition: Edition) -> Mapping[str, bytes]:
    """Site-relative path → bytes. The same edition gives the same bytes; the clock is never read."""
    desk = news.Desk(edition)
    entries = desk.newest()
    found = {
        NEWS: feedgen_adapter.rss(desk.channel(NEWS), entries),
        ATOM: feedgen_adapter.atom(desk.channel(ATOM), entries, desk.withdrawn()),
        JSON: jsonfeed.render(desk.channel(JSON), entries),
        **{edition.podcast_of(show): podcast.render(edition, show) for show in edition.station.shows},
    }
    podcasts = [(edition.podcast_of(show), podcast.channel(edition, show)) for show in edition.station.shows]
    subscriptions = [(NEWS, desk.channel(NEWS)), *podcasts]
    for section in desk.sections():
        path = news.section_feed(section.slug)
        channel = desk.channel(path, section)
        found[path] = feedgen_adapter.rss(channel, desk.newest(section))
        subscriptions.append((path, channel))
    found[OPML] = opml.render(edition, subscriptions)
    found.update(timed.render(edition))
    return found
