"""axe-core finds nothing on any template: phone and desktop, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_page import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Page


AXE = Axe()
# What passes is not told node by node, which takes longer than looking.
VIOLATIONS = {"resultTypes": ["violations"]}
# Whoever speaks to a telephone says what stands on a link: axe looks at that only when asked.
RULES = VIOLATIONS | {"rules": {"label-content-name-mismatch": {"enabled": True}}}
CONTRAST = VIOLATIONS | {"runOnly": ["color-contrast"]}


def found(page: Page, options: Mapping[str, object] = RULES) -> list[str]:
    """What axe objects to, with the places."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.axe_script)
    violations = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{each['id']}: {node['html'][:120]} {node['any'][:1]}" for each in violations for node in each["nodes"]]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe(visit: Callable[..., Page], path: str):
    """Every template in both sizes and both colours."""
    page = visit(path, size="phone", color_scheme="light", reduced_motion="reduce")
    if page.locator("[data-player]:visible").count():
        if page.locator("[data-play]:visible").count():
            page.locator("[data-play]:visible").first.click()
        page.locator(".loa-player__tools > *").first.wait_for(state="attached")
    assert found(page) == []
    page.emulate_media(color_scheme="dark")
    assert found(page, CONTRAST) == [], "dark"
    page.set_viewport_size({"width": 1280, "height": 800})
    assert found(page) == [], "desktop, dark"
    page.emulate_media(color_scheme="light")
    assert found(page, CONTRAST) == [], "desktop"


def test_axe_of_the_desk(visit: Callable[..., Page]):
    """Held, late, without a recording, past the last slot: in both colours."""
    page = visit("ban-truc/", at="2026-12-01T16:00:00+07:00", size="phone", reduced_motion="reduce")
    page.locator("[data-desk-log]").wait_for(state="attached")
    for at in ("2026-12-01T16:01:00", "2026-12-02T17:01:00", "2026-12-08T16:31:00", "2026-12-19T09:00:00"):
        page.clock.set_system_time(f"{at}+07:00")
        page.clock.run_for(1100)
        page.emulate_media(color_scheme="light")
        assert found(page) == [], at
        page.emulate_media(color_scheme="dark")
        assert found(page, CONTRAST) == [], f"{at}, dark"


def test_axe_of_an_urgent_notice(visit: Callable[..., Page], size: str):
    """Above every page while it holds: read out as what it is, and gone after its end."""
    page = visit("gop-y/", size=size, at="2026-11-22T09:00:00+07:00", reduced_motion="reduce")
    banner = page.get_by_role("complementary", name="Thông báo khẩn")
    assert "vệ sinh" in banner.inner_text()
    assert found(page) == []
    page.clock.set_system_time("2026-11-24T09:00:00+07:00")
    page.clock.run_for(20_100)
    assert not banner.is_visible()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_of_search(visit: Callable[..., Page], size: str, colours: str):
    """The open search with results."""
    page = visit(size=size, color_scheme=colours)
    page.locator("[data-search-open]").first.click()
    page.locator(".loa-search input").fill("con ngo")
    page.locator(".loa-search__results a").first.wait_for()
    assert found(page) == []


def test_skip_link(visit: Callable[..., Page]):
    """The first stop of the keyboard leads past the menus."""
    page = visit("gioi-thieu/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#noi-dung"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


@pytest.mark.parametrize("path", ["", "tin/to-hoa-giai-giu-yen-con-duong/", "phat-thanh/2026-11-20-1630/"])
def test_every_stop_is_seen(visit: Callable[..., Page], path: str):
    """Whatever the keyboard reaches is visible and shows that it has the focus."""
    page = visit(path)
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body || e.tagName === 'AUDIO') return true;
              const s = getComputedStyle(e);
              return e.getClientRects().length > 0 && (s.outlineStyle !== 'none' || s.boxShadow !== 'none');
            }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML")
