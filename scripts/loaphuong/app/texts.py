"""A text of the ward by the name that a person gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.trust import approval

if TYPE_CHECKING:
    from loaphuong.radio.ward import Ward
    from loaphuong.trust.approval import Text


def all_texts(ward: Ward) -> dict[str, Text]:
    """Every text by name: as it is written, or as it stands where its file is broken or gone."""
    standing = approval.texts(ward.standing.content, ward.standing.pictures.get)
    return {**ward.texts, **{name: text for name, text in standing.items() if name not in ward.texts}}


def find_text(ward: Ward, name: str) -> Text:
    """The text of this name: a slug, a path in content/, with or without `.md`; Stopped if there is none."""
    content = f"{Project.content}/"
    wanted = name.replace("\\", "/").removeprefix("./").removeprefix(content).removesuffix(".md")
    texts = all_texts(ward)
    by_path = {text.where.path.removeprefix(content).removesuffix(".md"): text for text in texts.values()}
    found = texts.get(wanted) or by_path.get(wanted)
    if found is None:
        raise stop("unknown-text", Where(Project.content), name=name)
    return found
