"""A finished ward, made once: what a build leaves is the beginning of most that is asked of the command."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from loaphuong.app.build import build
from tests.app.ward import quiet, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The fixture ward approved and built at NOW; the first worker that asks builds it, and nobody changes it."""
    base = tmp_path_factory.getbasetemp()
    place = (base if worker_id == "master" else base.parent) / "finished-ward"
    with FileLock(f"{place}.lock"):
        if not (place / "done").exists():
            build(ward(place / "ward"), NOW, 1, quiet)
            (place / "done").touch()
    return place / "ward"


@pytest.fixture
def built_ward(finished: Path, tmp_path: Path) -> Path:
    """A copy of it to work in."""
    return shutil.copytree(finished, tmp_path / "phuong", symlinks=True)
