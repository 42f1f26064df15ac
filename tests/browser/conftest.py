"""One site for all workers, one server and one browser a worker, one fresh context a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from tests.browser import install, serving, ward

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
SIZES = {"phone": PHONE, "desktop": DESKTOP}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder drives a browser."""
    for item in items:
        if item.path.is_relative_to(ward.ROOT / "tests/browser"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built site; the first worker that asks builds it."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "browser-ward"
    with FileLock(f"{shared}.lock"):
        if not (shared / "project/site").is_dir():
            ward.build(shared)
    return shared / "project/site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serving.served(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without the sandbox that a container does not allow."""
    path = install.found()
    if path is None:
        pytest.fail(install.CURE)
    arguments = [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--autoplay-policy=no-user-gesture-required",
        "--mute-audio",
        "--disable-gpu",
        "--disable-software-rasterizer",
    ]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=arguments)
        yield launched
        launched.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the site in a context of its own: `visit("tin/x/", size="phone", javascript=True, …)`.

    `at` is what its clock says when it is opened.

    What the page complains of (errors of scripts, the security policy, requests to other hosts) fails the test.
    """
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def heed(page: Page) -> None:
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: (
                complaints.append(f"{page.url}: {said.text}") if "Content Security Policy" in said.text else None
            ),
        )
        page.on(
            "request",
            lambda sent: (
                None if sent.url.startswith((address, "data:", "blob:", "file:")) else complaints.append(sent.url)
            ),
        )

    def open_page(
        path: str = "", size: str = "desktop", javascript: bool = True, at: str = "", **options: object
    ) -> Page:
        # A worker would answer for the server; only the tests of it want it.
        given = {"locale": "vi-VN", "service_workers": "block", **SIZES[size], **options}
        context = browser.new_context(java_script_enabled=javascript, **given)
        context.set_default_timeout(8000)
        opened.append(context)
        page = context.new_page()
        if at:
            page.clock.install(time=at)
        heed(page)
        page.goto(path if "://" in path else address + path)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert not complaints


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    """Phone and desktop."""
    return str(request.param)
