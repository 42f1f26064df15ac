"""What is fuzzed: each target reads one text and checks what must hold of any answer."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from zlib import crc32

from loaphuong.content import consent, frontmatter, source
from loaphuong.content.articles import Article
from loaphuong.content.consent import names
from loaphuong.content.genres import Genre
from loaphuong.content.nouns import Code
from loaphuong.core import forms, markup
from loaphuong.core.files import TEXT_BYTES
from loaphuong.core.markup.tokens import LONGEST_LINE
from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.radio import holds, log, orders
from loaphuong.speech.spoken import Reader, lexicon
from loaphuong.trust import approval, registry
from tests.making import BODY, HANOI, a_programme, an_article
from tests.package import FIXTURE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from loaphuong.core.problems import Problem
    from loaphuong.trust.ledger import Ledger

# The package names its function like its module.
stations = importlib.import_module("loaphuong.station.load")
HERE = Where("content/guong-tot/a.md")


@dataclass(frozen=True)
class Target:
    """Something that reads texts: how, from which sound ones, its share of the executions."""

    name: str
    read: Callable[[str], None]
    seeds: tuple[str, ...]
    share: float


class Untrue(AssertionError):  # noqa: N818 - what it is
    """An answer that must not be."""


def must(holds: bool, what: str) -> None:
    """The house's promise about an answer."""
    if not holds:
        raise Untrue(what)


def told(problems: Iterable[Problem], path: str, text: str = "") -> None:
    """Each problem can be shown and names a line that is there."""
    lines = text.count("\n") + text.count("\r") + 2 if text else 1 << 30
    for found in problems:
        must(bool(found.what and found.hint), f"{found.id} says nothing")
        must(found.where.path.startswith(path), f"{found.id} names {found.where}")
        must(0 <= found.where.line <= lines, f"{found.id} names line {found.where.line} of {lines}")


def read_front_matter(text: str) -> None:
    """The keys, and the form of an article."""
    try:
        file = source.split(HERE, text)
        keys, problems = frontmatter.read(file.head, HERE.path)
    except Stopped as stopped:
        told(stopped.problems, HERE.path, text)
        return
    told(problems, HERE.path, text)
    for form in (Article, Code):
        filled, problems = forms.fill(form, keys.values, lambda key: Where(HERE.path, keys.line(key)))
        told(problems, HERE.path, text)
        must(filled is not None or bool(problems), "nothing read and nothing said")


class Page(HTMLParser):
    """What a browser would find."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Only tags and addresses that the house allows."""
        must(tag in markup.TAGS, f"<{tag}>")
        for name, value in attrs:
            must(not name.startswith("on") and name != "style", f"<{tag} {name}>")
            if name in {"href", "src"}:
                scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", value or "", re.IGNORECASE)
                must(not scheme or scheme[1].lower() in markup.SCHEMES, f"{name}={value}")


def read_markdown(text: str) -> None:
    """Blocks for the ear, with lines that are there."""
    for block in markup.blocks(text, 10):
        must(10 <= block.line <= 10 + text.count("\n") + text.count("\r"), f"line {block.line}")
        must("\n" not in block.text, "a line end within a block")
    markup.references(text, 10)


def read_html(text: str) -> None:
    """Sanitised HTML."""
    page = Page()
    page.feed(markup.html(text))
    page.close()


heavy_bytes = TEXT_BYTES


def repeat(text: str, length: int) -> str:
    """So many letters of one motif over and over, in short lines or long ones."""
    number = crc32(text.encode(errors="replace"))
    start = number % max(1, len(text))
    motif = text[start : start + 1 + number % 24] or "a"
    line = (motif * LONGEST_LINE)[: (60, 700, LONGEST_LINE - 1)[number % 3]]
    return ((f"{line}\n\n" if number % 2 else f"{line}\n") * (length // len(line) + 1))[:length]


def heavy(text: str) -> str:
    """The body of the largest file there may be, of one motif; empty where it is refused unparsed."""
    try:
        return source.split(HERE, f"---\ntitle: a\n---\n{repeat(text, heavy_bytes)}").body
    except Stopped:
        return ""


def read_heavy_page(text: str) -> None:
    """All that a page needs of a body, in the time given."""
    body = heavy(text)
    read_markdown(body)
    markup.html(body)


def read_heavy_people(text: str) -> None:
    """All that is looked for about people, in the time given."""
    body = heavy(text)
    for genre in (Genre.EXEMPLAR, Genre.CRITIQUE):
        told(consent.check_article(an_article(body=body, genre=genre)), HERE.path.rpartition("/")[0])


def read_heavy_aloud(text: str) -> None:
    """Half of the longest input of `loa say`, line by line, in the time given: figures upon figures cost most."""
    for line in repeat(text, heavy_bytes // 2).split("\n"):
        reader().read(line, HERE)


def read_heavy_tables(text: str) -> None:
    """A quarter of a megabyte behind each table's heading, and in place of a running order, in the time given."""
    body = repeat(text, 4 * heavy_bytes)
    for table in (log.LOG, holds.HOLDS, registry.TABLE):
        told(table.parse(f"{table.header()}{body}".encode(errors="replace"), "")[1], table.path)
    read_order(body)


def read_lexicon(text: str) -> None:
    """Entries and problems, none twice."""
    found, problems = lexicon.parse(text, "audio/lexicon.tsv")
    told(problems, "audio/lexicon.tsv")
    must(all(entry.written and entry.spoken for entry in found.entries), "an empty entry")


def read_station(text: str) -> None:
    """A whole station or problems."""
    given = stations.text_of
    stations.text_of = lambda root: text  # noqa: ARG005 - the disk is not what is fuzzed
    try:
        found, problems = stations.load(FIXTURE)
    finally:
        stations.text_of = given
    told(problems, stations.FILE, text)
    must(found is not None or bool(problems), "no station and nothing said")


def read_ledger(table: Ledger) -> Callable[[str], None]:
    """The log or the holds: lines and problems."""

    def read(text: str) -> None:
        csv, _, seal = text.rpartition("\x1e")
        rows, problems = table.parse(csv.encode(errors="replace"), seal)
        told(problems, table.path)
        if not problems:
            if table is registry.TABLE:
                told(registry.understood(rows, (), HANOI)[1], table.path)
            for row in rows if table is not registry.TABLE else ():
                log.entry(row, HANOI) if table is log.LOG else holds.entry(row, HANOI)

    return read


def read_order(text: str) -> None:
    """A running order or problems."""
    found, problems = orders.parse(text, "audio/programmes/2026-11-24-1630.txt", HANOI)
    told(problems, "audio/programmes/")
    must(found is not None or bool(problems), "no order and nothing said")


def read_aloud(text: str) -> None:
    """Sentences of plain words, or problems."""
    reading = reader().read(text, HERE)
    told(reading.problems, HERE.path)
    for sentence in reading.sentences:
        must(not re.search(r"[0-9A-Z&%/]", sentence.spoken.words), f"unread: {sentence.spoken.words}")


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The station's reader, made once."""
    return Reader()


def read_people(text: str) -> None:
    """Names and consent."""
    for name in names.find(text):
        must(bool(name.text.strip()), "an empty name")
    told(consent.check_article(an_article(body=text, illustrative=False)), HERE.path.rpartition("/")[0])


def read_form(text: str) -> None:
    """What is approved of a text is kept as it was read, and read again as the same."""
    article = an_article(body=text, source_text=f"---\ntitle: x\n---\n{text}")
    read = approval.text.read_text(article, lambda _: "1" * 64)
    again = approval.records.parse(read.record)
    must(again.source.rstrip() == read.source.rstrip(), "a record gives back another source")
    must(tuple(sorted(again.pictures.items())) == read.pictures, "a record gives back other pictures")


def articles() -> tuple[str, ...]:
    """The fixture ward's texts, short ones first, and a full front matter."""
    found = sorted((path.read_text(encoding="utf-8") for path in (FIXTURE / "content").rglob("*.md")), key=len)
    return (FULL, *found[:: max(1, len(found) // 20)])


def bodies() -> tuple[str, ...]:
    """Bodies of the fixture ward's texts, and one that has everything."""
    return (EVERYTHING, BODY, *(text.split("\n---\n", 1)[-1] for text in articles()))


def ledger_text(table: Ledger, *cells: str) -> str:
    """A table of two lines with its seal after a record separator."""
    from loaphuong.trust.ledger import bond, csv_line, escape_cell

    last, lines = "", []
    for _ in range(2):
        canonical = tuple(column.canonical(cell) for column, cell in zip(table.columns, cells, strict=True))
        before, last = last, bond(tuple(last.split()), canonical)
        lines.append(csv_line((*map(escape_cell, canonical), before, last)))
    return table.header() + "".join(lines) + f"\x1e{last}\n"


FULL = """---
title: "Con ngõ: sạch mỗi sớm mai"
summary: Cả ngõ cùng giữ sạch lối đi chung.
genre: guong
published_at: 20/11/2026 07:30
author: Ban biên tập
topic: giu-sach
rules: [qd-1665#r1, qd-1665#r2]
award: {title: Giấy khen, by: UBND phường, on: 01/10/2026}
image: {path: ngo.jpg, alt: Con ngõ}
people:
  - name: Nguyễn Thị Hoa
    role: cư dân
    channels: [web, loa]
    consent_ref: P-14
    minor: false
correction:
  - on: 21/11/2026
    wrong: Năm 2025
    right: Năm 2026
aliases: [con-ngo]
---
Thân bài.
"""
EVERYTHING = """# Một

Đoạn **đậm**, *nghiêng*, `mã`, [liên kết](a.md "tên"), ![ảnh](a.jpg), <https://x.vn>, &amp;.\\
Dòng hai.

> Trích
> - mục

1. Một là
   - con

     đoạn
2. Hai

| A | B |
|---|:-:|
| 1 | 2 |

```
mã
```

<div onclick="x">html</div>

[ref]: b.md "t"
Xem [ref][] và [^1].

***
"""

# What parsers and patterns that look back, or ahead, pay most for.
HEAVY = (
    "~~~\n",
    "# a\n",
    "a\n===\n",
    "[" * 30,
    "- a\n  - b\n",
    "> a\nb\n",
    "Bà Hoa ",
    "<!-- ",
    "(",
    "1-",
    "**a_",
    "&#x26;",
    "`a",
    "- a\n",
    "ABC\n",
    "A1b2 ",
    "a,a,a,a,a,a\n",
    "4. bai: A\n   mã: a\n",
)
LINES = (
    "Ngày 25/01/2017, UBND TP. Hà Nội ban hành Quyết định số 522/QĐ-UBND.",
    "Từ 16h30-17h00 thứ 3, 2/3 số hộ (khoảng 1.250.000 người, 3,5%) dọn 5-7 phút; ĐT: 024.3825.1234.",
    "Quý II/2023: 50.000đ/ngày, 3kg-6kg, 25 °C, 60 km/h, khóa XV, Điều 5 khoản 2, gopy@phuong.vn & www.hanoi.gov.vn",
    "KT. CHỦ TỊCH; CB,CC,VC; V/v: 80/KH-UBND; Nghị định số 30/2020/NĐ-CP; - Mục 1.1. a) b)",
)


def targets() -> tuple[Target, ...]:
    """All of them."""
    return (
        Target("front matter", read_front_matter, articles(), 0.14),
        Target("Markdown, blocks", read_markdown, bodies(), 0.10),
        Target("Markdown, HTML", read_html, bodies(), 0.06),
        Target("heavy pages", read_heavy_page, (*LINES, EVERYTHING, *HEAVY), 0.0003),
        Target("heavy people", read_heavy_people, (*LINES, EVERYTHING, *HEAVY), 0.0003),
        Target("heavy aloud", read_heavy_aloud, (*LINES, EVERYTHING, *HEAVY), 0.0003),
        Target("heavy tables", read_heavy_tables, (*LINES, EVERYTHING, *HEAVY), 0.0001),
        Target("lexicon", read_lexicon, ((FIXTURE / "audio/lexicon.tsv").read_text(encoding="utf-8"),), 0.14),
        Target("station", read_station, station_seeds(), 0.06),
        Target("log", read_ledger(log.LOG), (ledger_text(log.LOG, *AIRED),), 0.12),
        Target("holds", read_ledger(holds.HOLDS), (ledger_text(holds.HOLDS, *HELD),), 0.06),
        Target("register", read_ledger(registry.TABLE), (ledger_text(registry.TABLE, *APPROVED),), 0.12),
        Target("running order", read_order, (orders.render(a_programme("con-ngo", "cau-thang")),), 0.08),
        Target("reading aloud", read_aloud, LINES, 0.04),
        Target("people", read_people, (*LINES, "Bà Nguyễn Thị Hoa, số 12 phố Huế, 9 tuổi, 29A-123.45."), 0.05),
        Target("approved form", read_form, (FULL, EVERYTHING), 0.03),
    )


def station_seeds() -> tuple[str, ...]:
    """The whole file, and its tables alone."""
    text = (FIXTURE / stations.FILE).read_text(encoding="utf-8")
    return (text[:3000], *re.split(r"\n(?=\[)", text))


AIRED = ("2026-11-24-1630", "2026-11-24 16:31", "Lê Thị Bình", "phát đủ", "361.5", "a" * 64, "=1+1", "2026-11-24 17:00")
APPROVED = ("2026-11-24 09:00:00", "duyệt", "con-ngo-sach", "Lê Thị Bình", "Phó Chủ tịch", "", "a" * 64, "U1NI")
HELD = ("2026-11-24 09:00", "chèn", "2026-11-24-1630", "con-ngo-sach", "=1+1", "Lê Thị Bình")
