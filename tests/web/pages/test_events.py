"""The pages of events, and what of them stands on the home page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from loaphuong.content.events import EventKind, Recurrence
from loaphuong.web.pages import events
from tests.making import NOW, an_event
from tests.web.pages.reading import indexed
from tests.web.pages.ward import a_ward

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.web.edition import Edition

WASTE = an_event("rac", "Thu gom", kind=EventKind.WASTE, repeats=Recurrence.WEEKLY, illustrative=True)
SOON = an_event("soon", "Hội nghị", starts=NOW + timedelta(days=1), ends=NOW + timedelta(days=1, hours=1))
OVER = an_event("over", "Đã xong", starts=NOW - timedelta(days=30))


def ward(*found: events.Event) -> Edition:
    """A ward with these events."""
    edition = a_ward(2, pictures=False)
    return replace(edition, content=replace(edition.content, events=found))


def test_what_comes_stands_by_time(tmp_path: Path) -> None:
    """Each until it is over; of one that comes again the next times, at home only two."""
    index = indexed(ward(WASTE, SOON, OVER), tmp_path)
    coming = events.list_coming(index, 3)
    assert [(each["date"], each["title"]) for each in coming] == [
        ("22/11", "Hội nghị"),
        ("28/11", "Thu gom"),
        ("05/12", "Thu gom"),
        ("12/12", "Thu gom"),
    ]
    assert coming[0]["span"] == {"until": (SOON.starts + timedelta(hours=1)).isoformat()}
    assert coming[0]["time"] == "09:00–10:00"
    assert [each["title"] for each in events.list_for_home(index)] == ["Hội nghị", "Thu gom", "Thu gom"]


def test_what_is_over_is_told_so(tmp_path: Path) -> None:
    """From its end on, by the visitor's clock; one that goes on is never over."""
    index = indexed(ward(WASTE, SOON, OVER), tmp_path)
    told = {page.address: page.data for page in events.pages(index)}
    past = told["su-kien/"]["past"]
    assert [(each["title"], each["span"]["hidden"]) for each in past] == [("Hội nghị", True), ("Đã xong", False)]  # type: ignore[attr-defined, union-attr]
    assert told["su-kien/rac/"]["ended"] == {}
    assert told["su-kien/over/"]["ended"] == {"since": (OVER.starts + OVER.lasts).isoformat(), "hidden": False}
    assert told["su-kien/rac/"]["again"] == "Hằng tuần, Thứ Bảy"
    monthly = replace(SOON, repeats=Recurrence.MONTHLY, until=date(2026, 12, 31))
    assert events.tell_recurrence(index, monthly) == "Hằng tháng, ngày 22, đến hết 31/12/2026"


def test_without_events_there_is_no_page(tmp_path: Path) -> None:
    """And nothing leads to one."""
    assert list(events.pages(indexed(ward(), tmp_path))) == []
