"""content/synonyms.tsv: words that mean the same to residents, a group a line, parted by tabs.

The product gives a table of its own (web/search); a ward adds its local words, streets and nicknames here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content import source
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.core.problems import Problem

LONGEST = 60
Groups = tuple[tuple[str, ...], ...]


def parse(text: str, path: str) -> tuple[Groups, tuple[Problem, ...]]:
    """The groups written in `text`, and the lines that make none; a line that begins with # is a remark."""
    groups: list[tuple[str, ...]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        group = tuple(dict.fromkeys(filter(None, (phrase.strip() for phrase in line.split("\t")))))
        long = next((phrase for phrase in group if len(phrase) > LONGEST), None)
        if long or len(group) < 2:
            problems.append(problem("synonyms-line", Where(path, number), limit=LONGEST))
        else:
            groups.append(group)
    return tuple(groups), tuple(problems)


def load(root: Path) -> tuple[Groups, tuple[Problem, ...]]:
    """The ward's own groups; none where it has no such file."""
    path = Project(root).synonyms
    if not path.exists():
        return (), ()
    try:
        return parse(source.text_of(root, path, Where(Project.synonyms)), Project.synonyms)
    except Stopped as stopped:
        return (), tuple(stopped.problems)
