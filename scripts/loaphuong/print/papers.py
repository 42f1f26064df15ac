"""The sizes that paper, panels and cards come in."""

from __future__ import annotations

from loaphuong.core.messages import N_
from loaphuong.print.nouns import Paper

A3 = Paper("a3", N_("A3"), 297, 420)
A4 = Paper("a4", N_("A4"), 210, 297)
A5 = Paper("a5", N_("A5"), 148, 210)
A6 = Paper("a6", N_("A6"), 105, 148)
CARD = (90.0, 55.0)
# A panel is cut: 10 mm more on each side.
PANEL = Paper("80x180", N_("Panel of 80 × 180 cm"), 800, 1800, 10)
WIDE_PANEL = Paper("120x240", N_("Panel of 120 × 240 cm"), 1200, 2400, 10)
