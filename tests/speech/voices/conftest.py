"""What a machine allows its voices to run, for tests that allow something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def engines(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's own list of programs, empty."""
    path = tmp_path_factory.mktemp("may") / "engines.txt"
    monkeypatch.setenv("LOA_ENGINES", str(path))
    return path
