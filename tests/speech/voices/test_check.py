"""Whether a sentence is whole: its end is heard, whatever engine sent it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from loaphuong.speech import voices
from loaphuong.speech.nouns import Clip, SpokenText
from loaphuong.speech.sound import peaks, silence, trim
from loaphuong.speech.voices.check import cut_off
from tests.making import a_station

# “giờ”, “sở” and “ngõ” the embedded voice ends at full voice; “được”, “một” and “giúp” it ends on a closed consonant.
ENDS = ("giờ", "sở", "ngõ", "được", "một", "giúp", "nhà", "bảy", "phường", "xanh", "cảm", "ơn", "trước", "việc", "đêm")
LEADS = ("bà con trong ngõ", "sáng nay các cháu và", "tổ dân phố số chín họp lúc")
ALL_OF_IT = 0


@cache
def whole() -> tuple[tuple[SpokenText, Clip], ...]:
    """Sentences of the embedded voice as they leave it, ended by each of these words."""
    voice = voices.open_voice(a_station().voices[0], Path())
    texts = [SpokenText(f"{LEADS[place % len(LEADS)]} {word}.") for place, word in enumerate(ENDS)]
    return tuple((text, voice.speak(text)) for text in texts)


def kept(clip: Clip, lost_ms: int, tail_ms: int = 0) -> Clip:
    """A clip as the cache keeps it, after so much of what is heard was lost, or with silence sent after it."""
    pcm, unit = clip.pcm, clip.rate_hz // 1000 * 2
    if lost_ms:
        levels = peaks(pcm, clip.rate_hz, 1)
        soft = max(levels) // 100
        heard_ms = max(ms for ms, level in enumerate(levels, start=1) if level > soft)
        pcm = pcm[: (heard_ms - lost_ms) * unit]
    else:
        pcm += silence(clip.rate_hz, tail_ms)
    return replace(clip, pcm=trim(pcm, clip.rate_hz))


@pytest.mark.parametrize("tail_ms", [0, 30, 200])
def test_whole_sentences_are_never_called_cut(tail_ms: int) -> None:
    """However much silence the engine leaves; nor where it clears it away, and station.toml says so."""
    assert cut_off([(text, kept(clip, ALL_OF_IT, tail_ms)) for text, clip in whole()]) == ()
    bare = [(text, replace(clip, pcm=clip.pcm[: len(clip.pcm.rstrip(b"\0")) // 2 * 2])) for text, clip in whole()]
    assert len(cut_off(bare)) == len(bare)
    assert cut_off(bare, trimmed=True) == ()


def test_a_sentence_that_lost_its_end_is_found_among_whole_ones() -> None:
    """At least 19 in 20, of 60 to 300 ms, and no other with it."""
    heard = [(text, kept(clip, ALL_OF_IT)) for text, clip in whole()]
    found = 0
    lost = [(place, ms) for place in range(len(heard)) for ms in (60, 130, 300)]
    for place, ms in lost:
        text, clip = whole()[place]
        named = cut_off([*heard[:place], (text, kept(clip, ms)), *heard[place + 1 :]])
        assert set(named) <= {text}
        found += text in named
    assert found >= 0.95 * len(lost)


def test_a_voice_that_cuts_many_is_not_believed_at_all() -> None:
    """Its other sentences may be cut within a consonant; a single sentence is judged too."""
    heard = [(text, kept(clip, 150 if place % 2 else ALL_OF_IT)) for place, (text, clip) in enumerate(whole())]
    assert len(cut_off(heard)) == len(heard)
    assert cut_off(heard[1:2]) == (heard[1][0],)
    assert cut_off(heard[:1]) == ()
    lost = [(text, kept(clip, 150)) for text, clip in whole()]
    assert len(cut_off(lost, trimmed=True)) == len(lost)


def test_a_person_breathes_between_two_sentences() -> None:
    """What is heard of the room is no lost end; a word broken off is."""
    text, clip = whole()[0]
    room = b"".join(level.to_bytes(2, "little", signed=True) for level in (180, -170, 160, -190)) * 2000
    read = replace(clip, pcm=clip.pcm + room, synthetic=False)
    assert cut_off([(text, read)]) == ()
    assert cut_off([(text, replace(kept(clip, 100), synthetic=False))]) == (text,)
    assert cut_off([(text, replace(kept(clip, ALL_OF_IT, 200), synthetic=False)) for text, clip in whole()]) == ()
