"""What recording costs: the reference programme against its floor and its peer, edits, memory, many programmes."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from loaphuong.radio import studio
from loaphuong.radio.studio import ffmpeg
from loaphuong.speech import voices
from loaphuong.speech.nouns import SpokenText
from loaphuong.speech.sound import silence, to_wav
from loaphuong.station.show import Bounds
from tests.making import a_slot, a_station
from tests.package import ROOT
from tests.radio.studio.material import Material, a_desk, some_material

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loaphuong.radio.episode import Episode
    from loaphuong.station.nouns import VoiceSettings

JOBS = min(4, os.cpu_count() or 1)
JINGLES = ROOT / "audio" / "jingles"
PROGRAMMES, ROUNDS = 8, 3


def speak(settings: VoiceSettings, words: tuple[str, ...]) -> bytes:
    """What a worker of the floor does."""
    voice = voices.open_voice(settings, Path())
    return b"".join(part for one in words for part in _with_pause(voice.speak(SpokenText(one)).pcm))


def _with_pause(pcm: bytes) -> tuple[bytes, bytes]:
    return pcm, silence(22_050, 400)


def floor(material: Material, folder: Path) -> None:
    """The same sentences by the same engine in as many processes, and one plain MP3."""
    settings = a_station().voices[0]
    words = [one.spoken.words for one in material.utterances]
    batches = [tuple(words[at : at + 6]) for at in range(0, len(words), 6)]
    with ProcessPoolExecutor(JOBS, mp_context=get_context("spawn")) as pool:
        pcm = b"".join(pool.map(speak, [settings] * len(batches), batches))
    encode = ["-ar", "48000", "-ac", "1", "-b:a", "128k", str(folder / "floor.mp3")]
    ffmpeg.run([*ffmpeg.raw(22_050), *encode], step="floor", given=pcm)


def peer(material: Material, folder: Path) -> None:
    """A user's script: a file a sentence, concatenation, loudnorm in two passes, MP3. Its speech is in one process."""
    voice = voices.open_voice(a_station().voices[0], folder)
    names = []
    for number, one in enumerate(material.utterances):
        (folder / f"{number}.wav").write_bytes(to_wav(b"".join(_with_pause(voice.speak(one.spoken).pcm)), 22_050))
        names.append(f"file '{number}.wav'\n")
    (folder / "list.txt").write_text("".join(names))
    source = ["-f", "concat", "-safe", "0", "-i", str(folder / "list.txt")]
    wanted = "loudnorm=I=-16:TP=-1.5:LRA=11"
    _, said = ffmpeg.run([*source, "-af", f"{wanted}:print_format=json", "-f", "null", "-"], step="peer")
    found = json.loads(re.findall(r"\{[^}]*\}", said)[-1])
    known = ":".join(f"measured_{name}={found[f'input_{old}']}" for name, old in
                     (("I", "i"), ("TP", "tp"), ("LRA", "lra"), ("thresh", "thresh")))  # fmt: skip
    encode = ["-ar", "48000", "-ac", "1", "-b:a", "128k", str(folder / "peer.mp3")]
    ffmpeg.run([*source, "-af", f"{wanted}:{known}:linear=true", *encode], step="peer")


@contextmanager
def a_root() -> Iterator[Path]:
    """A project folder with the station's tunes."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(JINGLES, root / "audio" / "jingles")
        yield root


def record(root: Path, material: Material) -> Episode:
    """One bulletin, all deliverables."""
    return studio.bulletin(a_desk(root, jobs=JOBS), material.programme, material.utterances, material.title)


def edited(material: Material) -> Material:
    """One sentence of the middle with two words more."""
    said = list(material.utterances)
    words = said[60].spoken.words.replace(".", " cùng nhau.")
    said[60] = replace(said[60], spoken=SpokenText(words), written=words)
    return replace(material, utterances=tuple(said))


def many(count: int, jobs: int, cores: int) -> float:
    """Seconds for so many half-length programmes, so many at once, on so many cores."""
    bounds = Bounds(60, 420, 180)
    everywhere = os.sched_getaffinity(0) if sys.platform == "linux" else set()
    if everywhere:
        os.sched_setaffinity(0, set(sorted(everywhere)[:cores]))
    station = a_station(bounds=bounds)
    try:
        with a_root() as root, voices.processes(jobs) as speakers, ThreadPoolExecutor(jobs) as desks:
            desk = replace(
                a_desk(root, station), speak=lambda said: voices.render(said, station.voices, root, executor=speakers)
            )

            def one(number: int) -> Episode:
                material = some_material(a_slot(f"2026-12-{number + 1:02d}"), seed=str(number), scale=0.5)
                return studio.bulletin(desk, material.programme, material.utterances, material.title)

            started = perf_counter()
            for _ in desks.map(one, range(count)):
                pass
            return perf_counter() - started
    finally:
        if everywhere:
            os.sched_setaffinity(0, everywhere)


def rounds(material: Material) -> tuple[dict[str, tuple[float, float]], float]:
    """The best (seconds, CPU seconds) of each figure over three rounds, and our own memory in MB."""
    best: dict[str, tuple[float, float]] = {}
    own = 0.0

    def timed(name: str, work: Callable[[], object]) -> None:
        before, started = _cpu(), perf_counter()
        work()
        took = perf_counter() - started, _cpu() - before
        best[name] = min(best.get(name, took), took)

    ffmpeg.version()  # reads the tool from disk
    for _ in range(ROUNDS):
        with a_root() as root:
            timed("cold, everything", lambda: record(root, material))
            timed("nothing changed", lambda: record(root, material))
            timed("one sentence edited", lambda: record(root, edited(material)))
            # The floor keeps all its sound in this process too: only what was there before counts.
            own = own or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            timed("floor", lambda: floor(material, root))
    with a_root() as root:
        timed("peer", lambda: peer(material, root))
    return best, own


def main() -> None:
    """Print each figure with its ratio and its bound."""
    best, memory = rounds(some_material())
    cold = best["cold, everything"][0]
    print(f"{'':24} {'seconds':>8} {'CPU s':>7} {'ratio':>6}")
    for name, against, bound in (
        ("floor", "", ""),
        ("peer", "", ""),
        ("cold, everything", "floor", "2.0"),
        ("one sentence edited", "cold, everything", "0.6"),
        ("nothing changed", "cold, everything", "0.1"),
    ):
        ratio = f"{best[name][0] / best[against][0]:>6.2f} of {against}, at most {bound}" if against else ""
        print(f"{name:24} {best[name][0]:>8.2f} {best[name][1]:>7.2f} {ratio}")
    print(f"{'cold against peer':24} {'':>8} {'':>7} {cold / best['peer'][0]:>6.2f} at most 0.5")
    print(f"{'own memory, MB':24} {memory:>8.0f} {'':>7} {'':>6} at most 150")
    half, full = many(PROGRAMMES // 2, JOBS, JOBS), many(PROGRAMMES, JOBS, JOBS)
    print(
        f"{f'{PROGRAMMES // 2}, {PROGRAMMES} programmes':24} {half:>8.2f} {full:>7.2f} {full / half / 2:>6.2f} of linear"
    )
    alone = many(PROGRAMMES, 1, 1)
    efficiency = alone / full / JOBS
    print(
        f"{f'{PROGRAMMES} on 1 core, on {JOBS}':24} {alone:>8.2f} {full:>7.2f} {efficiency:>6.2f} efficiency, at least 0.7"
    )


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
