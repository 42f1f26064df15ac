"""What a profile asks of the sound, as filters, and how its loudness is met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaphuong.radio.studio import mastering
from loaphuong.station.nouns import Profile

LOUD = Profile(250, 7000, 3000, 4.0, -24.0, 4.0, -16.0, -1.5, "loa")
HIGH = "highpass=f=250:poles=2"
LOW = "lowpass=f=7000:poles=2"
PRESENCE = "equalizer=f=3000:t=q:w=1:g=4"
COMPRESSION = f"acompressor=threshold=-24dB:ratio=4:attack={mastering.ATTACK_MS}:release={mastering.RELEASE_MS}"


@pytest.mark.parametrize(
    ("profile", "rate_hz", "filters"),
    [
        (LOUD, 48_000, [HIGH, LOW, PRESENCE, COMPRESSION]),
        (replace(LOUD, lowpass_hz=None), 48_000, [HIGH, PRESENCE, COMPRESSION]),
        (LOUD, 14_002, [HIGH, LOW, PRESENCE, COMPRESSION]),
        (LOUD, 14_000, [HIGH, PRESENCE, COMPRESSION]),
        (replace(LOUD, presence_db=0.0), 48_000, [HIGH, LOW, COMPRESSION]),
        (replace(LOUD, compress_ratio=1.0), 48_000, [HIGH, LOW, PRESENCE]),
        (replace(LOUD, compress_ratio=1.5), 48_000, [HIGH, LOW, PRESENCE, COMPRESSION.replace("ratio=4", "ratio=1.5")]),
    ],
)
def test_a_profile_as_filters(profile: Profile, rate_hz: int, filters: list[str]) -> None:
    """Band, presence and compression, each where it does something."""
    assert mastering.effects(profile, rate_hz) == ",".join(filters)


KNOWN = ((-18.0, 0.2), (-16.0, 1.2), (-15.5, 2.2))


@pytest.mark.parametrize(
    ("target", "step"),
    [(-18.0, 0.2), (-17.0, 0.7), (-16.0, 1.2), (-15.75, 1.7), (-18.5, -0.05), (-30.0, -1.0), (-15.25, 2.4)],
)
def test_the_step_that_meets_the_loudness(target: float, step: float) -> None:
    """On the line through the nearest two, beyond them too, within what is sensible."""
    assert mastering.interpolate(target, KNOWN) == pytest.approx(step)


def test_where_more_gain_makes_nothing_louder() -> None:
    """The greater step is taken, and nothing is divided by next to nothing."""
    assert mastering.interpolate(-10.0, ((-16.0, 0.0), (-15.98, 2.0))) == 2.0


def test_the_last_word_of_a_meter() -> None:
    """It tells the loudness many times; silence has none."""
    assert mastering.loudness("I: -20.0 LUFS\n I:   -16.3 LUFS\nLRA: 2 LU") == -16.3
    assert mastering.loudness("I: -inf LUFS") == float("-inf")
