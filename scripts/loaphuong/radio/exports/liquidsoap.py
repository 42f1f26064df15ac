"""A Liquidsoap script that plays each file at its time, and the plan it reads again and again while it runs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaphuong.radio.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath

    from loaphuong.radio.exports.playlist import Track

SCRIPT, PLAN, LOG = "loa-phuong.liq", "loa-phuong.json", "loa-phuong.log"
LATE_SECONDS = 60  # a machine that wakes up later than this after a slot leaves it out
REREAD_SECONDS = 5
BLANK_SECONDS = 3
BLANK_DB = -45
RATE_HZ = 48_000
# What the script calls the way to the loudspeaker: its log is read by this name (plays/liquidsoap_log.py).
OUTPUT = "loa_phuong"
# A program of its own holds the sound card: without one it ends and is started again, and the script goes on.
SPEAKER = f"aplay -q -t raw -f S16_LE -c 2 -r {RATE_HZ} -"


def script(folder: PurePath) -> bytes:
    """The script, for a plan and a log in this folder (absolute); it stays the same whatever is planned."""
    return render(
        "loa-phuong.liq",
        plan=str(folder / PLAN),
        log=str(folder / LOG),
        speaker=SPEAKER,
        output=OUTPUT,
        rate_hz=RATE_HZ,
        late_seconds=LATE_SECONDS,
        reread_seconds=REREAD_SECONDS,
        blank_seconds=BLANK_SECONDS,
        blank_db=BLANK_DB,
    ).encode()


def plan(tracks: Iterable[Track]) -> bytes:
    """What is to be played: seconds since 1970, the slot, the file by its absolute path."""
    listed = [{"at": each.slot.starts_at.timestamp(), "slot": each.slot.name, "file": each.file} for each in tracks]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()
