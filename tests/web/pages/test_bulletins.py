"""The desk and the schedule: what is on air stands there until it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.web.edition import Bulletin
from tests.making import a_programme, a_slot, an_article, an_edition, an_episode
from tests.web.pages.test_write import meta, published

if TYPE_CHECKING:
    from pathlib import Path

SLOT = a_slot("2026-11-24")
NEXT = a_slot("2026-11-27")


def shown(page: str, since_start: timedelta, root: Path) -> dict[str, Any]:
    """What a page shows so long after SLOT began; SLOT and NEXT are recorded."""
    article = an_article()
    edition = an_edition(article)
    bulletins = tuple(Bulletin(a_programme(article.slug, slot=slot), an_episode(slot.name)) for slot in (SLOT, NEXT))
    edition = replace(edition, now=SLOT.starts_at + since_start, bulletins=bulletins, upcoming=(SLOT, NEXT))
    found = meta(published(edition, root)[f"{page}/index.md"])["loa"]
    assert isinstance(found, dict)
    return found


ON_AIR = [(-60, [SLOT, NEXT]), (0, [SLOT, NEXT]), (6, [SLOT, NEXT]), (60, [NEXT])]


@pytest.mark.parametrize(("minutes", "slots"), ON_AIR)
def test_a_bulletin_stays_on_the_desk_while_it_is_heard(minutes: int, slots: list[Any], tmp_path: Path) -> None:
    """Before it begins and while it lasts, not an hour later; the schedule says the same."""
    desk = shown("ban-truc", timedelta(minutes=minutes), tmp_path)
    assert [each["name"] for each in desk["slots"]] == [slot.name for slot in slots]
    schedule = shown("lich-phat", timedelta(minutes=minutes), tmp_path)
    assert [each["name"] for each in schedule["coming"]] == [slot.name for slot in slots]


def test_a_slot_ends_after_its_bulletin(tmp_path: Path) -> None:
    """Not before the longest bulletin is over, and within the session."""
    edition = an_edition()
    first = shown("ban-truc", timedelta(0), tmp_path)["slots"][0]
    lasts = (datetime.fromisoformat(first["ends"]) - SLOT.starts_at).total_seconds()
    assert edition.station.main.bounds.maximum_seconds <= lasts <= edition.station.calendar.session_max_seconds
