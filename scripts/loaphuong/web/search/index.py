"""What searching needs, small: one table that everybody fetches who searches, and pieces of which a question asks few.

How well each word says what a document is about is reckoned here, once (BM25 over weighted fields), so that the page's
script has only to add up. A piece is named by its bytes' digest: a table never meets pieces of another build.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.digest import digest
from loaphuong.web.search.documents import DocumentKind
from loaphuong.web.search.synonyms import little_words
from loaphuong.web.search.words import bare, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from loaphuong.web.search.documents import Document

TABLE = f"{addresses.SEARCH}muc-luc.json"
LEAD_LENGTH = 160
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# How much a word counts by where it stands; a document of names is about what it is called.
WEIGHTS = {"title": 8.0, "number": 24.0, "about": 4.0, "lead": 4.0, "headings": 3.0, "name": 3.0, "body": 1.0}
SATURATION = 8  # BM25's k1, for these weights: so much weight is half of the most
LENGTH = 0.6  # BM25's b, for the body: how far a long text's words count less
LEVELS = 15
BODY_PAIRS = 3  # a pair that stands only in texts is kept where so many documents have it
# Of a term in more than this share of the documents, or in more than so many, only the strong finds are kept, and of
# those the strongest; in a small ward nothing is left out.
COMMON, FEW = 0.2, 25
MANY, MANY_PAIRS = 120, 40
STRONG = WEIGHTS["name"]
PIECE_BYTES = 2_000
BLOCK = 16


@dataclass(frozen=True, slots=True)
class Postings:
    """A term and the documents that have it, each with how much it counts there, 1 to LEVELS.

    `count` is how many documents have it where not all of them are told.
    """

    term: str
    found: tuple[tuple[int, int], ...]
    count: int = 0

    def text(self) -> str:
        """Steps between the documents from -1, each followed by its level; all digits of base 36."""
        at, parts = -1, [f"{base36(self.count)}:"] if self.count else []
        for number, level in self.found:
            parts.append(f"{base36(number - at)}{DIGITS[level]}")
            at = number
        return " ".join(parts)


def weigh(document: Document, usual_length: float) -> Mapping[str, float]:
    """How much each term of a document counts; terms of its body alone count less where the body is long."""
    found: dict[str, float] = defaultdict(float)
    for field, weight in WEIGHTS.items():
        text: str = getattr(document, field)
        if field == "body":
            weight /= 1 - LENGTH + LENGTH * len(text) / usual_length
        for term in terms(text):
            found[term] += weight
    return found


def index(found: Sequence[Document]) -> list[Postings]:
    """Every term worth looking for, in the order of its words without accents."""
    lengths = [len(each.body) for each in found if each.body]
    usual = sum(lengths) / len(lengths) if lengths else 1.0
    where: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, document in enumerate(found):
        for term, weight in weigh(document, usual).items():
            where[term].append((number, weight))
    most = max(FEW, round(COMMON * len(found)))
    return [
        postings(term, places, most)
        for term, places in sorted(where.items(), key=lambda each: (bare(each[0]), each[0]))
        if tells_apart(term, places)
    ]


def postings(term: str, places: Sequence[tuple[int, float]], most: int) -> Postings:
    """A term as it is written; one that very many have, by the documents that are about it."""
    kept = places
    limit = MANY_PAIRS if " " in term else MANY
    if len(places) > min(most, limit):
        strong = [each for each in places if each[1] >= STRONG] or places
        kept = sorted(sorted(strong, key=lambda each: -each[1])[:limit])
    count = len(places) if len(kept) < len(places) else 0
    return Postings(term, tuple((number, level(weight)) for number, weight in kept), count)


def tells_apart(term: str, places: Sequence[tuple[int, float]]) -> bool:
    """Whether a pair is more than an accident: of a title, a lead …, or of several texts."""
    return " " not in term or len(places) >= BODY_PAIRS or max(weight for _, weight in places) >= STRONG


def level(weight: float) -> int:
    """A weight as one digit."""
    return max(1, round(LEVELS * weight / (SATURATION + weight)))


def pieces(found: Iterable[Postings]) -> Iterator[tuple[int, bytes]]:
    """The place of its first word among all words → JSON of a piece: the words from there on, until the next piece's,
    and the pairs that begin with them.

    Words that differ only in accents stand in one piece, so that a pair is sought where its first word is.
    """
    held: list[tuple[str, str]] = []
    start = at = size = 0
    for _, group in groupby(found, key=lambda each: bare(each.term).split(" ")[0]):
        if size > PIECE_BYTES:
            yield start, piece(held)
            held, start, size = [], at, 0
        terms = [(each.term, each.text()) for each in group]
        held += terms
        at += sum(1 for term, _ in terms if " " not in term)
        size += sum(len(term) + len(text) for term, text in terms)
    if held:
        yield start, piece(held)


def piece(held: Sequence[tuple[str, str]]) -> bytes:
    """Words by their postings alone, since the table has them in this order; pairs by their second word where the first
    is that of the pair before."""
    pairs, before = [], ""
    for term, _ in held:
        first, blank, second = term.partition(" ")
        if blank:
            pairs.append(f"{'' if first == before else first} {second}")
            before = first
    return compact(
        {
            "words": "|".join(text for term, text in held if " " not in term),
            "pairs": "|".join(pairs),
            "found": "|".join(text for term, text in held if " " in term),
        }
    )


def shorten(text: str) -> str:
    """At most LEAD_LENGTH characters, cut between words."""
    one_line = " ".join(text.split())
    if len(one_line) <= LEAD_LENGTH:
        return one_line
    return one_line[: LEAD_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def blocks(found: Sequence[Document], groups: Sequence[str], marks: Sequence[str]) -> Iterator[bytes]:
    """What a list shows of each document, so many a file; a mark only where there is one."""
    for start in range(0, len(found), BLOCK):
        yield compact(
            [
                [
                    *(groups.index(each.group), each.address, each.title, shorten(each.lead), each.date),
                    *([marks.index(each.mark)] if each.mark else []),
                ]
                for each in found[start : start + BLOCK]
            ]
        )


def files(found: Sequence[Document], same: Iterable[Sequence[str]], useful: Sequence[str]) -> Mapping[str, bytes]:
    """Path → JSON of a whole index. `same` are groups of phrases that mean the same; `useful` the addresses of pages to
    show where nothing was found."""
    terms = index(found)
    groups = list(dict.fromkeys(each.group for each in found))
    marks = list(dict.fromkeys(each.mark for each in found if each.mark))
    made: dict[str, bytes] = {}

    def put(data: bytes) -> str:
        name = digest(data)[:10]
        made[f"{addresses.SEARCH}{name}.json"] = data
        return name

    parts = [[first, put(data)] for first, data in pieces(terms)]
    listed = [put(data) for data in blocks(found, groups, marks)]
    places = {each.address: number for number, each in enumerate(found)}
    table = {
        "groups": groups,
        "marks": marks,
        "kinds": [each.value for each in DocumentKind],
        "docs": "".join(DIGITS[list(DocumentKind).index(each.kind)] for each in found),
        "rule": list(DocumentKind).index(DocumentKind.RULE),
        "words": " ".join(each.term for each in terms if " " not in each.term),
        "little": " ".join(little_words()),
        "same": ["|".join(group) for group in same],
        "useful": [places[address] for address in useful if address in places],
        "pieces": parts,
        "blocks": listed,
        "block": BLOCK,
        "levels": LEVELS,
    }
    return {TABLE: compact(table), **made}


@lru_cache(maxsize=4096)
def base36(number: int) -> str:
    """35 → z."""
    shown = ""
    while number or not shown:
        number, digit = divmod(number, 36)
        shown = DIGITS[digit] + shown
    return shown


def compact(value: object) -> bytes:
    """JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
