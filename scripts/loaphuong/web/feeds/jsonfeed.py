"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.web.feeds.feedgen_adapter import Channel, Entry

VERSION = "https://jsonfeed.org/version/1.1"


def render(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """The feed; keys without a value are left out."""
    feed: dict[str, object] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.site,
        "feed_url": channel.url,
        "description": channel.description,
        "icon": channel.icon,
        "language": channel.language,
        "authors": [{"name": channel.author}],
        "hubs": [{"type": "WebSub", "url": channel.hub}] if channel.hub else None,
        "items": [item(entry) for entry in entries],
    }
    return (json.dumps(present(feed), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def item(entry: Entry) -> dict[str, object]:
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
            "image": entry.image,
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
