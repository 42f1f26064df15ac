"""The box in another page: shown there, alone of all pages, and nothing of it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import serving
from tests.browser.test_accessible import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

BOX = "nhung/"


@pytest.fixture
def elsewhere(tmp_path: Path, address: str) -> Iterator[str]:
    """A page of another origin with the box and the home page in frames."""
    (tmp_path / "_headers").write_text("")
    frames = f'<iframe name="box" src="{address}{BOX}"></iframe><iframe name="home" src="{address}"></iframe>'
    (tmp_path / "index.html").write_text(frames)
    with serving.served(tmp_path) as url:
        yield url


def test_in_another_page(browser: Browser, elsewhere: str, address: str):
    """The box shows the latest bulletin and links that open pages of their own; the home page is not let in."""
    page = browser.new_page()
    page.goto(elsewhere)
    box = page.frame("box")
    assert box is not None
    assert "Bản tin" in box.locator("h2").first.inner_text()
    assert box.locator("audio").get_attribute("preload") == "none"
    assert {link.get_attribute("target") for link in box.locator("a").all()} == {"_blank"}
    home = page.frame("home")
    assert home is None or home.url != address
    page.close()


def test_the_box_alone(visit: Callable[..., Page]):
    """No script, axe finds nothing in either colour, and it is small."""
    page = visit(BOX, size="phone", color_scheme="light")
    assert page.locator("script").count() == 0
    assert page.locator("link[rel=icon]").count() == 1  # else the browser asks the ward for one that is not there
    assert found(page) == []
    page.emulate_media(color_scheme="dark")
    assert found(page) == []
    assert len(page.content().encode()) < 6000


def test_the_way_to_the_box(visit: Callable[..., Page], address: str):
    """“Nghe lại” gives what another page copies; an article gives its text, its card and its letter."""
    page = visit("nghe-lai/", size="phone")
    copied = str(page.locator("code").text_content())
    assert copied.startswith('<iframe src="https://phuong.example/nhung/"')
    assert page.locator("[data-share=copy]").get_attribute("data-text") == copied
    page.goto(f"{address}tin/duc-tinh-that-tha/")
    pack = page.locator("[data-share=copy][data-text]").get_attribute("data-text")
    assert str(pack).splitlines() == [
        "Đức tính thật thà (chuyện minh họa)",
        "Nhặt được của rơi, trả người đánh mất.",
        "https://phuong.example/tin/duc-tinh-that-tha/",
    ]
    card = page.locator(".loa-share a[download]").get_attribute("href")
    assert page.request.get(f"{page.url}{card}").headers["content-type"] == "image/png"
    letter = page.locator(".loa-share a[href^='mailto:']").get_attribute("href")
    assert str(letter).startswith("mailto:?subject=")
