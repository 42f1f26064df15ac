"""An edition → the bytes of its feeds: RSS, Atom, JSON Feed, podcast, OPML, and the cues and chapters they point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.web.feeds import jsonfeed, news, opml, podcast, timed, xml_writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.web.edition import Edition

NEWS = "feed.xml"
ATOM = "atom.xml"
JSON = "feed.json"
OPML = "opml.xml"


def render(edition: Edition) -> Mapping[str, bytes]:
    """Site-relative path → bytes. The same edition gives the same bytes; the clock is never read."""
    made = news.NewsFeeds(edition)
    podcasts = {edition.podcast_of(show): podcast.feed(edition, show) for show in edition.station.shows}
    in_rss = {NEWS: made.feed(NEWS), **podcasts}
    for section in made.sections():
        path = news.section_feed(section.slug)
        in_rss[path] = made.feed(path, section)
    return {
        **{path: xml_writer.rss(feed) for path, feed in in_rss.items()},
        ATOM: xml_writer.atom(made.feed(ATOM)),
        JSON: jsonfeed.render(made.feed(JSON)),
        OPML: opml.render(edition, tuple(in_rss.values())),
        **timed.render(edition),
    }
