"""A text of the ward by the name that a person gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from loaphuong.radio.ward import Ward
    from loaphuong.trust.approval import Text


def find_text(ward: Ward, name: str) -> Text:
    """The text of this name: a slug, a path in content/, with or without `.md`; Stopped if there is none."""
    content = f"{Project.content}/"
    wanted = name.replace("\\", "/").removeprefix("./").removeprefix(content).removesuffix(".md")
    by_path = {text.where.path.removeprefix(content).removesuffix(".md"): text for text in ward.texts.values()}
    found = ward.texts.get(wanted) or by_path.get(wanted)
    if found is None:
        raise stop("unknown-text", Where(Project.content), name=name)
    return found
