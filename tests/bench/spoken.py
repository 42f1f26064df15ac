"""How fast text is read: characters a second on the seeds, beside sea-g2p's normaliser, and what importing costs."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter, process_time

from loaphuong.speech.spoken import Reader
from tests.speech.spoken.reading import SEEDS

IMPORT = "from time import process_time as now; import loaphuong.core.problems, loaphuong.station.nouns; start = now(); import loaphuong.speech.spoken; print(now() - start)"


def best(work: object, times: int = 5) -> float:
    """The shortest of some runs, in seconds."""
    took = []
    for _ in range(times):
        started = perf_counter()
        work()
        took.append(perf_counter() - started)
    return min(took)


def imported() -> float:
    """Seconds of CPU to import the room, the foundation being there."""
    runs = (
        subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True) for _ in range(5)
    )
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Print one row a reader."""
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    letters = sum(map(len, texts))
    started = process_time()
    reader = Reader()
    for text in texts:
        reader.document(text)
    first = process_time() - started
    rows = [("loaphuong", best(lambda: [reader.document(text) for text in texts]))]
    try:
        from sea_g2p import Normalizer
    except ImportError:
        print("sea-g2p is not installed")
    else:
        other = Normalizer()
        lines = [line for text in texts for line in text.splitlines() if line.strip()]
        rows.append(("sea-g2p", best(lambda: [other.normalize(line) for line in lines])))
    print(f"{'reader':<12} {'seconds':>8} {'letters/s':>11} {'ratio':>6}")
    for name, took in rows:
        print(f"{name:<12} {took:>8.3f} {letters / took:>11,.0f} {took / rows[0][1]:>6.2f}")
    print(f"first reading of the five seeds, tables and patterns included: {first:.3f} s for {letters:,} letters")
    print(f"import: {imported() * 1000:.0f} ms")


if __name__ == "__main__":
    main()
