"""The page's own search script, run outside a browser by the Node that the browser tests bring along."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright._impl._driver import compute_driver_executable

from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPTS = ROOT / "overrides/assets/javascripts"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: addresses, best first; `others` are rules below them, `near` the words offered instead, `useful`
    the pages; `fetched` the files asked for."""

    found: tuple[str, ...]
    others: tuple[str, ...]
    near: tuple[str, ...]
    useful: tuple[str, ...]
    missing: tuple[int, ...]
    fetched: tuple[str, ...]
    milliseconds: float


def ask(folder: Path, questions: Sequence[str], most: int = 10) -> list[Answer]:
    """Each question, asked of a finder of its own over the index in a folder; the first `most` of what it found."""
    node = str(compute_driver_executable()[0])
    command = [node, str(Path(__file__).with_suffix(".mjs")), str(SCRIPTS), str(folder), str(most)]
    given = json.dumps(list(questions))
    said = subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8")
    return [
        Answer(**{key: tuple(value) if isinstance(value, list) else value for key, value in each.items()})
        for each in json.loads(said.stdout)
    ]
