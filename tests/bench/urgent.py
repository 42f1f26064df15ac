"""Twenty urgent acts while a build is at work: does each succeed, and does the finished build show them all?

A tiny ward begins to build from nothing. As soon as it speaks, twenty commands are given at once, each by a process of
its own: five slots are put on hold, five texts are withdrawn, five edited texts are approved, five notices are inserted
into bulletins. Every command must end well (0, or 3 where a player may still have an older list), the build too, and
the page, the running orders and the registers must show what was decided.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from loaphuong import station
from loaphuong.core.project import Project
from loaphuong.radio import calendar, holds, orders
from loaphuong.trust import registry
from tests.app.ward import APPROVER, OFFICE, approve_all, edit, story, ward
from tests.making import HANOI, NOW
from tests.package import ROOT

EACH = 5
COMMAND = [sys.executable, "-m", "loaphuong.app.cli"]
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "PYTHONPATH": str(ROOT / "scripts")}
# What residents would read or hear of each kind of text.
GONE, OLD, NEW, TOLD = "gìn giữ giếng cổ", "trồng cây bàng", "trồng cây phượng", "đóng cống số"


def start(root: Path, *words: str) -> subprocess.Popen[bytes]:
    """A command at work."""
    return subprocess.Popen(
        [*COMMAND, *words], cwd=root, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def prepare(root: Path) -> list[list[str]]:
    """A ward whose texts are approved and partly edited since; the twenty acts."""
    ward(root, approved=False)
    for number in range(EACH):
        story(root, f"gieng-{number}", f"Giếng làng {number}", deed=f"{GONE} {number}")
        story(root, f"cay-{number}", f"Hàng cây {number}", deed=f"{OLD} {number}")
        notice = story(root, f"cong-{number}", f"Đóng cống số {number}", genre="thong_bao", deed=f"{TOLD} {number}")
        edit(notice, "illustrative: true\n", "")
    approve_all(root)
    for number in range(EACH):
        edit(root / f"content/guong-tot/cay-{number}.md", OLD, NEW)
    slots = [slot.name for slot in calendar.next_slots(station.require(root), NOW, 2 + EACH)]
    by = ["--by", APPROVER]
    acts = [["hold", slot, "--why", "Mất điện", *by] for slot in slots[2:]]
    acts += [["withdraw", f"gieng-{number}", "--why", "Xin gỡ", *by] for number in range(EACH)]
    acts += [["approve", f"cay-{number}", *by, "--title", OFFICE] for number in range(EACH)]
    acts += [["insert", f"cong-{number}", slots[number % 2], *by] for number in range(EACH)]
    return acts


def find_faults(root: Path) -> list[str]:
    """What of the acts the finished build does not show."""
    register, problems = registry.read(root, HANOI)
    pages = {
        path: path.read_bytes() for path in (root / "site").rglob("*") if path.suffix in {".html", ".xml", ".json"}
    }
    wrong = [found.id for found in problems]
    wrong += [f"gieng-{n}: not withdrawn" for n in range(EACH) if not register.find_withdrawal(f"gieng-{n}")]
    wrong += [f"{path}: {words}" for words in (GONE, OLD) for path, data in pages.items() if words.encode() in data]
    wrong += [
        f"cay-{n}: not shown" for n in range(EACH) if not any(f"{NEW} {n}".encode() in data for data in pages.values())
    ]
    held = holds.resolve(holds.read(root, HANOI)[0]).held
    wrong += [f"{len(held)} slots on hold"] if len(held) != EACH else []
    said = {name for order in orders.read(root, HANOI)[0] for item in order.items for name in item.refs}
    wrong += [f"cong-{n}: in no order" for n in range(EACH) if f"cong-{n}" not in said]
    wrong += ["an act is not shown"] if Project(root).unshown.exists() else []
    return wrong


def main() -> None:
    """Build, act, look."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "phuong"
        acts = prepare(root)
        build = start(root, "build")
        while build.poll() is None and not Project(root).spoken_cache.exists():
            time.sleep(0.05)
        began, at_work = time.monotonic(), build.poll() is None
        given = [(act, start(root, *act)) for act in acts]
        failed = 0
        for act, process in given:
            said, _ = process.communicate(timeout=1200)
            if process.returncode not in {0, 3}:
                failed += 1
                print(f"exit {process.returncode}: {' '.join(act)}\n{said.decode(errors='replace')[-600:]}")
        seconds = time.monotonic() - began
        said, _ = build.communicate(timeout=1200)
        wrong = find_faults(root)
    print(f"{'acts while a build is at work':<34}{len(acts):>8}")
    print(f"{'the build was still at work':<34}{at_work!s:>8}")
    print(f"{'acts that failed':<34}{failed:>8}")
    print(f"{'seconds until the last had ended':<34}{seconds:>8.0f}")
    print(f"{'exit of the build':<34}{build.returncode:>8}")
    print(f"{'decisions that are not shown':<34}{len(wrong):>8}")
    for line in wrong:
        print(f"  {line}")
    if failed or wrong or build.returncode not in {0, 1} or not at_work:
        print(said.decode(errors="replace")[-2000:])
        raise SystemExit(1)


if __name__ == "__main__":
    main()
