"""Many sentences at once: what is kept is taken, the rest is spoken in processes of their own, in any number.

A process of its own because an engine is a library that may crash or hang: the sentence is then named, or said by the
fallback that station.toml gives, and the other sentences are kept.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.core.problems import ExitCode, Stopped, problem
from loaphuong.core.project import Project
from loaphuong.speech.nouns import Clip
from loaphuong.speech.voices.cached import Cached
from loaphuong.speech.voices.check import cut_off, partial
from loaphuong.speech.voices.options import PATIENCE_SECONDS, TIMEOUT, TRIMMED, TRUE
from loaphuong.speech.voices.voice import failure, open_voice
from loaphuong.station.show import STATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from concurrent.futures import Executor

    from loaphuong.core.problems import Problem
    from loaphuong.speech.nouns import SpokenText, Utterance
    from loaphuong.station.nouns import VoiceSettings

    Progress = Callable[[int, int], None]

BATCH = 6
CRASHES = 3
GRACE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence, and who may say it: the first voice, then its fallbacks."""

    text: SpokenText
    voices: tuple[VoiceSettings, ...]


def identities(settings: Iterable[VoiceSettings], root: Path) -> dict[str, str]:
    """Each voice's identity by name, its fallbacks' included; Stopped with all that is wrong with the settings."""
    known = tuple(settings)
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for one in known:
        try:
            found[one.name] = " | ".join(_identity(voice, root) for voice in _chain(one.name, known))
        except Stopped as stopped:
            problems += stopped.problems
    if problems:
        raise Stopped(dict.fromkeys(problems))
    return found


def _identity(settings: VoiceSettings, root: Path) -> str:
    """What a voice is; that it is absent, where this machine lacks it and another may speak for it."""
    try:
        return open_voice(settings, root).identity
    except Stopped as stopped:
        if settings.fallback and all(one.exit_code is ExitCode.ENVIRONMENT for one in stopped.problems):
            return f"absent {settings.engine}"
        raise


def render(
    utterances: Sequence[Utterance],
    settings: Sequence[VoiceSettings],
    root: Path,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> tuple[Clip, ...]:
    """A clip for each utterance, in their order; the same bytes whatever `jobs` or `executor`.

    `root` is the project's folder; clips are kept in its audio/cache/voices. `progress` is told (done, all) sentences.
    Stopped with every sentence that could not be said; those that could are kept.
    """
    tasks = _tasks(utterances, settings)
    kept = {settings: _find_kept(settings, root) for settings in {task.voices[0] for task in tasks}}
    clips = {task: clip for task in set(tasks) if (clip := kept[task.voices[0]](task.text))}
    missing = tuple(task for task in dict.fromkeys(tasks) if task not in clips)
    tell = progress or (lambda _done, _all: None)
    tell(len(clips), len(clips) + len(missing))
    problems: dict[Task, tuple[Problem, ...]] = {}
    for task, outcome in _outcomes(missing, root, jobs, executor):
        if isinstance(outcome, Clip):
            clips[task] = outcome
        else:
            problems[task] = outcome
        tell(len(clips) + len(problems), len(set(tasks)))
    blamed: dict[Task, tuple[Problem, ...]] = {}
    suspects = _partial(clips, root)
    while suspects:  # each is handed on to those who come after the voice, until nobody does
        after = {task: rest for task in suspects if (rest := _without(task, clips[task].voice))}
        again = dict(_outcomes(tuple(dict.fromkeys(after.values())), root, jobs, executor))
        for task, found in suspects.items():
            blamed[task] = (*blamed.get(task, ()), *found)
            other: Outcome = again[after[task]] if task in after else ()
            if isinstance(other, Clip):
                clips[task] = other
            else:
                problems[task] = (*blamed[task], *other)
        suspects = {task: found for task, found in _partial(clips, root).items() if task in after.keys() - problems}
    if problems:
        ordered = (found for task in dict.fromkeys(tasks) for found in problems.get(task, ()))
        raise Stopped(dict.fromkeys(ordered))
    return tuple(clips[task] for task in tasks)


def _tasks(utterances: Sequence[Utterance], settings: Sequence[VoiceSettings]) -> list[Task]:
    chains = {name: _chain(name, settings) for name in sorted({one.voice for one in utterances})}
    return [Task(one.spoken, chains[one.voice]) for one in utterances]


def _chain(name: str, settings: Sequence[VoiceSettings]) -> tuple[VoiceSettings, ...]:
    """The voice and its fallbacks, each once."""
    by_name = {one.name: one for one in settings}
    chain: list[VoiceSettings] = []
    following: str | None = name
    while following is not None:
        if following not in by_name:
            raise Stopped([problem("voice-unknown", STATION, voice=following, known=", ".join(by_name))])
        if by_name[following] in chain:
            break
        chain.append(by_name[following])
        following = chain[-1].fallback
    return tuple(chain)


def _find_kept(settings: VoiceSettings, root: Path) -> Callable[[SpokenText], Clip | None]:
    """How to find what a voice said before; one that cannot be opened is asked when it is its turn."""
    try:
        return Cached(open_voice(settings, root), settings, Project(root).spoken_cache).find
    except Stopped:
        return lambda _text: None


@lru_cache(maxsize=32)  # in a worker, which lives as long as one run
def _open(settings: VoiceSettings, root: Path) -> Cached:
    return Cached(open_voice(settings, root), settings, Project(root).spoken_cache)


Outcome = Clip | tuple["Problem", ...]


def _say(task: Task, root: Path) -> Outcome:
    """By the first voice that can. A disk that is full is nobody's failure: no fallback for it."""
    problems: list[Problem] = []
    for settings in task.voices:
        try:
            voice = _open(settings, root)
            if kept := voice.find(task.text):
                return kept
            clip = voice.say(task.text)
        except Stopped as stopped:
            problems += stopped.problems
            continue
        try:
            return voice.keep(task.text, clip)
        except Stopped as stopped:
            return stopped.problems
    return tuple(problems)


def say_all(tasks: tuple[Task, ...], root: Path, guarded: bool) -> tuple[Outcome, ...]:
    """What a worker does. `guarded`: the process may end itself when a sentence takes far too long."""
    if not guarded:
        return tuple(_say(task, root) for task in tasks)
    said = []
    with Path(os.devnull).open("w") as nowhere:
        for task in tasks:
            faulthandler.dump_traceback_later(_patience(task), exit=True, file=nowhere)
            said.append(_say(task, root))
            faulthandler.cancel_dump_traceback_later()
    return tuple(said)


def _patience(task: Task) -> float:
    seconds = 0.0
    for settings in task.voices:
        seconds += float(dict(settings.options).get(TIMEOUT, PATIENCE_SECONDS)) + GRACE_SECONDS
    return seconds


def _outcomes(
    tasks: tuple[Task, ...], root: Path, jobs: int, executor: Executor | None
) -> Iterable[tuple[Task, Outcome]]:
    if not tasks:
        return
    batches = [tasks[at : at + BATCH] for at in range(0, len(tasks), BATCH)]
    unsaid: set[Task] = set()
    with nullcontext(executor) if executor is not None else processes(min(jobs, len(batches))) as pool:
        guarded, futures = isinstance(pool, ProcessPoolExecutor), {}
        for batch in batches:
            try:
                futures[pool.submit(say_all, batch, root, guarded)] = batch
            except BrokenExecutor:
                unsaid.update(batch)
        try:
            for future in as_completed(futures):
                try:
                    yield from zip(futures[future], future.result(), strict=True)
                except BrokenExecutor:
                    unsaid.update(futures[future])
        finally:
            for future in futures:  # after an interruption nothing more is begun
                future.cancel()
    yield from _one_by_one([task for task in tasks if task in unsaid], root)


def _one_by_one(tasks: Sequence[Task], root: Path) -> Iterable[tuple[Task, Outcome]]:
    """After a crash: each sentence by itself, so that the guilty one is known; a voice that crashes on is given up."""
    crashes: dict[str, int] = {}
    waiting = [(task, task) for task in tasks]
    while waiting:
        with processes(1) as pool:
            while waiting:
                task, attempt = waiting.pop(0)
                name = attempt.voices[0].name
                try:
                    if crashes.get(name, 0) < CRASHES:
                        yield task, pool.submit(say_all, (attempt,), root, True).result()[0]
                        continue
                except BrokenExecutor:
                    crashes[name] = crashes.get(name, 0) + 1
                    if attempt.voices[1:]:
                        waiting.insert(0, (task, Task(task.text, attempt.voices[1:])))
                        break
                    yield task, (failure("voice-crashed", attempt.voices[0], task.text),)
                    break
                if attempt.voices[1:]:
                    waiting.insert(0, (task, Task(task.text, attempt.voices[1:])))
                else:
                    yield task, (failure("voice-crashed", attempt.voices[0], task.text),)


def processes(jobs: int) -> ProcessPoolExecutor:
    """Processes that speak, for several calls of `render` at once: `executor=`. To be used in a `with`."""
    # Spawned, not forked: the same on every system, and safe under threads.
    return Speakers(max(jobs, 1), get_context("spawn"), initializer=_leave_with_parent)


class Speakers(ProcessPoolExecutor):
    """Processes that are not waited for when the program is to end: what they are saying is not kept."""

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is not None and not issubclass(kind, Exception):
            for process in active_children():
                process.terminate()
        self.shutdown(wait=True, cancel_futures=True)


def _leave_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever; Ctrl+C is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch(parent: int) -> None:
        wait([parent])
        os._exit(1)

    if parent := parent_process():
        threading.Thread(target=watch, args=(parent.sentinel,), daemon=True).start()


def _without(task: Task, voice: str) -> Task | None:
    """The sentence for those who come after a voice; None if nobody does."""
    names = [settings.name for settings in task.voices]
    rest = task.voices[names.index(voice) + 1 :]
    return Task(task.text, rest) if rest else None


def speaker_of(spoken: Mapping[SpokenText, tuple[Task, Clip]], name: str) -> VoiceSettings:
    """The settings of the voice that said these."""
    task, _ = next(iter(spoken.values()))
    return next(one for one in task.voices if one.name == name)


def _partial(clips: dict[Task, Clip], root: Path) -> dict[Task, tuple[Problem, ...]]:
    """Sentences of which a part is missing, forgotten so that the next run says them anew."""
    problems: dict[Task, tuple[Problem, ...]] = {}
    for name in sorted({clip.voice for clip in clips.values()}):
        spoken = {task.text: (task, clip) for task, clip in clips.items() if clip.voice == name}
        pairs = [(text, clip) for text, (_, clip) in spoken.items()]
        settings = speaker_of(spoken, name)
        trimmed = dict(settings.options).get(TRIMMED) == TRUE
        found = dict.fromkeys(cut_off(pairs, trimmed=trimmed), "voice-cut")
        for text, id_ in (found | dict.fromkeys(partial(pairs), "voice-short")).items():
            task, clip = spoken[text]
            Cached(open_voice(settings, root), settings, Project(root).spoken_cache).forget(text)
            values = {"seconds": f"{clip.seconds:.1f}", "syllables": text.syllables} if id_ == "voice-short" else {}
            problems[task] = (failure(id_, settings, text, **values),)
    return problems
