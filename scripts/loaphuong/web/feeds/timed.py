"""The words of a recording with their times: WebVTT for captions, JSON for chapters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.radio import webvtt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaphuong.radio.episode import Episode
    from loaphuong.web.edition import Edition


def recordings(edition: Edition) -> Iterator[tuple[str, Episode]]:
    """The address of each sound file of the site, and its recording; the desk plays those that are not yet on air."""
    for bulletin in edition.bulletins:
        if bulletin.episode and not bulletin.held:
            yield bulletin.audio, bulletin.episode
    for slug, episode in sorted(edition.recordings.items()):
        yield addresses.article_audio(slug), episode


def render(edition: Edition) -> Mapping[str, bytes]:
    """Cues and chapters beside every sound file."""
    site_url = edition.station.ward.site_url
    pages = {article.slug: addresses.article(article.slug) for article in edition.content.articles}
    links = {slug: addresses.absolute(site_url, address) for slug, address in pages.items()}
    found: dict[str, bytes] = {}
    for audio, episode in recordings(edition):
        found[addresses.cues(audio)] = webvtt.render(episode.cues).encode()
        if episode.chapters:
            found[addresses.chapters(audio)] = chapters(episode, links)
    return found


def chapters(episode: Episode, links: Mapping[str, str]) -> bytes:
    """Podcast chapters, version 1.2; an article's chapter links to its page."""
    listed = []
    for chapter in episode.chapters:
        shown: dict[str, object] = {"startTime": chapter.start_ms / 1000, "title": chapter.title}
        url = next((links[ref] for ref in chapter.refs if ref in links), None)
        listed.append(shown | ({"url": url} if url else {}))
    return (json.dumps({"version": "1.2.0", "chapters": listed}, ensure_ascii=False, indent=1) + "\n").encode()
