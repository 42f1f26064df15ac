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

    from playwright.sync_api import Browser, Page

ARTICLE = "tin/to-hoa-giai-giu-yen-con-duong/"
BULLETIN = "phat-thanh/2026-11-20-1630/"
READY = "navigator.serviceWorker.ready.then(r => r.active.state)"
KEPT = "caches.open('loa-kept').then(c => c.keys()).then(k => k.some(r => r.url.includes('{}')))"
# What navigator.connection says: nothing at all on an iPhone.
LINES = {
    "iphone": ("undefined", True, False),
    "mobile": ("{type: 'cellular', effectiveType: '4g', saveData: false}", True, False),
    "wifi": ("{type: 'wifi', effectiveType: '4g', saveData: false}", True, True),
    "saves data": ("{type: 'wifi', effectiveType: '4g', saveData: true}", False, False),
    "hardly a line": ("{type: 'cellular', effectiveType: '2g', saveData: false}", False, False),
}


def tell_line(site: Path, line: str) -> None:
    """Have the worker of a copied site find this line."""
    told = f"Object.defineProperty(self.navigator, 'connection', {{value: {line}}});\n"
    worker = site / "sw.js"
    before = worker.read_text("utf-8")
    worker.write_text(told + before[before.index("// Offline:") :], "utf-8")


@pytest.fixture
def kept(browser: Browser, moving_site: tuple[Path, str]) -> Iterator[Page]:
    """A home page whose worker has kept what it keeps on Wi-Fi, and then no network."""
    folder, url = moving_site
    tell_line(folder, LINES["wifi"][0])
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    until(page, "navigator.serviceWorker.controller !== null")
    assert page.evaluate(READY) in ("activating", "activated")
    until(page, KEPT.format(".mp3"))
    context.set_offline(True)
    yield page
    context.close()


def test_offline(kept: Page, moving_site: tuple[Path, str]):
    """What is looked up at any time opens and keeps its looks, search finds; the latest bulletin plays and is wound."""
    address = moving_site[1]
    for path in ("", ARTICLE, "lich-phat/", "quy-tac/", "quy-tac/qd-1665/", "nghe-lai/"):
        kept.goto(address + path)
        assert kept.locator("h1").count() == 1
        assert kept.locator("h1").inner_text() != "Đang ngoại tuyến"
    ground = kept.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    kept.goto(f"{address}tim-kiem/?q=hoa+giai")
    until(kept, "document.body.innerText.includes('Tổ hòa giải giữ yên con đường')")
    # A player asks for pieces.
    kept.goto(address + BULLETIN)
    kept.evaluate("document.querySelector('audio').play()")
    until(kept, "document.querySelector('audio').currentTime > 0.2")
    kept.evaluate("document.querySelector('audio').currentTime = 18")
    until(kept, "document.querySelector('audio').currentTime > 18.2")
    # A page that this phone has not got says so, and leads on to what it has.
    kept.goto(f"{address}mo-hinh/chung-cu-van-hoa/")
    assert kept.locator("h1").inner_text() == "Đang ngoại tuyến"
    assert kept.locator("main a").first.is_visible()


def test_visited_pages_stay(visit: Callable[..., Page], address: str):
    """What was read once can be read again."""
    page = visit("", service_workers="allow")
    until(page, "navigator.serviceWorker.controller !== null")
    page.goto(f"{address}gop-y/")
    until(page, "caches.open('loa-visited').then(c => c.match(location.href)).then(Boolean)")
    page.context.set_offline(True)
    page.goto(f"{address}gop-y/")
    assert "Góp ý" in page.locator("h1").inner_text()


@pytest.mark.parametrize("line", LINES)
def test_what_a_first_visit_fetches(browser: Browser, moving_site: tuple[Path, str], line: str):
    """Sound only where the line is known to be Wi-Fi; who saves data fetches what is shown and no more."""
    folder, url = moving_site
    told, pages, sound = LINES[line]
    tell_line(folder, told)
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    until(page, "navigator.serviceWorker.controller !== null")
    if sound:
        until(page, KEPT.format(".mp3"))
    elif pages:
        until(page, KEPT.format("muc-luc.json"))
    page.wait_for_timeout(300)
    found = {what: page.evaluate(KEPT.format(what)) for what in ("lich-phat/", "quy-tac/", "schedule.js", ".mp3")}
    assert found == {"lich-phat/": pages, "quy-tac/": pages, "schedule.js": pages, ".mp3": sound}
    context.close()


def test_sound_that_was_asked_for(visit: Callable[..., Page], address: str):
    """One button keeps it; without a network it plays, stands on the offline page, and goes when it is not wanted."""
    page = visit(BULLETIN, size="phone", service_workers="allow")
    until(page, "navigator.serviceWorker.controller !== null")
    keeping = page.get_by_role("button", name="Giữ để nghe khi mất mạng")
    keeping.click()
    page.get_by_role("button", name="Đã giữ để nghe khi mất mạng", pressed=True).wait_for()
    page.context.set_offline(True)
    page.goto(f"{address}mo-hinh/chung-cu-van-hoa/")
    assert page.locator("[data-asked] li").inner_text().startswith("Bản tin mới nhất")
    page.evaluate("document.querySelector('audio').play()")
    until(page, "document.querySelector('audio').currentTime > 0.2")
    page.context.set_offline(False)
    page.goto(address + BULLETIN)
    page.get_by_role("button", name="Đã giữ để nghe khi mất mạng", pressed=True).click()
    page.get_by_role("button", name="Giữ để nghe khi mất mạng", pressed=False).wait_for()
    assert page.evaluate("caches.open('loa-asked').then(c => c.keys()).then(k => k.length)") == 0


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
    page.goto(f"{url}gop-y/")
    seen = "caches.open('loa-visited').then(c => c.keys()).then(k => k.some(r => r.url.includes('gop-y')))"
    until(page, seen)
    worker = folder / "sw.js"
    worker.write_text(worker.read_text().replace('"gone":[', '"gone":["gop-y/",', 1))
    page.goto(url)
    page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
    until(page, f"{seen}.then(still => !still)")
    context.close()
