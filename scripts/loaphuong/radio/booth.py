"""Running orders → packages for broadcast staff, and each article's own reading; only what has changed is made."""

from __future__ import annotations

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import aside, calendar, on_air, orders, revisions, slots_kept, studio
from loaphuong.radio.clearing import NOTHING, Cleared, clear_samples
from loaphuong.radio.planner import outlook
from loaphuong.radio.studio import records
from loaphuong.speech import script, voices
from loaphuong.speech.readings import utterances
from loaphuong.speech.sound import silence
from loaphuong.speech.spoken import clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from loaphuong.content.articles import Article
    from loaphuong.core.problems import Problem
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.newsroom import Newsroom
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.radio.ward import Ward
    from loaphuong.speech.nouns import Clip, SpokenText, Utterance

    Progress = Callable[[str, int, int], None]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recorded:
    """Bulletins and articles that are ready, and what kept others from it. `made` names what was made just now.

    `orders` are the running orders that are now frozen for what was due; those `refused` a change stay as they were.
    `replaced` are slots that had another sound before; `cleared` is what was taken away meanwhile: the WAV of bulletins
    that are long over. `left_out` is what is wrong with texts, whose words are in none of it or are those of before.
    """

    orders: tuple[Programme, ...]
    bulletins: tuple[tuple[Programme, Episode], ...]
    readings: Mapping[str, Episode]
    made: tuple[str, ...]
    problems: tuple[Problem, ...]
    refused: frozenset[str] = frozenset()
    replaced: tuple[str, ...] = ()
    cleared: Cleared = NOTHING
    left_out: tuple[Problem, ...] = ()


def processors() -> int:
    """How many processes may work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def slots_due(ward: Ward, names: Sequence[str]) -> tuple[Slot, ...]:
    """The slots to record: those named, else as many of the next as station.toml wants ahead; Stopped for no slot."""
    if not names:
        return tuple(sorted(calendar.slots_ahead(ward.station, ward.now)))
    found = {name: calendar.find(ward.station, name) for name in names}
    if unknown := [name for name, slot in found.items() if slot is None]:
        raise Stopped(problem("slot-unknown", Where("loa record"), slot=name) for name in unknown)
    return tuple(sorted(slot for slot in found.values() if slot))


@dataclass(frozen=True, slots=True)
class Frozen:
    """The running orders of what is due, by time; which of them were `refused` a change, and what there is to say."""

    orders: tuple[Programme, ...]
    refused: frozenset[str]
    problems: tuple[Problem, ...]


def freeze_orders(newsroom: Newsroom, slots: Sequence[Slot]) -> Frozen:
    """The running orders of these slots, written down before anything is recorded; what changed in them is told."""
    ward = newsroom.ward
    before, entitled = newsroom.written, {order.slot.name: order for order in ward.orders}
    known = newsroom.plan(slots)
    wanted = {slot.name for slot in slots}
    problems = list(aside.clear_up(ward, newsroom.orders))
    slots_kept.note_weeks(ward.root, ward.station, ward.now)
    revised = {each.slot.name: each for each in known.revisions}
    refused = frozenset(name for name, each in revised.items() if each.refused)
    found = []
    for order in known.programmes:
        name = order.slot.name
        if name not in wanted:
            continue
        old = before.get(name)
        if old and old.slot.starts_at <= ward.now:
            found.append(entitled[order.slot.name])
            continue
        found.append(order)
        if old:
            problems += revisions.tell(revised.get(name) or revisions.compare(old, order), old)
        if old != order and name not in refused:
            if old and revisions.may_return(revised.get(name)):
                aside.keep(ward.root, old)
            orders.freeze(ward.root, order)
    lacking = [short for short in outlook.shortfalls(ward.station, known) if short.about in wanted]
    for short in known.shortfalls:
        if (old := before.get(short.slot.name)) and old.slot.starts_at > ward.now:
            problems += revisions.tell(revised.get(short.slot.name) or revisions.compare(old, None))
    return Frozen(tuple(found), refused, (*problems, *lacking))


def readings_of(root: Path, slug: str) -> tuple[Path, ...]:
    """The folders that hold recordings of an article."""
    named = re.compile(rf"{re.escape(slug)}-[0-9a-f]{{12}}")
    return tuple(folder for folder in Project(root).reading_cache.glob(f"{slug}-*") if named.fullmatch(folder.name))


def find_readings(ward: Ward) -> dict[str, Episode]:
    """Each public article's own reading that is recorded already and says the words of today, by slug."""
    found = {article.slug: find_reading(ward, article) for article in ward.public.articles}
    return {slug: episode for slug, episode in found.items() if episode}


def find_reading(ward: Ward, article: Article) -> Episode | None:
    """The recording of an article that says its words of today."""
    said, _ = utter(ward, article)
    kept = (studio.load(folder) for folder in readings_of(ward.root, article.slug))
    return next((each for each in kept if each and each.title == article.title and studio.says(each, said)), None)


def utter(ward: Ward, article: Article) -> tuple[tuple[Utterance, ...], tuple[Problem, ...]]:
    """An article as it is read for the page, and what of it cannot be read."""
    reads, problems = ward.readings.read_all(script.article(article, ward.station.pauses).lines)
    said = utterances([reads], ward.station.main.announcers[:1], ward.station.pauses.sentence_ms)
    return tuple(replace(one, item=0) for one in said), problems


def join_clauses(clips: Sequence[Clip], text: SpokenText) -> Clip:
    """The clauses of one sentence as one clip, silence where it takes breath."""
    first = clips[0]
    pcm = first.pcm
    for clip, (_, silence_ms) in zip(clips[1:], text.breaths, strict=True):
        pcm += silence(first.rate_hz, silence_ms) + clip.pcm
    return replace(first, pcm=pcm)


class Booth:
    """Where sentences are spoken and episodes made, for one ward; several episodes at once."""

    def __init__(self, newsroom: Newsroom, jobs: int, pool: Executor, progress: Progress) -> None:
        ward, project = newsroom.ward, Project(newsroom.ward.root)
        self.newsroom = newsroom
        self.ward = ward
        self.jobs = jobs
        self.pool = pool
        self.progress = progress
        self.machines = {voice.name for voice in ward.station.voices if voice.synthetic}
        self.made: list[str] = []
        self.replaced: list[str] = []
        self.problems: list[Problem] = []
        self.studio = studio.Studio(
            root=ward.root,
            station=ward.station,
            identities=voices.identities(ward.station.voices, ward.root),
            speak=self.speak,
            progress=self.give_way,
            cover=project.cover if project.cover.is_file() else project.resolve(Project.crest),
        )

    def speak(self, said: Sequence[Utterance]) -> Sequence[Clip]:
        """Sentences as sound, kept from earlier runs where they were said before; a machine takes breath where told."""
        parts = [clauses(one.spoken) if one.voice in self.machines else (one.spoken,) for one in said]
        pieces = [replace(one, spoken=part) for one, spoken in zip(said, parts, strict=True) for part in spoken]
        clips = iter(self.render(pieces))
        return [self.whole(one, [next(clips) for _ in spoken]) for one, spoken in zip(said, parts, strict=True)]

    def give_way(self, _done: int, _total: int) -> None:
        """Between two sentences and two tracks, let an act come first that cannot wait."""
        files.give_way(self.ward.root)

    def render(self, said: Sequence[Utterance]) -> Sequence[Clip]:
        """Each as the station's voices say it."""
        return voices.render(said, self.ward.station.voices, self.ward.root, executor=self.pool, progress=self.give_way)

    def whole(self, one: Utterance, clauses: Sequence[Clip]) -> Clip:
        """The clauses of a sentence as one clip; where a fallback took over half-way, the sentence by one voice."""
        if len({clip.voice for clip in clauses}) > 1:
            return self.render([one])[0]
        return join_clauses(clauses, one.spoken)

    def bulletin(self, order: Programme) -> Episode:
        """The package of a slot."""
        folder = Project(self.ward.root).packages / order.slot.name
        before = studio.load(folder)
        if before is None and folder.exists():
            self.problems.append(problem("sound-damaged", Where(Project(self.ward.root).name(folder))))
        # A machine that stood in for a person is told of by the last sentence: known once it has spoken.
        machine = before is not None and before.synthetic
        title, said = on_air.title(self.ward, order), self.newsroom.read(order, machine=machine)
        episode = studio.bulletin(self.studio, order, said, title)
        if episode.synthetic != machine:
            said = self.newsroom.read(order, machine=episode.synthetic)
            episode = studio.bulletin(self.studio, order, said, title)
        self.problems += self.tell_stand_ins(folder, episode)
        if before is None or before.digest != episode.digest:
            self.made.append(order.slot.name)
        if records.keep(self.ward.root, order, episode):
            self.replaced.append(order.slot.name)
        return episode

    def tell_stand_ins(self, folder: Path, episode: Episode) -> Iterator[Problem]:
        """Who spoke for whom in a recording, and how many sentences."""
        labels = {voice.name: voice.label for voice in self.ward.station.voices}
        where = Where(Project(self.ward.root).name(folder))
        for voice, other, count in episode.stand_ins:
            names = {"voice": labels.get(voice, voice), "other": labels.get(other, other)}
            yield problem("voice-stood-in", where, slot=episode.name, count=count, **names)

    def reading(self, article: Article) -> Episode:
        """An article's own sound for the page."""
        said, problems = utter(self.ward, article)
        if problems:
            raise Stopped(problems)
        before = readings_of(self.ward.root, article.slug)
        whole = {folder.name for folder in before if studio.load(folder)}
        episode = studio.reading(self.studio, article.slug, article.title, said)
        kept = f"{article.slug}-{episode.digest[:12]}"
        if kept not in whole:
            self.made.append(article.slug)
            self.problems += self.tell_stand_ins(Project(self.ward.root).reading_cache / kept, episode)
        if kept not in whole and any(folder.name == kept for folder in before):
            self.problems.append(problem("sound-damaged", Where(f"{Project.reading_cache}/{kept}")))
        for folder in before:
            if folder.name != kept:
                shutil.rmtree(folder, ignore_errors=True)
        return episode

    def loop(self, folder: Path, title: str, titles: Sequence[str], said: Sequence[Utterance]) -> Episode:
        """A loop of rules for a loudspeaker, in a folder of its own."""
        before = studio.load(folder)
        episode = studio.loop(self.studio, folder, title, titles, said)
        if before is None or before.digest != episode.digest:
            self.made.append(folder.name)
        return episode

    def all(self, step: str, things: Sequence[T], make: Callable[[T], Episode]) -> tuple[tuple[T, Episode], ...]:
        """Make all of them, some at once; what stops one is noted and does not stop the others."""
        done = 0
        found: dict[int, Episode] = {}
        self.progress(step, 0, len(things))
        # Few things to make: the processors that are left over work within each.
        self.studio = replace(self.studio, jobs=max(1, self.jobs // max(len(things), 1)))
        with ThreadPoolExecutor(self.jobs) as pool:
            futures = {pool.submit(make, thing): place for place, thing in enumerate(things)}
            try:
                for future in as_completed(futures):
                    try:
                        found[futures[future]] = future.result()
                    except Stopped as stopped:
                        self.problems += stopped.problems
                    done += 1
                    self.progress(step, done, len(things))
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        return tuple((things[place], found[place]) for place in sorted(found))


def record_loops(
    newsroom: Newsroom,
    loops: Sequence[tuple[Path, str, Sequence[str], Sequence[Utterance]]],
    progress: Progress,
) -> tuple[tuple[Episode, ...], tuple[str, ...], tuple[Problem, ...]]:
    """Loops by folder, title, the titles of their items and their sentences: all, those made now, what went wrong."""
    workers = processors()
    with voices.processes(workers) as pool:
        booth = Booth(newsroom, workers, pool, progress)
        made = booth.all(tr(N_("Loops")), loops, lambda each: booth.loop(*each))
    return tuple(episode for _, episode in made), tuple(booth.made), tuple(booth.problems)


def record(
    newsroom: Newsroom, names: Sequence[str], jobs: int | None, progress: Progress, *, readings: bool
) -> Recorded:
    """Freeze what is due, then make what is missing; a slot that fails leaves the others alone."""
    frozen = freeze_orders(newsroom, slots_due(newsroom.ward, names))
    programmes = tuple(order for order in frozen.orders if order.slot.name not in frozen.refused)
    workers = jobs or processors()
    with voices.processes(workers) as pool:
        booth = Booth(newsroom, workers, pool, progress)
        bulletins = booth.all(tr(N_("Bulletins")), programmes, booth.bulletin)
        heard = booth.all(tr(N_("Readings")), newsroom.ward.public.articles, booth.reading) if readings else ()
    return Recorded(
        frozen.orders,
        bulletins,
        {article.slug: episode for article, episode in heard},
        tuple(booth.made),
        (*frozen.problems, *booth.problems),
        frozen.refused,
        tuple(booth.replaced),
        clear_samples(newsroom.ward.root, newsroom.ward.now),
    )
