"""Run every benchmark of this folder, or those named: `python -m tests.bench [name…]`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(names: list[str]) -> None:
    """Each module's `main`, by name."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    for name in names or found:
        print(f"\n{name}")
        importlib.import_module(f"tests.bench.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
