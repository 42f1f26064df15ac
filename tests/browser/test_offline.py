"""Without a network: what was kept is read and heard, and nothing stale is shown when the network is back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.browser import serving
from tests.browser.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

ARTICLE = "tin/to-hoa-giai-giu-yen-con-duong/"
BULLETIN = "phat-thanh/2026-11-20-1630/"
READY = "navigator.serviceWorker.ready.then(r => r.active.state)"
SOUND_KEPT = """async () => {
  for (let i = 0; i < 60; i++) {
    const keys = await (await caches.open('loa-kept')).keys();
    if (keys.some(k => k.url.includes('.mp3'))) return true;
    await new Promise(r => setTimeout(r, 100));
  }
  return false;
}"""


@pytest.fixture
def kept(visit: Callable[..., Page]) -> Page:
    """A home page whose worker has kept what it keeps, and then no network."""
    page = visit("", service_workers="allow")
    until(page, "navigator.serviceWorker.controller !== null")
    assert page.evaluate(READY) in ("activating", "activated")
    assert page.evaluate(SOUND_KEPT)
    page.context.set_offline(True)
    return page


def test_reads_offline(kept: Page, address: str):
    """Home, a recent article and the latest bulletin open; the article keeps its looks."""
    for path in ("", ARTICLE, BULLETIN):
        kept.goto(address + path)
        assert kept.locator("h1").count() == 1
    ground = kept.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")


def test_plays_offline(kept: Page, address: str):
    """The latest bulletin plays and can be wound, though the player asks for pieces."""
    kept.goto(address + BULLETIN)
    kept.evaluate("document.querySelector('audio').play()")
    until(kept, "document.querySelector('audio').currentTime > 0.2")
    kept.evaluate("document.querySelector('audio').currentTime = 18")
    until(kept, "document.querySelector('audio').currentTime > 18.2")


def test_page_that_was_not_kept(kept: Page, address: str):
    """A page that this phone has not got says so, and leads on to what it has."""
    kept.goto(f"{address}quy-tac/qd-1665/")
    assert kept.locator("h1").inner_text() == "Đang ngoại tuyến"
    assert kept.locator("main a").first.is_visible()


def test_visited_pages_stay(visit: Callable[..., Page], address: str):
    """What was read once can be read again."""
    page = visit("", service_workers="allow")
    until(page, "navigator.serviceWorker.controller !== null")
    page.goto(f"{address}quy-tac/qd-1665/")
    until(page, "caches.open('loa-visited').then(c => c.match(location.href)).then(Boolean)")
    page.context.set_offline(True)
    page.goto(f"{address}quy-tac/qd-1665/")
    assert "Quy tắc ứng xử" in page.locator("h1").inner_text()


@pytest.fixture
def moving_site(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that may change while it is served."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    with serving.served(copy) as url:
        yield copy, url


def test_nothing_stale(browser, moving_site: tuple[Path, str]):
    """After a new build the next view is the new page; the new worker takes over and drops what is gone."""
    folder, url = moving_site
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    until(page, "navigator.serviceWorker.controller !== null")
    home = folder / "index.html"
    home.write_text(home.read_text().replace("</h1>", " MỚI</h1>", 1).replace("</h2>", " MỚI</h2>", 1))
    worker = folder / "sw.js"
    worker.write_text(worker.read_text().replace('[["","', '[["","new', 1))
    page.reload()
    assert "MỚI" in page.locator("main").inner_text()
    homes = "caches.open('loa-kept').then(c => c.keys()).then(k => k.filter(r => new URL(r.url).pathname === '/'))"
    page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
    until(page, f"{homes}.then(h => h.some(r => r.url.includes('?loa=new')))")
    page.reload()
    until(page, f"{homes}.then(h => h.length === 1)")
    context.set_offline(True)
    page.reload()
    assert "MỚI" in page.locator("main").inner_text()
    context.close()


def test_withdrawn_leaves_the_phone(browser, moving_site: tuple[Path, str]):
    """An article that was read here and then withdrawn cannot be read here offline any more."""
    folder, url = moving_site
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    until(page, "navigator.serviceWorker.controller !== null")
    page.goto(f"{url}quy-tac/qd-1665/")
    seen = "caches.open('loa-visited').then(c => c.keys()).then(k => k.some(r => r.url.includes('qd-1665')))"
    until(page, seen)
    worker = folder / "sw.js"
    worker.write_text(worker.read_text().replace('"gone":[', '"gone":["quy-tac/qd-1665/",', 1))
    page.goto(url)
    page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
    until(page, f"{seen}.then(still => !still)")
    context.close()
