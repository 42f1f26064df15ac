"""Sound in memory: signed 16-bit mono samples and their rate, in and out of WAV, and how loud they are."""

from __future__ import annotations

import io
import math
import struct
import warnings
import wave

with warnings.catch_warnings():
    # Python before 3.13 warns of audioop's end; after it, the audioop-lts wheel is the module.
    warnings.simplefilter("ignore", DeprecationWarning)
    import audioop

FULL_SCALE = 32768.0
QUIETEST_DBFS = -120.0
PCM, EXTENSIBLE = 0x0001, 0xFFFE
# A size from here on is that of a stream whose length was not known.
STREAMED = 0x7FFFFF00


def decibels(amplitude: float) -> float:
    """A sample value as dBFS; silence is -120."""
    return max(20 * math.log10(amplitude / FULL_SCALE), QUIETEST_DBFS) if amplitude > 0 else QUIETEST_DBFS


def peak_dbfs(pcm: bytes) -> float:
    """The highest sample."""
    return decibels(audioop.max(pcm, 2))


def level_dbfs(pcm: bytes) -> float:
    """The mean level (RMS)."""
    return decibels(audioop.rms(pcm, 2))


def peaks(pcm: bytes, rate_hz: int, window_ms: int = 10) -> list[int]:
    """The highest absolute sample of each whole window; the last, shorter one is kept too."""
    size = max(rate_hz * window_ms // 1000, 1) * 2
    return [audioop.max(pcm[at : at + size], 2) for at in range(0, len(pcm), size)]


def ratio(level_db: float) -> float:
    """A level in dB as the factor of an amplitude."""
    return float(10 ** (level_db / 20))


def amplitude(dbfs: float) -> int:
    """dBFS as a sample value."""
    return round(FULL_SCALE * ratio(dbfs))


def clipped_runs(pcm: bytes, length: int = 4) -> int:
    """How many times `length` samples in a row stand at the same end of the scale: what clipping leaves behind."""
    found = 0
    for end in (b"\xff\x7f", b"\x00\x80"):
        run, at = end * length, 0
        while (at := pcm.find(run, at)) >= 0:
            if at % 2:  # bytes of two samples that only look like the pattern
                at += 1
                continue
            found += 1
            at += len(run)
    return found


def trim(pcm: bytes, rate_hz: int, threshold_dbfs: float = -50.0, keep_ms: int = 20) -> bytes:
    """Without the silence at both ends, but for `keep_ms`; empty if all of it is silence."""
    limit, size = amplitude(threshold_dbfs), max(rate_hz // 100, 1) * 2
    loud = [index for index, peak in enumerate(peaks(pcm, rate_hz)) if peak > limit]
    if not loud:
        return b""
    keep = rate_hz * keep_ms // 1000 * 2
    return pcm[max(loud[0] * size - keep, 0) : (loud[-1] + 1) * size + keep]


def silence(rate_hz: int, ms: float) -> bytes:
    """So many milliseconds of nothing."""
    return bytes(round(rate_hz * ms / 1000) * 2)


def from_wav(data: bytes) -> tuple[bytes, int]:
    """The samples as 16-bit mono, and the rate in Hz; ValueError says what is wrong with the file.

    Read by hand because programs that stream WAV leave sizes of 0 or 2 to 4 GiB in the header, which `wave` trusts. Any
    other size must be there whole.
    """
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ValueError("not a WAV file")
    shape: tuple[int, int, int, int] | None = None
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        body = at + 8
        if name == b"fmt " and body + 16 <= len(data):
            kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", data, body)
            if kind == EXTENSIBLE and size >= 26 and body + 26 <= len(data):
                kind = struct.unpack_from("<H", data, body + 24)[0]
            shape = (kind, channels, rate, bits)
        if name == b"data":
            if 0 < size < STREAMED and body + size > len(data):
                raise ValueError(f"{len(data) - body} of {size} bytes of sound")
            return _mono(data[body : body + size] if 0 < size < STREAMED else data[body:], shape)
        at = body + size + size % 2
    raise ValueError("no samples")


def _mono(samples: bytes, shape: tuple[int, int, int, int] | None) -> tuple[bytes, int]:
    if shape is None:
        raise ValueError("no format")
    kind, channels, rate, bits = shape
    if kind != PCM or bits not in {8, 16, 24, 32}:
        raise ValueError(f"samples of kind {kind} with {bits} bits")
    if channels not in {1, 2}:
        raise ValueError(f"{channels} channels")
    if not 8000 <= rate <= 192_000:
        raise ValueError(f"{rate} Hz")
    width = bits // 8
    samples = samples[: len(samples) // (width * channels) * width * channels]
    if width == 1:
        samples = audioop.bias(samples, 1, -128)
    if width != 2:
        samples = audioop.lin2lin(samples, width, 2)
    if channels == 2:
        samples = audioop.tomono(samples, 2, 0.5, 0.5)
    return samples, rate


def to_wav(pcm: bytes, rate_hz: int) -> bytes:
    """A plain WAV file."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(pcm)
    return stream.getvalue()
