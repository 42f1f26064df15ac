"""What is written below the front matter: links that lead somewhere, pictures that say what they show, no raw HTML."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from loaphuong import markup
from loaphuong.files import inside
from loaphuong.forms import shown
from loaphuong.model import Article, Code, Page, Where
from loaphuong.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from loaphuong.articles.source import Source
    from loaphuong.model import Model, Topic

FOLDER = "content"
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"})
PICTURE_BYTES = 8 * 1024 * 1024
# Without any of these there is nothing below to check, and most texts need no parsing here.
MARKS = re.compile(r"[\[<`]|^ {0,3}#|^\s*(?:[-+*]|\d+[.)])\s", re.MULTILINE)


def check(
    root: Path, sources: Sequence[Source], made: Sequence[Article | Code | Model | Topic | Page]
) -> Iterator[Problem]:
    """All that is wrong in the bodies of some files."""
    texts = {source.where.path: source for source in sources}
    rules = {noun.where.path: {rule.id for rule in noun.rules} for noun in made if isinstance(noun, Code)}
    pages = Pages(root, texts, rules)
    must_speak = {noun.where.path for noun in made if isinstance(noun, Article | Page)}
    for source in sources:
        if source.where.path in must_speak and not source.body.strip():
            yield problem("body-empty", Where(source.where.path, source.body_line))
        if MARKS.search(source.body):
            yield from written(pages, source)


class Pages:
    """The files that links may lead to, and their anchors, found when they are asked for."""

    def __init__(self, root: Path, texts: Mapping[str, Source], rules: Mapping[str, set[str]]) -> None:
        self.root = root
        self.texts = texts
        self.rules = rules
        self.found: dict[str, frozenset[str]] = {}

    def anchors(self, path: str) -> frozenset[str]:
        """The anchors of a page, its rules among them."""
        if path not in self.found:
            self.found[path] = frozenset(markup.anchors(self.texts[path].body)) | self.rules.get(path, set())
        return self.found[path]


def written(pages: Pages, source: Source) -> Iterator[Problem]:
    """The problems of one body."""
    path = source.where.path
    for reference in markup.references(source.body, source.body_line):
        where = Where(path, reference.line)
        if reference.image:
            yield from image(pages.root, source, reference, where)
        else:
            yield from link(pages, source, reference, where)


def link(pages: Pages, source: Source, reference: markup.Reference, where: Where) -> Iterator[Problem]:
    """A link leads to a page of this project, or to a place that browsers may safely go."""
    target = shown(reference.target)
    if reference.scheme:
        if reference.scheme not in markup.SCHEMES:
            yield problem("link-unsafe", where, target=target, scheme=reference.scheme)
        return
    name, _, fragment = reference.target.partition("#")
    name = unquote(name.partition("?")[0])
    if name.startswith("/"):
        yield problem("link-absolute", where, target=target)
        return
    path = normpath(str(PurePosixPath(source.where.path).parent / name)) if name else source.where.path
    if not path.startswith(f"{FOLDER}/") or not inside(pages.root, pages.root / path):
        yield problem("path-outside", where, path=target)
    elif path not in pages.texts:
        if not (pages.root / path).is_file():
            yield problem("link-broken", where, target=target)
    elif fragment and unquote(fragment) not in pages.anchors(path):
        yield problem("anchor-broken", where, target=target, anchors=", ".join(sorted(pages.anchors(path))[:10]) or "–")


def image(root: Path, source: Source, reference: markup.Reference, where: Where) -> Iterator[Problem]:
    """A picture lies in the project and says what it shows."""
    if not reference.text.strip():
        yield problem("alt-missing", where, target=shown(reference.target))
    if reference.scheme:
        yield problem("image-foreign", where, target=shown(reference.target))
        return
    problems: list[Problem] = []
    picture(root, source, unquote(reference.target), where, problems)
    yield from problems


def picture(root: Path, source: Source, written: str, where: Where, problems: list[Problem]) -> str | None:
    """A picture's path in the project: written from the file's own folder, or from the project (`content/…`)."""
    base = PurePosixPath() if written.startswith(f"{FOLDER}/") else PurePosixPath(source.where.path).parent
    path = normpath(str(base / written))
    file = root / path
    if not path.startswith(f"{FOLDER}/") or not inside(root, file):
        problems.append(problem("path-outside", where, path=shown(written)))
    elif PurePosixPath(path).suffix.lower() not in PICTURES:
        problems.append(problem("image-kind", where, target=shown(written)))
    elif not file.is_file():
        problems.append(problem("image-missing", where, target=shown(written)))
    elif file.stat().st_size > PICTURE_BYTES:
        problems.append(problem("image-too-large", where, target=shown(written), limit=PICTURE_BYTES // 1024**2))
    else:
        return path
    return None
