"""What searching needs, small: titles and leads in one file; the words of the texts, by sentence, in one a letter."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from operator import sub
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.markup import readable
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day, fold, modern, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from loaphuong.web.edition import Edition

TABLE = "tim-kiem/muc-luc.json"
LEAD_LENGTH = 160
# A word in more than this share of the sentences tells nothing apart, once there are more than a few.
COMMON = 0.04
FEW = 200
SENTENCE = re.compile(r"[.!?;:|\n]+")
WORD = re.compile(r"[^\W_]+")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Document:
    """A thing to find. `body` is Markdown without what nobody reads."""

    group: str
    address: str
    title: str
    lead: str
    date: str = ""
    body: str = ""


def plain(text: str) -> str:
    """Lower case, composed, hoà as hòa, uỷ as ủy: the form in which the page's script compares words."""
    return modern(nfc(text).lower())


def words(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return WORD.findall(plain(text))


def shorten(text: str) -> str:
    """At most LEAD_LENGTH characters, cut between words."""
    one_line = " ".join(text.split())
    if len(one_line) <= LEAD_LENGTH:
        return one_line
    return one_line[: LEAD_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def documents(edition: Edition) -> Iterator[Document]:
    """All that can be found: articles newest first, then rules, codes, models, topics, bulletins, pages."""
    content, tr = edition.content, edition.tr
    titles = {section.slug: section.title for section in content.sections}
    for article in content.articles:
        yield Document(
            titles.get(article.section, article.section),
            addresses.article(article.slug),
            article.title,
            article.summary,
            day(article.published_at),
            readable(article.body),
        )
    group = tr(N_("Codes of conduct"))
    for code in content.codes:
        lead = ". ".join(part for part in (code.number, code.summary) if part)
        yield Document(group, addresses.code(code.slug), code.title, lead, body=readable(code.body))
        for rule in code.rules:
            yield Document(group, addresses.rule(f"{code.slug}#{rule.id}"), rule.text, rule.place)
    for model in content.models:
        body = readable("\n".join((*model.criteria, *model.sources, model.body)))
        yield Document(tr(N_("Models")), addresses.model(model.slug), model.title, model.summary, body=body)
    for topic in content.topics:
        yield Document(
            tr(N_("Topics")), addresses.topic(topic.slug), topic.title, topic.summary, body=readable(topic.body)
        )
    for bulletin in edition.recorded:
        slot = bulletin.programme.slot
        if bulletin.episode:
            items = ". ".join(dict.fromkeys(chapter.title for chapter in bulletin.episode.chapters))
            address = addresses.bulletin(slot.name)
            yield Document(tr(N_("Radio bulletin")), address, bulletin.episode.title, items, day(slot.starts_at))
    for page in content.pages:
        yield Document(
            tr(N_("About the ward")),
            addresses.page(page.slug),
            page.title,
            page.summary,
            body=readable(page.body),
        )


def letter(word: str) -> str:
    """The file that a word stands in: its first letter without accents, 0 for what is none."""
    first = fold(word)[0]
    return first if "a" <= first <= "z" else "0"


def texts_of(first: str) -> str:
    """tim-kiem/<letter>.json"""
    return f"tim-kiem/{first}.json"


def render(edition: Edition, abbreviations: Mapping[str, str]) -> Mapping[str, bytes]:
    """Path → JSON. `abbreviations` are what editors shorten, in full; only those that may occur are taken along."""
    found = tuple(documents(edition))
    sentences = [sentences_of(each.body) for each in found]
    where: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentence for body in sentences for sentence in body):
        for word in sentence:
            where[word].append(number)
    known = where.keys() | set(words(" ".join(f"{each.title} {each.lead}" for each in found)))
    most = max(FEW, COMMON * sum(map(len, sentences)))
    common = sorted(word for word, numbers in where.items() if len(numbers) > most)
    counts = [len(body) for body in sentences]
    return {
        TABLE: table(found, counts, common, find_abbreviations(abbreviations, known)),
        **texts({word: numbers for word, numbers in where.items() if len(numbers) <= most}),
    }


def sentences_of(body: str) -> list[frozenset[str]]:
    """The words of each sentence that has any."""
    return [found for sentence in SENTENCE.split(plain(body)) if (found := frozenset(WORD.findall(sentence)))]


def find_abbreviations(abbreviations: Mapping[str, str], known: Set[str]) -> Mapping[str, str]:
    """The abbreviations of which all words, short or spelled out, are known."""
    return {
        short: meaning
        for short, meaning in sorted(abbreviations.items())
        if known >= set(words(short)) or known >= set(words(meaning))
    }


def table(
    found: Sequence[Document], counts: Sequence[int], common: Sequence[str], abbreviations: Mapping[str, str]
) -> bytes:
    """Titles, leads and addresses, in the order of `documents`, with how many sentences each has."""
    groups = list(dict.fromkeys(document.group for document in found))
    rows = [
        [groups.index(each.group), each.address, each.title, shorten(each.lead), *([each.date] if each.date else [])]
        for each in found
    ]
    return compact(
        {
            "groups": groups,
            "short": abbreviations,
            "common": " ".join(common),
            "sentences": " ".join(map(base36, counts)),
            "docs": rows,
        }
    )


def texts(where: Mapping[str, list[int]]) -> Mapping[str, bytes]:
    """A file a letter: its words, and for each the sentences that have it, counted through all documents."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(where):
        by_letter[letter(word)].append(word)
    return {
        texts_of(first): compact({"words": " ".join(listed), "hits": [steps(where[word]) for word in listed]})
        for first, listed in sorted(by_letter.items())
    }


def steps(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps between them, from -1, in base 36."""
    return " ".join(map(base36, map(sub, numbers, [-1, *numbers])))


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
