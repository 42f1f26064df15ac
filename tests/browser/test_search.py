"""Searching as residents type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

HOA_GIAI = "Tổ hòa giải giữ yên con đường"
UNG_XU = "Ứng xử đẹp nơi công sở"
DUC = "Đức tính thật thà"
DUNG = "Ống đựng nước mưa"
# How many lines the words of an element take.
LINES = """each => {
    const range = document.createRange();
    range.selectNodeContents(each);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
}"""
NOTICE = "Thông báo của ủy ban nhân dân phường về vệ sinh"


def titles(page: Page) -> list[str]:
    """What was found, in order."""
    return page.locator(".loa-search__results li > a").all_inner_texts()


def asked(page: Page, words: str) -> list[str]:
    """Ask the open dialog, as the key that sends the form does, and wait for the answer."""
    page.locator(".loa-search input").wait_for()
    page.evaluate("words => loa.search(words)", words)
    return titles(page)


def test_as_typed(visit: Callable[..., Page]):
    """With and without accents, any case, NFD, either place of the tone, abbreviations and their words."""
    page = visit()
    page.locator("[data-search-open]").first.click()
    for words, expected in (
        ("ung xu", UNG_XU),
        ("ứng xử", UNG_XU),
        ("ƯNG XỬ", UNG_XU),
        ("u\u031b\u0301ng xu\u031b\u0309", UNG_XU),
        ("duong", HOA_GIAI),
        ("đường", HOA_GIAI),
        ("duc", DUC),
        ("hoa giai", HOA_GIAI),
        ("hoà giải", HOA_GIAI),
        ("hòa giải", HOA_GIAI),
        ("UBND", NOTICE),
        ("uỷ ban nhân dân", NOTICE),
        ("ủy ban", NOTICE),
        ("tổ dân phố", HOA_GIAI),
        ("tdp", HOA_GIAI),
        ("trồng cây & dọn", NOTICE),
        ("xe đạp cũ", DUNG),
        ("xe dap", DUNG),
    ):
        assert expected in asked(page, words), words


def test_exact_comes_first(visit: Callable[..., Page]):
    """Accents that were typed are meant: đức does not find đựng, and a bare word finds both, likest first."""
    page = visit()
    page.locator("[data-search-open]").first.click()
    assert asked(page, "đức") == [DUC]
    assert asked(page, "đựng") == [DUNG]
    assert asked(page, "đúc") == [DUC], "nothing has đúc, so what looks like it is shown"
    assert asked(page, "hòa giải")[0] == HOA_GIAI


def test_list(visit: Callable[..., Page], size: str):
    """Results stand best first with section, date, lead, and a mark where made up; words are lit; a long list opens."""
    page = visit("gioi-thieu/", size=size)
    page.locator("[data-search-open]").first.click()
    assert len(asked(page, "con ngo")) == 10
    results = page.locator(".loa-search__results")
    page.get_by_role("button", name="Xem cả").click()
    results.locator("ol > li").nth(13).wait_for()
    assert results.locator("mark").first.inner_text() == "Con"
    assert results.locator("li small").first.inner_text() == "Gương tốt · 22/10/2026"
    assert results.locator("ol > li").first.locator(".loa-tag").inner_text() == "Chuyện minh họa"
    results.locator("a").first.click()
    assert page.url.endswith("/tin/con-ngo-so-0-sach-dep/")


def test_rules_are_found(visit: Callable[..., Page]):
    """A rule is found by its words and leads to its own place."""
    page = visit()
    page.locator("[data-search-open]").first.click()
    assert asked(page, "xả rác nơi công cộng")
    link = page.locator(".loa-search__results a").first
    assert "/quy-tac/qd-1665/#r" in str(link.get_attribute("href"))


def test_nothing_found_leads_on(visit: Callable[..., Page], size: str):
    """An empty answer says so kindly, offers words that are near and three pages; a word is asked at once."""
    page = visit(size=size)
    page.locator("[data-search-open]").first.click()
    assert len(asked(page, "hòaxyz")) == 3
    assert "Không tìm thấy gì cho “hòaxyz”" in page.locator(".loa-search__status").inner_text()
    assert str(page.locator(".loa-search__results li > a").first.get_attribute("href")).endswith("/lich-phat/")
    page.get_by_role("button", name="hòa", exact=True).click()
    page.locator(".loa-search__results ol").wait_for()
    assert HOA_GIAI in titles(page)


def test_markup_is_text(visit: Callable[..., Page]):
    """What is typed is never markup."""
    page = visit()
    page.locator("[data-search-open]").first.click()
    asked(page, "<img src=x onerror=alert(1)>")
    assert page.locator(".loa-search img").count() == 0


def test_keyboard(visit: Callable[..., Page]):
    """Ctrl K opens, typing searches, arrows walk, Escape closes and gives the focus back."""
    page = visit()
    page.keyboard.press("Control+k")
    page.locator(".loa-search input").wait_for()
    page.keyboard.type("ung xu")
    page.locator(".loa-search__results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.loa-search__results a')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "loa-search-q"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert not page.locator(".loa-search").is_visible()


def test_fetched_only_when_asked(visit: Callable[..., Page]):
    """A reader who does not search pays nothing for it; who does fetches the table, pieces and what is shown, once."""
    page = visit()
    fetched: list[str] = []
    page.on("request", lambda sent: fetched.append(sent.url.rpartition("/")[2]))
    page.wait_for_timeout(300)
    assert not [name for name in fetched if name.endswith(".json") or "search" in name or "finder" in name]
    page.locator("[data-search-open]").first.click()
    asked(page, "con ngo")
    first = [name for name in fetched if name.endswith(".json")]
    assert first[0] == "muc-luc.json"
    asked(page, "con ngo")
    assert [name for name in fetched if name.endswith(".json")] == first


def test_a_page_that_is_older_than_the_index(visit: Callable[..., Page]):
    """A page that stayed open while the site was built anew searches in the new index."""
    page = visit()
    page.locator("[data-search-open]").first.click()
    page.wait_for_load_state("networkidle")
    page.route("**/tim-kiem/*.json", lambda route: route.fulfill(status=404), times=1)
    assert asked(page, "con ngo")


def test_without_dialogs(visit: Callable[..., Page]):
    """Safari before 15.4 knows no dialogs: searching opens, finds and closes there too."""
    page = visit()
    page.evaluate("for (const name of ['showModal', 'close', 'show']) delete HTMLDialogElement.prototype[name]")
    page.locator("[data-search-open]").first.click()
    assert HOA_GIAI in asked(page, "hoa giai")
    page.keyboard.press("Escape")
    page.locator(".loa-search").wait_for(state="hidden")


@pytest.mark.parametrize("path", ["tim-kiem/?q=hoa+giai", "khong-co-trang-nay/"])
def test_search_page_and_404(visit: Callable[..., Page], path: str, size: str):
    """The search page answers a linked question; the 404 page offers to search, with a button on one line."""
    page = visit(path, size=size)
    assert page.locator("[data-search-inline] button").evaluate(LINES) == 1
    if "q=" not in path:
        page.locator("[data-search-inline] input").fill("hoa giai")
        page.keyboard.press("Enter")
    page.locator(".loa-search__results a").first.wait_for()
    assert titles(page)[0] == HOA_GIAI


def test_offline_failure_is_said(visit: Callable[..., Page]):
    """When the index cannot be fetched the dialog says so, and the next try works."""
    page = visit()
    page.route("**/muc-luc.json", lambda route: route.abort())
    page.locator("[data-search-open]").first.click()
    page.locator(".loa-search input").fill("ngõ")
    page.locator(".loa-search__status", has_text="Chưa tải được").wait_for()
    page.unroute("**/muc-luc.json")
    assert asked(page, "con ngõ")
