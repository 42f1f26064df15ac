"""What searching needs, small: titles and leads in one file, the words of the texts in another, fetched rarely."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong import addresses, markup
from loaphuong.vietnamese import day, fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaphuong.model import Edition

TABLE = "tim-kiem.json"
TEXTS = "tim-kiem-than.json"
LEAD_LENGTH = 160
# A word in more than this share of the texts tells nothing apart.
COMMON = 0.5
WORD = re.compile(r"[^\W_]+")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# The tone stands on the first vowel of an open oa, oe, uy; qu is a consonant.
OPEN = re.compile(r"(?:o([àáảãạèéẻẽẹ])|(?<!q)u([ỳýỷỹỵ]))(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Document:
    """A thing to find. `body` is plain words."""

    group: str
    address: str
    title: str
    lead: str
    date: str = ""
    body: str = ""


def plain(text: str) -> str:
    """Lower case, composed, hoà as hòa, uỷ as ủy: the form in which the page's script compares words."""

    def moved(found: re.Match[str]) -> str:
        letters = unicodedata.normalize("NFD", found[0])
        tone = "".join(mark for mark in letters if unicodedata.combining(mark))
        return unicodedata.normalize("NFC", found[0][0] + tone) + fold(found[0][1])

    return OPEN.sub(moved, nfc(text).lower())


def words(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return WORD.findall(plain(text))


def shortened(text: str) -> str:
    """At most LEAD_LENGTH characters, cut between words."""
    one_line = " ".join(text.split())
    if len(one_line) <= LEAD_LENGTH:
        return one_line
    return one_line[: LEAD_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def documents(edition: Edition) -> Iterator[Document]:
    """All that can be found: articles newest first, then rules, codes, models, topics, bulletins, pages."""
    content = edition.content
    titles = {section.slug: section.title for section in content.sections}
    for article in content.articles:
        body = " ".join(block.text for block in markup.blocks(article.body, article.body_line))
        yield Document(
            titles.get(article.section, article.section),
            addresses.article(article.slug),
            article.title,
            article.summary,
            day(article.published_at),
            body,
        )
    for code in content.codes:
        yield Document("Quy tắc ứng xử", addresses.code(code.slug), code.title, code.summary)
        for rule in code.rules:
            yield Document("Quy tắc ứng xử", addresses.rule(f"{code.slug}#{rule.id}"), rule.text, rule.place)
    for model in content.models:
        yield Document("Mô hình", addresses.model(model.slug), model.title, model.summary)
    for topic in content.topics:
        yield Document("Chuyên đề", addresses.topic(topic.slug), topic.title, topic.summary)
    for bulletin in edition.bulletins:
        slot = bulletin.programme.slot
        if bulletin.episode and not bulletin.held and slot.starts_at <= edition.now:
            items = ". ".join(dict.fromkeys(chapter.title for chapter in bulletin.episode.chapters))
            address = addresses.bulletin(slot.name)
            yield Document("Bản tin phát thanh", address, bulletin.episode.title, items, day(slot.starts_at))
    for page in content.pages:
        yield Document("Về phường", addresses.page(page.slug), page.title, page.summary)


def render(edition: Edition, abbreviations: Mapping[str, str]) -> Mapping[str, bytes]:
    """Path → JSON. `abbreviations` are what editors shorten, in full; only those that occur are taken along."""
    found = tuple(documents(edition))
    return {TABLE: table(found, abbreviations), TEXTS: texts(found)}


def table(found: tuple[Document, ...], abbreviations: Mapping[str, str]) -> bytes:
    """Titles, leads and addresses, in the order of `documents`."""
    groups = list(dict.fromkeys(document.group for document in found))
    everything = f" {' '.join(words(' '.join(f'{each.title} {each.lead} {each.body}' for each in found)))} "
    used = {
        short: meaning
        for short, meaning in sorted(abbreviations.items())
        if any(f" {' '.join(words(form))} " in everything for form in (short, meaning))
    }
    rows = [
        [groups.index(each.group), each.address, each.title, shortened(each.lead), *([each.date] if each.date else [])]
        for each in found
    ]
    return compact({"groups": groups, "short": used, "docs": rows})


def texts(found: tuple[Document, ...]) -> bytes:
    """For each word of the texts, the documents that have it there and not in title or lead; steps in base 36."""
    where: dict[str, list[int]] = defaultdict(list)
    count = 0
    for number, document in enumerate(found):
        count += bool(document.body)
        for word in set(words(document.body)) - set(words(f"{document.title} {shortened(document.lead)}")):
            where[word].append(number)
    common = sorted(word for word, numbers in where.items() if count > 10 and len(numbers) > COMMON * count)
    listed = sorted(where.keys() - set(common))
    return compact(
        {"common": " ".join(common), "words": " ".join(listed), "hits": [steps(where[word]) for word in listed]}
    )


def steps(numbers: list[int]) -> str:
    """Rising numbers as the steps between them, from -1, in base 36."""
    return " ".join(base36(number - before) for before, number in zip([-1, *numbers], numbers, strict=False))


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
