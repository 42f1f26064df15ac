"""The blocks of a text: what stands by itself, without the marks and numbers at its head.

Markdown of an article is stripped elsewhere; this is for text as it comes: a line given to `loa say`, a whole
administrative document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.syllable import CAPITALS

CAPITAL = r"[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ“\"‘'(*_]"
# 3.5 Triệu đồng is an amount, not the number of a heading.
AMOUNTS = (
    r"(?:[Tt]riệu|TRIỆU|[Tt][ỷỉ]|[Nn]gh[ìi]n|[Nn]gàn|[Tt]ấn(?! công)|[Tt]ạ|[Kk][gm]|[Mm]2?|"
    r"[Hh]a|[Ll]ít|[Mm]ét|[Đđ]ồng|%)(?!\w)"
)
# x. Phú Cát is a place, not the item of a list.
NAME = rf"[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]+|\s*[,.;)]|\s*$)"
# What Word pastes for its bullets is of its own alphabet.
BULLETS = "•▪●◦·■□❖➢➤✓✔☑\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
MARK = rf"#{{1,6}}\s+|[-*+–—{BULLETS}]\s+|[+§{BULLETS}]+\s*(?=[^\W\d_])|[oOvüØq]\t\s*"
HEAD = Lazy(rf"\s*(?:>(?!\s*\d)\s?)*({MARK})?(?:\[[ xX]\]\s+)?")
NUMBERED = Lazy(
    rf"[*_]*(?:\d{{1,2}}(?:\.\d{{1,2}})+\s?[.)]?\s?(?!{AMOUNTS})(?={CAPITAL}|\*\*)|(?:[IVX]{{2,5}}|"
    rf"[IV])[.)/]\s+(?!\d)|X[.)/]\s+(?=[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ]{{2}})|[A-E][.)/]\s+(?!Mác)(?={CAPITAL})|"
    rf"[a-zđ][)/]\s+|(?![pqxhtđ]\.\s+{NAME})[a-zđ]\.\s+(?={CAPITAL}))"
)
ORDERED = Lazy(rf"[*_]*(\d{{1,2}})(?:[.)/]\s+(?=\S)(?!\d)|\s?[-–]\s+(?={CAPITAL}))")
BOLD = Lazy(r"\s*(\*\*|__)[^*_]+\1\W*$|\s*(?:\*\*\*|___).+(?:\*\*\*|___)\W*$")
# What is never voiced, by how it opens and closes; a fence that is not closed reaches to the end.
SILENT = (
    (Lazy(r"<!--"), Lazy(r"-->"), False),
    (Lazy(r"```"), Lazy(r"```"), True),
    (Lazy(r"~~~"), Lazy(r"~~~"), True),
    (Lazy(r"<(?:script|style)\b"), Lazy(r"</(?:script|style)>"), False),
)
DROPPED = Lazy(
    r"(?<=\w)\[\^?\d{1,9}\]|(?<=[\w.,;:!?”\")])\[\^[^\]\s]{1,60}\]|!\[[^\]]{0,500}\]\([^)]{0,2000}\)|`[^`\n]*`|"
    r"</?[a-zA-Z][^<>]*>"
)
LINK = Lazy(r"\[([^\[\]]{1,500})\]\((?:[^()\s]|\([^()]{0,500}\)){0,2000}(?:\s+\"[^\"]{0,500}\")?\)")
ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
ENDS = tuple(".!?:;…|")
RECIPIENTS = Lazy(r"[\s#*_]*nơi nhận\s*:?[\s*_]*$", re.IGNORECASE)
SIGNATURE = Lazy(r"[\s*_#]*(?:TM|KT|TL|TUQ|Q)\s*\.\s+[A-ZĐÀ-Ỹ\s]+(?:\*\*|\s)*$")
PAGE_NUMBER = Lazy(r"\s*(?:trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?\s*$", re.IGNORECASE)
CHROME = Lazy(r"\s*(?:tìm kiếm|album ảnh|các chuyên mục|trang chủ|bình luận|in trang|chia sẻ)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Prose that is read by itself. `line` counts from 0 in the text; `order` is its number in a list, 0 for none."""

    text: str
    line: int
    order: int = 0


class Growing(NamedTuple):
    """A block and the lines that go on from it."""

    block: TextBlock
    more: list[str]

    def grown(self) -> TextBlock:
        """The whole block."""
        return replace(self.block, text="".join((self.block.text, *self.more))) if self.more else self.block


def paragraphs(text: str) -> tuple[TextBlock, ...]:
    """The blocks of ordinary text: a blank line, a list mark, a heading or a line's own end parts them."""
    found: list[Growing] = []
    broken = True
    for number, line in enumerate(_visible(text).split("\n")):
        if not line.strip():
            broken = True
            continue
        block = _block(line, number)
        headed = len(block.text) < len(line.strip()) or bool(BOLD.match(line))
        if found and not broken and not headed:
            found[-1].more.append(f"\n{block.text}")
        else:
            found.append(Growing(block, []))
        broken = (
            line.endswith("  ")
            or line.rstrip(' *_"”').endswith(ENDS)
            or bool(BOLD.match(line))
            or line.lstrip().startswith("#")
        )
    return tuple(growing.grown() for growing in found)


def document(text: str) -> tuple[TextBlock, ...]:
    """The blocks of a whole administrative document: each line by itself, without recipients, signature, page numbers.

    A paragraph that a page break cut in two is joined again.
    """
    found: list[Growing] = []
    silent = False
    before = -1
    ended = True
    for number, line in enumerate(_visible(text).split("\n")):
        if not line.strip() or PAGE_NUMBER.match(line) or CHROME.match(line):
            continue
        if RECIPIENTS.match(line) or (SIGNATURE.match(line) and found):
            silent = True
        if silent:
            continue
        block = _block(line, number)
        if found and not ended and block.text == line.strip() and line.strip()[0].islower():
            found[-1].more.append("\n" * (number - before) + block.text)
        else:
            found.append(Growing(block, []))
        before, ended = number, block.text.rstrip(" *_").endswith(ENDS)
    return tuple(growing.grown() for growing in found)


def _visible(text: str) -> str:
    """The text without what is never voiced, line for line."""
    shown = text
    if any(mark in text for mark in "<`~![^"):
        for opens, closes, to_end in SILENT:
            shown = _without(shown, opens, closes, to_end=to_end)
        shown = DROPPED.sub(_gap, shown)
    for entity, letter in ENTITIES.items():
        shown = shown.replace(entity, letter)
    return LINK.sub(r"\1", shown) if "](" in shown else shown


def _gap(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n") or " "


def _without(text: str, opens: Lazy, closes: Lazy, *, to_end: bool) -> str:
    """The text without what stands between two marks, line for line; each mark is looked for once."""
    kept: list[str] = []
    done = 0
    while start := opens.compiled.search(text, done):
        end = closes.compiled.search(text, start.end())
        if not end and not to_end:
            break
        after = end.end() if end else len(text)
        kept += (text[done : start.start()], "\n" * text.count("\n", start.start(), after) or " ")
        done = after
    return "".join((*kept, text[done:]))


def _block(line: str, number: int) -> TextBlock:
    rest = line.strip()
    mark = HEAD.match(rest)
    heading = bool(mark and mark[1] and mark[1].startswith("#")) or bool(BOLD.match(line))
    rest = rest[mark.end() :] if mark else rest
    named = NUMBERED.match(rest)
    if named:
        return TextBlock(rest[named.end() :], number)
    ordered = ORDERED.match(rest)
    if ordered:
        return TextBlock(rest[ordered.end() :], number, 0 if heading else int(ordered[1]))
    return TextBlock(rest, number)
