"""The studio's two products: a bulletin's package and an article's own reading."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any

from loaphuong.core.digest import digest
from loaphuong.core.files import cannot_write
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import webvtt
from loaphuong.radio.episode import Chapter, Episode, MediaFile
from loaphuong.radio.exports.playlist import Track, m3u8
from loaphuong.radio.studio import assembly, fit, gate, jingles, mastering, package, sheet, tags
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from loaphuong.radio.episode import Cue
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.radio.studio.assembly import Segment
    from loaphuong.radio.studio.mastering import Master
    from loaphuong.speech.nouns import Clip, Utterance
    from loaphuong.station.nouns import Profile, Station
    from loaphuong.station.show import Show

    Speak = Callable[[Sequence[Utterance]], Sequence[Clip]]
    Progress = Callable[[int, int], None]

VERSION = 2
LOUDSPEAKER, WEB, WAV = "loa", "web", "wav"
WITHOUT_STING = {ItemKind.IDENT, ItemKind.CONTENTS, ItemKind.SIGN_OFF}


@dataclass(frozen=True, slots=True)
class Studio:
    """Where to work and how: the project's folder, the station, each voice's identity by name, and who speaks."""

    root: Path
    station: Station
    identities: Mapping[str, str]
    speak: Speak
    jobs: int = 1
    progress: Progress | None = None
    cover: Path | None = None


@dataclass(frozen=True, slots=True)
class _Order:
    """An episode to be made."""

    name: str
    title: str
    folder: Path
    stem: str
    where: Where
    utterances: tuple[Utterance, ...]
    items: tuple[tuple[str, tuple[str, ...], str], ...]
    slot: Slot | None
    profiles: tuple[Profile, ...]
    show: Show
    digest: str


def bulletin(studio: Studio, programme: Programme, utterances: Sequence[Utterance], title: str) -> Episode:
    """The package of a slot, in audio/packages/<slot>/; made only if what it is made of has changed.

    `utterances` name their place in `programme.items`. Stopped with all that is wrong: nothing is then put in place,
    and a package that was there stays.
    """
    slot = programme.slot
    items = tuple((item.title, item.refs, item.digest) for item in programme.items)
    wanted = {LOUDSPEAKER, WEB, *(system.profile for system in studio.station.entry_form.systems)}
    profiles = tuple(one for one in studio.station.profiles if one.name in wanted)
    show = studio.station.show(slot.show)
    bound = (items, slot, show.bounds, jingles.fingerprint(studio.root))
    order = _Order(
        name=slot.name,
        title=title,
        folder=Project(studio.root).packages / slot.name,
        stem=f"{slot.starts_at:%Y-%m-%d_%H%M}_{show.key}",
        where=Where(f"{Project.programmes}/{slot.name}"),
        utterances=tuple(utterances),
        items=items,
        slot=slot,
        profiles=profiles,
        show=show,
        digest=_digest(studio, show, title, utterances, profiles, bound),
    )
    if kept := _find_kept(order):
        return kept
    clips = _clips(studio, order)
    rate = clips[0].rate_hz
    stung = frozenset(
        place for place, item in enumerate(programme.items) if place and item.kind not in WITHOUT_STING
    ) & {one.item for one in utterances}
    music = assembly.Music(*jingles.tunes(studio.root, rate), stung)
    speech_ms = sum(clip.seconds for clip in clips) * 1000
    pauses = [one.pause_ms for one in utterances]
    fixed_ms = music.ms(rate)
    chosen = fit.fit_bulletin(title, order.where, speech_ms, pauses, fixed_ms, show.bounds, studio.station.pauses)
    clips = assembly.at_tempo(clips, chosen.tempo, studio.jobs)
    return _make(studio, order, clips, chosen, music)


def reading(studio: Studio, slug: str, title: str, utterances: Sequence[Utterance]) -> Episode:
    """An article's own MP3, in audio/cache/articles/<slug>-<digest>/; made only if it is not there."""
    utterances = tuple(replace(one, item=0) for one in utterances)
    profiles = tuple(one for one in studio.station.profiles if one.name == WEB)
    name = _digest(studio, studio.station.main, title, utterances, profiles, (slug,))
    order = _Order(
        name=slug,
        title=title,
        folder=Project(studio.root).reading_cache / f"{slug}-{name[:12]}",
        stem=slug,
        where=utterances[0].where if utterances else Where(slug),
        utterances=utterances,
        items=((title, (slug,), ""),),
        slot=None,
        profiles=profiles,
        show=studio.station.main,
        digest=name,
    )
    if kept := _find_kept(order):
        return kept
    limits = studio.station.pauses
    chosen = fit.Fit(fit.scale_pauses([one.pause_ms for one in utterances], 1, limits))
    return _make(studio, order, _clips(studio, order), chosen, assembly.Music())


def loop(studio: Studio, folder: Path, title: str, titles: Sequence[str], utterances: Sequence[Utterance]) -> Episode:
    """A loop for a loudspeaker, in `folder`; made only if what it is made of has changed.

    The tune opens it, a sting stands between its items, which are called `titles`.
    """
    profiles = tuple(one for one in studio.station.profiles if one.name == LOUDSPEAKER)
    bound = (folder.name, tuple(titles), jingles.fingerprint(studio.root))
    order = _Order(
        name=folder.name,
        title=title,
        folder=folder,
        stem=folder.name,
        where=utterances[0].where if utterances else Where(folder.name),
        utterances=tuple(utterances),
        items=tuple((each, (), "") for each in titles),
        slot=None,
        profiles=profiles,
        show=studio.station.main,
        digest=_digest(studio, studio.station.main, title, utterances, profiles, bound),
    )
    if kept := _find_kept(order):
        return kept
    clips = _clips(studio, order)
    music = assembly.Music(*jingles.tunes(studio.root, clips[0].rate_hz), frozenset(range(1, len(titles))))
    chosen = fit.Fit(fit.scale_pauses([one.pause_ms for one in utterances], 1, studio.station.pauses))
    return _make(studio, order, clips, chosen, music)


def _digest(
    studio: Studio, show: Show, title: str, utterances: Sequence[Utterance], profiles: Sequence[Profile], bound: object
) -> str:
    """The name of everything that goes in; lines may move in a file without a new recording."""
    said = [(one.spoken.words, one.written, one.voice, one.role, one.pause_ms, one.item) for one in utterances]
    voices = {name: studio.identities[name] for name in sorted({one.voice for one in utterances})}
    labels = [(one.label, one.synthetic) for one in studio.station.voices if one.name in voices]
    ward, cover = studio.station.ward, _cover(studio)
    names = (title, ward.station_name, ward.authority, show.name)
    return digest(
        VERSION, names, said, studio.station.pauses, voices, labels, profiles, cover, mastering.encoder(), bound
    )


def _cover(studio: Studio) -> bytes:
    try:
        return studio.cover.read_bytes() if studio.cover else b""
    except FileNotFoundError:
        return b""


def _find_kept(order: _Order) -> Episode | None:
    """The episode as it was made before, if it is whole and says these very words."""
    kept = package.load(order.folder)
    if kept is None or (kept.title, kept.digest) != (order.title, order.digest):
        return None
    return kept if says(kept, order.utterances) else None


def says(episode: Episode, utterances: Sequence[Utterance]) -> bool:
    """Whether an episode says these very words, written and spoken, each in its item."""
    told = [(cue.written, cue.spoken, cue.item) for cue in episode.cues]
    return told == [(one.written, one.spoken.words, one.item) for one in utterances]


def _clips(studio: Studio, order: _Order) -> list[Clip]:
    if not order.utterances:
        raise stop("studio-empty", order.where, name=order.title)
    clips = studio.speak(order.utterances)
    return assembly.at_rate(clips, assembly.common_rate(clips))


def _make(studio: Studio, order: _Order, clips: Sequence[Clip], chosen: fit.Fit, music: assembly.Music) -> Episode:
    paragraph = studio.station.pauses.paragraph_ms
    segments = assembly.assemble(order.utterances, clips, chosen, music, paragraph)
    masters = mastering.master(
        segments,
        order.profiles,
        Project(studio.root).master_cache,
        samples_of=LOUDSPEAKER,
        jobs=studio.jobs,
        progress=studio.progress,
    )
    starts = [0, *accumulate(segment.frames * assembly.FRAME_MS for segment in segments)]
    cues = tuple(_place(cue, start) for segment, start in zip(segments, starts, strict=False) for cue in segment.cues)
    chapters = _chapters(order, segments, starts)
    spoke = tuple(sorted({clip.voice for clip in clips}))
    synthetic = any(clip.synthetic for clip in clips)
    stood = count_stand_ins(order.utterances, cues)
    episode = Episode(order.name, order.title, order.digest, (), cues, chapters, spoke, synthetic, stood)
    with package.build_beside(order.folder) as folder:
        episode = replace(episode, files=_files(studio, order, episode, masters, folder, starts[-1]))
        _papers(studio, order, episode, chosen, folder)
    return episode


def _place(cue: Cue, start: int) -> Cue:
    return replace(cue, start_ms=cue.start_ms + start, end_ms=cue.end_ms + start)


def _chapters(order: _Order, segments: Sequence[Segment], starts: Sequence[int]) -> tuple[Chapter, ...]:
    chapters: list[Chapter] = []
    for place, (segment, (start, end)) in enumerate(zip(segments, pairwise(starts), strict=True)):
        if place and segments[place - 1].item == segment.item:
            chapters[-1] = replace(chapters[-1], end_ms=end)
        else:
            title, refs, _ = order.items[segment.item]
            chapters.append(Chapter(start, end, title, refs))
    return tuple(chapters)


def _files(
    studio: Studio, order: _Order, episode: Episode, masters: Mapping[str, tuple[Master, ...]], folder: Path, ms: int
) -> tuple[tuple[str, MediaFile], ...]:
    """The sound files, written and let through the gate."""
    label = tags.Label(
        title=order.title,
        station=studio.station.ward.station_name,
        programme=order.show.name,
        recorded_for=order.slot.starts_at if order.slot else None,
        synthetic=episode.synthetic,
        voices=tuple(_speakers(studio)[name] for name in episode.voices),
        digest=order.digest,
        cover=_cover(studio),
    )
    head = tags.id3(label, episode.chapters)
    wanted: list[tuple[str, Profile, str, bytes, int]] = []
    for profile in order.profiles:
        suffix = f"_{profile.name}" if profile.name != LOUDSPEAKER and order.slot else ""
        wanted.append((profile.name, profile, f"{order.stem}{suffix}.mp3", head, 0))
        if profile.name == LOUDSPEAKER:
            wav = tags.wav_head(label, ms * mastering.RATE_HZ // 1000 * 2, mastering.RATE_HZ)
            wanted.append((WAV, profile, f"{order.stem}.wav", wav, 1))

    def one(entry: tuple[str, Profile, str, bytes, int]) -> tuple[str, MediaFile]:
        use, profile, name, first, kind = entry
        path = folder / name
        try:
            size, sha256 = package.write(path, chain((first,), _parts(masters[profile.name], kind)))
        except OSError as error:
            raise cannot_write(order.folder / name, error) from error
        found = gate.measure(path)
        where = Where((order.folder / name).relative_to(studio.root).as_posix())
        problems = gate.judge(found, where, size, ms / 1000, profile, episode.cues)
        if order.slot:
            problems += gate.within(found.seconds, where, order.show.bounds)
        if problems:
            raise Stopped(problems)
        seconds = round(found.seconds, 3)
        facts = (size, sha256, seconds, found.loudness_lufs, found.true_peak_dbtp, profile.name)
        return use, MediaFile(where.path, *facts)

    with ThreadPoolExecutor(max(studio.jobs, 1)) as pool:
        return tuple(pool.map(one, wanted))


def _parts(masters: Sequence[Master], kind: int) -> Iterator[bytes]:
    """The segments' MP3 frames (0) or samples (1), one at a time: a whole programme is never in memory."""
    for master in masters:
        kept = master.read()
        if kept is None:
            where = Where(master.path.as_posix())
            raise stop("studio-ffmpeg", where, step="masters", reason=master.path.name)
        yield kept[kind]


def _papers(studio: Studio, order: _Order, episode: Episode, chosen: fit.Fit, folder: Path) -> None:
    """What is read rather than heard: captions, the printed script, the playlist, the manifest."""
    speakers = _speakers(studio)
    papers = {f"{order.stem}.vtt": webvtt.render(episode.cues, speakers=speakers)}
    if order.slot:
        main = episode.files[0][1]
        written = [one.pause_ms for one in order.utterances]
        track = Track(order.slot, " ".join(order.title.split()), f"{order.stem}.mp3", main.seconds)
        papers["playlist.m3u8"] = m3u8([track], told_encoding=False).decode()
        papers["kich-ban.html"] = sheet.render_sheet(
            order.title, studio.station, order.slot, episode.cues, episode.chapters, written, speakers
        )
    for name, text in papers.items():
        (folder / name).write_bytes(text.encode())
    items = []
    for place, (title, refs, bound) in enumerate(order.items):
        words = digest(*(one.spoken.words for one in order.utterances if one.item == place))
        items.append({"title": title, "refs": list(refs), "order": bound, "words": words})
    facts: dict[str, Any] = {
        "items": items,
        "sentences": len(order.utterances),
        "tempo": chosen.tempo,
        "voices": {name: speakers[name] for name in episode.voices},
        "stood_in": [f"{speakers[other]} ← {speakers[voice]}" for voice, other, _ in episode.stand_ins],
        "made_with": mastering.encoder(),
    }
    (folder / package.MANIFEST).write_bytes(package.manifest(episode, folder, facts).encode())


def count_stand_ins(said: Sequence[Utterance], cues: Sequence[Cue]) -> tuple[tuple[str, str, int], ...]:
    """Who was to speak, who spoke instead, and how many sentences."""
    pairs = Counter((one.voice, cue.voice) for one, cue in zip(said, cues, strict=True) if one.voice != cue.voice)
    return tuple((voice, other, count) for (voice, other), count in sorted(pairs.items()))


def _speakers(studio: Studio) -> dict[str, str]:
    return {voice.name: voice.label for voice in studio.station.voices}
