"""Do the tests notice? Sampled faults of the package, each put to the tests that call the function it is in.

`python -m tests.mutate [--count 200] [--seed 7] [--jobs 2] [--only PART] [--least 85]`: first every test of the product
runs once and it is noted which functions it calls; then each fault runs in a copy of the project, the mirroring test
file first, the quick tests before the slow, until one fails. Exit 1 below the least share. Browser and demonstration
stay out.
"""

from __future__ import annotations

import argparse
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
from dataclasses import dataclass
from pathlib import Path

from tests.mutate import calls
from tests.mutate.operators import Mutant, mutants
from tests.package import MODULES, PACKAGE, ROOT

# Without expressions that decide: nouns, and the words of problems.
PLAIN = ("core/problems/", "nouns.py")
# Can be made again, or is not the project's.
LEFT = {".git", ".venv", "build", "site", "node_modules", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
LEFT |= {f"audio/{name}" for name in ("cache", "packages", "exports")}
SHARE_SECONDS, GRACE_SECONDS = 60.0, 60.0
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


def listened(folder: Path, jobs: int) -> list[Test]:
    """Every test with the functions it calls; they must all pass."""
    place = folder / "calls"
    place.mkdir()
    chosen = ("-m", "not browser", "--ignore=tests/demonstration", "-p", "tests.mutate.calls")
    done = pytest_in(folder, *QUIET, "-n", str(jobs), "--dist", "load", *chosen, **{calls.PLACE: str(place)})
    if done is None or done.returncode:
        raise SystemExit(f"The tests fail without any fault:\n{done and done.stdout[-2000:]}")
    notes = [json.loads(path.read_text(encoding="utf-8")) for path in place.glob("*.json")]
    return [Test(name, seconds, frozenset(called)) for note in notes for name, (seconds, called) in note.items()]


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


def survives(mutant: Mutant, folder: Path, names: list[str]) -> bool:
    """Whether no test fails while the fault is in the copy."""
    if not names:
        return True
    path = folder / "scripts" / PACKAGE.name / mutant.path
    sound = path.read_bytes()
    listed = folder / "tests.txt"
    listed.write_text("\n".join(names), encoding="utf-8")
    try:
        path.write_bytes(mutant.applied(sound))
        age = next(AGES)
        os.utime(path, (age, age))
        done = pytest_in(folder, *QUIET, "-x", f"@{listed}", seconds=SHARE_SECONDS * 3 + GRACE_SECONDS)
        return done is not None and done.returncode == 0
    finally:
        path.write_bytes(sound)


def main() -> None:
    """Print each fault as it is judged, then the share that was noticed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=200)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--only", default="", help="part of a module's path")
    asked.add_argument("--least", type=float, default=85, help="percent that must be noticed")
    given = asked.parse_args()
    faults = sampled(given.count, given.seed, given.only)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="loa-mutate-") as place:
        folders: queue.Queue[Path] = queue.Queue()
        for number in range(given.jobs):
            folders.put(copied(Path(place, str(number))))
        tests = listened(copied(Path(place, "sound")), given.jobs)
        print(f"{len(tests)} tests, {time.monotonic() - began:.0f} s; {len(faults)} faults", flush=True)

        def judged(mutant: Mutant) -> bool:
            folder = folders.get()
            try:
                alive = survives(mutant, folder, chosen(mutant, tests))
            finally:
                folders.put(folder)
            print(f"{'survived' if alive else 'killed  '} {mutant}", flush=True)
            return alive

        with ThreadPoolExecutor(given.jobs) as pool:
            alive = [mutant for mutant, lives in zip(faults, pool.map(judged, faults), strict=True) if lives]
    share = 100 * (len(faults) - len(alive)) / max(len(faults), 1)
    print(f"\nkilled {len(faults) - len(alive)} of {len(faults)} ({share:.1f} %) in {time.monotonic() - began:.0f} s")
    print(*(f"  {mutant}" for mutant in alive), sep="\n")
    if share < given.least:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
