"""What station.toml still names although it is no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import day
from loaphuong.station.organisations import find_ended

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from loaphuong.core.problems import Problem
    from loaphuong.station.nouns import Station


def list_ended(station: Station, on: date) -> Iterator[Problem]:
    """What the station is said to belong to, or to be signed as, that is no more on a day."""
    named = {
        "phuong.authority": station.ward.authority,
        "phuong.parent": station.ward.parent,
        "bao_cao.signer_title": station.reporting.signer_title,
    }
    for key, name in named.items():
        if (found := find_ended(station.organisations, name, on)) and found.until:
            where = station.at(key)
            yield problem("organisation-ended", where, name=name, day=day(found.until), key=key.partition(".")[2])
