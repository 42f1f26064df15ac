"""The head of each page."""

from __future__ import annotations

from datetime import date

import pytest

from loaphuong.web import discovery
from loaphuong.web.edition import Tombstone
from tests.making import an_edition
from tests.package import ROOT


@pytest.mark.parametrize("address", ["ban-truc/", "ngoai-tuyen/", "tin/bai-cu/"])
def test_hidden_from_robots(address: str):
    """The desk, the offline page and withdrawn articles are not for search engines."""
    edition = an_edition(tombstones=(Tombstone("bai-cu", date(2026, 11, 1)),))
    assert discovery.heads(edition, ROOT)[address] == {"robots": "noindex"}
