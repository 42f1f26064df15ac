"""What joins the pages: every sound file by its address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from loaphuong.app.publish import DUTY, find_urgent, sounds
from loaphuong.content.articles import Priority
from loaphuong.radio.calendar import ends_at
from loaphuong.radio.holds import ByHand
from loaphuong.web.edition import Bulletin
from tests.making import NOW, a_content, a_media_file, a_programme, a_station, an_article, an_edition, an_episode
from tests.making import a_slot as slot_of

if TYPE_CHECKING:
    from loaphuong.radio.ward import Ward

SLUG = "con-ngo-sach"
ROOT = Path("phuong")


def test_articles_and_bulletins_are_heard_on_the_page() -> None:
    """An article's recording, a bulletin's for the page, and the one for the loudspeakers while it is on duty."""
    edition = an_edition(an_article("Con ngõ sạch"))
    assert sounds(ROOT, edition) == {
        f"audio/{SLUG}.mp3": ROOT / "x_web.mp3",
        "phat-thanh/2026-11-20-1630/2026-11-20-1630.mp3": ROOT / "x_web.mp3",
        "ban-truc/2026-11-20-1630.mp3": ROOT / "audio/packages/2026-11-24-1630/x.mp3",
        "nghe-lai/moi-nhat.mp3": ROOT / "x_web.mp3",
    }


@pytest.mark.parametrize(("later", "offered"), [(timedelta(0), True), (timedelta(seconds=1), False)])
def test_what_was_on_air_long_ago_is_not_for_the_loudspeakers(later: timedelta, offered: bool) -> None:
    """The desk offers it until its time on duty is over; the page keeps it."""
    slot = slot_of("2026-11-20")
    edition = replace(an_edition(an_article("Con ngõ sạch")), now=slot.starts_at + DUTY + later)
    found = sounds(ROOT, edition)
    assert ("ban-truc/2026-11-20-1630.mp3" in found) is offered
    assert "phat-thanh/2026-11-20-1630/2026-11-20-1630.mp3" in found


@pytest.mark.parametrize(
    ("files", "heard"),
    [
        ((), []),
        ((("loa", a_media_file()),), ["ban-truc"]),
        ((("web", a_media_file("x_web.mp3", "web")),), ["phat-thanh", "nghe-lai"]),
    ],
    ids=["nothing", "loudspeakers", "page"],
)
def test_what_was_not_made_is_not_linked(files: tuple[tuple[str, object], ...], heard: list[str]) -> None:
    """A package without one of its files gives the other alone."""
    slot = slot_of("2026-11-24")
    bulletin = Bulletin(a_programme(SLUG, slot=slot), an_episode(slot.name, files=files))
    edition = replace(an_edition(an_article("Con ngõ sạch")), bulletins=(bulletin,), recordings={}, now=NOW)
    assert [address.split("/")[0] for address in sounds(ROOT, edition)] == heard


@pytest.mark.parametrize(
    ("changes", "inserted", "until"),
    [
        ({}, False, None),
        ({"priority": Priority.URGENT, "published_at": NOW - timedelta(hours=1)}, False, NOW + timedelta(hours=23)),
        ({"priority": Priority.URGENT, "published_at": NOW - timedelta(days=2)}, False, None),
        ({}, True, ends_at(a_station(), slot_of("2026-11-27")) + DUTY),
        ({"expires": date(2026, 11, 26)}, True, datetime(2026, 11, 27, tzinfo=NOW.tzinfo)),
    ],
    ids=["ordinary", "urgent by itself", "over", "inserted", "inserted, with an end"],
)
def test_what_is_urgent_stands_above_every_page(
    changes: dict[str, Any], inserted: bool, until: datetime | None
) -> None:
    """An urgent article for a day, one put into a slot for a day after it; to their last day where they have one."""
    article = an_article("Con ngõ sạch", **changes)
    decided = ByHand(inserted=(article.slug,))
    decisions = SimpleNamespace(by_hand={"2026-11-27-1630": decided} if inserted else {})
    ward = cast("Ward", SimpleNamespace(station=a_station(), decisions=decisions, now=NOW))
    assert [each.until for each in find_urgent(ward, a_content(article))] == ([until] if until else [])
