"""Whether two revisions publish the same bytes: pages, feeds, sound, running orders, exports and the plan.

`LOA_FROM` and `LOA_TO` name the revisions (default: `HEAD~1` and `HEAD`), `SOURCE_DATE_EPOCH` the moment both believe
it is. Each is cloned, built, exported and planned by its own code from cold; every file that differs is named.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from time import perf_counter

from tests.package import ROOT

MADE = ("site", "build/docs", "audio/packages", "audio/programmes", "audio/exports")
VERBS = (("build",), ("export",), ("plan", "--weeks", "26", "--why"))
MOMENT = "1795590000"  # 25 November 2026, 14:00 in Hanoi: before the demonstration's first slot


def clone(revision: str, folder: Path) -> Path:
    """The project at a revision, its messages compiled."""
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", str(ROOT), str(folder)], **quiet)  # type: ignore[call-overload]
    subprocess.run(["git", "checkout", "--quiet", revision], cwd=folder, **quiet)  # type: ignore[call-overload]
    locale = folder / "scripts/loaphuong/locale"
    domains = " ".join(sorted({path.stem for path in locale.rglob("*.po")}))
    compiling = ["-m", "babel.messages.frontend", "--quiet", "compile", "--domain", domains, "--directory", str(locale)]
    subprocess.run([sys.executable, *compiling], **quiet)  # type: ignore[call-overload]
    return folder


def run(folder: Path, verb: tuple[str, ...]) -> str:
    """What a verb of that revision's own command prints; SystemExit where it fails."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, function = project["scripts"]["loa"].split(":")
    code = f"import sys; from {module} import {function}; sys.argv = ['loa', *{verb!r}]; sys.exit({function}())"
    environment = {
        "SOURCE_DATE_EPOCH": MOMENT,
        **os.environ,
        "PYTHONPATH": str(folder / "scripts"),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"loa {' '.join(verb)} ended with {done.returncode}: {done.stderr[-1000:]}")
    return done.stdout


def published(revision: str, folder: Path) -> dict[str, str]:
    """Path → SHA-256 of all that a revision makes; where it was made is taken out of the bytes."""
    clone(revision, folder)
    said = {f"loa {verb[0]}": run(folder, verb) for verb in VERBS}
    place = str(folder).encode()
    found = {"loa plan": hashlib.sha256(said["loa plan"].encode()).hexdigest()}
    for path in (path for made in MADE for path in (folder / made).rglob("*") if path.is_file()):
        data = path.read_bytes().replace(place, b"")
        found[path.relative_to(folder).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def main() -> None:
    """Print what differs; exit 1 if anything does."""
    revisions = os.environ.get("LOA_FROM", "HEAD~1"), os.environ.get("LOA_TO", "HEAD")
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        before, after = (
            published(revision, Path(folder) / name) for revision, name in zip(revisions, "ab", strict=True)
        )
    different = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    for path in different:
        print(f"  {'differs' if path in before and path in after else 'gone' if path in before else 'new'}  {path}")
    same = len(before.keys() | after.keys()) - len(different)
    print(f"{revisions[0]} → {revisions[1]}: {same} files alike, {len(different)} not ({perf_counter() - began:.0f} s)")
    if different:
        raise SystemExit(1)
