"""docs/reading.md is the standard, and it is true: each of its examples reads as it says."""

from __future__ import annotations

from loaphuong.speech.spoken import Reader
from tests.package import ROOT

READER = Reader()


def examples() -> list[tuple[str, str]]:
    """The rows of its tables of what is written and what is said."""
    found: list[tuple[str, str]] = []
    wanted = False
    for line in (ROOT / "docs" / "reading.md").read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            wanted = False
        elif line == "| written | spoken |":
            wanted = True
        elif wanted and not line.startswith("|-"):
            written, spoken = line.strip("|").split("|")
            found.append((written.strip().replace("&#124;", "|"), spoken.strip()))
    return found


def test_every_example_of_the_standard() -> None:
    """What the page says is what a listener hears."""
    heard = [(written, READER.read(written).line) for written, _ in examples()]
    assert heard == examples()


def test_every_chapter_has_examples() -> None:
    """None was lost by a change of its table."""
    assert len(examples()) >= 100
