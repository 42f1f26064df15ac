"""Phiếu nhập bản tin, opened from a folder as staff open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.radio.exports import entry_form
from tests.radio.exports.material import broadcasts
from tests.radio.exports.test_entry_form import STATION, filled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page


def test_each_field_can_be_copied(visit: Callable[..., Page], tmp_path: Path, size: str):
    """What is entered, not the word beside it; nothing is wider than the screen."""
    file = tmp_path / "phieu-nhap.html"
    file.write_bytes(entry_form.form_page(broadcasts()[0], [filled()], STATION))
    page = visit(file.as_uri(), size=size)
    page.get_by_role("button", name="Chép Tên bản tin").click()
    page.locator("button", has_text="Đã chép").wait_for()
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    assert page.locator("textarea").input_value() == filled().fields[0].value
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
