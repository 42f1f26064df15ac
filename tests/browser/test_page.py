"""What every page does for its reader: text size, dark, share, save, print, no script, no harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ARTICLE = "tin/to-hoa-giai-giu-yen-con-duong/"
PAGES = {
    "home": "",
    "article": ARTICLE,
    "table": "tin/ung-xu-dep-noi-cong-so/",
    "tombstone": "tin/bai-da-go/",
    "sections": "chuyen-muc/",
    "section": "chuyen-muc/guong-tot/",
    "empty section": "chuyen-muc/nhac-nho/",
    "codes": "quy-tac/",
    "code": "quy-tac/qd-1665/",
    "models": "mo-hinh/",
    "model": "mo-hinh/chung-cu-van-hoa/",
    "topics": "chuyen-de/",
    "topic": "chuyen-de/giu-sach-loi-di/",
    "months": "luu-tru/",
    "month": "luu-tru/2026-10/",
    "honours": "khen-thuong/",
    "bulletins": "phat-thanh/",
    "bulletin": "phat-thanh/2026-11-20-1630/",
    "schedule": "lich-phat/",
    "desk": "ban-truc/",
    "printed": "in-an/",
    "search": "tim-kiem/",
    "feedback": "gop-y/",
    "standing": "gioi-thieu/",
    "replay": "nghe-lai/",
    "events": "su-kien/",
    "event": "su-kien/hang-tuan/",
    "offline": "ngoai-tuyen/",
    "404": "khong-co-trang-nay/",
}


def test_text_size(visit: Callable[..., Page], size: str):
    """A+ makes the text larger, stays for the next page before it is painted, and A takes it back."""
    page = visit(ARTICLE, size=size)
    pixels = "parseFloat(getComputedStyle(document.querySelector('.loa-prose p')).fontSize)"
    plain = page.evaluate(pixels)
    page.locator(".loa-fold summary").click()
    page.locator("[data-text-size='1']").click()
    larger = page.evaluate(pixels)
    assert larger > plain
    page.goto(page.url.replace(ARTICLE, "tin/ung-xu-dep-noi-cong-so/"), wait_until="commit")
    page.wait_for_selector(".loa-prose p")
    assert page.evaluate("document.documentElement.dataset.size") == "1"
    page.wait_for_load_state()  # the style sheet may come after the words
    assert page.evaluate(pixels) == larger
    page.locator(".loa-fold summary").click()
    page.locator("[data-text-size='0']").click()
    assert page.evaluate(pixels) == plain


def test_dark(visit: Callable[..., Page]):
    """The page follows the system; the reader's own choice wins and stays."""
    page = visit("", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    toggle = page.locator("[data-theme-toggle]")
    assert toggle.get_attribute("aria-pressed") == "true"
    toggle.click()
    light = page.evaluate(ground)
    assert light != dark
    assert toggle.get_attribute("aria-pressed") == "false"
    page.reload()
    assert page.evaluate(ground) == light


def test_save(visit: Callable[..., Page]):
    """A saved article is listed on this device, and can be taken off again."""
    page = visit(ARTICLE)
    page.locator(".loa-fold summary").click()
    page.locator("[data-save]").click()
    assert page.locator("[data-save]").get_attribute("aria-pressed") == "true"
    assert "Đã lưu" in page.locator("[data-save]").inner_text()
    home = page.url.replace(ARTICLE, "ngoai-tuyen/")
    article = page.url
    page.goto(home)
    assert page.locator("[data-saved] a").all_inner_texts() == ["Tổ hòa giải giữ yên con đường"]
    page.goto(article)
    page.locator(".loa-fold summary").click()
    page.locator("[data-save]").click()
    page.goto(home)
    assert page.locator("[data-saved] a").count() == 0


def test_copy_link(visit: Callable[..., Page]):
    """The link that is copied is the page's lasting address, the text leads to it, and the reader is told."""
    page = visit(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-share=copy]").nth(1).click()
    page.locator("[data-said]", has_text="Đã chép lời").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"\nhttps://phuong.example/{ARTICLE}")
    page.locator("[data-share=copy]").first.click()
    page.locator("[data-said]", has_text="Đã chép liên kết").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"https://phuong.example/{ARTICLE}"


def test_countdown(visit: Callable[..., Page], address: str):
    """The next broadcast says how long until then."""
    page = visit("about:blank")
    page.clock.set_fixed_time("2026-11-22T13:30:00+07:00")
    page.goto(f"{address}lich-phat/")
    page.locator(".loa-countdown").first.wait_for()
    assert page.locator(".loa-countdown").first.inner_text() == "còn 2 ngày 3 giờ"


def test_without_javascript(visit: Callable[..., Page], size: str):
    """Everything can be read and heard without scripts; nothing that needs one is shown."""
    page = visit(ARTICLE, size=size, javascript=False)
    assert page.locator("h1").inner_text() == "Tổ hòa giải giữ yên con đường"
    assert page.locator("audio[controls]").first.is_visible()
    for needs in ("[data-print]", "[data-save]", "[data-share=copy]", "[data-text-size='1']", "[data-theme-toggle]"):
        assert not page.locator(needs).first.is_visible(), needs
    page.locator("[data-search-open]").first.click()
    assert page.url.endswith("/tim-kiem/")
    assert page.locator("main a").count() > 5


def test_print(visit: Callable[..., Page]):
    """On paper: the words, the source and the dates; no menus, buttons or players."""
    page = visit(ARTICLE)
    page.locator("[data-print]").wait_for(state="attached")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator(".loa-prose").first.is_visible()
    assert f"https://phuong.example/{ARTICLE}" in page.locator(".loa-address").inner_text()
    for absent in ("nav.loa-menu", "[data-print]", "audio", "[data-search-open]"):
        assert not page.locator(absent).first.is_visible(), absent
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_head(visit: Callable[..., Page], path: str):
    """Each page says its language, title, summary and address once; its card and every link of the head are there."""
    page = visit(path)
    assert page.evaluate("document.documentElement.lang") == "vi"
    for selector in ("title", "meta[name=description]", "meta[property='og:title']", "h1"):
        assert page.locator(selector).count() == 1, selector
    hidden = page.locator("meta[name=robots][content*=noindex]").count()
    assert page.locator("link[rel=canonical]").count() == (0 if hidden else 1)
    assert page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1
    links = page.locator("head link[href]").evaluate_all("all => all.map(e => e.href)")
    image = page.locator("meta[property='og:image']").get_attribute("content")
    local = [url for url in links if "phuong.example" not in url]
    there = re.sub(r"^https://phuong\.example/", page.evaluate("new URL('/', location).href"), str(image))
    statuses = page.evaluate("urls => Promise.all(urls.map(u => fetch(u).then(a => a.status)))", [*local, there])
    assert set(statuses) == {200}


@pytest.mark.parametrize("path", ["", ARTICLE, "phat-thanh/2026-11-20-1630/", "quy-tac/qd-1665/"])
def test_no_layout_shift(visit: Callable[..., Page], path: str):
    """Nothing moves under the reader's finger while the page loads."""
    page = visit(path, size="phone")
    shift = page.evaluate(
        """() => new Promise(done => {
          let total = 0;
          new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) total += e.value; }))
            .observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(total), 400);
        })"""
    )
    assert shift < 0.01


@pytest.mark.parametrize(
    "path", ["", ARTICLE, "quy-tac/qd-1665/", "tin/ung-xu-dep-noi-cong-so/", "tin/bai-thu/", "ban-truc/"]
)
def test_narrow_and_zoomed(visit: Callable[..., Page], path: str):
    """At 320 pixels, which is also 400 % zoom, with the largest text, nothing needs scrolling sideways."""
    page = visit(path, viewport={"width": 320, "height": 640})
    page.evaluate("document.documentElement.dataset.size = '3'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["tin/bai-thu/", "luu-tru/2026-09/", "chuyen-muc/guong-tot/trang-2/"])
def test_nothing_foreign_runs(visit: Callable[..., Page], path: str):
    """Whatever an editor pastes, no script runs, nothing is fetched from elsewhere, the page keeps its looks."""
    page = visit(path)
    page.locator("a", has_text="bấm").first.click() if page.locator("a", has_text="bấm").count() else None
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("main iframe, main style, main form[action*=else], main [onerror], main [onload]").count() == 0
    assert page.locator("main a[href^='javascript'], main [style]").count() == 0
    assert page.locator("h1").is_visible()


def test_search_shows_markup_as_text(visit: Callable[..., Page]):
    """A title with markup is found and shown as it is written."""
    page = visit()
    page.locator("[data-search-open]").first.click()
    page.locator(".loa-search input").fill("ma la")
    page.locator(".loa-search__results a", has_text="Bài thử <script>").wait_for()
    assert page.evaluate("window.hacked === undefined")


@pytest.mark.parametrize("path", ["", ARTICLE])
def test_weight(visit: Callable[..., Page], path: str):
    """A first view costs little: everything over the wire, far below 120 KB with the search index added."""
    page = visit("robots.txt", size="phone")
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[float] = []
    network.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(page.url.replace("robots.txt", path), wait_until="networkidle")
    assert 0 < sum(sizes) < 45_000


def test_home_leads_with_life(visit: Callable[..., Page]):
    """On a phone the first screen has a story with its picture and the player in one line; used, it unfolds."""
    page = visit("", size="phone")
    picture = page.locator(".loa-card__picture").first.bounding_box()
    line = page.locator(".loa-player:visible").bounding_box()
    assert picture
    assert line
    assert picture["width"] > 340
    assert picture["y"] < line["y"] < 844
    assert line["height"] < 80
    assert page.locator("audio:visible").count() == 0
    page.locator("[data-play]:visible").click()
    page.locator("audio:visible").wait_for()
    assert page.locator(".loa-errand").count() == 2
    assert page.locator("a[href='tel:114']").is_visible()


def test_the_text_begins_on_the_first_screen(visit: Callable[..., Page]):
    """Title, lead, player and tools leave room for it on a phone."""
    text = visit("tin/ung-xu-dep-noi-cong-so/", size="phone").locator(".loa-prose p").first.bounding_box()
    assert text
    assert text["y"] + 28 < 844


def test_every_menu_entry_is_seen(visit: Callable[..., Page]):
    """On the narrowest telephone too, the one that is open among them."""
    page = visit("gop-y/", viewport={"width": 320, "height": 640})
    for entry in page.locator(".loa-menu a").all():
        box = entry.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


@pytest.mark.parametrize("path", ["", "ban-truc/", "chuyen-muc/guong-tot/"])
def test_forced_colours(visit: Callable[..., Page], path: str):
    """Where the system gives the colours, big buttons have a frame and the current entry another ground."""
    page = visit(path, forced_colors="active", at="2026-11-24T16:00:00+07:00")
    for button in page.locator(".loa-desk__play, .loa-button").all():
        assert button.evaluate("e => getComputedStyle(e).borderTopWidth") != "0px"
    if page.locator(".loa-menu [aria-current]").count():
        ground = "e => getComputedStyle(e).backgroundColor"
        other = page.locator(".loa-menu a:not([aria-current])").first.evaluate(ground)
        assert page.locator(".loa-menu [aria-current]").evaluate(ground) != other


@pytest.mark.parametrize("feed", ["feed.xml", "atom.xml", "podcast.xml", "chuyen-muc/guong-tot/feed.xml"])
def test_feed_in_a_browser(visit: Callable[..., Page], feed: str):
    """A feed that is opened by hand is a page to read: what it is, how to follow it, title after title."""
    page = visit(feed)
    title = page.locator("channel > title, feed > title")
    assert "Phường Bạch Đằng" in str(title.text_content())
    said = page.locator("channel > description, feed > subtitle").evaluate(
        "e => getComputedStyle(e, '::after').content"
    )
    assert "nguồn tin để theo dõi" in said
    entry = page.locator("item, entry").first
    assert entry.locator("title").is_visible()
    assert not entry.locator("content, encoded, guid").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
