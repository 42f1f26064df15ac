"""Recordings that may be heard: of what is to come, those that say the words of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped
from loaphuong.radio import on_air, studio

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.radio.episode import Episode
    from loaphuong.radio.newsroom import Newsroom
    from loaphuong.radio.programme import Programme


def says_today(newsroom: Newsroom, order: Programme, episode: Episode) -> bool:
    """Whether the recording of a coming slot says, and is called, what its order comes to by the words of today."""
    ward = newsroom.ward
    if on_air.fell_away(ward, order) or episode.title != on_air.title(ward, order):
        return False
    named = {(item.title, item.refs) for item in order.items}
    if any((chapter.title, chapter.refs) not in named for chapter in episode.chapters):
        return False
    try:
        return studio.says(episode, newsroom.read(order, machine=episode.synthetic))
    except (Stopped, KeyError, IndexError):  # a text of it is gone, or has fewer parts
        return False


def find_playable(newsroom: Newsroom, packages: Mapping[str, Episode]) -> dict[str, Episode]:
    """The packages that may be heard: of what is over, all; of what is to come, those that say the words of today."""
    ward, found = newsroom.ward, {}
    for order in ward.orders:
        episode = packages.get(order.slot.name)
        if episode and (order.slot.starts_at <= ward.now or says_today(newsroom, order, episode)):
            found[order.slot.name] = episode
    return found
