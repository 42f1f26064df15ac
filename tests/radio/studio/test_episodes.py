"""Whole episodes: what lies in a package, what is made again and what is not, and what never gets a final name."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
import wave
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mutagen.mp3 import MP3

from loaphuong.core.files import UNFINISHED, beside_of
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import studio
from loaphuong.radio.studio import ffmpeg, gate, mastering, package
from loaphuong.speech.nouns import Clip, SpokenText
from loaphuong.speech.sound import audioop
from loaphuong.station.entry_form import EntryForm, SpeakerSystem
from loaphuong.station.nouns import VoiceSettings
from loaphuong.station.show import Bounds
from tests.making import a_station
from tests.package import FIXTURE
from tests.radio.studio.material import FEW, Material, some_material
from tests.speech.voices.fake_engines import tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.radio.episode import Episode
    from loaphuong.speech.nouns import Utterance
    from loaphuong.station.nouns import Station

SHORT = Bounds(12, 60, 30)
STEM = "2026-11-24_1630_ban-tin"
PROFILES = a_station().profiles


@lru_cache(maxsize=256)
def clip(words: str, voice: str, rate_hz: int) -> Clip:
    """A tone of the words' length and pitch."""
    hertz = 180 + hashlib.sha256(words.encode()).digest()[0]
    return Clip(tone(len(words.split()) * 0.2, rate_hz, hertz), rate_hz, voice, voice != "nguoi")


class Desk:
    """A studio of a folder that counts what is spoken."""

    def __init__(
        self, root: Path, station: Station | None = None, rates: tuple[int, ...] = (22_050,), jobs: int = 3
    ) -> None:
        self.spoken = 0
        self._rates = rates
        station = station or a_station(bounds=SHORT)
        voices = {voice.name: f"tones {voice.name}" for voice in station.voices}
        self.studio = studio.Studio(root, station, voices, self.speak, jobs=jobs)

    def speak(self, said: Sequence[Utterance]) -> tuple[Clip, ...]:
        """Tones, at the rates in turn."""
        self.spoken += 1
        rates = self._rates
        return tuple(clip(one.spoken.words, one.voice, rates[at % len(rates)]) for at, one in enumerate(said))

    def bulletin(self, material: Material) -> Episode:
        """A package."""
        return studio.bulletin(self.studio, material.programme, material.utterances, material.title)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its tunes and one finished package; tests that change it copy it."""
    folder = tmp_path_factory.mktemp("phuong")
    shutil.copytree(FIXTURE / "audio/jingles", folder / "audio/jingles")
    Desk(folder).bulletin(MATERIAL)
    return folder


MATERIAL = some_material(scale=0.15, syllables=9, shape=FEW)
FOLDER = Path("audio/packages/2026-11-24-1630")


def a_copy(root: Path, tmp_path: Path) -> Path:
    """One of its own."""
    return Path(shutil.copytree(root, tmp_path / "phuong"))


def contents(folder: Path) -> dict[str, str]:
    """Every file's digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edited(material: Material, at: int = 3) -> Material:
    """One sentence says something else."""
    said = list(material.utterances)
    said[at] = replace(said[at], spoken=SpokenText("câu này vừa được sửa lại."), written="Câu này vừa được sửa lại.")
    return replace(material, utterances=tuple(said))


def problems(desk: Desk, material: Material) -> list[str]:
    """The ids of what stopped it."""
    with pytest.raises(Stopped) as stopped:
        desk.bulletin(material)
    assert all(found.what and found.hint for found in stopped.value.problems)
    return [found.id for found in stopped.value.problems]


class TestPackage:
    """What broadcast staff take."""

    def test_it_holds_everything_under_ascii_names(self, root: Path) -> None:
        """And nothing else."""
        names = {path.name for path in (root / FOLDER).iterdir()}
        assert names == {
            f"{STEM}.mp3", f"{STEM}.wav", f"{STEM}_web.mp3", f"{STEM}.vtt", "kich-ban.html", "playlist.m3u8", "manifest.json"
        }  # fmt: skip
        assert all(name.isascii() for name in names)
        assert {path.name for path in (root / FOLDER.parent).iterdir()} == {FOLDER.name, package.SEALS}

    def test_the_manifest_tells_the_truth(self, root: Path) -> None:
        """Sizes, digests, seconds, and the episode itself."""
        told = json.loads((root / FOLDER / "manifest.json").read_text(encoding="utf-8"))
        for name, facts in told["files"].items():
            data = (root / FOLDER / name).read_bytes()
            assert facts == {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        episode = studio.load(root / FOLDER)
        assert episode is not None
        assert told["sentences"] == len(episode.cues) == len(MATERIAL.utterances)
        assert [use for use, _ in episode.files] == ["loa", "wav", "web"]
        for _, media in episode.files:
            data = (root / media.path).read_bytes()
            assert (media.bytes, media.sha256) == (len(data), hashlib.sha256(data).hexdigest())
            assert abs(media.loudness_lufs + 16) <= 0.5
            assert media.true_peak_dbtp <= -1.5
        assert episode.voices == ("lan", "minh")
        assert episode.synthetic

    def test_others_read_the_sound(self, root: Path) -> None:
        """48 kHz mono: a constant 128 kbit/s, and 16 bits; the same length."""
        sound = MP3(root / FOLDER / f"{STEM}.mp3")
        assert (sound.info.sample_rate, sound.info.channels, sound.info.bitrate) == (48_000, 1, 128_000)
        with wave.open(str(root / FOLDER / f"{STEM}.wav")) as plain:
            seconds = plain.getnframes() / plain.getframerate()
            assert (plain.getframerate(), plain.getnchannels(), plain.getsampwidth()) == (48_000, 1, 2)
        assert sound.info.length == pytest.approx(seconds, abs=0.05)

    def test_every_sentence_lies_where_its_cue_says(self, root: Path) -> None:
        """Loud within, silent between, in order, and each item a chapter."""
        episode = studio.load(root / FOLDER)
        assert episode is not None
        envelope = gate.measure(root / FOLDER / f"{STEM}.mp3").envelope
        for cue, after in zip(episode.cues, [*episode.cues[1:], None], strict=True):
            assert max(envelope[cue.start_ms // 10 + 2 : cue.end_ms // 10 - 2]) > 1000
            if after and after.item == cue.item and cue.item:
                assert cue.end_ms + 150 <= after.start_ms
                assert max(envelope[cue.end_ms // 10 + 6 : after.start_ms // 10 - 4], default=0) < 200
        assert [chapter.title for chapter in episode.chapters] == [item.title for item in MATERIAL.programme.items]
        assert all(one.end_ms == two.start_ms for one, two in zip(episode.chapters, episode.chapters[1:], strict=False))
        assert episode.chapters[-1].end_ms == pytest.approx(episode.files[0][1].seconds * 1000, abs=30)

    def test_the_tune_comes_first_and_goes_under_the_ident(self, root: Path) -> None:
        """Three seconds alone."""
        episode = studio.load(root / FOLDER)
        assert episode is not None
        assert 3000 <= episode.cues[0].start_ms <= 3100

    def test_the_same_again_gives_the_same_bytes(self, root: Path, tmp_path: Path) -> None:
        """In another folder, with another number of jobs, from nothing."""
        other = tmp_path / "khac"
        shutil.copytree(FIXTURE / "audio/jingles", other / "audio/jingles")
        Desk(other, jobs=1).bulletin(MATERIAL)
        assert contents(other / FOLDER) == contents(root / FOLDER)


class TestAgain:
    """What is made again, and what is not."""

    def test_nothing_changed_speaks_and_writes_nothing(self, root: Path) -> None:
        """Moved lines are no change."""
        desk, before = Desk(root), (root / FOLDER).stat().st_mtime_ns
        moved = tuple(replace(one, where=replace(one.where, line=99)) for one in MATERIAL.utterances)
        assert desk.bulletin(replace(MATERIAL, utterances=moved)) == studio.load(root / FOLDER)
        assert desk.spoken == 0
        assert (root / FOLDER).stat().st_mtime_ns == before

    @pytest.mark.parametrize("name", [f"{STEM}.wav", f"{STEM}_web.mp3", "kich-ban.html", "manifest.json"])
    def test_a_file_that_is_gone_or_cut_is_made_again(self, root: Path, tmp_path: Path, name: str) -> None:
        """The same as it was, from what is kept."""
        own = a_copy(root, tmp_path)
        path = own / FOLDER / name
        path.write_bytes(path.read_bytes()[:-5])
        assert studio.load(own / FOLDER) is None
        Desk(own).bulletin(MATERIAL)
        assert contents(own / FOLDER) == contents(root / FOLDER)

    def test_an_edited_sentence_costs_its_own_segment(self, root: Path, tmp_path: Path) -> None:
        """In both masters, and no other."""
        own = a_copy(root, tmp_path)
        before = contents(Project(own).master_cache)
        desk = Desk(own)
        episode = desk.bulletin(edited(MATERIAL))
        assert desk.spoken == 1
        assert len(contents(Project(own).master_cache).keys() - before.keys()) == 2
        assert any(cue.written == "Câu này vừa được sửa lại." for cue in episode.cues)

    def test_a_damaged_master_is_made_again(self, root: Path, tmp_path: Path) -> None:
        """It never reaches a package."""
        own = a_copy(root, tmp_path)
        shutil.rmtree(own / FOLDER)
        for number, path in enumerate(sorted((Project(own).master_cache).rglob("*.master"))):
            data = path.read_bytes()
            path.write_bytes((b"", data[:100], data[:-1] + bytes([data[-1] ^ 1]), data)[number % 4])
        Desk(own).bulletin(MATERIAL)
        assert contents(own / FOLDER) == contents(root / FOLDER)

    @pytest.mark.parametrize(
        "change",
        [
            {"name": "Tên khác"},
            {"pauses": replace(a_station().pauses, longest_ms=650)},
            {"profiles": (replace(a_station().profiles[0], presence_db=2.0), a_station().profiles[1])},
        ],
    )
    def test_what_is_told_in_the_station_counts(self, root: Path, change: dict[str, Any]) -> None:
        """Another name, pause or profile is another episode."""
        plain, other = Desk(root), Desk(root, a_station(bounds=SHORT, **change))
        names = [_named(desk, MATERIAL) for desk in (plain, other)]
        assert names[0] != names[1]


def _named(desk: Desk, material: Material) -> str:
    station = desk.studio.station
    return studio.episodes._digest(desk.studio, station.main, material.title, material.utterances, station.profiles, ())


class TestVoices:
    """Clips of many kinds."""

    def test_voices_of_other_rates_are_brought_to_one(self, root: Path, tmp_path: Path) -> None:
        """And each sentence keeps its length."""
        own = a_copy(root, tmp_path)
        desk = Desk(own, rates=(22_050, 16_000, 44_100))
        material = edited(MATERIAL)
        episode = desk.bulletin(material)
        for cue, clip in zip(episode.cues, desk.speak(material.utterances), strict=True):
            assert cue.end_ms - cue.start_ms == pytest.approx(clip.seconds * 1000, abs=2)

    def test_a_faint_voice_is_as_loud_as_the_other(self, root: Path, tmp_path: Path) -> None:
        """Each item is brought to the loudness by itself."""
        own = a_copy(root, tmp_path)
        desk = Desk(own)
        plain = desk.speak

        def speak(said: Sequence[Utterance]) -> tuple[Clip, ...]:
            return tuple(
                replace(clip, pcm=audioop.mul(clip.pcm, 2, 0.05)) if one.voice == "minh" else clip
                for one, clip in zip(said, plain(said), strict=True)
            )

        desk.studio = replace(desk.studio, speak=speak)
        episode = desk.bulletin(edited(MATERIAL))
        envelope = gate.measure(own / episode.files[0][1].path).envelope
        tops = {
            voice: max(
                max(envelope[cue.start_ms // 10 : cue.end_ms // 10]) for cue in episode.cues if cue.voice == voice
            )
            for voice in ("lan", "minh")
        }
        assert 0.5 < tops["lan"] / tops["minh"] < 2

    def test_a_persons_reading_is_not_called_synthetic(self, tmp_path: Path) -> None:
        """In the episode and in the file."""
        station = a_station(bounds=SHORT, voices=(VoiceSettings("recording", "Chị Mai", False, name="nguoi"),))
        said = tuple(replace(one, voice="nguoi") for one in MATERIAL.utterances[:3])
        episode = studio.reading(Desk(tmp_path, station).studio, "bai", "Bài", said)
        assert not episode.synthetic
        assert episode.voices == ("nguoi",)
        assert b"A\x00I\x00_" not in (tmp_path / episode.files[0][1].path).read_bytes()[:4000]

    def test_a_long_bulletin_is_played_a_little_faster(self, root: Path, tmp_path: Path) -> None:
        """And its cues follow."""
        own = a_copy(root, tmp_path)
        natural = sum(clip(one.spoken.words, one.voice, 22_050).seconds for one in MATERIAL.utterances)
        longest = round(natural / 1.04 + 0.15 * len(MATERIAL.utterances) + 3.0 + 2 * 0.5 + 2.5)
        episode = Desk(own, a_station(bounds=Bounds(5, longest, 6))).bulletin(MATERIAL)
        spoken = sum(cue.end_ms - cue.start_ms for cue in episode.cues) / 1000
        assert natural / 1.07 < spoken < natural * 0.995
        assert episode.files[0][1].seconds <= longest


class TestReading:
    """An article's own sound."""

    def test_it_is_one_mp3_with_captions(self, tmp_path: Path) -> None:
        """In a folder named by what it is made of."""
        desk = Desk(tmp_path)
        said = MATERIAL.utterances[:5]
        episode = studio.reading(desk.studio, "con-ngo-sach", "Con ngõ sạch", said)
        folder = tmp_path / "audio/cache/articles" / f"con-ngo-sach-{episode.digest[:12]}"
        assert {path.name for path in folder.iterdir()} == {"con-ngo-sach.mp3", "con-ngo-sach.vtt", "manifest.json"}
        assert [use for use, _ in episode.files] == ["web"]
        assert studio.load(folder) == episode
        assert studio.reading(desk.studio, "con-ngo-sach", "Con ngõ sạch", said) == episode
        assert desk.spoken == 1

    def test_one_short_sentence_is_enough(self, tmp_path: Path) -> None:
        """However short."""
        said = (replace(MATERIAL.utterances[0], spoken=SpokenText("xin chào bà con."), written="Xin chào bà con."),)
        assert studio.reading(Desk(tmp_path).studio, "chao", "Chào", said).files

    def test_nothing_to_say_is_a_problem(self, tmp_path: Path) -> None:
        """Not a silent file."""
        with pytest.raises(Stopped) as stopped:
            studio.reading(Desk(tmp_path).studio, "rong", "Rỗng", ())
        assert [found.id for found in stopped.value.problems] == ["studio-empty"]


class TestBad:
    """What never gets a final name; the package that was there stays."""

    @pytest.fixture
    def own(self, root: Path, tmp_path: Path) -> Path:
        """A project with a good package."""
        return a_copy(root, tmp_path)

    def stays(self, own: Path, root: Path) -> None:
        """As it was, with nothing beside it."""
        assert contents(own / FOLDER) == contents(root / FOLDER)
        assert {path.name for path in (own / FOLDER.parent).iterdir()} == {FOLDER.name, package.SEALS}

    @pytest.mark.parametrize(
        ("bounds", "expected"), [(Bounds(300, 420, 360), "too-short"), (Bounds(5, 15, 10), "too-long")]
    )
    def test_a_bulletin_that_cannot_fit(self, own: Path, root: Path, bounds: Bounds, expected: str) -> None:
        """Says what is missing or too much."""
        assert problems(Desk(own, a_station(bounds=bounds)), MATERIAL) == [expected]
        self.stays(own, root)

    def test_a_file_that_the_gate_refuses(self, own: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """All its faults are named."""
        monkeypatch.setattr(gate, "LOUDNESS_TOLERANCE_LU", -1.0)
        assert set(problems(Desk(own), edited(MATERIAL))) == {"gate-loudness"}
        self.stays(own, root)

    def test_a_sentence_that_is_silent(self, own: Path, root: Path) -> None:
        """Is not heard in the file."""
        desk = Desk(own)
        spoken = desk.speak

        def speak(said: Sequence[Utterance]) -> tuple[Clip, ...]:
            clips = list(spoken(said))
            clips[5] = replace(clips[5], pcm=bytes(len(clips[5].pcm)))
            return tuple(clips)

        desk.studio = replace(desk.studio, speak=speak)
        assert "gate-sentences" in problems(desk, edited(MATERIAL, 2))
        self.stays(own, root)

    @pytest.mark.parametrize("data", [b"", b"RIFF", b"<html>", None])
    def test_a_corrupt_tune(self, own: Path, root: Path, data: bytes | None) -> None:
        """Empty, cut, no sound at all, or a quarter of an hour of it."""
        from loaphuong.speech.sound import silence, to_wav

        path = own / "audio/jingles/nhac-hieu.wav"
        path.write_bytes(to_wav(silence(8000, 900_000), 8000) if data is None else data)
        assert problems(Desk(own), MATERIAL) == ["jingle-bad"]
        self.stays(own, root)

    def test_a_station_without_tunes(self, tmp_path: Path) -> None:
        """Broadcasts without: its folder of tunes is empty."""
        (tmp_path / "audio/jingles").mkdir(parents=True)
        episode = Desk(tmp_path).bulletin(MATERIAL)
        assert episode.cues[0].start_ms < 100

    def test_a_disk_that_fills_while_a_file_is_written(
        self, own: Path, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Leaves nothing half-written."""

        def full(path: Path, parts: Any) -> tuple[int, str]:
            path.write_bytes(next(iter(parts))[:10])
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(package, "write", full)
        assert problems(Desk(own), edited(MATERIAL)) == ["disk-full"]
        self.stays(own, root)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
    def test_a_disk_that_fills_while_the_tool_writes(self) -> None:
        """Is told from what the tool says."""
        with pytest.raises(Stopped) as stopped:
            ffmpeg.run([*ffmpeg.raw(8000), "-f", "s16le", "/dev/full"], step="test", given=bytes(2_000_000))
        assert [found.id for found in stopped.value.problems] == ["disk-full"]

    def test_a_tool_that_is_missing(self, own: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Is named with the cure."""
        monkeypatch.setattr(ffmpeg, "executable", lambda: "/khong/co/ffmpeg")
        assert problems(Desk(own), edited(MATERIAL)) == ["studio-no-ffmpeg"]
        self.stays(own, root)

    def test_folders_that_cannot_be_written(self, tmp_path: Path) -> None:
        """A file stands where a folder must be."""
        (tmp_path / "audio").mkdir()
        (tmp_path / "audio/packages").write_text("")
        assert problems(Desk(tmp_path), MATERIAL) == ["not-writable"]
        shutil.rmtree(tmp_path / "audio")
        (tmp_path / "audio/cache").mkdir(parents=True)
        (tmp_path / "audio/cache/masters").write_text("")
        assert problems(Desk(tmp_path), MATERIAL) == ["not-writable"]

    def test_leftovers_of_a_killed_run_are_cleared(self, own: Path, root: Path) -> None:
        """Beside the package."""
        for left in (own / FOLDER.parent / f"{UNFINISHED}{FOLDER.name}.new", beside_of(own / FOLDER)):
            left.mkdir()
            (left / "half.mp3").write_bytes(b"ID3")
        shutil.rmtree(own / FOLDER)
        Desk(own).bulletin(MATERIAL)
        self.stays(own, root)


def test_the_profile_decides_the_band() -> None:
    """The horn's is narrow; what the voice's own rate cannot hold is left out."""
    loa, web = a_station().profiles
    assert "lowpass=f=7000" in mastering.effects(loa, 22_050)
    assert "lowpass" not in mastering.effects(loa, 12_000)
    assert "lowpass" not in mastering.effects(web, 48_000)
    assert "acompressor" not in mastering.effects(replace(web, compress_ratio=1.0), 48_000)


@pytest.mark.parametrize(
    ("target", "step"), [(-16.0, 0.7), (-16.5, 0.2), (-15.5, 1.2), (-17.0, -0.3), (-14.0, 2.4), (-30.0, -1.0)]
)
def test_the_gain_lies_on_the_line(target: float, step: float) -> None:
    """Between, beyond, and not too far beyond."""
    assert mastering.interpolate(target, ((-16.5, 0.2), (-15.5, 1.2))) == pytest.approx(step)


def test_a_loudspeaker_system_may_have_a_master_of_its_own(root: Path, tmp_path: Path) -> None:
    """It is made with the package, under its name; a master that no system asks for is not made."""
    loud, quiet = (replace(PROFILES[0], name=name, loudness_lufs=-18.0) for name in ("ip", "khac"))
    systems = (SpeakerSystem("cum-ip", "Cụm IP", profile="ip", kbps=64),)
    station = a_station(bounds=SHORT, profiles=(*PROFILES, loud, quiet), entry_form=EntryForm(systems=systems))
    folder = a_copy(root, tmp_path)
    made = Desk(folder, station).bulletin(MATERIAL)
    own = made.file("ip")
    assert own is not None
    assert own.path == f"{FOLDER.as_posix()}/{STEM}_ip.mp3"
    assert own.loudness_lufs == pytest.approx(-18, abs=gate.LOUDNESS_TOLERANCE_LU)
    assert made.file("khac") is None
    delivered = studio.deliver(folder, made, systems[0], tmp_path / "x.mp3")
    assert delivered is not None
    assert delivered.seconds == pytest.approx(own.seconds, abs=0.15)
