"""Every byte of every approved file changed in turn, and the register's entries removed, swapped and altered.

Each must be caught: by another digest, by the loader (no longer a text), or by the register's chain. A changed byte
that only adds a trailing blank is the same text by definition and is counted as such.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from loaphuong.content import source
from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.trust import approval, registry
from loaphuong.trust.approval.text import form, normal
from tests.making import NOW, a_content, an_article
from tests.package import ROOT

AROUND = approval.Around.of({})
PICTURES = {".png", ".jpg", ".jpeg", ".webp"}
ENTRIES = 60


def digest(text: str) -> str:
    """What is approved of a source."""
    return hashlib.sha256(form(text, AROUND).encode()).hexdigest()


def caught(path: Path) -> Counter[str]:
    """Each byte of a text, one higher: what becomes of its approval."""
    data = path.read_bytes()
    text = data.decode()
    before, plain = digest(text), normal(text)
    found: Counter[str] = Counter()
    for place in range(len(data)):
        mutant = data[:place] + bytes([(data[place] + 1) % 256]) + data[place + 1 :]
        try:
            changed = mutant.decode("utf-8-sig")
            if source.CONTROL.search(changed):
                raise UnicodeError
            source.split(Where(path.name), changed)
        except (UnicodeError, Stopped):
            found["refused by the loader"] += 1
            continue
        if digest(changed) != before:
            found["another digest"] += 1
        else:
            found["the same text" if normal(changed) == plain else "NOT CAUGHT"] += 1
    return found


def pictures_caught(path: Path) -> Counter[str]:
    """A thousand bytes of a picture, spread over it, one higher each."""
    data = path.read_bytes()
    before = hashlib.sha256(data).hexdigest()
    found: Counter[str] = Counter()
    for place in range(0, len(data), max(1, len(data) // 1000)):
        mutant = data[:place] + bytes([(data[place] + 1) % 256]) + data[place + 1 :]
        found["another digest" if hashlib.sha256(mutant).hexdigest() != before else "NOT CAUGHT"] += 1
    return found


def register_lines() -> tuple[list[str], str]:
    """A register of many entries, and its seal."""
    text = next(iter(approval.texts(a_content(an_article()), AROUND).values()))
    named = [replace(text, name=f"bai-{number}") for number in range(ENTRIES)]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        registry.append(root, *(approval.approve(each, "Lê Thị Bình", "Phó Chủ tịch", NOW) for each in named))
        table, seal = root / registry.PATH, root / registry.TABLE.seal_path
        return table.read_text("utf-8").splitlines(keepends=True), seal.read_text("utf-8")


def seen(lines: list[str], seal: str) -> str:
    """Whether the register says that something is wrong."""
    return "named" if registry.TABLE.parse("".join(lines).encode(), seal)[1] else "NOT CAUGHT"


def register_caught() -> Counter[str]:
    """Each line removed, each letter of some lines changed; two swapped are the same register."""
    lines, seal = register_lines()
    found: Counter[str] = Counter()
    for place in range(len(lines)):
        found[seen(lines[:place] + lines[place + 1 :], seal)] += 1
    for first, second in combinations(range(1, len(lines)), 2):
        swapped = list(lines)
        swapped[first], swapped[second] = swapped[second], swapped[first]
        found["the same text" if seen(swapped, seal) == "NOT CAUGHT" else "NOT CAUGHT"] += 1
    for line in (1, ENTRIES // 2, ENTRIES):
        for place, letter in enumerate(lines[line]):
            if letter.isalnum():
                altered = lines[line][:place] + chr(ord(letter) + 1) + lines[line][place + 1 :]
                found[seen([*lines[:line], altered, *lines[line + 1 :]], seal)] += 1
    return found


def main() -> None:
    """One line for texts, one for pictures, one for the register."""
    content = ROOT / "content"
    texts = sorted(content.rglob("*.md"))
    pictures = sorted(path for path in content.rglob("*") if path.suffix in PICTURES)
    with ProcessPoolExecutor() as pool:
        rows = {
            f"{len(texts)} texts": sum(pool.map(caught, texts), Counter()),
            f"{len(pictures)} pictures": sum(pool.map(pictures_caught, pictures), Counter()),
            f"a register of {ENTRIES}": register_caught(),
        }
    print(f"{'':<20}{'mutants':>10}{'caught':>10}{'same text':>11}{'not caught':>12}")
    for name, found in rows.items():
        same, missed = found["the same text"], found["NOT CAUGHT"]
        print(f"{name:<20}{found.total():>10,}{found.total() - same - missed:>10,}{same:>11,}{missed:>12,}")
    if any(found["NOT CAUGHT"] for found in rows.values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
