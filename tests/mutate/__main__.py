"""Do the tests notice? Sampled faults of the package, each put to the tests that call the function it is in.

`python -m tests.mutate [--count 200] [--seed 7 …] [--jobs 2] [--only PART] [--least 85]`: first every test of the
product runs once and it is noted which functions it calls; then each fault runs in a copy of the project, the mirroring
test file first, the quick tests before the slow, until one fails; at last the tests that noticed a fault run once
without any. Exit 1 where a seed stays below the least share. Browser and demonstration stay out.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.mutate import calls, forked
from tests.mutate.judging import NO_TESTS, PASSED, Outcome, Verdict, complaints, judge
from tests.mutate.operators import Mutant, mutants
from tests.package import MODULES, PACKAGE, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Without expressions that decide: nouns, and the words of problems.
PLAIN = ("core/problems/", "nouns.py")
# Can be made again, or is not the project's.
LEFT = {".git", ".venv", "build", "site", "node_modules", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
LEFT |= {f"audio/{name}" for name in ("cache", "packages", "exports")}
# What is no test of the package's answers.
ELSEWHERE = {"browser", "demonstration", "bench", "mutate"}
SHARE_SECONDS = 60.0
QUIET = ("-q", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--tb=no", "--no-header")
# A mutant's file is older than any other, and no two are of one age: no compiled module of another is taken for it.
AGES = itertools.count(1_000_000_000)


@dataclass(frozen=True)
class Test:
    """A test of the product: its id, how long it takes and which functions it calls."""

    name: str
    seconds: float
    functions: frozenset[str]


def sampled(count: int, seed: int, only: str) -> list[Mutant]:
    """So many faults of the package, the same for the same seed."""
    found = [
        mutant
        for module in MODULES
        for path in [module.path.relative_to(PACKAGE).as_posix()]
        if only in path and not any(part in path for part in PLAIN)
        for mutant in mutants(path, module.path.read_bytes())
    ]
    return sorted(random.Random(seed).sample(found, min(count, len(found))))


def copied(folder: Path) -> Path:
    """The project as the tests need it."""

    def left(place: str, names: list[str]) -> list[str]:
        inside = Path(place).relative_to(ROOT)
        return [name for name in names if (inside / name).as_posix() in LEFT or name == "__pycache__"]

    return shutil.copytree(ROOT, folder, ignore=left)


def pytest_in(
    folder: Path, *arguments: str, seconds: float | None = None, **variables: str
) -> subprocess.CompletedProcess[str] | None:
    """Run tests in a copy; nothing where it takes too long."""
    environment = os.environ | {"PYTHONPATH": str(folder / "scripts"), **variables}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is sound is compiled once, not for every fault
    command = [sys.executable, "-m", "pytest", *arguments]
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env=environment,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
    except subprocess.TimeoutExpired:
        return None


def state() -> str:
    """A digest of all that decides which test calls which function."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(path for top in ("scripts", "tests") for path in (ROOT / top).rglob("*.py")):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def listened(folder: Path, jobs: int) -> list[Test]:
    """Every test with the functions it calls, asked once for a state of the project; they must all pass."""
    kept = ROOT / "build" / "mutate" / state()
    kept.mkdir(parents=True, exist_ok=True)

    def listen(part: str) -> Path:
        notes = kept / f"{part}.json"
        if not notes.exists():
            variables = {calls.PLACE: str(folder / notes.name)}
            done = pytest_in(folder, *QUIET, "-p", "tests.mutate.calls", f"tests/{part}", **variables)
            if done is None or done.returncode not in {PASSED, NO_TESTS}:
                raise SystemExit(f"Tests fail without any fault:\n{done and done.stdout[-2000:] + done.stderr[-2000:]}")
            shutil.copyfile(folder / notes.name, notes)
        return notes

    parts = [path.name for path in sorted((ROOT / "tests").iterdir()) if path.name not in ELSEWHERE]
    parts = [part for part in parts if part.startswith("test_") or (ROOT / "tests" / part / "__init__.py").exists()]
    with ThreadPoolExecutor(jobs) as pool:
        notes = [json.loads(path.read_text(encoding="utf-8")) for path in pool.map(listen, parts)]
    return [Test(name, seconds, frozenset(called)) for noted in notes for name, (seconds, called) in noted.items()]


def chosen(mutant: Mutant, tests: list[Test]) -> list[str]:
    """The tests that call the function of a fault; of what stands outside functions, those that call into its file.

    The mirroring file comes first, then quick before slow, as many as fit the share of time, one at least.
    """
    name = f"{mutant.path}:{mutant.function}"
    inside = mutant.function and any(name in test.functions for test in tests)
    calling = [
        test
        for test in tests
        if (name in test.functions if inside else any(each.startswith(f"{mutant.path}:") for each in test.functions))
    ]
    path = Path(mutant.path)
    mirror = f"tests/{path.parent.as_posix()}/test_{path.stem}.py".replace("/./", "/")
    calling.sort(key=lambda test: (not test.name.startswith(mirror), test.seconds))
    spent = itertools.accumulate(test.seconds for test in calling)
    return [test.name for test, until in zip(calling, spent, strict=True) if until < SHARE_SECONDS] or [
        test.name for test in calling[:1]
    ]


def judged(mutant: Mutant, folder: Path, names: Sequence[str]) -> Verdict:
    """Whether a test fails while the fault is in the copy."""
    path = folder / "scripts" / PACKAGE.name / mutant.path
    sound = path.read_bytes()

    def run(source: bytes, names: Sequence[str], seconds: float) -> Outcome:
        path.write_bytes(source)
        age = next(AGES)
        os.utime(path, (age, age))
        listed = folder / "tests.txt"
        listed.write_text("\n".join(names), encoding="utf-8")
        began = time.monotonic()
        done = pytest_in(folder, *QUIET, "-x", f"@{listed}", seconds=seconds)
        spent = time.monotonic() - began
        if done is None:
            return Outcome(None, spent)
        return Outcome(done.returncode, spent, next(iter(complaints(done.stdout, names)), ""))

    try:
        return judge(names, partial(run, mutant.applied(sound)), partial(run, sound))
    finally:
        path.write_bytes(sound)


def noticed_at_once(folders: Sequence[Path], faults: Sequence[Mutant], tests: list[Test]) -> dict[Mutant, Verdict]:
    """The faults that children of a process which has read all tests notice; none where the system cannot fork."""
    if not hasattr(os, "fork"):
        return {}

    def notice(folder: Path, share: Sequence[Mutant]) -> Iterator[tuple[Mutant, Verdict]]:
        asked, answered = folder / "faults.json", folder / "noticed.json"
        pairs = [(astuple(mutant), chosen(mutant, tests)) for mutant in share]
        asked.write_text(json.dumps(pairs), encoding="utf-8")
        places = {forked.FAULTS: str(asked), forked.NOTICED: str(answered)}
        pytest_in(
            folder, *QUIET, "-p", "tests.mutate.forked", *(f"--ignore=tests/{name}" for name in ELSEWHERE), **places
        )
        answers = json.loads(answered.read_text(encoding="utf-8")) if answered.exists() else []
        return ((mutant, Verdict(True, by)) for mutant, by in zip(share, answers, strict=False) if by)

    with ThreadPoolExecutor(len(folders)) as pool:
        shares = [faults[number :: len(folders)] for number in range(len(folders))]
        return dict(itertools.chain.from_iterable(pool.map(notice, folders, shares)))


def wavering(folder: Path, names: set[str], jobs: int) -> set[str]:
    """Which of the tests that noticed a fault fail without any."""
    listed = folder / "tests.txt"
    listed.write_text("\n".join(sorted(names)), encoding="utf-8")
    done = pytest_in(folder, *QUIET, "-n", str(jobs), f"@{listed}")
    return set(complaints(done.stdout, names)) if done else set()


def main() -> None:
    """Print each fault as it is judged, then the share that was noticed, for each seed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=200)
    asked.add_argument("--seed", type=int, nargs="+", default=[7])
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--only", default="", help="part of a module's path")
    asked.add_argument("--least", type=float, default=85, help="percent that must be noticed")
    given = asked.parse_args()
    samples = {seed: sampled(given.count, seed, given.only) for seed in given.seed}
    faults = sorted(set().union(*samples.values()))
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="loa-mutate-") as place:
        copies = [copied(Path(place, str(number))) for number in range(given.jobs)]
        folders: queue.Queue[Path] = queue.Queue()
        for copy in copies:
            folders.put(copy)
        sound = copied(Path(place, "sound"))
        tests = listened(sound, given.jobs)
        print(f"{len(tests)} tests, {time.monotonic() - began:.0f} s; {len(faults)} faults", flush=True)

        def verdict(mutant: Mutant, without: frozenset[str] = frozenset()) -> Verdict:
            folder = folders.get()
            try:
                found = judged(mutant, folder, [name for name in chosen(mutant, tests) if name not in without])
            finally:
                folders.put(folder)
            print(f"{'killed  ' if found.noticed else 'survived'} {mutant}  [{found.by}]", flush=True)
            return found

        verdicts = noticed_at_once(copies, faults, tests)
        print(f"{len(verdicts)} noticed at once, {time.monotonic() - began:.0f} s", flush=True)
        rest = [mutant for mutant in faults if mutant not in verdicts]
        with ThreadPoolExecutor(given.jobs) as pool:
            verdicts |= dict(zip(rest, pool.map(verdict, rest), strict=True))
            names = {found.by for found in verdicts.values()} & {test.name for test in tests}
            doubted = frozenset(wavering(sound, names, given.jobs))
            if doubted:
                print(
                    "\nThese fail without any fault too, and are no evidence:", *sorted(doubted), sep="\n  ", flush=True
                )
            again = [mutant for mutant, found in verdicts.items() if found.noticed and found.by in doubted]
            verdicts |= dict(zip(again, pool.map(partial(verdict, without=doubted), again), strict=True))
    shares = {}
    for seed, sample in samples.items():
        alive = [mutant for mutant in sample if not verdicts[mutant].noticed]
        shares[seed] = 100 * (len(sample) - len(alive)) / max(len(sample), 1)
        print(f"\nseed {seed}: killed {len(sample) - len(alive)} of {len(sample)} ({shares[seed]:.1f} %)")
        print(*(f"  {mutant}  [{verdicts[mutant].by}]" for mutant in alive), sep="\n")
    print(f"\n{time.monotonic() - began:.0f} s")
    if min(shares.values()) < given.least:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
