"""The product's two tunes, plucked by arithmetic: `python scripts/pluck_jingles.py FOLDER` writes them.

Strings in the manner of the đàn tranh (Karplus and Strong's algorithm), in the five notes of the Bắc mode. The same
bytes on every machine: whole-number noise from a seeded generator, and no library.
"""

from __future__ import annotations

import array
import random
import sys
from pathlib import Path

from loaphuong.core.files import write_bytes
from loaphuong.radio.studio.jingles import RATE_HZ, STING, TUNE
from loaphuong.speech.sound import to_wav

# Hò xự xang xê cống over two octaves, in Hz.
NOTES = {"D3": 146.83, "G3": 196.0, "A3": 220.0} | {
    f"{name}{octave}": hertz * 2 ** (octave - 4)
    for octave in (4, 5, 6)
    for name, hertz in (("D", 293.66), ("E", 329.63), ("G", 392.0), ("A", 440.0), ("B", 493.88))
}
Note = tuple[float, str, float]  # seconds from the start, name, strength

GLISSANDO: tuple[Note, ...] = tuple(
    (0.05 + 0.055 * step, name, 0.35 + 0.03 * step)
    for step, name in enumerate(("D4", "E4", "G4", "A4", "B4", "D5", "E5", "G5"))
)
MELODY: tuple[Note, ...] = (
    (0.75, "A5", 0.9), (1.05, "G5", 0.7), (1.35, "E5", 0.8), (1.65, "G5", 0.7), (1.95, "A5", 0.9),
    (2.55, "D5", 0.9), (2.85, "E5", 0.7), (3.15, "G5", 0.8), (3.45, "E5", 0.7), (3.75, "D5", 0.9),
    (4.35, "B4", 0.7), (4.65, "D5", 0.7), (4.95, "E5", 0.7), (5.25, "D5", 0.9),
)  # fmt: skip
BASS: tuple[Note, ...] = ((0.75, "D3", 0.7), (1.95, "A3", 0.5), (2.55, "G3", 0.6), (3.75, "D3", 0.6),
                          (4.35, "G3", 0.5), (5.25, "D3", 0.8), (5.25, "A4", 0.5))  # fmt: skip
SIGNATURE = (7.4, (*GLISSANDO, *MELODY, *BASS))
BREAK = (0.85, ((0.03, "A4", 0.6), (0.11, "D5", 0.7), (0.19, "E5", 0.7), (0.27, "A5", 0.9)))


def pluck(hertz: float, seconds: float, seed: int) -> array.array[float]:
    """One string: a burst of noise that its own delay line smooths away, the tuning held by interpolation."""
    period = RATE_HZ / hertz - 0.5
    size = int(period)
    fraction = period - size
    noise = random.Random(seed)  # noqa: S311 - a tune needs no secrets
    line = [noise.randrange(-1000, 1001) / 1000 for _ in range(size + 1)]
    for _ in range(2):  # a finger, not a plectrum
        line = [(before + after) / 2 for before, after in zip(line, line[1:] + line[:1], strict=True)]
    out = array.array("d", line)
    damping = 0.9985 if hertz < 300 else 0.9965
    for at in range(size + 1, int(seconds * RATE_HZ)):
        near = out[at - size] * (1 - fraction) + out[at - size - 1] * fraction
        out.append(damping * (0.6 * near + 0.4 * out[at - size - 1]))
    return out


def synthesize(seconds: float, notes: tuple[Note, ...]) -> bytes:
    """16-bit samples at 48 kHz, the loudest at -6 dBFS, faded out at the end."""
    total = int(seconds * RATE_HZ)
    mixed = array.array("d", bytes(8 * total))
    for number, (start, name, strength) in enumerate(notes):
        first = int(start * RATE_HZ)
        for offset, value in enumerate(pluck(NOTES[name], min(2.6, seconds - start), number)):
            if first + offset < total:
                mixed[first + offset] += strength * value
    fade = int(min(seconds * 0.3, 1.2) * RATE_HZ)
    for step in range(fade):
        mixed[total - 1 - step] *= step / fade
    scale = 32767 * 0.5 / max(map(abs, mixed))
    return array.array("h", (round(value * scale) for value in mixed)).tobytes()


def main(folder: Path) -> None:
    """Write the tune and the sting."""
    for name, (seconds, notes) in ((TUNE, SIGNATURE), (STING, BREAK)):
        write_bytes(folder / name, to_wav(synthesize(seconds, notes), RATE_HZ))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
