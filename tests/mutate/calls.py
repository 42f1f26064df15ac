"""A plugin of pytest that notes which functions of the package each test calls: `-p tests.mutate.calls`."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.package import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType

PLACE = "LOA_CALLS"
called: set[CodeType] = set()
# By test: seconds, and the functions it called as `path:qualified name`.
notes: dict[str, tuple[float, list[str]]] = {}


def heed(frame: FrameType, event: str, _: object) -> None:
    """Note a call."""
    if event == "call":
        called.add(frame.f_code)


def names() -> list[str]:
    """The functions of ours among what was called; what is nested belongs to the function around it."""
    found = set()
    for code in called.copy():  # other threads go on calling
        if code.co_filename.startswith(str(PACKAGE)):
            path = Path(code.co_filename).relative_to(PACKAGE).as_posix()
            found.add(f"{path}:{code.co_qualname.split('.<locals>')[0]}")
    return sorted(found)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Listen while a test and its fixtures run."""
    called.clear()
    began = time.perf_counter()
    threading.setprofile(heed)
    sys.setprofile(heed)
    try:
        return (yield)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        notes[item.nodeid] = (time.perf_counter() - began, names())


def pytest_sessionfinish() -> None:
    """All of them in the file that was asked for."""
    Path(os.environ[PLACE]).write_text(json.dumps(notes), encoding="utf-8")
