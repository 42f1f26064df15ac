"""An edition → the bytes of its feeds: RSS, Atom, JSON Feed, podcast, OPML, and the cues and chapters they point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.web.feeds import history, jsonfeed, news, opml, podcast, timed, xml_writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaphuong.web.edition import Edition
    from loaphuong.web.feeds.feed import Feed

NEWS = "feed.xml"
ATOM = "atom.xml"
JSON = "feed.json"
OPML = "opml.xml"


def render(edition: Edition) -> Mapping[str, bytes]:
    """Site-relative path → bytes. The same edition gives the same bytes; the clock is never read."""
    made = news.NewsFeeds(edition)
    in_rss = {NEWS: made.feed(NEWS)}
    in_rss |= {edition.podcast_of(show): podcast.feed(edition, show) for show in edition.station.shows}
    by_section = {news.section_feed(section.slug): section for section in made.sections()}
    in_rss |= {path: made.feed(path, section) for path, section in by_section.items()}
    longest = {edition.podcast_of(show): podcast.LONGEST for show in edition.station.shows}
    written: list[tuple[str, Feed, Callable[[Feed], bytes]]] = [
        *((path, feed, xml_writer.rss) for path, feed in in_rss.items()),
        (ATOM, made.feed(ATOM), xml_writer.atom),
        (JSON, made.feed(JSON), jsonfeed.render),
    ]
    return {
        **{
            name: write(document)
            for path, feed, write in written
            for name, document in history.split(path, feed, longest.get(path, news.LONGEST))
        },
        OPML: opml.render(edition, tuple(in_rss.values())),
        **timed.render(edition),
    }
