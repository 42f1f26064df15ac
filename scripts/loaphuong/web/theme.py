"""The theme as the site generator takes it: the product's overrides/, a ward's own files in their place, in the page's
language.

Templates, styles and scripts write what people read as `_("English id")`, as gettext knows it; here each becomes the
words themselves, so that any generator can use the folder, and no page looks anything up.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from loaphuong.core.messages import translate
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.web import folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SPEAKING = frozenset({".html", ".xml", ".js", ".css"})
WORDS = re.compile(r'(?<![\w.$])_\(("(?:[^"\\\n]|\\.)*")\)')


def files(root: Path) -> Mapping[str, Path]:
    """Every file of the theme by its name; what lies in the ward's own overrides/ stands for the product's."""
    found: dict[str, Path] = {}
    for layer in reversed(Project(root).layers(Project.overrides)):
        found |= {path.relative_to(layer).as_posix(): path for path in sorted(layer.rglob("*")) if path.is_file()}
    return {name: path for name, path in found.items() if not path.name.startswith(".")}


def read(root: Path, name: str) -> str:
    """A file of the theme as it is written; Stopped if it is no text."""
    try:
        return files(root)[name].read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise stop("site-config", Where(f"{Project.overrides}/{name}"), said=error) from error


def messages(text: str) -> Iterator[str]:
    """The ids of what a file of the theme says."""
    yield from (json.loads(found[1]) for found in WORDS.finditer(text))


def speak(text: str, language: str) -> str:
    """A file of the theme with its words in a language, each as a literal that Jinja, JavaScript and CSS all read."""
    return WORDS.sub(lambda found: json.dumps(translate(language, json.loads(found[1])), ensure_ascii=False), text)


def write(root: Path, language: str) -> None:
    """Make build/theme hold exactly the ward's theme in this language."""
    target = Project(root).theme
    wanted = files(root)
    for name, source in wanted.items():
        data = speak(read(root, name), language).encode() if source.suffix in SPEAKING else source.read_bytes()
        folder.put(target / name, data)
    folder.clear(target, wanted)
