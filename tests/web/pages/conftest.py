"""A body that leads its links, in a small ward."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.web.pages.links import LinkLeader
from loaphuong.web.pages.pictures import Pictures
from tests.web.pages.ward import KNOWN, bound, picture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def prose(tmp_path: Path) -> LinkLeader:
    """An article of guong-tot, on its page."""
    picture(tmp_path)
    return LinkLeader(
        KNOWN, Pictures(tmp_path, tmp_path / "build/pictures", bound(tmp_path)), "content/guong-tot/bai.md", "tin/bai/"
    )
