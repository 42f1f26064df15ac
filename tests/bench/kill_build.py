"""`loa build` killed at random moments: is the site whole, are the registers whole, is the next build the same?

`LOA_KILLS` (default 40) is how many builds are killed at work. A tiny ward is built once undisturbed; then builds are
killed with SIGKILL after a random part of the time that the same build takes, while the ward's words change from build
to build. After each kill the site must be, file by file, the one before or the one after, and the registers must read
without a problem. At last a build runs undisturbed and must equal, byte by byte, one of the same words on a copy of the
ward that nobody disturbed.
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
import time
from datetime import timedelta
from pathlib import Path

from loaphuong.app.ward import load
from loaphuong.radio import holds, log, orders
from loaphuong.trust import approval, registry
from tests.app.ward import APPROVER, OFFICE, edit, story, ward
from tests.making import HANOI, NOW

WORDS = ("quét ngõ", "tưới cây", "thắp đèn", "dọn rác", "nhường đường")


def write(root: Path, turn: int) -> None:
    """New words, approved: what the next build has to show."""
    for name, deed in (("ngo", WORDS[turn % len(WORDS)]), ("cay", WORDS[(turn + 2) % len(WORDS)])):
        story(root, name, f"Chuyện {name} {deed}", deed=deed)
    now = NOW + timedelta(minutes=turn)
    texts = load(root, now).texts.values()
    given = (approval.approve(text, APPROVER, OFFICE, now) for text in texts)
    registry.append(root, *given)


def start(root: Path) -> subprocess.Popen[bytes]:
    """A build in a process group of its own, so that nothing of it survives the kill."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int((NOW + timedelta(hours=1)).timestamp()))}
    command = [str(Path(sys.executable).with_name("loa")), "build"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=root, env=environment, stdout=quiet, stderr=subprocess.PIPE, start_new_session=True
    )


def build(root: Path) -> float:
    """An undisturbed build; seconds."""
    began = time.monotonic()
    process = start(root)
    _, said = process.communicate(timeout=600)
    if process.returncode:
        raise SystemExit(f"the build failed: {said.decode(errors='replace')[-2000:]}")
    return time.monotonic() - began


def picture(folder: Path) -> str:
    """One digest of every file of a folder, empty when it is not there."""
    if not folder.is_dir():
        return ""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def damaged(root: Path) -> bool:
    """Whether any register does not read as a whole."""
    found = [registry.read(root, HANOI)[1], orders.read(root, HANOI)[1]]
    found += [log.read(root, HANOI)[1], holds.read(root, HANOI)[1]]
    return any(found)


def main() -> None:
    """Build, kill, look; then build to the end and compare."""
    kills = int(os.environ.get("LOA_KILLS", "40"))
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as place:
        root = ward(Path(place) / "phuong", approved=False)
        edit(root / "audio/station.toml", "ahead = 2", "ahead = 1")
        write(root, 0)
        seconds = build(root)
        before = picture(root / "site")
        seen = {"old site": 0, "new site": 0, "half a site": 0, "damaged register": 0, "ended before the kill": 0}
        turn = 0
        while turn - seen["ended before the kill"] < kills:
            turn += 1
            write(root, turn)
            fresh = Path(shutil.copytree(root, Path(place) / "ben-canh"))
            warm = build(fresh)
            after = picture(fresh / "site")
            shutil.rmtree(fresh)
            process = start(root)
            time.sleep(chance.uniform(0, warm))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                seen["ended before the kill"] += 1
            process.communicate()
            now = picture(root / "site")
            seen["old site" if now == before else "new site" if now == after else "half a site"] += 1
            seen["damaged register"] += damaged(root)
            before = now
        build(root)
        same = picture(root / "site") == after
        left = [path.name for path in root.rglob(".loa~*")]
    print(f"{'killed at work':<26}{kills:>8}")
    print(f"{'seconds of a build':<26}{seconds:>8.1f}")
    for what, count in seen.items():
        print(f"{what:<26}{count:>8}")
    print(f"{'last build identical':<26}{'yes' if same else 'NO':>8}")
    print(f"{'unfinished files left':<26}{len(left):>8}")
    if seen["half a site"] or seen["damaged register"] or not same:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
