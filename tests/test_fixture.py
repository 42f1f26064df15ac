"""The tests' own ward stands in for any ward, and the one in this clone is out of the product tests' reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong import station
from loaphuong.content.load import load as load_content
from tests.conftest import LIVE, LiveWardError
from tests.package import FIXTURE

if TYPE_CHECKING:
    from pathlib import Path


def test_the_fixture_is_a_ward_without_mistakes() -> None:
    """Settings and content load, and no problem is told."""
    loaded, problems = station.load(FIXTURE)
    assert loaded is not None
    assert problems == ()
    content, problems = load_content(FIXTURE)
    assert len(content.articles) == 4
    assert problems == ()


@pytest.mark.parametrize("folder", LIVE, ids=lambda folder: folder.name)
def test_the_live_ward_is_refused(folder: Path) -> None:
    """Neither a file nor a folder of it can be opened by a test of the product."""
    with pytest.raises(LiveWardError):
        list(folder.iterdir())
    with pytest.raises(LiveWardError):
        (folder / "station.toml").read_bytes()
