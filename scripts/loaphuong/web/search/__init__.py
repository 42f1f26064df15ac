"""Edition → what the page's script searches in; docs/decisions/search-of-our-own.md says why it is ours.

search.render(edition, abbreviations)   every file of the index
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from loaphuong.web import landmarks
from loaphuong.web.search import synonyms
from loaphuong.web.search.documents import list_documents
from loaphuong.web.search.index import TABLE, files
from loaphuong.web.search.words import split, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.web.edition import Edition
    from loaphuong.web.search.documents import Document

__all__ = ["TABLE", "render"]


def render(edition: Edition, abbreviations: Mapping[str, str]) -> Mapping[str, bytes]:
    """Path → JSON. `abbreviations` are what editors shorten, in full; only those are taken along that occur, short or
    spelled out."""
    found = tuple(list_documents(edition))
    known = Vocabulary(found)
    pairs = (pair for pair in sorted(abbreviations.items()) if any(each in known for each in pair))
    groups = (*synonyms.product_groups(), *edition.content.synonyms)
    same = [*pairs, *(group for group in groups if any(each in known for each in group))]
    useful = [landmarks.schedule(edition), landmarks.codes(edition), landmarks.feedback(edition)]
    return files(found, same, [each.address for each in useful])


class Vocabulary:
    """What stands somewhere in some documents."""

    def __init__(self, found: Iterable[Document]) -> None:
        sentences = [
            sentence
            for each in found
            for field in (each.title, each.lead, each.about, each.body)
            for sentence in split(field)
        ]
        self.words = {word for sentence in sentences for word in sentence}
        self.neighbours = {two for sentence in sentences for two in pairwise(sentence)}

    def __contains__(self, phrase: str) -> bool:
        """Whether each word of a phrase stands somewhere beside the next."""
        sought = words(phrase)
        return self.neighbours.issuperset(pairwise(sought)) if len(sought) > 1 else self.words.issuperset(sought)
