"""A studio that measures and writes no sound, and a site without pages: what a year of commands costs is planning."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from loaphuong.core.files import write_bytes
from loaphuong.radio.episode import Chapter, Cue, Episode, MediaFile
from loaphuong.radio.planner import estimate
from loaphuong.radio.studio import assembly, episodes, package
from loaphuong.speech.nouns import Clip
from loaphuong.web import site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from loaphuong.radio.studio.assembly import Music
    from loaphuong.radio.studio.episodes import Studio, _Order
    from loaphuong.radio.studio.fit import Fit

RATE_HZ = 22_050
OFF = 0.03  # a sentence is up to this much longer or shorter than its estimate


def clips(studio: Studio, order: _Order) -> list[Clip]:
    """Silence as long as the voices would speak, a little more or less, the same for the same words."""
    paces = estimate.paces(studio.station.voices)
    found = []
    for one in order.utterances:
        chance = int(hashlib.sha256(one.spoken.words.encode()).hexdigest()[:4], 16) / 0xFFFF
        seconds = estimate.seconds([replace(one, pause_ms=0)], paces) * (1 - OFF + 2 * OFF * chance)
        found.append(Clip(bytes(2 * round(seconds * RATE_HZ)), RATE_HZ, one.voice, True))
    return found


def at_tempo(given: Sequence[Clip], tempo: float, jobs: int) -> list[Clip]:
    """The clips shorter or longer."""
    del jobs
    return [replace(clip, pcm=bytes(2 * round(len(clip.pcm) / 2 / tempo))) for clip in given]


def made(studio: Studio, order: _Order, given: Sequence[Clip], chosen: Fit, music: Music) -> Episode:
    """A package whose files hold a word instead of sound; times and manifest are what they would be."""
    lengths = [clip.seconds * 1000 + pause for clip, pause in zip(given, chosen.pauses_ms, strict=True)]
    starts = [round(at) for at in accumulate(lengths, initial=music.ms(RATE_HZ))]
    cues = tuple(
        Cue(start, round(start + clip.seconds * 1000), one.written, one.spoken.words, one.role, one.item, clip.voice)
        for one, clip, start in zip(order.utterances, given, starts, strict=False)
    )
    firsts = [
        place for place, one in enumerate(order.utterances) if not place or order.utterances[place - 1].item != one.item
    ]
    spans = pairwise((*(starts[place] for place in firsts), starts[-1]))
    chapters = tuple(
        Chapter(start, end, *order.items[order.utterances[place].item][:2])
        for place, (start, end) in zip(firsts, spans, strict=True)
    )
    spoke = tuple(sorted({clip.voice for clip in given}))
    episode = Episode(order.name, order.title, order.digest, (), cues, chapters, spoke, True)
    with package.build_beside(order.folder) as folder:
        files = []
        for use, name in (("loa", ".mp3"), ("wav", ".wav"), ("web", "_web.mp3")):
            path = folder / f"{order.stem}{name}"
            size, sha256 = package.write(path, [f"{use} {order.digest}".encode()])
            place = (order.folder / path.name).relative_to(studio.root).as_posix()
            files.append((use, MediaFile(place, size, sha256, starts[-1] / 1000, -16.0, -1.5, use)))
        episode = replace(episode, files=tuple(files))
        (folder / package.MANIFEST).write_bytes(package.manifest(episode, folder, {}).encode())
    return episode


def no_site(
    root: Path,
    docs: Path,
    target: Path,
    now: object,
    audio: Mapping[str, Path],
    extra: Mapping[str, bytes],
    **_: object,
) -> None:
    """The files that join the pages, without the pages."""
    del root, docs, now
    for name, data in extra.items():
        write_bytes(target / name, data)
    for name, path in audio.items():
        write_bytes(target / name, path.read_bytes())


def install() -> Callable[[], None]:
    """Put the cheap ones in place; what is returned puts the true ones back."""
    before = (episodes._clips, assembly.at_tempo, episodes._make, site.build)

    def put(found: tuple[object, ...]) -> None:
        episodes._clips, assembly.at_tempo, episodes._make, site.build = found  # type: ignore[assignment]

    put((clips, at_tempo, made, no_site))
    return lambda: put(before)
