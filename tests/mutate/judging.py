"""Is it the fault that the tests noticed? A busy machine and the name of a case that is gone are no evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

# What pytest ends with.
PASSED, FAILED, NOT_FOUND, NO_TESTS = 0, 1, 4, 5
FIRST_SECONDS, PATIENCE, LONGEST_SECONDS = 120.0, 4.0, 1920.0
COMPLAINT = re.compile(r"^(?:FAILED|ERROR) (\S.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What a run of tests ended with, after how many seconds, and which test failed first; no code: out of time."""

    code: int | None
    seconds: float
    failed: str = ""


@dataclass(frozen=True)
class Verdict:
    """Whether a fault was noticed, and by which test or otherwise how."""

    noticed: bool
    by: str = ""


def complaints(printed: str, names: Collection[str]) -> list[str]:
    """Which tests pytest's short summary complains of; a name may hold what stands before the reason."""
    return [
        max((name for name in names if line == name or line.startswith(f"{name} - ")), key=len, default=line.split()[0])
        for line in COMPLAINT.findall(printed)
    ]


def judge(
    names: Sequence[str],
    faulty: Callable[[Sequence[str], float], Outcome],
    sound: Callable[[Sequence[str], float], Outcome],
) -> Verdict:
    """Run the tests with the fault, and where they stop otherwise than by a failure, without it as well.

    `faulty` and `sound` run tests by their names within so many seconds. A fault that never ends is noticed where the
    sound package ends in a quarter of the time on the same machine; names of cases that a fault changes are not found,
    and then every case of their tests is run.
    """
    if not names:
        return Verdict(False, "no test calls it")
    limit = FIRST_SECONDS
    found = faulty(names, limit)
    while found.code is None:
        other = sound(names, limit)
        if other.code is not None and other.seconds * PATIENCE <= limit:
            return Verdict(True, f"it does not end within {limit:.0f} s; without it {other.seconds:.0f} s")
        if limit >= LONGEST_SECONDS:
            return Verdict(False, "the machine is too busy to tell")
        limit *= PATIENCE
        found = faulty(names, limit)
    if found.code == NOT_FOUND:
        whole = list(dict.fromkeys(name.split("[")[0] for name in names))
        found = faulty(whole, limit)
        if found.code is None:
            return Verdict(False, "its cases are other cases, too many to run")
    if found.code in {PASSED, FAILED}:
        return Verdict(found.code == FAILED, found.failed)
    if sound(names, limit * PATIENCE).code == PASSED:
        return Verdict(True, found.failed or "the package cannot be imported")
    return Verdict(False, "the tests do not run without the fault either")
