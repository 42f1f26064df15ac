"""What the tunes add to a bulletin, before it is made: for planning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loaphuong.radio.studio import jingles
from loaphuong.radio.studio.assembly import TUNE_CLEAR_MS
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from pathlib import Path


class TuneDurations(NamedTuple):
    """Seconds of the tune alone, and of a sting."""

    tune: float
    sting: float

    def before(self, kind: ItemKind) -> float:
        """Seconds of music before an item of this kind."""
        if kind is ItemKind.IDENT:
            return self.tune
        return 0.0 if kind in {ItemKind.CONTENTS, ItemKind.SIGN_OFF} else self.sting


def measure_tunes(root: Path) -> TuneDurations:
    """How long the station's tunes are heard; nothing where it has none."""
    tune, sting = (len(pcm) / 2 / jingles.RATE_HZ for pcm in jingles.tunes(root, jingles.RATE_HZ))
    return TuneDurations(min(tune, TUNE_CLEAR_MS / 1000), sting)
