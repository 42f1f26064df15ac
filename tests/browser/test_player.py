"""Listening: the browser's player and what is added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ARTICLE = "tin/to-hoa-giai-giu-yen-con-duong/"
BULLETIN = "phat-thanh/2026-11-20-1630/"
AT = "document.querySelector('audio').currentTime"
PLAYING = "!document.querySelector('audio').paused"


def play_from(page: Page, seconds: float) -> None:
    """Play and jump."""
    page.locator(".loa-player__tools").first.wait_for(state="attached")
    page.evaluate("s => { const a = document.querySelector('audio'); a.currentTime = s; return a.play() }", seconds)


def test_transcript_follows_and_leads(visit: Callable[..., Page], size: str):
    """The sentence that is spoken is marked; one that is pressed is played."""
    page = visit(BULLETIN, size=size)
    play_from(page, 4.2)
    page.locator(".loa-cue[aria-current]", has_text="Câu số 3").wait_for()
    page.locator(".loa-cue", has_text="Câu số 8").click()
    until(page, f"{AT} >= 14 && {AT} < 16")
    page.locator(".loa-cue[aria-current]", has_text="Câu số 8").wait_for()
    assert page.locator(".loa-cue[aria-current]").count() == 1


def test_transcript_by_keyboard(visit: Callable[..., Page]):
    """The transcript is one stop; arrows walk its sentences, Enter plays one."""
    page = visit(BULLETIN)
    page.locator(".loa-cue").first.wait_for()
    assert page.locator(".loa-cue[tabindex='0']").count() == 1
    page.locator(".loa-cue").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent").startswith("Câu số 4")
    page.keyboard.press("Enter")
    until(page, f"{PLAYING} && {AT} >= 6")


def test_chapters(visit: Callable[..., Page]):
    """A chapter starts the item."""
    page = visit(BULLETIN)
    page.locator(".loa-chapters button", has_text="Bản tin mới nhất").click()
    until(page, f"{PLAYING} && {AT} >= 8")
    page.locator(".loa-chapters button[aria-current]", has_text="0:08").wait_for()


def test_speed_and_jumps(visit: Callable[..., Page]):
    """Speed stays chosen on the next page; jumps go 15 seconds, not below the start."""
    page = visit(BULLETIN)
    page.get_by_label("Tốc độ đọc").select_option("1.5")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.5
    play_from(page, 20)
    page.get_by_role("button", name="Lùi 15 giây").click()
    until(page, f"{AT} >= 5 && {AT} < 8")
    page.get_by_role("button", name="Lùi 15 giây").click()
    until(page, f"{AT} < 3")
    page.get_by_role("button", name="Tới 15 giây").click()
    until(page, f"{AT} >= 15")
    page.goto(page.url.replace(BULLETIN, ARTICLE))
    page.locator("[data-play]").click()
    page.locator(".loa-player__tools").wait_for()
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.5


def test_place_is_remembered(visit: Callable[..., Page]):
    """A recording that was left goes on where it was; one that was heard to its end starts anew."""
    page = visit(BULLETIN)
    play_from(page, 9)
    until(page, "Number(localStorage.getItem(Object.keys(localStorage).find(k => k.includes('place')))) >= 9")
    page.reload()
    page.locator(".loa-player__place", has_text="Nghe tiếp từ 0:09").wait_for()
    play_from(page, 0.02)  # as on a busy phone, where the first sound comes before the script is told of it
    assert 9 <= page.evaluate(AT) < 14
    page.evaluate("document.querySelector('audio').currentTime = 23.8")
    until(page, "document.querySelector('audio').ended")
    page.reload()
    page.locator(".loa-player__tools").wait_for()
    assert page.locator(".loa-player__place").inner_text() == ""


def test_one_voice_at_a_time(visit: Callable[..., Page]):
    """Starting one recording stops the other."""
    page = visit("ban-truc/", at="2026-11-24T16:00:00+07:00")
    page.locator(".loa-desk__slots").wait_for()
    paused = page.evaluate(
        """async () => {
          const [one, other] = document.querySelectorAll('audio');
          await one.play();
          await other.play();
          return [one.paused, other.paused];
        }"""
    )
    assert paused == [True, False]


def test_nothing_is_fetched_before_playing(visit: Callable[..., Page]):
    """A page costs no sound until somebody listens."""
    page = visit()
    fetched: list[str] = []
    page.on("request", lambda sent: fetched.append(sent.url))
    page.reload()
    page.wait_for_timeout(200)
    assert not [url for url in fetched if url.endswith(".mp3")]


@pytest.mark.parametrize("path", [ARTICLE, BULLETIN])
def test_names(visit: Callable[..., Page], path: str):
    """Every control says in Vietnamese what it does."""
    page = visit(path)
    for opener in page.locator("[data-play]").all():
        opener.click()
    page.locator(".loa-player__tools").wait_for()
    assert str(page.locator("audio").first.get_attribute("aria-label")).startswith("Nghe")
    names = page.locator(".loa-player button, .loa-player select").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-label') || e.textContent.trim())"
    )
    assert all(names)
