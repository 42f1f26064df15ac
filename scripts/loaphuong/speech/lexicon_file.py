"""The station's own lexicon, read from audio/lexicon.tsv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.files import decode
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.speech.spoken import lexicon

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.speech.nouns import LexiconEntry


def entries(root: Path) -> tuple[tuple[LexiconEntry, ...], tuple[Problem, ...]]:
    """The station's own lexicon, and what is wrong with it; empty where there is no file."""
    try:
        text = decode((Project(root).lexicon).read_bytes(), Where(Project.lexicon))
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), stop("file-unreadable", Where(Project.lexicon), reason=error.strerror or error).problems
    except Stopped as stopped:
        return (), stopped.problems
    found, problems = lexicon.parse(text, Project.lexicon)
    return found.entries, problems
