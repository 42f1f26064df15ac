"""Product and ward are two: only the demonstration's own tests read the files that a ward would replace.

And no test depends on how fast the machine is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.package import PACKED, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

# A law holds on a busy machine too: how long an example takes is no matter of the tests.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

LIVE = (ROOT / "content", ROOT / "audio")
PRODUCT = tuple(ROOT / name for name in PACKED)
DEMONSTRATION = ROOT / "tests" / "demonstration"
READS = frozenset({"open", "os.listdir", "os.scandir"})
running: list[Path] = []


class LiveWardError(AssertionError):
    """A test of the product opened a file of the ward that stands in this clone."""


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Stop a product test at the very line where it reaches for the live ward."""
    if event not in READS or not running or not isinstance(arguments[0], str | Path):
        return
    path = Path(arguments[0])
    if not path.is_absolute() or any(path.is_relative_to(ours) for ours in PRODUCT):
        return
    if any(path.is_relative_to(live) for live in LIVE):
        raise LiveWardError(f"{path} is the demonstration's; tests/fixture/ward is the tests' own")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers more than there are cores: a third of the time each waits, for a browser, a voice or a lock."""
    return 2 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def pytest_configure() -> None:
    """Listen to what the process opens; the tests' own engine may speak, and none that this machine allows."""
    os.environ["LOA_ENGINES"] = str(ROOT / "tests" / "speech" / "voices" / "engines.txt")
    sys.addaudithook(refuse)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """A module that is read may not read the ward either."""
    return (yield from watched(collector.path))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Nor may a test or its fixtures."""
    return (yield from watched(item.path))


def watched(path: Path) -> Iterator[None]:
    """Refuse while a file of the product's tests is at work."""
    if not path.is_relative_to(DEMONSTRATION):
        running.append(path)
    try:
        return (yield)
    finally:
        running.clear()
