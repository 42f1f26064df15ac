"""A page that nobody built again says nothing false: a month ahead, by the hour around each slot.

Each page is opened once; its clock is moved, its timers run, and what it shows is held against the moment.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.web.pages import codes, home
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.pictures import Pictures
from tests.browser import ward
from tests.making import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

DAYS = 30
AROUND = (-90, -1, 1, 20, 75)  # minutes from a slot
# What a visible element may not say; each finding is a text, none is none.
LIARS = """now => {
  const shown = e => e.getClientRects().length > 0;
  const time = v => Date.parse(v);
  const found = [];
  const say = (what, e) => found.push(`${what}: ${e.textContent.trim().slice(0, 80)}`);
  document.querySelectorAll("[data-since], [data-until]").forEach(e => {
    const due = !(now < time(e.dataset.since || 0)) && !(now >= time(e.dataset.until || "2999-01-01"));
    if (e.hidden === due) say("not in its time", e);
  });
  document.querySelectorAll("[data-next] time[datetime]").forEach(e => {
    if (now > time(e.getAttribute("datetime")) + 3600000) say("next is past", e);
  });
  const slots = Object.fromEntries(JSON.parse((document.querySelector("[data-times]") || { textContent: '{"slots":[]}' })
    .textContent).slots.map(e => [e.name, e]));
  document.querySelectorAll("[data-slot-name]").forEach(e => {
    const slot = slots[e.dataset.slotName];
    if (shown(e) && slot && now >= time(slot.ends)) say("coming is past", e);
  });
  document.querySelectorAll(".loa-countdown").forEach(e => {
    if (shown(e) && /còn -|NaN/.test(e.textContent)) say("countdown", e);
  });
  document.querySelectorAll(".loa-fresh").forEach(e => {
    const at = e.parentElement.querySelector("time");
    if (shown(e) && at && now - time(at.getAttribute("datetime")) > 3 * 86400000) say("new is old", e);
  });
  document.querySelectorAll("[aria-labelledby=sap-phat] .loa-card, [data-coming] li").forEach(e => {
    if (shown(e) && now >= time(e.dataset.until)) say("coming list is past", e);
  });
  return found;
}"""


def moments() -> Iterator[datetime]:
    """Every morning, and the hours around each slot that the page knows."""
    site = edition()
    yield from (NOW + timedelta(days=day) for day in range(DAYS + 1))
    for slot in site.upcoming:
        if slot.starts_at < NOW + timedelta(days=DAYS):
            yield from (slot.starts_at + timedelta(minutes=minutes) for minutes in AROUND)


def edition() -> ward.Edition:
    """What the site was built of, without its sound."""
    return ward.edition(ward.ROOT / "audio/jingles/nhac-cat.wav")


def travel(page: Page, at: datetime) -> list[str]:
    """What is false on a page at a moment."""
    page.clock.set_system_time(at.isoformat())
    page.clock.run_for(20_100)
    return [f"{at:%d/%m %H:%M} {found}" for found in page.evaluate(LIARS, at.timestamp() * 1000)]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "phat-thanh/",
        "nghe-lai/",
        "lich-phat/",
        "ban-truc/",
        "su-kien/",
        "su-kien/ngay-hoi/",
        "tin/thong-bao-cua-uy-ban-nhan-dan-phuong-ve-ve-sinh/",
    ],
)
def test_nothing_false_for_a_month(visit: Callable[..., Page], path: str) -> None:
    """Next, coming, new, over, urgent: whatever the day, as far as the page was told of it."""
    page = visit(path, at=NOW.isoformat())
    page.wait_for_function("window.loa && document.readyState === 'complete'")
    page.wait_for_timeout(100)
    assert [found for at in sorted(moments()) for found in travel(page, at)] == []


def test_home_shows_the_day_it_is(visit: Callable[..., Page], tmp_path: Path) -> None:
    """The rule of the day, the month's topic and the bulletin on air last, as a build of that day would show them."""
    site = edition()
    index = SiteIndex(site, Pictures(tmp_path, tmp_path, {}))
    rules, bulletins = codes.of_the_days(index), home.list_latest(index)
    page = visit("", at=NOW.isoformat())
    page.locator("[data-rule]").wait_for()
    page.wait_for_timeout(100)
    for day in range(DAYS):
        at = NOW + timedelta(days=day)
        travel(page, at)
        assert page.locator(".loa-today__text").inner_text() == rules[day % len(rules)]["title"]
        aired = [each["card"]["title"] for each in bulletins if datetime.fromisoformat(each["card"]["iso"]) <= at]
        assert page.locator(".loa-player:visible strong").inner_text() == (aired or [bulletins[0]["card"]["title"]])[-1]
        labels = page.locator(".loa-topic:visible h2").all_inner_texts()
        assert labels == ([f"Chuyên đề tháng {at.month}/{at.year}"] if at.date() < date(2026, 12, 1) else [])


def test_without_a_script_nothing_depends_on_the_day(visit: Callable[..., Page]) -> None:
    """Nothing is called new or today's; what was known is said as of its day."""
    page = visit("", javascript=False)
    words = page.locator("main").inner_text()
    assert "tính đến" in words
    assert page.locator(".loa-fresh:visible").count() == 0
    assert "Chuyên đề tháng 11/2026" in words
