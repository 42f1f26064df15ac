"""To fit a bulletin: pauses first, tempo second, then what is missing or too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.radio.studio.fit import MARGIN_SECONDS, Fit, fit_bulletin
from loaphuong.station.nouns import Pauses
from loaphuong.station.show import Bounds

BOUNDS, LIMITS = Bounds(300, 420, 360), Pauses(350, 500, 600, 700, 150, 700)
WRITTEN = (350,) * 80 + (500,) * 20


def fit(speech_seconds: float, pauses: tuple[int, ...] = WRITTEN, music_seconds: float = 7) -> Fit:
    """A bulletin of so much speech."""
    return fit_bulletin("Bản tin", Where("a"), speech_seconds * 1000, pauses, music_seconds * 1000, BOUNDS, LIMITS)


def total(speech_seconds: float, chosen: Fit, music_seconds: float = 7) -> float:
    """Its length in seconds."""
    return music_seconds + speech_seconds / chosen.tempo + sum(chosen.pauses_ms) / 1000


@pytest.mark.parametrize(
    ("speech", "pauses", "tempo"),
    [
        (315, "as written", 1.0),
        (330, "as written", 1.0),
        (345, "shorter", 1.0),
        (290, "longer", 1.0),
        (240, "longest", 1.0),
        (225, "longest", 0.98),
        (398, "shortest", 1.0),
        (419, "shortest", 1.06),
    ],
)
def test_the_mildest_change_is_chosen(speech: float, pauses: str, tempo: float) -> None:
    """Nothing, then pauses, then tempo."""
    chosen, written = fit(speech), sum(WRITTEN)
    sums = {
        "as written": sum(chosen.pauses_ms) == written,
        "shorter": 15_000 < sum(chosen.pauses_ms) < written,
        "longer": written < sum(chosen.pauses_ms) < 70_000,
        "longest": sum(chosen.pauses_ms) == 70_000,
        "shortest": sum(chosen.pauses_ms) < 20_000,
    }
    assert sums[pauses]
    assert chosen.tempo == pytest.approx(tempo, abs=0.021)


@pytest.mark.parametrize(
    ("speech", "id"), [(190, "too-short"), (0, "too-short"), (470, "too-long"), (2000, "too-long")]
)
def test_what_cannot_fit_says_by_how_much(speech: float, id: str) -> None:  # noqa: A002 - the catalogue's word
    """In seconds and in syllables."""
    with pytest.raises(Stopped) as stopped:
        fit(speech)
    (found,) = stopped.value.problems
    values = dict(found.values)
    assert found.id == id
    assert int(values["syllables"]) > 0
    assert values["syllables"] in found.hint
    seconds = int(values["seconds"])
    off = BOUNDS.minimum_seconds - seconds if id == "too-short" else seconds - BOUNDS.maximum_seconds
    assert int(values.get("missing") or values["surplus"]) == pytest.approx(off + MARGIN_SECONDS, abs=1)


@given(st.floats(200, 440), st.lists(st.integers(0, 2000), min_size=1, max_size=150))
def test_what_fits_is_within_all_bounds(speech: float, pauses: list[int]) -> None:
    """Seconds, pauses and tempo."""
    try:
        chosen = fit(speech, tuple(pauses))
    except Stopped:
        return
    assert BOUNDS.minimum_seconds < total(speech, chosen) < BOUNDS.maximum_seconds
    assert all(LIMITS.shortest_ms <= pause <= LIMITS.longest_ms for pause in chosen.pauses_ms)
    assert 0.94 <= chosen.tempo <= 1.06


def test_a_small_edit_changes_no_pause() -> None:
    """So that the other segments stay as they were mastered."""
    assert fit(315.0).pauses_ms == fit(315.6).pauses_ms == fit(309.0).pauses_ms
