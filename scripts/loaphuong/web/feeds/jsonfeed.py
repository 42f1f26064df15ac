"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaphuong.web.feeds.feed import Feed, FeedEntry

VERSION = "https://jsonfeed.org/version/1.1"


def render(feed: Feed) -> bytes:
    """The feed; keys without a value are left out."""
    shown: dict[str, object] = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.site,
        "feed_url": feed.url,
        "next_url": feed.older,
        "description": feed.description,
        "icon": feed.icon,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else None,
        "items": [item(entry) for entry in feed.entries],
    }
    return (json.dumps(present(shown), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def item(entry: FeedEntry) -> dict[str, object]:
    """One entry."""
    sound = entry.sound
    attachment = sound and {
        "url": sound.url,
        "mime_type": sound.type,
        "size_in_bytes": sound.bytes,
        "duration_in_seconds": sound.seconds,
    }
    return present(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.html,
            "image": entry.image and entry.image.url,
            "date_published": entry.published.isoformat(timespec="seconds"),
            "date_modified": entry.updated.isoformat(timespec="seconds"),
            "authors": [{"name": entry.author}],
            "tags": [label for _, label in entry.categories],
            "attachments": [attachment] if attachment else None,
        }
    )


def present(values: dict[str, object]) -> dict[str, object]:
    """What has a value."""
    return {key: value for key, value in values.items() if value not in (None, "")}
