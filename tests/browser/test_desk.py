"""The desk tells the truth: driven by a clock of its own through every state that a slot can be in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser import ward
from tests.browser.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

DESK = "ban-truc/"
DUE = "2026-11-24T16:30:00+07:00"
BEFORE = "2026-11-24T16:00:00+07:00"
HEADLINE = "[data-desk-slot]:not([hidden]) [data-desk-state]"
SOUND = "document.querySelector('[data-desk-slot]:not([hidden]) audio')"
PLAY = ".loa-desk__play:visible"


def headline(page: Page) -> str:
    """What the desk says of the slot it shows."""
    return page.locator(HEADLINE).inner_text()


def said(page: Page) -> str:
    """Everything that is told of the slot it shows."""
    return page.locator("[data-desk-slot]:visible").inner_text()


def heading(page: Page) -> str:
    """The day of the slot it shows."""
    return " · ".join(page.locator("[data-desk-slot]:visible h2").inner_text().split("\n"))


def shows(page: Page, state: str) -> None:
    """Wait for a state of the slot it shows."""
    until(page, f"document.querySelector('{HEADLINE}')?.dataset.deskState === '{state}'")


def go(page: Page, at: str) -> None:
    """Let the page's clock be as late as this, and its timers run once."""
    page.clock.set_system_time(at)
    page.clock.run_for(1100)


def desk(visit: Callable[..., Page], at: str, **options: Any) -> Page:
    """The desk opened at a time."""
    page = visit(DESK, at=at, **options)
    page.locator("[data-desk-log]").wait_for(state="attached")
    return page


def test_desk(visit: Callable[..., Page], size: str):
    """The desk shows the next bulletin; its big button, the space bar and the arrows drive it."""
    page = desk(visit, BEFORE, size=size)
    page.locator(PLAY).wait_for()
    assert page.locator("[data-desk-slot]:visible").count() == 1
    page.locator(PLAY).click()
    until(page, f"!{SOUND}.paused")
    expect(page.locator(PLAY)).to_have_text("Tạm dừng")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    until(page, f"{SOUND}.currentTime >= 5")
    page.keyboard.press("ArrowDown")
    until(page, f"{SOUND}.currentTime >= 6")
    page.locator("[data-desk-slot]:visible .loa-cue[aria-current]").wait_for()
    page.keyboard.press(" ")
    until(page, f"{SOUND}.paused")
    page.keyboard.press("Home")
    until(page, f"{SOUND}.currentTime === 0")
    page.locator(".loa-desk__slots button").last.click()
    assert page.locator("[data-desk-slot]:visible").count() == 1


def test_a_week_of_a_page_left_open(visit: Callable[..., Page]):
    """It goes from slot to slot by itself, of both shows, past what falls away, and at the end offers nothing."""
    page = desk(visit, "2026-11-21T09:00:00+07:00")
    seen = []
    for at in (
        *("2026-11-24T16:20:00", "2026-11-24T16:31:20", "2026-11-24T16:50:00", "2026-11-25T06:50:00"),
        *("2026-11-27T16:50:00", "2026-12-01T16:31:00", "2026-12-01T16:50:00", "2026-12-02T17:20:00"),
        *("2026-12-15T16:31:00", "2026-12-15T17:00:00"),
    ):
        go(page, f"{at}+07:00")
        seen.append((heading(page), page.locator(HEADLINE).get_attribute("data-desk-state")))
    assert seen == [
        ("Thứ Ba, 24/11/2026 · 16:30 · Nếp sống đẹp phường ta", "waiting"),
        ("Thứ Ba, 24/11/2026 · 16:30 · Nếp sống đẹp phường ta", "late"),
        ("Thứ Tư, 25/11/2026 · 06:30 · Thông báo hằng ngày", "waiting"),
        ("Thứ Sáu, 27/11/2026 · 16:30 · Nếp sống đẹp phường ta", "waiting"),
        ("Thứ Ba, 01/12/2026 · 16:30 · Nếp sống đẹp phường ta", "held"),
        ("Thứ Ba, 01/12/2026 · 16:30 · Nếp sống đẹp phường ta", "held"),
        ("Thứ Tư, 02/12/2026 · 17:00 · Nếp sống đẹp phường ta", "waiting"),
        ("Thứ Ba, 08/12/2026 · 16:30 · Nếp sống đẹp phường ta", "missing"),
        ("Thứ Ba, 15/12/2026 · 16:30 · Nếp sống đẹp phường ta", "closed"),
        ("Thứ Sáu, 18/12/2026 · 16:30 · Nếp sống đẹp phường ta", "missing"),
    ]
    go(page, "2026-12-18T17:00:00+07:00")
    assert page.locator("[data-desk-slot]:visible").count() == 0
    assert page.locator(PLAY).count() == 0
    assert "Hết các buổi đã biết" in page.locator(".loa-desk__none:visible").inner_text()


def test_on_air_only_while_it_sounds(visit: Callable[..., Page]):
    """Due and silent is late; pressed it is on air; paused it is not; muted it is told; long before, a rehearsal."""
    page = desk(visit, BEFORE)
    assert headline(page) == "còn 30 phút"
    page.locator(PLAY).click()
    shows(page, "trial")
    page.locator(PLAY).click()
    page.evaluate(f"{SOUND}.currentTime = 0")
    go(page, "2026-11-24T16:31:20+07:00")
    assert headline(page).startswith("Đến giờ mà chưa phát: trễ 1:")
    assert not page.locator(".loa-on-air").count()
    page.locator(PLAY).click()
    shows(page, "on-air")
    assert headline(page) == "đang phát"
    page.evaluate(f"{SOUND}.muted = true")
    shows(page, "muted")
    page.evaluate(f"{SOUND}.muted = false")
    shows(page, "on-air")
    page.locator(PLAY).click()
    until(page, f"document.querySelector('{HEADLINE}').textContent !== 'đang phát'")


WRONG = {
    "2026-12-01T16:00:00": ["Hoãn, không phát buổi này", "Sửa loa"],
    "2026-12-02T16:30:00": ["còn 30 phút", "Dời từ 16:30 Thứ Sáu, 04/12/2026"],
    "2026-12-08T16:00:00": ["Chưa thu bản tin này", "loa record 2026-12-08-1630"],
    "2026-12-11T16:00:00": ["Không phát được tệp này", "tải lại trang", "audio/packages/2026-12-11-1630"],
    "2026-12-15T16:00:00": ["Buổi này không phát", "Sửa đường dây"],
}


def test_what_is_wrong_is_said_with_its_cure(visit: Callable[..., Page]):
    """Held, moved, not recorded, its file gone, cancelled; a button only where there is a file to try."""
    page = desk(visit, "2026-11-30T16:00:00+07:00")
    page.route("**/ban-truc/2026-12-11-1630.mp3", lambda route: route.fulfill(status=404, body="none"))
    for at, told in WRONG.items():
        go(page, f"{at}+07:00")
        for words in told:
            page.locator("[data-desk-slot]:visible", has_text=words).wait_for()
        assert page.locator(PLAY).count() == ("còn" in told[0] or "tệp" in told[0]), at


def test_what_ends_unheard_and_who_speaks_for_whom_is_said(visit: Callable[..., Page]):
    """Before it is aired, and as long as something can be done."""
    page = desk(visit, BEFORE)
    assert "đọc thay “Giọng một” 3 câu" in said(page)
    box = page.locator("[data-desk-expiring]")
    named = box.locator("li:visible")
    assert ["25/11/2026" in line for line in named.all_inner_texts()] == [True, False]
    assert "loa insert" in named.first.inner_text()
    go(page, "2026-11-26T00:00:00+07:00")
    assert ["27/11/2026" in line for line in named.all_inner_texts()] == [True]
    go(page, "2026-11-28T00:00:00+07:00")
    assert not box.is_visible()


def test_a_file_that_is_not_the_one_checked_is_told(visit: Callable[..., Page], address: str, site: Path):
    """Within the hour before it is due, byte for byte."""
    page = visit("about:blank", at=BEFORE)
    other = (site / DESK / "2026-11-24-1630.mp3").read_bytes()[:-500]
    page.route("**/ban-truc/2026-11-24-1630.mp3", lambda route: route.fulfill(body=other, content_type="audio/mpeg"))
    page.goto(f"{address}{DESK}")
    page.locator(".loa-desk__cure", has_text="không phải tệp đã kiểm tra").wait_for()


def test_a_slot_that_was_put_off_since_is_not_offered(visit: Callable[..., Page]):
    """The page asks for the schedule every minute: a hold holds at once, and the page says that it is older."""
    page = desk(visit, BEFORE)
    assert page.locator(PLAY).count() == 1
    page.route("**/lich-phat.json", put_off)
    page.clock.run_for(61_000)
    shows(page, "held")
    assert "Mưa to" in said(page)
    assert page.locator(PLAY).count() == 0
    warning = page.locator(".loa-desk__stale")
    assert "cũ hơn lịch" in warning.inner_text()
    assert warning.get_by_role("button", name="Tải lại trang").is_visible()


def put_off(route: Any) -> None:
    """The served schedule, with the first slot on hold."""
    answer = route.fetch()
    times = answer.json()
    times["slots"][0] |= {"state": "held", "why": "Mưa to"}
    route.fulfill(response=answer, body=json.dumps(times))


def test_a_page_that_hears_of_nothing_newer_says_how_old_it_is(visit: Callable[..., Page], site: Path):
    """From a stick, or without a network: two days after it was made, not before."""
    file = (site / DESK / "index.html").as_uri()
    page = visit(file, at=BEFORE)
    page.locator(".loa-desk__stale", has_text="Trang này làm lúc").wait_for()
    page = visit(file, at="2026-11-22T09:00:00+07:00")
    page.locator(PLAY).wait_for()
    assert not page.locator(".loa-desk__stale").is_visible()
    page.locator(PLAY).click()
    page.locator("[data-desk-slot]:visible .loa-cue[aria-current]").wait_for()


def test_what_was_played_is_noted_and_gone_on_with(visit: Callable[..., Page]):
    """Broken off and loaded again, the desk offers the item it broke off in; its record becomes a file."""
    page = desk(visit, DUE)
    page.locator(PLAY).click()
    page.evaluate(f"{SOUND}.currentTime = 10")
    until(page, f"{SOUND}.currentTime >= 13")
    page.locator(PLAY).click()
    shows(page, "cut")
    page.reload()
    shows(page, "cut")
    assert "Dừng ở 0:1" in said(page)
    assert page.locator(PLAY).inner_text() == "Phát lại từ đầu"
    page.locator(".loa-desk__resume:visible", has_text="Phát tiếp từ mục 2: Bản tin tới (0:08)").click()
    until(page, f"{SOUND}.currentTime >= 8.2 && !{SOUND}.paused")
    page.evaluate(f"{SOUND}.currentTime = 23")
    until(page, f"{SOUND}.ended")
    shows(page, "done")
    assert page.locator(".loa-desk__resume:visible").count() == 0
    with page.expect_download() as saved:
        page.locator("[data-desk-log] a").click()
    told = json.loads(saved.value.path().read_text())
    assert told["kind"] == "loa-phuong/as-played"
    assert [each["slot"] for each in told["plays"]] == ["2026-11-24-1630"] * len(told["plays"])
    assert told["plays"][0]["began"].startswith("2026-11-24T09:30")
    assert told["plays"][-1]["to"] >= 22.5
    assert told["plays"][-1]["seconds"] == ward.SECONDS
    assert len(told["plays"][-1]["sha256"]) == 64


def test_a_rehearsal_is_no_broadcast(visit: Callable[..., Page]):
    """What is listened to half an hour before is not in the record."""
    page = desk(visit, BEFORE)
    page.locator(PLAY).click()
    until(page, f"{SOUND}.currentTime > 0.5")
    page.locator(PLAY).click()
    assert page.evaluate("localStorage.getItem('loa:played')") is None


def test_sound_check(visit: Callable[..., Page]):
    """A tone, on the left, on the right, with its level; none while a bulletin plays."""
    page = desk(visit, BEFORE)
    box = page.locator("section", has_text="Thử loa trước giờ phát").last
    for name in ("Tiếng thử", "Bên trái", "Bên phải"):
        box.get_by_role("button", name=name).click()
        page.clock.run_for(300)
        box.locator("output", has_text="−13 dB").wait_for()
    page.locator(PLAY).click()
    until(page, f"!{SOUND}.paused")
    box.get_by_role("button", name="Tiếng thử").click()
    assert "không thử loa lúc này" in box.inner_text()


NEXT = [
    ("2026-11-22T13:30:00", "16:30 Thứ Ba, 24/11/2026", "còn 2 ngày 3 giờ", ""),
    ("2026-11-24T16:35:00", "16:30 Thứ Ba, 24/11/2026", "theo lịch thì đang đến giờ phát", ""),
    ("2026-11-30T17:00:00", "17:00 Thứ Tư, 02/12/2026", "còn 2 ngày", "16:30 Thứ Ba, 01/12/2026: không phát (Sửa loa)"),
    ("2026-12-15T10:00:00", "16:30 Thứ Sáu, 18/12/2026", "còn 3 ngày 6 giờ", "không phát (Sửa đường dây)"),
    ("2027-01-15T10:00:00", "Chưa có, mời xem lịch phát.", "", ""),
]


def test_home_knows_the_next_broadcast(visit: Callable[..., Page]):
    """When it is read, not when it was made: it never says that something is on air, which only the desk knows."""
    page = visit("", at="2026-11-22T09:00:00+07:00")
    page.locator(".loa-next .loa-countdown").wait_for(state="attached")
    for at, shown, countdown, off in NEXT:
        page.clock.set_system_time(f"{at}+07:00")
        page.clock.run_for(20_000)
        assert page.locator(".loa-next time").inner_text() == shown
        assert page.locator(".loa-next .loa-countdown").inner_text() == countdown
        told = page.locator(".loa-next").inner_text()
        assert off in told
        assert "đang phát" not in told


def test_the_page_of_the_schedule_leaves_out_what_is_over(visit: Callable[..., Page]):
    """And counts down to the first that is aired."""
    page = visit("lich-phat/", at="2026-11-30T17:00:00+07:00")
    page.locator(".loa-countdown").wait_for()
    assert "01/12/2026" in page.locator(".loa-slots > li:visible").first.inner_text()
    assert "còn" in page.locator(".loa-slots > li", has_text="02/12/2026").inner_text()
