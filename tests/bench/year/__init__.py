"""A year at the desk by the command itself, with everything that goes wrong in one; each silent change is a violation.

python -m tests.bench year

`LOA_WEEKS=8` makes it short, with all faults in fewer weeks; `LOA_YEAR_TRUE=1` speaks and makes pages in truth,
where else a studio of silence stands in for the sound (`cheap`). `LOA_SEED` deals the texts anew.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tests.bench.year import cheap
from tests.bench.year.desk import Desk

WEEKS, SEED = 52, 12


def main() -> None:
    """Print every violation as it is seen, and a row a month when it is over; exit 1 if there is a violation."""
    weeks = int(os.environ.get("LOA_WEEKS", WEEKS))
    true = bool(os.environ.get("LOA_YEAR_TRUE"))
    put_back = None if true else cheap.install()
    print(
        f"{'month':<8} {'commands':>8} {'slots':>6} {'aired':>6} {'violations':>11} {'MB':>7} {'seconds':>8}",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "phuong", weeks, int(os.environ.get("LOA_SEED", SEED)))
        try:
            desk.run()
        finally:
            if put_back:
                put_back()
    desk.print_months(None)
    print(f"{weeks} weeks, {'true' if true else 'cheap'} sound and pages: {len(desk.violations)} violations")
    if desk.violations:
        raise SystemExit(1)
