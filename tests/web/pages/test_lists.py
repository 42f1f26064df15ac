"""Lists, page by page."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from loaphuong.web.pages.lists import PER_PAGE, listing
from tests.making import an_edition
from tests.web.pages.reading import indexed


@given(st.integers(0, 60))
def test_lists_lose_nothing(count: int):
    """Each item is on one page, in order, and no page is longer than the others allow."""
    index = indexed(an_edition(), Path())
    items: list[dict[str, object]] = [{"title": str(number)} for number in range(count)]
    pages = list(listing(index, "x/", "X", "", items, {"kind": "section"}))
    shown: list[object] = []
    for page in pages:
        entries = page.data["entries"]
        assert isinstance(entries, list)
        assert len(entries) <= PER_PAGE
        shown += entries
    assert shown == items
    addresses = [page.address for page in pages]
    assert [page.data["previous"] for page in pages] == [None, *addresses[:-1]]
    assert [page.data["following"] for page in pages] == [*addresses[1:], None]
    assert [page.address for page in pages] == ["x/", *(f"x/trang-{number}/" for number in range(2, len(pages) + 1))]
