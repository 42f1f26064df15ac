"""A plugin of pytest that judges faults without starting anew: `-p tests.mutate.forked`, where the system can fork.

Tests are collected once. For each fault a child of this process puts the faulty code into the functions that are there
already and runs the tests that call them, until one fails. What is decided when a module is read is not faulty then:
only what a child notices counts, the rest is for a process of its own.
"""

from __future__ import annotations

import gc
import json
import os
import signal
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, NoReturn

import pytest
from _pytest.runner import runtestprotocol

from tests.mutate.operators import Mutant
from tests.package import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Where faults are read, each with the names of its tests, and where it is written which test noticed them.
FAULTS, NOTICED = "LOA_FAULTS", "LOA_NOTICED"
# A fault that never ends is noticed by the work it does, whatever else the machine does; one that only waits is not.
CPU_SECONDS, WAIT_SECONDS = 60, 600


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of the tests: judge every fault."""
    items = {item.nodeid: item for item in session.items}
    functions = functions_of_the_package()
    noticed: list[str] = []
    for number, (fault, names) in enumerate(json.loads(Path(os.environ[FAULTS]).read_text(encoding="utf-8"))):
        mutant = Mutant(*fault)
        name, found = around(mutant, functions)
        chosen = [items[name] for name in names if name in items]
        noticed.append(judged(mutant, name, found, chosen, session, number) if found and chosen else "")
    # A test that fails in a child without any fault is no evidence.
    for name in set(noticed) & items.keys():
        if judged(mutant, "", (), [items[name]], session, len(noticed)):
            noticed = ["" if each == name else each for each in noticed]
    Path(os.environ[NOTICED]).write_text(json.dumps(noticed), encoding="utf-8")
    return True


def functions_of_the_package() -> dict[tuple[str, str], list[FunctionType]]:
    """Every function that was read from the package, by its file and its qualified name."""
    found: dict[tuple[str, str], list[FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(str(PACKAGE)):
            found.setdefault((each.__code__.co_filename, each.__code__.co_qualname), []).append(each)
    return found


def around(
    mutant: Mutant, functions: Mapping[tuple[str, str], Sequence[FunctionType]]
) -> tuple[str, Sequence[FunctionType]]:
    """The functions that a fault is in, by name: where it is in one that another makes, that one."""
    name = mutant.function
    while name and (str(PACKAGE / mutant.path), name) not in functions:
        name = name.rpartition(".")[0]
    return name, functions.get((str(PACKAGE / mutant.path), name), ())


def judged(
    mutant: Mutant,
    name: str,
    functions: Sequence[FunctionType],
    chosen: Sequence[pytest.Item],
    session: pytest.Session,
    number: int,
) -> str:
    """The test that noticed the fault, or that it does not end; nothing where a child is not sure."""
    end, begin = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(end)
        try_fault(mutant, name, functions, chosen, session, number, begin)
    os.close(begin)
    with os.fdopen(end, "rb") as stream:
        said = stream.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return "it does not end" if status == -signal.SIGXCPU else said if status == 1 else ""


def try_fault(
    mutant: Mutant,
    name: str,
    functions: Sequence[FunctionType],
    chosen: Sequence[pytest.Item],
    session: pytest.Session,
    number: int,
    begin: int,
) -> NoReturn:
    """In the child: put the fault in and run the tests; ends with 1 and the name of the first that fails."""
    try:
        import resource  # where there is a fork

        limit = int(sum(os.times()[:2])) + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        signal.alarm(WAIT_SECONDS)
        path = PACKAGE / mutant.path
        faulty = dict(codes(compile(mutant.applied(path.read_bytes()), str(path), "exec", dont_inherit=True)))
        for function in functions:
            function.__code__ = faulty[name]
        # What is made once for a run is made anew with the fault, in a place of its own.
        place = session.config._tmp_path_factory.mktemp(f"fault-{number}")  # type: ignore[attr-defined]
        session.config._tmp_path_factory._basetemp = place  # type: ignore[attr-defined]
        for item in chosen:
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=None)):
                os.write(begin, item.nodeid.encode())
                os._exit(1)
        os._exit(0)
    except BaseException:  # the parent's own work must not go on twice
        os._exit(3)


def codes(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    """The code of every function in some code, by its qualified name."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each.co_qualname, each
            yield from codes(each)
