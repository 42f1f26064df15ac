"""A ward that has everything, and what loading says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.content.loading import WARD
from tests.content.ward import write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A ward with one file of each kind, and two articles."""
    return write(tmp_path, WARD)
