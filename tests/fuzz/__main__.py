"""Fuzz what reads files that people write: `python -m tests.fuzz [--count N] [--seed N] [--only NAME]`.

Exit 1, with the shortest input found, when a target crashes, hangs for longer than two seconds, or breaks a promise.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.mutation import mutate
from tests.fuzz.targets import Target, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_SECONDS = 2.0
FINDINGS = 5
SHRINK_SECONDS = 20.0


@dataclass
class Outcome:
    """What one worker found in one target: runs, seconds, the slowest run, and the inputs that failed, with why."""

    name: str
    runs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    failed: dict[str, str] = field(default_factory=dict)


class Hang(Exception):  # noqa: N818 - what it is
    """A run that took too long."""


@contextmanager
def alarm() -> Iterator[None]:
    """Break off what computes too long, where the system can; a machine that is busy elsewhere is no fault."""
    if not hasattr(signal, "ITIMER_PROF"):
        yield
        return

    def ring(*_: object) -> None:
        raise Hang(f"longer than {LONGEST_SECONDS} s")

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def failure(target: Target, text: str) -> str:
    """Where and how a target fails on an input; empty when it does not."""
    try:
        with alarm():
            target.read(text)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {str(error)[:120]}"
    return ""


def kind(why: str) -> str:
    """Failures of one kind are shown once."""
    return why.split(": ", 1)[0]


def work(name: str, count: int, seed: str) -> Outcome:
    """Run one target on many inputs."""
    target = next(each for each in targets() if each.name == name)
    source = random.Random(seed)
    outcome = Outcome(name)
    clock = time.process_time
    for _ in range(count):
        text = mutate(source, target.seeds)
        start = clock()
        why = failure(target, text)
        took = clock() - start
        outcome.runs += 1
        outcome.seconds += took
        outcome.slowest = max(outcome.slowest, took)
        if (
            why
            and kind(why) not in {kind(known) for known in outcome.failed.values()}
            and len(outcome.failed) < FINDINGS
        ):
            outcome.failed[shrunk(target, text, kind(why))] = why
    return outcome


def shrunk(target: Target, text: str, known: str) -> str:
    """A shorter input that fails in the same way."""
    end = time.monotonic() + SHRINK_SECONDS
    size = len(text) // 2
    while size and time.monotonic() < end:
        for start in range(0, len(text), size):
            shorter = text[:start] + text[start + size :]
            if kind(failure(target, shorter)) == known:
                text = shorter
                break
        else:
            size //= 2
    return text


def merged(outcomes: list[Outcome]) -> Outcome:
    """What all workers found in one target."""
    failed = {kind(why): (text, why) for outcome in outcomes for text, why in outcome.failed.items()}
    return Outcome(
        outcomes[0].name,
        sum(each.runs for each in outcomes),
        sum(each.seconds for each in outcomes),
        max(each.slowest for each in outcomes),
        dict(failed.values()),
    )


def main() -> int:
    """All targets on all cores, one table, what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=1_000_000, help="executions in all")
    parser.add_argument("--seed", default="0", help="another seed, other inputs")
    parser.add_argument("--only", default="", help="targets whose name begins so")
    given = parser.parse_args()
    chosen = [target for target in targets() if target.name.startswith(given.only)]
    whole = sum(target.share for target in chosen)
    cores = os.cpu_count() or 1
    started = time.monotonic()
    found = []
    print(f"{'target':<18}{'executions':>12}{'per second':>12}{'slowest ms':>12}{'found':>7}")
    with ProcessPoolExecutor(cores) as pool:
        waiting = {
            target.name: [
                pool.submit(
                    work, target.name, -(-round(given.count * target.share / whole) // cores), f"{given.seed}/{core}"
                )
                for core in range(cores)
            ]
            for target in chosen
        }
        for name, futures in waiting.items():
            outcome = merged([future.result() for future in futures])
            found.append(outcome)
            speed = outcome.runs / outcome.seconds if outcome.seconds else 0.0
            slowest = outcome.slowest * 1000
            print(f"{name:<18}{outcome.runs:>12,}{speed:>12,.0f}{slowest:>12.1f}{len(outcome.failed):>7}", flush=True)
    runs = sum(each.runs for each in found)
    print(f"{'in all':<18}{runs:>12,}{'':>24}{sum(len(each.failed) for each in found):>7}")
    print(f"{time.monotonic() - started:.0f} s on {cores} cores, seed {given.seed}")
    for outcome in found:
        for text, why in outcome.failed.items():
            print(f"\n{outcome.name}: {why}\n  {text!r}", file=sys.stderr)
    return int(any(outcome.failed for outcome in found))


if __name__ == "__main__":
    sys.exit(main())
