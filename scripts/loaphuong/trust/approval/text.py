"""What is approved: a public file as one document with a digest.

All that a reader sees or hears of one file of content/ is written down as one document, its *form*: the pictures it
names by their SHA-256, the lexicon readings of its words, and its own source. The digest of a text is the SHA-256 of
its form, so whatever changes a page or its sound changes the digest, and two forms can be compared line by line.
Line ends, trailing blanks and the composition of accents are not part of the form.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from loaphuong.content.nouns import Article, Content, Section, Status
from loaphuong.core.digest import plain
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import fold, nfc, slugify
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.content.nouns import Code, Model, Page, Topic
    from loaphuong.speech.nouns import LexiconEntry

    Public = Article | Code | Model | Topic | Page | Section | Content

VERSION = "loa-phuong 1"
HOME = "index"
PICTURE = re.compile(r"\.(?:png|jpe?g|webp|gif|avif|svg)")
LONGEST_NAME = 200
WORD = re.compile(r"\w+")
MARKS = re.compile(r"\]\([^)\n]*\)|[\[\]*_`~\\]")
HONORIFICS = re.compile(r"^(?:đ/c|đồng chí|ông|bà|anh|chị)\s+", re.IGNORECASE)
JOINTS = re.compile(r"[,;&/]|\s+(?:và|-|–)\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """A public file as it is approved. `name` is an article's slug, or folder and slug of another."""

    name: str
    title: str
    where: Where
    form: str
    authors: tuple[str, ...] = ()
    ready: bool = True

    @property
    def digest(self) -> str:
        """64 hexadecimal digits: the SHA-256 of the form."""
        return hashlib.sha256(self.form.encode()).hexdigest()


def normal(source: str) -> str:
    """A source without what does not matter: one kind of line end, no trailing blanks, composed letters."""
    lines = nfc(source.removeprefix("\ufeff")).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class Around:
    """What of the project besides its own file changes a text: pictures by file name, readings by their first word."""

    pictures: Mapping[str, tuple[tuple[str, str], ...]]
    readings: Mapping[str, tuple[LexiconEntry, ...]]

    @classmethod
    def of(cls, pictures: Mapping[str, str], entries: Iterable[LexiconEntry] = ()) -> Around:
        """`pictures`: path in the project → SHA-256; `entries`: the station's own lexicon."""
        by_name: dict[str, tuple[tuple[str, str], ...]] = {}
        for path, sha256 in sorted(pictures.items()):
            name = nfc(path.rpartition("/")[2]).casefold()
            by_name[name] = (*by_name.get(name, ()), (path, sha256))
        by_word: dict[str, tuple[LexiconEntry, ...]] = {}
        for entry in entries:
            first = next(iter(WORD.findall(entry.written.lower())), "")
            by_word[first] = (*by_word.get(first, ()), entry)
        return cls(by_name, by_word)

    def seen(self, text: str) -> set[tuple[str, str]]:
        """The pictures whose file name the text says anywhere, however its link is escaped or capitalised."""
        found: set[tuple[str, str]] = set()
        for said in {text, nfc(unquote(html.unescape(text))).replace("\\", "")}:
            folded = said.casefold()
            for match in PICTURE.finditer(folded):
                for begin in range(max(0, match.start() - LONGEST_NAME), match.start()):
                    found.update(self.pictures.get(folded[begin : match.end()], ()))
        return found

    def said(self, text: str) -> set[tuple[str, str, str]]:
        """The readings of what the text has: written, spoken, condition."""
        if not self.readings:
            return set()
        squeezed = [" ".join(each.lower().split()) for each in (text, MARKS.sub("", text))]
        return {
            (entry.written, entry.spoken, entry.condition)
            for word in {"", *(word for each in squeezed for word in WORD.findall(each))}
            for entry in self.readings.get(word, ())
            if any(" ".join(entry.written.lower().split()) in each for each in squeezed)
        }


def form(source: str, around: Around) -> str:
    """The document that is approved: pictures and readings first, a blank line, then the source."""
    text = normal(source)
    head = [VERSION]
    head += [f"anh {sha256} {dumped(path)}" for path, sha256 in sorted(around.seen(text))]
    head += [f"doc {dumped(reading)}" for reading in sorted(around.said(text))]
    return "\n".join(head) + "\n\n" + text


def dumped(value: object) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False)


def name_of(public: Public) -> str:
    """The name a text is approved under: ASCII, as the register wants it."""
    match public:
        case Content():
            return HOME
        case Article():
            return public.slug
        case Section():
            return f"{slugify(public.slug)}/index"
        case _:
            return f"{slugify(public.where.path.split('/')[-2])}/{public.slug}"


def texts(content: Content, around: Around) -> dict[str, Text]:
    """Every public file by name."""
    return {name_of(public): a_text(public, around) for public in everything(content)}


def everything(content: Content) -> tuple[Public, ...]:
    """Every public file: the home page first."""
    lists = (content.sections, content.articles, content.codes, content.models, content.topics, content.pages)
    return (content, *(public for each in lists for public in each))


def a_text(public: Public, around: Around) -> Text:
    """One public file as it is approved."""
    where = Where(Project.home) if isinstance(public, Content) else public.where
    article = public if isinstance(public, Article) else None
    return Text(
        name_of(public),
        public.title,
        where,
        form(source_of(public), around),
        authors(article.author) if article else (),
        article is None or article.status is Status.READY,
    )


def source_of(public: Public) -> str:
    """The file as it was read; what was not read from a file is known by its values, places left out."""
    if public.source_text:
        return public.source_text
    if isinstance(public, Content):
        return f"{public.title}\n{public.summary}\n\n{public.body}"
    kind, values = plain(public)
    body = values.pop("body", "")
    return f"{kind} {json.dumps(placeless(values), ensure_ascii=False, indent=1)}\n\n{body}"


def placeless(value: object) -> object:
    """A plain value without the places it was read from: a line that moved is not a change."""
    if isinstance(value, list):
        return None if value[:1] == ["Where"] else [placeless(item) for item in value]
    if isinstance(value, dict):
        return {key: placeless(item) for key, item in value.items()}
    return value


def authors(author: str) -> tuple[str, ...]:
    """The persons of an author line, as they are compared: folded, without forms of address.

    The line as a whole comes first: an office may have a dash in its name.
    """
    parts = (author, *JOINTS.split(HONORIFICS.sub("", author)))
    return tuple(dict.fromkeys(who for part in parts if (who := person(part))))


def person(name: str) -> str:
    """A name as it is compared."""
    return " ".join(fold(HONORIFICS.sub("", nfc(name).strip())).split())


def digests(known: Mapping[str, Text]) -> dict[str, str]:
    """The digest of every text by name."""
    return {name: text.digest for name, text in known.items()}
