"""A recording that is killed at any moment: only whole packages stand, nothing runs on, and the next run ends the same.

python -m tests.bench kill_record
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from loaphuong.core.project import Project
from loaphuong.radio import studio
from loaphuong.station.show import Bounds
from tests.making import a_slot, a_station
from tests.package import ROOT
from tests.radio.studio.material import a_desk, some_material

MOMENTS = 50
SLOTS = ("2026-11-24", "2026-11-27")
JOBS = 2
JINGLES = ROOT / "audio" / "jingles"


def record(root: Path) -> None:
    """Two short bulletins and a reading: what the killed process does."""
    desk = a_desk(root, a_station(bounds=Bounds(15, 90, 40)), jobs=JOBS)
    for number, day in enumerate(SLOTS):
        material = some_material(a_slot(day), seed=str(number), scale=0.06)
        studio.bulletin(desk, material.programme, material.utterances, material.title)
    studio.reading(desk, "bai", "Bài", material.utterances[:4])


def contents(root: Path) -> dict[str, str]:
    """What a run ends with: every file of the packages and readings."""
    folders = (Project(root).packages, Project(root).reading_cache)
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def killed(root: Path, after: float) -> int:
    """Start it, kill it after so many seconds; its process group if it was still at work, else 0."""
    command = [sys.executable, "-m", "tests.bench.kill_record", str(root)]
    # What Python says of semaphores that a killed process leaves is not ours.
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return process.pid
    if process.returncode:
        raise SystemExit(f"the run itself failed: {process.returncode}")
    return 0


def left_behind(group: int, patience: float = 10.0) -> bool:
    """Whether processes of a killed run are still there after a while."""
    until = perf_counter() + patience
    while perf_counter() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        sleep(0.05)
    return True


def fresh(root: Path) -> None:
    """A project folder with the station's tunes."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(JINGLES, root / "audio" / "jingles")


def main() -> None:
    """Print what was seen."""
    dice = random.Random(4)
    with tempfile.TemporaryDirectory() as name:
        whole, root = Path(name) / "whole", Path(name) / "root"
        fresh(whole)
        started = perf_counter()
        record(whole)
        took = perf_counter() - started
        wanted = contents(whole)
        fresh(root)
        kills = halves = orphans = finished = 0
        while kills < MOMENTS:
            if group := killed(root, dice.uniform(0.05, took * 1.3)):
                kills += 1
                orphans += left_behind(group)
                packages = [path for path in (Project(root).packages).glob("*") if not path.name.startswith(".")]
                halves += sum(studio.load(path) is None for path in packages)
            else:
                finished += 1
                if contents(root) != wanted:
                    raise SystemExit("another output")
                fresh(root)
        record(root)
        same = contents(root) == wanted
    print(
        f"{'kills':>6} {'whole runs between':>19} {'half packages':>14} {'left running':>13} {'same output at the end':>23}"
    )
    print(f"{kills:>6} {finished:>19} {halves:>14} {orphans:>13} {same!s:>23}")


if __name__ == "__main__":
    record(Path(sys.argv[1]))
