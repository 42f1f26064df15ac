"""Prose for the ear: what an announcer reads of an article or of rules.

Still written Vietnamese, with each line's place in the editor's file; `spoken` turns it into what is voiced.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.content.phrasing import phrase_rule
from loaphuong.core.markup import BlockKind, blocks
from loaphuong.core.vietnamese import weekday
from loaphuong.core.where import Where
from loaphuong.speech.nouns import Line, Role, Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from loaphuong.content.articles import Article
    from loaphuong.content.events import Event
    from loaphuong.content.nouns import Rule
    from loaphuong.core.markup import Block
    from loaphuong.station.nouns import Pauses

COUNT = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
ROLES = {
    BlockKind.HEADING: Role.HEADING,
    BlockKind.PARAGRAPH: Role.PARAGRAPH,
    BlockKind.LIST_ITEM: Role.LIST_ITEM,
    BlockKind.QUOTE: Role.QUOTE,
    BlockKind.VERSE: Role.LIST_ITEM,
    BlockKind.TABLE_ROW: Role.LIST_ITEM,
}
AGAIN = "Xin nhắc lại:"
LABEL = re.compile(
    r"\W*(?:thời gian|thời hạn|địa điểm|nơi|hạn|liên hệ|điện thoại|đường dây nóng|mọi chi tiết)\b[^:]{0,30}:",
    re.IGNORECASE,
)
FACT = re.compile(r"\b\d{1,2}\s?(?:h|g|giờ)\d{0,2}\b|\b\d{1,2}:\d{2}\b|\b0\d{2,4}[ .]?\d{3}|\b1[89]00\b")
NUMBERING = re.compile(r"^(?:[IVXLC]+\.|\d+(?:\.\d+)+\.?|\d+\.|[a-zđ]\))\s+(?!triệu|tỷ|tấn|nghìn)", re.IGNORECASE)


def count_aloud(index: int) -> str:
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
        text = f"{count_aloud(block.index).capitalize()} là, {text}"
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
    lines = (title, summary, *body)
    return Script(article.slug, article.title, (*lines, *repeat_facts(lines, pauses)) if article.repeats else lines)


def repeat_facts(lines: tuple[Line, ...], pauses: Pauses) -> Iterator[Line]:
    """The time, place and telephone of a notice once more, as they were written."""
    told = facts(lines[1:])
    if told:
        yield Line(AGAIN, told[0].where, Role.LEAD_IN, pauses.sentence_ms)
        for line in told:
            yield replace(line, role=Role.LIST_ITEM, pause_ms=pauses.sentence_ms)


def facts(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that tell when, where and whom to call: those with such a label, else those with a clock or a number.

    Four at most: what is said again should be short.
    """
    known = tuple(lines)
    labelled = tuple(line for line in known if LABEL.match(line.text))
    told = labelled or tuple(line for line in known if FACT.search(line.text) and len(line.text.split()) <= 40)
    return told[:4]


def event_line(event: Event, starts: datetime, pauses: Pauses) -> Line:
    """One time of an event: when and what, then where."""
    at = f"{weekday(starts)}, ngày {starts.day}/{starts.month}, {starts.hour}h{starts:%M}"
    told = f"{at}: {event.title}. Địa điểm: {event.place}."
    return Line(told, event.at("title"), Role.LIST_ITEM, pauses.sentence_ms)


def join_titles(titles: Iterable[str]) -> str:
    """Titles in one breath: `một là …; hai là …`."""
    return "; ".join(f"{count_aloud(index)} là, {title}" for index, title in enumerate(titles, 1))


def rule_lines(rules: Iterable[Rule], pauses: Pauses) -> tuple[Line, ...]:
    """Rules gathered by place, each a sentence as it is spoken to neighbours: Không xả rác."""
    lines: list[Line] = []
    for place, group in groupby(rules, key=lambda rule: rule.place):
        members = tuple(group)
        lines.append(Line(f"{place}:", members[0].where, Role.LEAD_IN, pauses.sentence_ms))
        lines.extend(Line(phrase_rule(rule), rule.where, Role.RULE, pauses.sentence_ms) for rule in members)
    return tuple(lines)
