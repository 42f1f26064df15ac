"""The picture of each page for those who share it, and the ward's icons: drawn once, kept by what is on them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from loaphuong.content.genres import Genre
from loaphuong.core import addresses, files
from loaphuong.core.digest import digest, of_file
from loaphuong.core.messages import N_
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day, moment
from loaphuong.web.cards import drawings, paint
from loaphuong.web.edition import ILLUSTRATIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from loaphuong.web.edition import Edition

# Raised when the drawing changes, so that kept pictures are drawn anew.
VERSION = 4
ICONS = (180, 192, 512)


def render(edition: Edition, root: Path) -> Mapping[str, Path]:
    """Address on the site → a PNG in the project's cache, drawn unless it is already there. Stopped on a full disk.

    What no page of this edition shows is not kept: it may say what was withdrawn.
    """
    project = Project(root)
    cache, crest = project.card_cache, project.resolve(Project.crest)
    found: dict[str, Path] = {}
    for genre in Genre:
        data = drawings.svg(genre.value).encode()
        key = digest(data)[:32]
        kept = files.find_named(cache, key, ".svg") or files.write_named(cache, key, ".svg", data)
        found[addresses.illustration(genre.value)] = kept
    for address, facts, draw in (*cards(edition), *pictures(edition, crest)):
        key = digest(VERSION, paint.GROUND, paint.INK, paint.ACCENT, facts)[:32]
        found[address] = files.find_named(cache, key, ".png") or files.write_named(cache, key, ".png", draw())
    for path in {*cache.glob("*.png")} - {*found.values()}:
        path.unlink(missing_ok=True)
    if paint.is_cover(project.cover):
        found[addresses.COVER] = project.cover
    return found


def cards(edition: Edition) -> Iterator[tuple[str, tuple[str, ...], Callable[[], bytes]]]:
    """Address, what stands on it, how it is drawn: home, every article, every recorded bulletin."""
    ward = edition.station.ward
    titles = {section.slug: section.title for section in edition.content.sections}
    found: list[tuple[str, ...]] = [(addresses.HOME_CARD, ward.parent, ward.station_name, "")]
    for article in edition.content.articles:
        label = titles.get(article.section, "")
        if article.illustrative:
            label = f"{label} · {edition.tr(ILLUSTRATIVE)}"
        at = day(article.published_at)
        found.append((addresses.card(article.slug), label, article.title, at, article.genre.value))
    for bulletin in edition.recorded:
        slot = bulletin.programme.slot
        title = edition.show_of(slot).name
        found.append((addresses.card(slot.name), edition.tr(N_("Radio bulletin")), title, moment(slot.starts_at)))
    for address, *words in found:
        facts = (ward.name, *words)
        yield address, facts, partial(paint.card, *facts)


def pictures(edition: Edition, crest: Path) -> Iterator[tuple[str, tuple[str, ...], Callable[[], bytes]]]:
    """The podcast's cover and the icons, in the same form."""
    sign = of_file(crest)
    facts = (edition.station.main.name, edition.station.ward.name)
    yield addresses.COVER, ("cover", sign, *facts), partial(paint.cover, crest, *facts)
    for size in ICONS:
        yield addresses.icon(size), ("icon", sign, str(size)), partial(paint.icon, crest, size)
