"""Prose for the ear: what an announcer reads of an article or of rules.

Still written Vietnamese, with each line's place in the editor's file; `spoken` turns it into what is voiced.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.content.nouns import Stance
from loaphuong.core.markup import BlockKind, blocks
from loaphuong.core.where import Where
from loaphuong.speech.nouns import Line, Role, Script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Rule
    from loaphuong.core.markup import Block
    from loaphuong.station.nouns import Pauses

COUNT = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
ROLES = {
    BlockKind.HEADING: Role.HEADING,
    BlockKind.PARAGRAPH: Role.PARAGRAPH,
    BlockKind.LIST_ITEM: Role.LIST_ITEM,
    BlockKind.QUOTE: Role.QUOTE,
    BlockKind.TABLE_ROW: Role.LIST_ITEM,
}
STANCES = {Stance.DO: "nên", Stance.DONT: "không nên"}
NUMBERING = re.compile(r"^(?:[IVXLC]+\.|\d+(?:\.\d+)*\.?|[a-zđ]\))\s+")


def counted(index: int) -> str:
    """`một`, `hai` … as an announcer counts items; figures past twelve."""
    return COUNT[index - 1] if 1 <= index <= len(COUNT) else str(index)


def pause(role: Role, pauses: Pauses) -> int:
    """The silence after a line of this role, in ms."""
    match role:
        case Role.TITLE | Role.HEADING:
            return pauses.heading_ms
        case Role.PARAGRAPH | Role.QUOTE | Role.LEAD_IN:
            return pauses.paragraph_ms
        case _:
            return pauses.sentence_ms


def spoken_line(block: Block, path: str, pauses: Pauses) -> Line:
    """A block's words: the numbering of headings is not voiced, items of an ordered list are counted."""
    role = ROLES[block.kind]
    text = NUMBERING.sub("", block.text) if role is Role.HEADING else block.text
    if block.index:
        text = f"{counted(block.index).capitalize()} là, {text}"
    shift = len(text) - len(block.text)
    breaks = tuple(place + shift for place in block.breaks)
    return Line(text, Where(path, block.line), role, pause(role, pauses), breaks)


def article(article: Article, pauses: Pauses) -> Script:
    """What is read of an article: its title, its sapo, its body. Pictures, code and tables' rulers are left out."""
    title = Line(article.title, article.at("title"), Role.TITLE, pauses.heading_ms)
    summary = Line(article.summary, article.at("summary"), Role.PARAGRAPH, pauses.paragraph_ms)
    body = (
        spoken_line(block, article.where.path, pauses)
        for block in blocks(article.body, article.body_line)
        if block.kind in ROLES and block.text.strip()
    )
    return Script(article.slug, article.title, (title, summary, *body))


def listed(titles: Iterable[str]) -> str:
    """Titles in one breath: `một là …; hai là …`."""
    return "; ".join(f"{counted(index)} là, {title}" for index, title in enumerate(titles, 1))


def rule_lines(rules: Iterable[Rule], pauses: Pauses) -> tuple[Line, ...]:
    """Rules gathered by place and stance, as they are spoken to neighbours."""
    lines: list[Line] = []
    for (place, stance), group in groupby(rules, key=lambda rule: (rule.place, rule.stance)):
        members = tuple(group)
        lines.append(Line(f"{place}, {STANCES[stance]}:", members[0].where, Role.LEAD_IN, pauses.sentence_ms))
        lines.extend(Line(rule.spoken or rule.text, rule.where, Role.RULE, pauses.sentence_ms) for rule in members)
    return tuple(lines)
