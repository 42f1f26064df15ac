"""Letters of every approved article changed, hidden, escaped and exchanged for look-alikes, pictures, the register.

Each mutant must be caught: by another form, by the loader (no longer a text), or by the register's bonds. One that is
seen and heard as before is the same text and is counted as such.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.content.articles import Article
from loaphuong.content.load import reread
from loaphuong.content.nouns import SectionKind
from loaphuong.core.characters import HARMFUL
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where
from loaphuong.trust import approval, registry
from loaphuong.trust.approval.text import read_text
from tests.making import NOW, a_content, an_article
from tests.package import ROOT
from tests.trust.approval.test_text import seen_and_heard

if TYPE_CHECKING:
    from collections.abc import Callable

STRIDE = int(os.environ.get("LOA_STRIDE", "7"))
LOOKALIKES = dict(zip("aeopcxyABEHKMOPCTX", "аеорсхуАВЕНКМОРСТХ", strict=True))
KINDS = dict.fromkeys((each.name for each in (ROOT / "content").iterdir()), SectionKind.ARTICLES)
PICTURES = {".png", ".jpg", ".jpeg", ".webp"}
ENTRIES = 60


MUTANTS: tuple[Callable[[str, int], str], ...] = (
    lambda text, at: text[:at] + chr(ord(text[at]) + 1) + text[at + 1 :],
    lambda text, at: text[:at] + "\u200b" + text[at:],
    lambda text, at: text[:at] + "\u2007" + text[at:],
    lambda text, at: text[:at] + "&amp;" + text[at:],
    lambda text, at: text[:at] + LOOKALIKES.get(text[at], "\u0430") + text[at + 1 :],
)


def article(path: str, source: str) -> Article | None:
    """What the loader makes of a text; None where it refuses it."""
    try:
        text = text_of(source)
    except Stopped:
        return None
    return next((each for each in reread({path: text}, KINDS) if isinstance(each, Article)), None)


def text_of(source: str) -> str:
    """A text as the loader takes it; Stopped where it is none."""
    if HARMFUL.search(source):
        raise stop("control-character", Where(""))
    return nfc(source)


def caught(path: Path) -> Counter[str]:
    """Mutants of a text, spread over it: each is refused, another text, or seen and heard as before."""
    source, name = path.read_text("utf-8"), path.relative_to(ROOT).as_posix()
    whole = article(name, source)
    found: Counter[str] = Counter()
    if whole is None:
        return found
    approved, shown = read_text(whole, {}.get).form, seen_and_heard(whole)
    for place in range(0, len(source), STRIDE):
        for mutate in MUTANTS:
            mutant = article(name, mutate(source, place))
            if mutant is None:
                found["refused by the loader"] += 1
            elif read_text(mutant, {}.get).form != approved:
                found["another text"] += 1
            else:
                found["the same text" if seen_and_heard(mutant) == shown else "NOT CAUGHT"] += 1
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
    text = next(iter(approval.texts(a_content(an_article()), {}.get).values()))
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
