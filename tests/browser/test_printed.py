"""A telephone that read the QR code of a sheet is told whether the sheet is still in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.ward import printed_sheets
from tests.making import a_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

MARK = printed_sheets(a_code(rules=8))[0].mark.text


@pytest.mark.parametrize(
    ("mark", "answer"),
    [
        (MARK, f"Bản {MARK} đang có hiệu lực."),
        (
            "qd-1665.1.00000000",
            f"Bản qd-1665.1.00000000 đã được thay bằng bản {MARK}. Xin gỡ xuống và niêm yết bản mới.",
        ),
        (
            "qd-999.1.00000000",
            "Bản qd-999.1.00000000 không còn hiệu lực: nội dung đã được gỡ, hoặc không phải do phường làm ra.",
        ),
    ],
)
def test_the_page_answers_for_a_mark(visit: Callable[..., Page], mark: str, answer: str) -> None:
    """In force, replaced by which, or gone; the answer is on the first screen."""
    page = visit(f"in-an/?ban={mark}#{mark.split('.')[0]}", size="phone")
    told = page.locator("[data-answer]")
    told.wait_for()
    assert told.inner_text() == answer
    page.wait_for_function("document.querySelector('[data-answer]').getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("asked", ["", "?ban=", "?ban=<b>x</b>", "?ban=qd-1665.1.0000000g", "?ban=" + "a" * 5000])
def test_what_is_no_mark_is_not_answered(visit: Callable[..., Page], asked: str) -> None:
    """Nothing that somebody put into an address is shown."""
    page = visit(f"in-an/{asked}")
    page.wait_for_function("window.loa !== undefined")
    assert page.locator("[data-answer]").is_hidden()


def test_every_link_of_the_page_leads_to_a_file(visit: Callable[..., Page]) -> None:
    """Sheets, pictures and bundles are there."""
    page = visit("in-an/")
    links = page.eval_on_selector_all(
        ".loa-printed main a, .loa-prints a, .loa-prints img", "all => all.map(e => e.href || e.src)"
    )
    assert any(link.endswith(".pdf") for link in links)
    assert any(link.endswith(".zip") for link in links)
    for link in links:
        assert page.request.get(link).status == 200, link
