"""The same news as JSON."""

from __future__ import annotations

import json

from loaphuong.web import feeds
from tests.making import (
    an_edition,
)


def test_json_feed():
    """JSON Feed 1.1 with the sound attached."""
    feed = json.loads(feeds.render(an_edition())["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["attachments"][0]["size_in_bytes"] == 5_760_000
    assert feed["items"][0]["date_published"] == "2026-11-14T09:00:00+07:00"
