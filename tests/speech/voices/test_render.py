"""Many sentences at once: kept, parallel, and honest about what could not be said."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.speech import voices
from loaphuong.station.nouns import VoiceSettings
from tests.making import a_station
from tests.speech.voices.fake_engines import a_voice, said

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.speech.nouns import Clip, Utterance

SENTENCES = tuple(said(f"{word} bà con trong ngõ quét sạch lối đi.") for word in ("sáng", "trưa", "chiều", "tối"))


def rendered(root: Path, utterances: tuple[Utterance, ...], *settings: VoiceSettings) -> tuple[Clip, ...]:
    """In a thread: no process to start, and none to kill."""
    with ThreadPoolExecutor(2) as pool:
        return voices.render(utterances, settings or (a_voice(),), root, executor=pool)


def problems(root: Path, utterances: tuple[Utterance, ...], *settings: VoiceSettings, jobs: int = 0) -> list[str]:
    """The ids of what was found wrong."""
    with ThreadPoolExecutor(2) as pool, pytest.raises(Stopped) as stopped:
        voices.render(utterances, settings, root, jobs=jobs, executor=None if jobs else pool)
    return [found.id for found in stopped.value.problems]


def test_each_utterance_gets_its_clip_in_order(tmp_path: Path) -> None:
    """Also when a sentence comes twice, which is spoken once."""
    logged = a_voice(log="log.txt")
    clips = rendered(tmp_path, (*SENTENCES, SENTENCES[0]), logged)
    assert len(clips) == 5
    assert clips[0] == clips[4]
    assert len({clip.pcm for clip in clips}) == 4
    assert len((tmp_path / "log.txt").read_text().splitlines()) == 4


def test_what_is_kept_is_not_spoken_again(tmp_path: Path) -> None:
    """And an edited sentence costs itself only."""
    logged = a_voice(log="log.txt")
    first = rendered(tmp_path, SENTENCES, logged)
    edited = (*SENTENCES[:3], said("tối nay cả ngõ cùng vui."))
    assert rendered(tmp_path, edited, logged)[:3] == first[:3]
    assert len((tmp_path / "log.txt").read_text().splitlines()) == 5


WORDS = "bà con trong ngõ cùng nhau quét sạch lối đi trước khi các cháu đến trường"
MANY = tuple(said(f"{' '.join(WORDS.split()[: 8 + number])}.") for number in range(8))


def test_a_voice_that_loses_its_ends_is_caught(tmp_path: Path) -> None:
    """A server that sends the first 72 % of each sentence: all are spoken by the fallback, or named."""
    cutting, other = a_voice("cut", "cuts", fallback="khac"), a_voice("khac")
    utterances = tuple(replace(one, voice="cut") for one in MANY)
    clips = rendered(tmp_path, utterances, cutting, other)
    assert {clip.voice for clip in clips} == {"khac"}
    assert rendered(tmp_path, utterances, cutting, other) == clips
    assert set(problems(tmp_path, utterances, replace(cutting, fallback=None))) == {"voice-cut"}


def test_one_sentence_without_its_end_is_spoken_by_the_fallback(tmp_path: Path) -> None:
    """The others stay with their voice; without a fallback it is named, and asked for again by the next run."""
    words = "các cháu vào lớp một cắt trống cuts."
    cut, other = a_voice("gia", fallback="khac"), a_voice("khac", "deaf")
    clips = rendered(tmp_path, (*MANY, said(words)), cut, other)
    assert [clip.voice for clip in clips] == ["gia"] * len(MANY) + ["khac"]
    assert problems(tmp_path, (*MANY, said(words)), cut, a_voice("khac")) == ["voice-cut", "voice-cut"]
    alone = replace(cut, fallback=None)
    assert problems(tmp_path, (*MANY, said(words)), alone) == ["voice-cut"]
    assert problems(tmp_path, (*MANY, said(words)), alone) == ["voice-cut"]


@pytest.mark.parametrize("damage", [b"", b"LOA1", b"nothing of ours", None])
def test_a_damaged_entry_is_spoken_anew(tmp_path: Path, damage: bytes | None) -> None:
    """Empty, cut short, of another kind, or with one bit turned."""
    logged = a_voice(log="log.txt")
    first = rendered(tmp_path, SENTENCES[:1], logged)
    (entry,) = (tmp_path / "audio/cache/voices").rglob("*.clip")
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    assert rendered(tmp_path, SENTENCES[:1], logged) == first
    assert len((tmp_path / "log.txt").read_text().splitlines()) == 2
    assert entry.read_bytes() == whole


@pytest.mark.parametrize(
    ("does", "expected"),
    [
        ("fails", "voice-failed"),
        ("silent", "voice-silent"),
        ("nothing", "voice-silent"),
        ("slow", "voice-long"),
    ],
)
def test_a_sentence_that_cannot_be_said_is_named_and_not_kept(tmp_path: Path, does: str, expected: str) -> None:
    """The others are kept."""
    bad = said(f"câu này thì {does}.")
    assert problems(tmp_path, (*SENTENCES, bad), a_voice()) == [expected]
    assert len(list((tmp_path / "audio/cache/voices").rglob("*.clip"))) == len(SENTENCES)


def test_every_bad_sentence_is_named_in_one_run(tmp_path: Path) -> None:
    """In the order of the script."""
    bad = tuple(said(f"câu {number} {does}.") for number, does in ((1, "silent"), (2, "fails"), (3, "silent")))
    assert problems(tmp_path, bad, a_voice()) == ["voice-silent", "voice-failed", "voice-silent"]


def test_half_a_sentence_is_found_by_the_pace_of_the_others(tmp_path: Path) -> None:
    """And forgotten, so that the next run speaks it anew."""
    more = tuple(said(f"{word} nay tổ dân phố họp bàn việc chung của ngõ.") for word in ("hôm", "chiều", "sáng"))
    bad = said("câu này giọng chỉ đọc được một nửa half.")
    assert problems(tmp_path, (*SENTENCES, *more, bad), a_voice()) == ["voice-short"]
    assert len(list((tmp_path / "audio/cache/voices").rglob("*.clip"))) == 7


def test_a_voice_that_fails_falls_back_where_the_station_says_so(tmp_path: Path) -> None:
    """The clip names who really spoke."""
    bad, good = a_voice("hong", "fails", fallback="lanh"), a_voice("lanh")
    clips = rendered(tmp_path, (said("chào bà con.", "hong"),), bad, good)
    assert [clip.voice for clip in clips] == ["lanh"]


def test_a_voice_that_this_machine_lacks_falls_back_too(tmp_path: Path) -> None:
    """Its identity says that it is absent, so that its coming back is another episode."""
    absent = VoiceSettings("piper", "Vắng", True, (("model", "khong-co.onnx"),), "lanh", "vang")
    clips = rendered(tmp_path, (said("chào bà con.", "vang"),), absent, a_voice("lanh"))
    assert [clip.voice for clip in clips] == ["lanh"]
    assert voices.identities((absent, a_voice("lanh")), tmp_path)["vang"].startswith("absent piper | fake")


def test_without_a_fallback_no_other_voice_speaks(tmp_path: Path) -> None:
    """However many there are."""
    assert problems(tmp_path, (said("chào bà con.", "hong"),), a_voice("hong", "fails"), a_voice("lanh")) == [
        "voice-failed"
    ]


def test_fallbacks_in_a_circle_end(tmp_path: Path) -> None:
    """Each is asked once."""
    one, two = a_voice("mot", "fails", fallback="hai"), a_voice("hai", "silent", fallback="mot")
    assert problems(tmp_path, (said("chào bà con.", "mot"),), one, two) == ["voice-failed", "voice-silent"]


def test_an_unknown_voice_is_named(tmp_path: Path) -> None:
    """With those there are."""
    assert problems(tmp_path, (said("chào bà con.", "ai"),), a_voice()) == ["voice-unknown"]


def test_a_crash_and_a_hang_are_named_and_the_others_kept(tmp_path: Path) -> None:
    """The engine dies in a process of its own."""
    bad = (said("câu này crashes."), said("câu kia hangs."))
    impatient = a_voice(timeout_seconds="-4.5")
    assert problems(tmp_path, (*SENTENCES, *bad), impatient, jobs=2) == ["voice-crashed", "voice-crashed"]
    assert len(list((tmp_path / "audio/cache/voices").rglob("*.clip"))) == len(SENTENCES)


def test_a_crashing_voice_falls_back(tmp_path: Path) -> None:
    """As one that says it failed."""
    clips = voices.render(
        (said("chào bà con.", "hong"), said("xin cảm ơn.", "hong")),
        (a_voice("hong", "crashes", fallback="lanh"), a_voice("lanh")),
        tmp_path,
    )
    assert [clip.voice for clip in clips] == ["lanh", "lanh"]


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    """With the real embedded voice, in any order."""
    station = a_station()
    utterances = tuple(said(one.spoken.words, voice) for one in SENTENCES for voice in ("lan", "minh"))
    alone = voices.render(utterances, station.voices, tmp_path / "1", jobs=1)
    together = voices.render(utterances[::-1], station.voices, tmp_path / "3", jobs=3)[::-1]
    assert alone == together


def test_processes_serve_many_calls_and_outlive_a_crash(tmp_path: Path) -> None:
    """One pool for several episodes; after a crash the rest is still said."""
    with voices.processes(1) as pool:
        first = voices.render(SENTENCES[:2], (a_voice(),), tmp_path, executor=pool)
        with pytest.raises(Stopped) as stopped:
            voices.render((*SENTENCES, said("câu này crashes.")), (a_voice(),), tmp_path, executor=pool)
        later = voices.render((*SENTENCES[:2], said("câu sau cùng.")), (a_voice(),), tmp_path, executor=pool)
    assert [found.id for found in stopped.value.problems] == ["voice-crashed"]
    assert later[:2] == first


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    """(done, all), from what is kept to everything."""
    told: list[tuple[int, int]] = []
    with ThreadPoolExecutor(1) as pool:
        voices.render(SENTENCES, (a_voice(),), tmp_path, executor=pool, progress=lambda *now: told.append(now))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.skipif(os.name != "posix", reason="a rights test")
def test_a_folder_that_cannot_be_written_is_nobodys_failure(tmp_path: Path) -> None:
    """No fallback speaks because the disk is closed."""
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio/cache").write_text("a file where a folder must be")
    found = problems(tmp_path, (said("chào bà con."),), a_voice(fallback="lanh"), a_voice("lanh"))
    assert found == ["not-writable"]


def test_identities_name_every_wrong_voice_at_once(tmp_path: Path) -> None:
    """Not only the first."""
    wrong = (a_voice("mot"), a_voice("hai", fallback="ba"))
    with pytest.raises(Stopped) as stopped:
        voices.identities((*wrong, *a_station(voices=()).voices, _espeak(rate="9999"), _espeak(giong="x")), tmp_path)
    assert {found.id for found in stopped.value.problems} == {"voice-unknown", "voice-option", "voice-unknown-option"}


def _espeak(**options: str) -> VoiceSettings:
    return VoiceSettings("espeak", "Lan", True, tuple(options.items()), name="lan" + "".join(options))
