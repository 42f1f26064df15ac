"""What an ear cannot follow: sentences too long, lists too long, brackets that hold a sentence of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.content.articles import Status
from loaphuong.content.genres import Genre
from loaphuong.core.problems import problem
from loaphuong.speech import script
from loaphuong.speech.spoken.sentences import LONG_CLAUSE, clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaphuong.content.articles import Article
    from loaphuong.core.problems import Problem
    from loaphuong.speech.readings import Read
    from loaphuong.speech.spoken import Sentence
    from loaphuong.station.nouns import Pauses

LONGEST_SENTENCE = 35
LONGEST_BRACKETS = 8
LONGEST_LIST = 7
LISTED_WORDS = 6
BRACKETS = re.compile(r"\(([^()]*)\)")


def strain(read: Read) -> Iterator[Problem]:
    """What of a line is hard to follow by ear: one warning a sentence, the gravest, where the sentence begins."""
    at = 0
    for sentence in read.sentences:
        at = max(at, read.line.text.find(sentence.written[:40], at))
        where = read.line.where_at(at)
        words = " ".join(sentence.written.split()[:6])
        if sentence.spoken.syllables > LONGEST_SENTENCE:
            yield problem(
                "ear-sentence", where, words=words, syllables=sentence.spoken.syllables, most=LONGEST_SENTENCE
            )
        elif items := count_listed(sentence):
            yield problem("ear-list", where, words=words, items=items, most=LONGEST_LIST)
        elif breathless(sentence):
            yield problem("ear-breath", where, words=words, syllables=breathless(sentence), most=LONG_CLAUSE)
        elif any(len(inner.split()) > LONGEST_BRACKETS for inner in BRACKETS.findall(sentence.written)):
            yield problem("ear-brackets", where, words=words, most=LONGEST_BRACKETS)


def find_unrepeated(articles: Iterable[Article], pauses: Pauses) -> Iterator[Problem]:
    """Notices that tell a time, a place or a telephone and do not say it again at their end."""
    for article in articles:
        if article.genre is not Genre.NOTICE or article.repeats or article.status is not Status.READY:
            continue
        *before, last = script.article(article, pauses).lines[1:]
        told = [fact for line in before for fact in script.FACT.findall(line.text)]
        if told and not any(fact in last.text for fact in told):
            yield problem("ear-notice", article.at("title"))


def count_listed(sentence: Sentence) -> int:
    """How many things it lists in short parts one after the other, where they are too many; else 0."""
    longest = run = 0
    for part in sentence.spoken.words.split(","):
        run = run + 1 if len(part.split()) <= LISTED_WORDS else 0
        longest = max(longest, run)
    return longest if longest > LONGEST_LIST else 0


def breathless(sentence: Sentence) -> int:
    """The syllables of its longest part without a comma or a breath, where they are too many; else 0."""
    parts = (part for clause in clauses(sentence.spoken) for part in clause.words.split(","))
    longest = max(len(part.split()) for part in parts)
    return longest if longest > LONG_CLAUSE else 0
