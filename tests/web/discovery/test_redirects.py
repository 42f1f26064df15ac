"""Old addresses lead to the new."""

from __future__ import annotations

from loaphuong.web.discovery import redirects
from tests.making import an_article, an_edition
from tests.web.discovery.reading import SLUG


def test_redirects():
    """An old slug leads to the new address; what exists is never shadowed."""
    other = an_article("Bài khác", aliases=(SLUG, "ten-cu", "ten-cu-hon"))
    edition = an_edition(an_article(), other)
    found = redirects.render(edition)
    assert set(found) == {"tin/ten-cu/index.html", "tin/ten-cu-hon/index.html", "_redirects"}
    assert b'content="0; url=https://phuong.example/tin/bai-khac/"' in found["tin/ten-cu/index.html"]
    assert found["_redirects"] == b"/tin/ten-cu/ /tin/bai-khac/ 301\n/tin/ten-cu-hon/ /tin/bai-khac/ 301\n"
    assert redirects.render(an_edition()) == {}
