"""What is approved: a public file as it is read, with the bytes of every picture it shows.

A text has two faces. Its *record* is what whoever approves answers for: the source of the file and the SHA-256 of each
picture; its digest goes into the register. Its *form* is what the parsers made of the source, typed and without places:
two texts of one form are the same on every page, in every feed and in every ear, however they were typed.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import unicodedata
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from loaphuong.content.articles import Article, Status
from loaphuong.content.nouns import Content, Section
from loaphuong.core import markup
from loaphuong.core.addresses import split_link
from loaphuong.core.digest import plain
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import fold, nfc, slugify
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from loaphuong.content.declaration import Written

    Public = Written | Content
    # The SHA-256 of a file by its path in the project; None where there is none.
    Sha256 = Callable[[str], str | None]

VERSION = "loa-phuong 2"
HOME = "index"
# Where a text was read, what the register adds, and what an editor says of work in progress: none of it is shown.
UNSEEN = frozenset({"where", "body_line", "status", "approver", "approver_title", "approved_at"})
ABSENT: tuple[object, ...] = (None, "", ())
HONORIFICS = re.compile(
    r"^(?:(?:đ/c|đồng chí|ông|bà|anh|chị|cô|chú|bác|thầy|cụ)\s+|"
    r"(?:pgs|gs|ts|tskh|ths|th\.s|bs|ds|ks|cn|kts|ls|nsnd|nsưt|gv|thạc sĩ|tiến sĩ|bác sĩ|kỹ sư|cử nhân|giáo sư)"
    r"(?:\s*\.\s*|\s+))+",
    re.IGNORECASE,
)
# Letters of other alphabets that look like ours.
LOOKALIKES = str.maketrans("аеорсхуіјѕԁһӏԛԝвкмнтАВЕКМНОРСТХУІЈЅαβεικνορτυχΑΒΕΗΙΚΜΝΟΡΤΥΧΖ",
                           "aeopcxyijsdhlqwbkmhtABEKMHOPCTXYIJSabeikvoptuxABEHIKMNOPTYXZ")  # fmt: skip
JOINTS = re.compile(r"[,;&/(]|\s+(?:và|-|–)\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """A public file as it is approved. `name` is an article's slug, or folder and slug of another.

    `pictures` are paths of the project, each with the SHA-256 of what lies there.
    """

    name: str
    title: str
    where: Where
    source: str
    form: str
    pictures: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    ready: bool = True

    @property
    def record(self) -> str:
        """What is kept of an approved text: its place and pictures, a blank line, its source."""
        head = [VERSION, f"tep {self.where.path}"]
        head += [f"anh {sha256} {json.dumps(path, ensure_ascii=False)}" for path, sha256 in self.pictures]
        return "\n".join(head) + f"\n\n{self.source.rstrip()}\n"

    @property
    def digest(self) -> str:
        """64 hexadecimal digits: the SHA-256 of the record."""
        return hashlib.sha256(self.record.encode()).hexdigest()


def read_text(public: Public, sha256: Sha256) -> Text:
    """One public file as it is approved."""
    article = public if isinstance(public, Article) else None
    form = json.dumps([type(public).__name__, read_shown(public)], ensure_ascii=False, sort_keys=True)
    return Text(
        name=name_of(public),
        title=public.title,
        where=place_of(public),
        source=public.source_text or form,
        form=form,
        pictures=tuple((path, found) for path in pictures_of(public) if (found := sha256(path))),
        authors=authors(article.author) if article else (),
        ready=article is None or article.status is Status.READY,
    )


def texts(content: Content, sha256: Sha256) -> dict[str, Text]:
    """Every public file by name."""
    return {name_of(public): read_text(public, sha256) for public in list_public(content)}


def list_public(content: Content) -> tuple[Public, ...]:
    """Every public file: the home page first."""
    others = (content.codes, content.models, content.topics, content.pages, content.events)
    lists = (content.sections, content.articles, *others)
    return (content, *(public for each in lists for public in each))


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


def place_of(public: Public) -> Where:
    """The file of a text."""
    return Where(Project.home) if isinstance(public, Content) else public.where


def read_shown(public: Public) -> dict[str, Any]:
    """All that a reader sees or hears of a text, as plain data: its values, and its body as it was parsed."""
    only = {"title", "summary", "body"} if isinstance(public, Content) else None
    values = values_of(public, only)
    return {**values, "body": markup.plain_tree(public.body)} if values.pop("body", None) else values


def values_of(value: object, only: set[str] | None = None) -> Any:
    """A value as plain data; a field that says nothing, or what it says by itself, is left out.

    So a field that a later version adds changes no text that does not use it.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: values_of(given)
            for field in fields(value)
            if field.compare and field.name not in UNSEEN and (only is None or field.name in only)
            if (given := getattr(value, field.name)) not in ABSENT
            and (field.default is MISSING or given != field.default)
        }
    if isinstance(value, tuple):
        return [values_of(each) for each in value]
    return plain(value.value if isinstance(value, Enum) else value)


def pictures_of(public: Public) -> tuple[str, ...]:
    """The files of the project that a text shows or leads to, other texts left out; each once, sorted."""
    folder = posixpath.dirname(place_of(public).path)
    found = {public.image.path} if isinstance(public, Article) and public.image else set()
    for reference in markup.references(getattr(public, "body", "")):
        parts = split_link(reference.target)
        if not (parts.scheme or parts.netloc) and parts.path and not parts.path.endswith(".md"):
            found.add(posixpath.normpath(posixpath.join(folder, unquote(parts.path))))
    return tuple(sorted(found))


def authors(author: str) -> tuple[str, ...]:
    """The persons of an author line, as they are compared: folded, without forms of address.

    The line as a whole comes first: an office may have a dash in its name.
    """
    parts = (author, *JOINTS.split(HONORIFICS.sub("", author)))
    return tuple(dict.fromkeys(who for part in parts if (who := person(part))))


def person(name: str) -> str:
    """A name as it is compared: its letters alone."""
    letters = unicodedata.normalize("NFKC", name).translate(markup.UNSEEN).translate(LOOKALIKES)
    return "".join(letter for letter in fold(HONORIFICS.sub("", nfc(letters).strip())) if letter.isalnum())


def wrote(by: str, known: Collection[str]) -> bool:
    """Whether a person is one of these authors, whatever office is written behind the name."""
    return not {person(by), person(JOINTS.split(by)[0])}.isdisjoint(known)
