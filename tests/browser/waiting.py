"""Waiting for a page: Playwright's own wait evaluates strings in the page, which the security policy forbids."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE_SECONDS = 10


def until(page: Page, expression: str) -> None:
    """Wait until a JavaScript expression (its promise awaited) is true in the page."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while not page.evaluate(expression):
        assert time.monotonic() < give_up, f"never true: {expression}"
        page.wait_for_timeout(40)
