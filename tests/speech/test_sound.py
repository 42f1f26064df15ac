"""Sound in memory: whatever comes is read or refused, and nothing that is heard is cut off."""

from __future__ import annotations

import array
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.speech import sound
from loaphuong.speech.sound import from_wav, to_wav
from tests.speech.voices.fake_engines import tone

SAMPLES = st.lists(st.integers(-32768, 32767), max_size=400).map(lambda values: array.array("h", values).tobytes())


@given(SAMPLES, st.sampled_from([8000, 22_050, 48_000]))
def test_what_is_written_is_read(pcm: bytes, rate: int) -> None:
    """Samples and rate."""
    if pcm:
        assert sound.from_wav(sound.to_wav(pcm, rate)) == (pcm, rate)


def test_half_of_a_file_is_refused() -> None:
    """A header that is longer than its data; a stream whose length nobody knew is read to its end."""
    whole = sound.to_wav(tone(0.1), 16_000)
    with pytest.raises(ValueError, match="bytes of sound"):
        sound.from_wav(whole[: len(whole) * 72 // 100])
    for unknown in (0, 0x7FFFFFFF, 0xFFFFFFFF):
        streamed = whole[:40] + struct.pack("<I", unknown) + whole[44:]
        assert sound.from_wav(streamed) == sound.from_wav(whole)


@given(st.integers(0, 43), st.integers(0, 255), st.binary(max_size=30))
def test_a_damaged_file_is_read_or_refused(at: int, value: int, tail: bytes) -> None:
    """By ValueError, never otherwise."""
    data = bytearray(sound.to_wav(tone(0.02), 16_000))
    data[at] = value
    for damaged in (bytes(data), bytes(data[: at + 1]), bytes(data[: at + 1]) + tail):
        try:
            pcm, rate = sound.from_wav(damaged)
        except ValueError:
            continue
        assert len(pcm) % 2 == 0
        assert 8000 <= rate <= 192_000


def _wav(kind: int, channels: int, bits: int, samples: bytes) -> bytes:
    form = struct.pack("<HHIIHH", kind, channels, 16_000, 0, 0, bits)
    if kind == sound.EXTENSIBLE:
        form += struct.pack("<HHIH", 22, bits, 0, sound.PCM) + bytes(14)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("kind", "channels", "bits", "samples", "expected"),
    [
        (1, 1, 8, b"\x80\xff", (0, 32512)),
        (1, 1, 24, b"\x00\x00\x40\x00\x00\xc0", (16384, -16384)),
        (1, 1, 32, b"\x00\x00\x00\x40", (16384,)),
        (1, 2, 16, struct.pack("<hh", 1000, 3000), (2000,)),
        (0xFFFE, 1, 16, struct.pack("<h", 77), (77,)),
    ],
)
def test_other_shapes_become_16_bit_mono(
    kind: int, channels: int, bits: int, samples: bytes, expected: tuple[int, ...]
) -> None:
    """8, 24 and 32 bits, stereo, the extensible header."""
    pcm, rate = sound.from_wav(_wav(kind, channels, bits, samples))
    assert rate == 16_000
    assert array.array("h", pcm).tolist() == list(expected)


@given(st.integers(0, 900), st.integers(1, 400), st.integers(0, 900))
def test_trimming_takes_silence_only(before: int, loud: int, after: int) -> None:
    """And leaves at most 30 ms of it at each end."""
    voice = array.array("h", [9000, -9000] * (loud * 8)).tobytes()
    pcm = sound.silence(16_000, before) + voice + sound.silence(16_000, after)
    kept = sound.trim(pcm, 16_000)
    assert voice in kept
    assert len(kept) <= len(voice) + 2 * 16 * 2 * 31


def test_silence_trims_to_nothing() -> None:
    """Whatever its length."""
    assert sound.trim(sound.silence(22_050, 700), 22_050) == b""
    assert sound.peak_dbfs(sound.silence(8000, 10)) == sound.QUIETEST_DBFS


@pytest.mark.parametrize(
    ("samples", "runs"),
    [([32767] * 3, 0), ([32767] * 4, 1), ([-32768] * 9, 2), ([128] * 12, 0), ([0, 32767, 32767, 0] * 5, 0)],
)
def test_clipping_is_a_run_at_the_end_of_the_scale(samples: list[int], runs: int) -> None:
    """Four samples long; no pattern across two samples fools it."""
    assert sound.clipped_runs(array.array("h", samples).tobytes()) == runs


LEVELS = [(32_768, 0.0), (16_384, -6.0206), (3276.8, -20.0), (32.768, -60.0), (0.01, -120.0), (0, -120.0)]


@pytest.mark.parametrize(("sample", "dbfs"), LEVELS)
def test_a_sample_in_decibels(sample: float, dbfs: float) -> None:
    """Full scale is 0 dBFS, a tenth of it -20; silence has a floor."""
    assert sound.decibels(sample) == pytest.approx(dbfs, abs=0.001)


@given(st.integers(1, 32_768))
def test_decibels_lead_back_to_the_sample(sample: int) -> None:
    """There and back is the same sample."""
    assert sound.amplitude(sound.decibels(sample)) == sample


def test_peak_and_level_of_a_square_wave_are_its_height() -> None:
    """Of all waves only this one has its peak for its mean level."""
    square = array.array("h", [16_384, -16_384] * 500).tobytes()
    assert sound.peak_dbfs(square) == pytest.approx(-6.02, abs=0.01)
    assert sound.level_dbfs(square) == pytest.approx(-6.02, abs=0.01)


def test_wav_of_many_kinds_is_read() -> None:
    """Streaming sizes, odd chunks, extensible headers, 8 to 32 bits."""
    plain = to_wav(tone(0.5), 16_000)
    pcm, rate = from_wav(plain)
    streaming = plain[:4] + b"\xff\xff\xff\xff" + plain[8:40] + b"\xff\xff\xff\xff" + plain[44:]
    odd = plain[:12] + b"LIST\x03\x00\x00\x00abc\x00" + plain[12:]
    assert from_wav(streaming) == from_wav(odd) == (pcm, rate)
    with pytest.raises(ValueError, match="kind 3"):
        from_wav(plain[:20] + b"\x03\x00" + plain[22:])


def test_the_shortest_extended_head_names_its_kind() -> None:
    """26 bytes hold it; a head that ends before says no kind that is known."""
    whole = _wav(sound.EXTENSIBLE, 1, 16, b"\x01\x00")

    def cut(size: int) -> bytes:
        return whole[:16] + struct.pack("<I", size) + whole[20 : 20 + size] + whole[60:]

    assert from_wav(cut(26))[0] == b"\x01\x00"
    with pytest.raises(ValueError, match="kind 65534"):
        from_wav(cut(24))
