"""The feeds of the tests' usual ward, to read: a change of any byte shows here.

`python -m tests.web.feeds.test_golden` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from loaphuong.web import feeds
from tests.making import an_edition

GOLDEN = Path(__file__).parent / "golden"
FILES = ("feed.xml", "atom.xml", "podcast.xml", "feed.json", "opml.xml")


@pytest.mark.parametrize("name", FILES)
def test_golden(name: str):
    """Byte for byte."""
    assert feeds.render(an_edition())[name].decode() == (GOLDEN / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in FILES:
        (GOLDEN / each).write_bytes(feeds.render(an_edition())[each])
