"""A long feed as documents that do not change (RFC 5005): the newest entries, and whole months before them.

A month keeps its entries whatever is written or withdrawn in another, so that who has read it need not read it again.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.web.feeds.feed import Feed, FeedEntry


def split(path: str, feed: Feed, most: int) -> Iterator[tuple[str, Feed]]:
    """A feed of everything → (path, feed): the one to subscribe to with its `most` newest, then months, newest first.

    A month is there as soon as one of its entries stands in no other document, and then is whole.
    """
    oldest = feed.entries[most:][:1]
    months = [
        (path_of(path, month), list(entries))
        for month, entries in groupby(feed.entries, month_of)
        if oldest and month <= month_of(oldest[0])
    ]
    # What all months have: the address of each of them begins like the feed's own.
    place = feed.url.removesuffix(path)
    chain = [path, *(name for name, _ in months)]
    older = {newer: f"{place}{name}" for newer, name in pairwise(chain)}
    newer = {name: f"{place}{other}" for other, name in pairwise(chain[1:])}
    yield path, replace(feed, entries=feed.entries[:most], older=older.get(path))
    for name, entries in months:
        yield (
            name,
            replace(
                feed,
                url=f"{place}{name}",
                entries=tuple(entries),
                updated=max(entry.updated for entry in entries),
                withdrawn=(),
                hub=None,
                older=older.get(name),
                newer=newer.get(name),
                current=feed.url,
            ),
        )


def month_of(entry: FeedEntry) -> str:
    """2026-11"""
    return f"{entry.published:%Y-%m}"


def path_of(path: str, month: str) -> str:
    """feed.xml → feed-2026-11.xml"""
    stem, _, ending = path.rpartition(".")
    return f"{stem}-{month}.{ending}"
