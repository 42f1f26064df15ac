"""A bulletin to print and to tag."""

from __future__ import annotations

from loaphuong.radio.episode import Chapter
from tests.making import a_slot

SLOT = a_slot()
CHAPTERS = (Chapter(0, 9000, "Lời xướng"), Chapter(9000, 65_000, "Con ngõ sạch & đẹp", ("con-ngo",)))
