"""Organisations have their days: what is no more is named as such, and not addressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loaphuong.report.document import list_recipients
from loaphuong.station.organisations import Organisation, find_ended
from loaphuong.station.validity import list_ended
from tests.making import NOW, a_station

ENDED = Organisation("UBND Quận", until=date(2025, 7, 1), note="không còn cấp quận")
LATER = Organisation("Lưu VT", until=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("name", "on", "found"),
    [
        ("UBND Quận", date(2025, 7, 1), True),
        ("ubnd quận", date(2026, 1, 1), True),
        ("UBND Quận", date(2025, 6, 30), False),
        ("UBND Quận Một", date(2026, 1, 1), False),
        (None, date(2026, 1, 1), False),
    ],
)
def test_an_organisation_ends_on_its_day(name: str | None, on: date, found: bool) -> None:
    """By its whole name, capitals aside; before that day it is."""
    assert (find_ended([ENDED], name, on) is ENDED) is found


def test_reports_are_not_addressed_to_it() -> None:
    """The others stay, in their order."""
    station = a_station(organisations=(ENDED, LATER))
    assert list_recipients(station, NOW) == ("Lưu VT",)


def test_what_the_station_still_names_is_told() -> None:
    """Its city, its authority, the title it signs by: a warning at the line, no hindrance."""
    city = Organisation("Thành phố Hà Nội", until=date(2026, 11, 1))
    station = replace(a_station(), organisations=(city,))
    [found] = list_ended(station, NOW.date())
    assert (found.id, found.warning) == ("organisation-ended", True)
    assert list(list_ended(station, date(2026, 10, 31))) == []
