"""`loa new`: a new article's file, ready to be filled in."""

from __future__ import annotations

from datetime import UTC
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.texts import name_key
from loaphuong.app.ward import load
from loaphuong.content.genres import Genre
from loaphuong.content.load import load as load_content
from loaphuong.content.nouns import SectionKind
from loaphuong.content.references import RESERVED
from loaphuong.content.unwritten import TEMPLATE
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import nfc, slugify
from loaphuong.core.where import Where
from loaphuong.radio.forecast import forecast
from loaphuong.trust import registry

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call

NAME_CHARACTERS = 60


@click.command
@click.argument("section")
@click.argument("title")
@click.pass_obj
def command(call: Call, section: str, title: str) -> None:
    """The file is named after the title, without accents."""
    path = begin_article(call.root, call.now, section, title)
    output.success(tr(N_("Write here: {path}"), path=path))
    output.notice(tr(N_("Not read on the loudspeakers yet: {why}."), why=when_read(call, path.stem)))


def when_read(call: Call, slug: str) -> str:
    """When a new article will be read, or why not; nothing where the ward cannot be read as a whole."""
    try:
        return forecast(load(call.root, call.now), [slug]).get(slug, "–")
    except Stopped:
        return "–"


def shorten(slug: str) -> str:
    """The first words of a long name, as many as an address should have."""
    return (
        slug
        if len(slug) <= NAME_CHARACTERS
        else slug[: NAME_CHARACTERS + 1].rpartition("-")[0] or slug[:NAME_CHARACTERS]
    )


def free(slug: str) -> str:
    """An address that is neither the site's own nor a device of Windows: `con` becomes `con-1`."""
    return f"{slug}-1" if slug in RESERVED else slug


def begin_article(root: Path, now: datetime, section: str, title: str) -> Path:
    """Write the file of a new draft; Stopped for an unknown section or a name that is taken."""
    content, _ = load_content(root)
    sections = {each.slug: each.title for each in content.sections if each.kind is SectionKind.ARTICLES}
    known = {name_key(name): slug for slug, title in sections.items() for name in (slug, title)}
    if name_key(section) not in known:
        near = get_close_matches(name_key(section), known, 1, 0.6)
        listed = ", ".join(f"{title} ({slug})" for slug, title in sections.items())
        closest = sections[known[near[0]]] if near else "–"
        raise stop("new-section", Where("loa new"), section=section, sections=listed, closest=closest)
    section = known[name_key(section)]
    title = " ".join(nfc(title).split())
    slug = free(shorten(slugify(title)))
    path = Project(root).content / section / f"{slug}.md"
    if not slug:
        raise stop("new-title", Where("loa new"), title=title)
    register, _ = registry.read(root, UTC)  # names alone are asked for, no times
    if path.exists() or register.find_withdrawal(slug) or any(article.slug == slug for article in content.articles):
        raise stop("new-taken", Where(path.relative_to(root).as_posix()), slug=slug)
    text = TEMPLATE.format(
        title=title.replace("\\", "\\\\").replace('"', '\\"'),
        genre=Genre.choose_for(section).value,
        genres=", ".join(Genre),
        at=now,
    )
    files.write_text(path, text)
    return path.relative_to(root)
