"""`loa new`: a new article's file, ready to be filled in."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.content.genres import Genre
from loaphuong.content.load import load as load_content
from loaphuong.content.nouns import SectionKind
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import nfc, slugify
from loaphuong.core.where import Where
from loaphuong.trust import registry

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call

NAME_CHARACTERS = 60
FORM = """---
title: "{title}"
summary: "Tóm tắt một hai câu, 25 đến 45 từ: ai, ở đâu, làm gì, được gì."
genre: {genre}   # {genres}
published_at: {at:%d/%m/%Y %H:%M}
author: "Công chức Văn hóa - Xã hội phường"
status: nhap   # viết xong, đổi thành cho_duyet
# illustrative: true   # chuyện minh họa, không nêu tên người thật
# broadcast: false     # chỉ đăng trang, không phát loa
# expires: {at:%d/%m/%Y}   # sau ngày này không phát nữa
---

Viết bài ở đây. Mỗi đoạn cách nhau một dòng trống.

## Tiêu đề mục

- Mỗi ý một dòng, bắt đầu bằng dấu gạch.
"""


@click.command
@click.argument("section")
@click.argument("title")
@click.pass_obj
def command(call: Call, section: str, title: str) -> None:
    """The file is named after the title, without accents."""
    path = begin_article(call.root, call.now, section, title)
    output.success(tr(N_("Write here: {path}"), path=path))


def shorten(slug: str) -> str:
    """The first words of a long name, as many as an address should have."""
    return (
        slug
        if len(slug) <= NAME_CHARACTERS
        else slug[: NAME_CHARACTERS + 1].rpartition("-")[0] or slug[:NAME_CHARACTERS]
    )


def begin_article(root: Path, now: datetime, section: str, title: str) -> Path:
    """Write the file of a new draft; Stopped for an unknown section or a name that is taken."""
    content, _ = load_content(root)
    sections = [each.slug for each in content.sections if each.kind is SectionKind.ARTICLES]
    if section not in sections:
        raise stop("new-section", Where("loa new"), section=section, sections=", ".join(sections))
    title = " ".join(nfc(title).split())
    slug = shorten(slugify(title))
    path = Project(root).content / section / f"{slug}.md"
    if not slug:
        raise stop("new-title", Where("loa new"), title=title)
    register, _ = registry.read(root, UTC)  # names alone are asked for, no times
    if path.exists() or register.withdrawn(slug) or any(article.slug == slug for article in content.articles):
        raise stop("new-taken", Where(path.relative_to(root).as_posix()), slug=slug)
    text = FORM.format(
        title=title.replace("\\", "\\\\").replace('"', '\\"'),
        genre=Genre.begun_in(section).value,
        genres=", ".join(Genre),
        at=now,
    )
    files.write_text(path, text)
    return path.relative_to(root)
