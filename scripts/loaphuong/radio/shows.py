"""What the shows of station.toml name must be there: genres that articles can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.genres import Genre
from loaphuong.core.forms import closest
from loaphuong.core.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.core.problems import Problem
    from loaphuong.station.nouns import Station


def check(station: Station) -> Iterator[Problem]:
    """Each genre that no article can have, at the line that names it."""
    labels = {genre.value: genre.label for genre in Genre}
    for show in station.shows:
        named = [("genres", genre) for genre in show.planning.genres]
        named += [("wants", genre) for genre, _ in show.planning.wants]
        for key, genre in named:
            if genre not in labels:
                nearest = closest(genre, labels) or ", ".join(labels)
                yield problem("show-genre", show.at(f"len_chuong_trinh.{key}"), genre=genre, known=nearest)
