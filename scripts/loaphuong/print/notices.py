"""Tin treo bảng: an article for a notice board."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from loaphuong.content import consent, pictures
from loaphuong.content.articles import Channel
from loaphuong.core.markup import BlockKind, blocks
from loaphuong.core.messages import N_, translate
from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import day
from loaphuong.core.where import Where
from loaphuong.print import papers
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import Ink, Sheet
from loaphuong.print.words import describe, list_printable
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.articles import Article
    from loaphuong.core.problems import Problem
    from loaphuong.print.nouns import Copy

    Part = dict[str, Any]

PRODUCT = "tin-bang"
# A picture is as wide as the sheet allows, or as its pixels do; one that would be narrower is left out.
DOTS_AN_INCH, MM_AN_INCH, WIDEST_MM, NARROWEST_MM = 100, 25.4, 184.8, 60.0
TALLEST_MM = 90.0
# The press is given text alone.
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
    '<image width="{wide}" height="{high}" href="data:image/jpeg;base64,{data}"/></svg>'
)
# Letters in hundredths of the sheet's width: of a whole article, and of its summary alone.
WHOLE, SUMMARY = {"smallest": 1.75, "largest": 2.5}, {"smallest": 1.75, "largest": 4.4}
READ = {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.VERSE}
ITEMS = {BlockKind.LIST_ITEM, BlockKind.VERSE}


def make_notices(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """One sheet for each article whose people agreed to paper: whole, or its summary where it is too long."""
    for article in list_printable(copy):
        mark = mark_of(copy, article.slug, (name_of(article),))
        language = copy.station.ward.language
        found = [each for each in blocks(article.body, article.body_line) if each.kind in READ and each.text.strip()]
        parts = [
            {"text": block.text, "heading": block.kind is BlockKind.HEADING, "item": block.kind in ITEMS}
            for block in found
        ]
        made_up = [translate(language, N_("illustrative story"))] if article.illustrative else []
        said = [article.genre.label, day(article.published_at), *made_up]
        shown, problems = picture_of(copy, article)
        data = {
            **describe(copy, mark, papers.A4, ink),
            **shown,
            "title": article.title,
            "subtitle": "",
            "summary": article.summary,
            "kicker": " · ".join(said),
            "more": "",
            "columns": halve(parts),
            **WHOLE,
        }
        more = translate(language, N_("Scan the code to read and hear all of it"))
        own = article.where.path
        yield Sheet(
            name=f"{PRODUCT}/{article.slug}-a4",
            product=PRODUCT,
            title=article.title,
            template="notice.typ",
            paper=papers.A4,
            mark=mark,
            texts=(name_of(article),),
            where=article.where,
            data=data,
            roomier=({**data, "columns": [], "more": more, **SUMMARY},),
            lines=(
                (article.title, article.at("title")),
                (article.summary, article.at("summary")),
                *((block.text, Where(own, block.line)) for block in found),
            ),
            notes=problems,
        )


def halve(parts: list[Part]) -> list[list[Part]]:
    """The parts in two columns of about one length; a heading stays with what it stands over."""
    lengths = [len(part["text"]) + 40 for part in parts]
    cuts = [at for at in range(1, len(parts)) if not parts[at - 1]["heading"]]
    if not cuts:
        return [parts] if parts else []
    at = min(cuts, key=lambda at: abs(sum(lengths[:at]) - sum(lengths[at:])))
    return [parts[:at], parts[at:]]


def picture_of(copy: Copy, article: Article) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """What the template is told of an article's picture, and what is wrong with it.

    None is shown where somebody in it did not agree to be shown, or where its pixels are too few.
    """
    none: dict[str, Any] = {"picture": "", "picture_width_mm": 0, "alt": "", "credit": ""}
    image = article.image
    data = copy.picture(image.path) if image and consent.allows(article, Channel.PHOTO) else None
    if image is None or data is None:
        return none, ()
    made, wide, high = pictures.reduce(data)
    fits = wide / DOTS_AN_INCH * MM_AN_INCH
    told: tuple[Problem, ...] = ()
    if fits < WIDEST_MM:
        told = (problem("print-coarse", article.at("image"), picture=image.path, pixels=wide, mm=int(fits)),)
    if fits < NARROWEST_MM:
        return none, told
    # No taller than a third of the sheet.
    width = min(fits, WIDEST_MM, TALLEST_MM * wide / high)
    drawn = SVG.format(wide=wide, high=high, data=b64encode(made).decode())
    return {"picture": drawn, "picture_width_mm": round(width, 1), "alt": image.alt, "credit": image.credit or ""}, told
