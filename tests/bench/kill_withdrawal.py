"""`loa withdraw` killed at a hundred moments: does the next call always finish it, and is nothing of the text left?

A withdrawal of a tiny ward changes so many files, one after another. It is killed just before such a change,
`LOA_KILLS` times (default 100): before each of the first changes, where the decision is noted and erased, and then
spread over the rest, where it is shown; each time on a fresh copy. Whatever it left, the same command called again must
end with no file of the project that holds the text's words, beside the editor's own file, with no sound of it, with one
withdrawal in a register that reads as a whole, and with the page and the lists free of it. Every other kill is followed
by a build instead, which must do the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from loaphuong.app.build import build
from loaphuong.app.export import export
from loaphuong.app.withdraw import withdraw
from loaphuong.core.project import Project
from loaphuong.trust import registry
from tests.app.ward import APPROVER, approve_all, quiet, story, ward
from tests.making import HANOI, NOW

SLUG, WORDS = "gieng-co", "gìn giữ giếng cổ"
# Counts what changes a file or a folder; ends itself, as if the power failed, before the one that is named.
COMMAND = """
import os, sys
at, count = int(sys.argv.pop(1)), 0
def watch(event, given):
    global count
    writes = event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.chmod"}:
        count += 1
        if count == at:
            os._exit(99)
from loaphuong.app.cli import run
sys.addaudithook(watch)
code = run(sys.argv[1:])
print(count)
sys.exit(code)
"""


def start(root: Path, at: int) -> subprocess.CompletedProcess[bytes]:
    """A withdrawal that is ended before its change number `at`; 0 for one that nobody ends."""
    given = ["withdraw", SLUG, "--why", "Gia đình đề nghị", "--by", APPROVER]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    command = [sys.executable, "-c", COMMAND, str(at), *given]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, timeout=300, check=False)


def moments(changes: int, kills: int) -> list[int]:
    """Before which changes it is killed: half of them one after another, half spread over the rest."""
    first = min(kills // 2, changes)
    rest = kills - first
    return [*range(1, first + 1), *(first + 1 + turn * (changes - first) // rest for turn in range(rest))]


def left(root: Path) -> list[str]:
    """Every file that still holds the text's words or sound, and what is wrong with the register."""
    own = Project(root).content / "guong-tot" / f"{SLUG}.md"
    found = [path for path in root.rglob("*") if path.is_file() and path != own and WORDS.encode() in path.read_bytes()]
    found += [*Project(root).reading_cache.glob(f"{SLUG}-*"), *(root / "site").rglob(f"{SLUG}.mp3")]
    known, problems = registry.read(root, HANOI)
    told = [found.id for found in problems]
    told += [] if known.find_withdrawal(SLUG) else ["not withdrawn"]
    return [*(path.relative_to(root).as_posix() for path in found), *told]


def main() -> None:
    """Kill, look, finish, look again."""
    kills = int(os.environ.get("LOA_KILLS", "100"))
    seen = {"finished by the next call": 0, "finished by the next build": 0, "left something": 0}
    begun = withdrawn = 0
    with tempfile.TemporaryDirectory() as place:
        whole = ward(Path(place) / "phuong", approved=False)
        story(whole, SLUG, "Giếng làng", deed=WORDS)
        approve_all(whole)
        build(whole, NOW, 1, quiet)
        export(whole, NOW)
        root = Path(place) / "thu"
        shutil.copytree(whole, root, symlinks=True)
        done = start(root, 0)
        changes = int(done.stdout.split()[-1])
        if left(root):
            raise SystemExit(f"an undisturbed withdrawal left {left(root)}")
        began = time.monotonic()
        for turn, at in enumerate(moments(changes, kills)):
            shutil.rmtree(root)
            shutil.copytree(whole, root, symlinks=True)
            begun += start(root, at).returncode == 99
            withdrawn += registry.read(root, HANOI)[0].find_withdrawal(SLUG) is not None
            finished = "finished by the next call"
            if turn % 2 and registry.read(root, HANOI)[0].find_withdrawal(SLUG):
                build(root, NOW, 1, quiet)
                finished = "finished by the next build"
            else:
                withdraw(root, NOW, SLUG, APPROVER, "Gia đình đề nghị")
            remains = left(root)
            seen["left something" if remains else finished] += 1
            if remains:
                print(f"killed before change {at}: {remains}")
        seconds = time.monotonic() - began
    print(f"{'changes of a withdrawal':<30}{changes:>8}")
    print(f"{'killed at work':<30}{begun:>8}")
    print(f"{'of them after the decision':<30}{withdrawn:>8}")
    for what, count in seen.items():
        print(f"{what:<30}{count:>8}")
    print(f"{'seconds in all':<30}{seconds:>8.0f}")
    if seen["left something"] or begun != kills:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
