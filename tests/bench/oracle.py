"""A second opinion on reading: where sea-g2p reads the seeds otherwise than we do, sentence by sentence.

`python -m tests.bench.oracle` prints every difference; the benchmark run prints how many. A difference is ours on
purpose, or a mistake to mend: the case tables say which.
"""

from __future__ import annotations

import re
import sys

from loaphuong.core.vietnamese import modern
from loaphuong.speech.spoken import Reader, blocks
from loaphuong.speech.spoken.scanner import prepare
from tests.speech.spoken.reading import SEEDS

WORD = re.compile(r"[^\W_]+")


def plain(said: str) -> list[str]:
    """The words alone, in the tone placement of this house."""
    return WORD.findall(modern(said.lower()))


def differences() -> list[tuple[str, str, str]]:
    """Written, ours, theirs, for each block of the seeds that is read in two ways."""
    from sea_g2p import Normalizer

    other, reader = Normalizer(), Reader()
    found = []
    for path in SEEDS:
        for block in blocks.document(prepare(path.read_text(encoding="utf-8"))):
            written = " ".join(block.text.replace("*", "").split())
            ours, theirs = reader.read(written).line, other.normalize(written)
            if plain(ours) != plain(theirs):
                found.append((written, ours, theirs))
    return found


def main() -> None:
    """Print how many blocks differ; every one of them when run by itself."""
    try:
        found = differences()
    except ImportError:
        print("sea-g2p is not installed")
        return
    print(f"{len(found)} blocks of the seeds are read otherwise by sea-g2p")


if __name__ == "__main__":
    for written, ours, theirs in differences():
        sys.stdout.write(f"{written}\n  ours:   {ours}\n  theirs: {theirs}\n\n")
    main()
