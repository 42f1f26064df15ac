"""What is written below the front matter: links that lead somewhere, pictures that say what they show, no raw HTML."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from loaphuong.content import attachments, pictures, unwritten
from loaphuong.content.articles import Article, Status
from loaphuong.content.filenames import safe
from loaphuong.content.nouns import Code, Page
from loaphuong.content.source import is_file, within
from loaphuong.core import markup
from loaphuong.core.characters import harmful_entity
from loaphuong.core.forms import shorten
from loaphuong.core.problems import Problem, problem
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import nfc, slugify
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from loaphuong.content.declaration import Written
    from loaphuong.content.source import Source

FOLDER = Project.content
# Without any of these nothing but words stands below, and most texts need no parsing here.
MARKS = re.compile(r"[\[<`]|^ {0,3}#|^(?: {4}|\t)|^ {0,3}(?:=+|(?:[-*_][ \t]*)+)$", re.MULTILINE)
# What other programs write for lists, tables, notes and names of files.
PASTED = {
    "pasted-bullet": re.compile(
        r"^[ \t]{0,8}([•▪●◦§·■□❖➢➤✓\uf0b7\uf0a7\uf0d8\uf0fc\uf076]|[oOvüØq](?=\t))[ \t]{0,8}\S"
    ),
    "pasted-table": re.compile(r"^()[^\t\n]{1,500}\t[^\t\n]{1,500}\t"),
    "pasted-note": re.compile(r"\[\^([^\]\s]{1,60})\]"),
    "pasted-picture": re.compile(r"!\[[^\]\n]{0,200}\]\(([^<()\n\"]{1,200} [^<()\n\"]{1,200}\.\w{2,5})\)"),
}
FOREIGN = re.compile(r"\t|\[\^|\]\(|[•▪●◦§·■□❖➢➤✓\uf0b7\uf0a7\uf0d8\uf0fc\uf076]")


def check(root: Path, sources: Sequence[Source], made: Sequence[Written]) -> Iterator[Problem]:
    """All that is wrong in the bodies of some files."""
    texts = {source.where.path: source for source in sources}
    rules = {noun.where.path: {rule.id for rule in noun.rules} for noun in made if isinstance(noun, Code)}
    pages = Pages(root, texts, rules)
    must_speak = {
        noun.where.path
        for noun in made
        if isinstance(noun, Page) or (isinstance(noun, Article) and noun.status is not Status.DRAFT)
    }
    for source in sources:
        path = source.where.path
        if not MARKS.search(source.body):
            blocks: tuple[markup.Block, ...] = ()
            speaks = bool(source.body.strip())
        else:
            blocks = markup.blocks(source.body, source.body_line)
            speaks = any(block.kind not in {markup.BlockKind.HEADING, markup.BlockKind.RULE} for block in blocks)
            yield from check_marks(pages, source)
        yield from shape(path, blocks)
        yield from find_steering(source)
        yield from find_pasted(source)
        if path in must_speak:
            yield from unwritten.find(source)
            if not speaks:
                yield problem("body-empty", Where(path, source.body_line))


def find_steering(source: Source) -> Iterator[Problem]:
    """Entities that stand for what steers a machine."""
    for number, line in enumerate(source.body.split("\n"), source.body_line) if "&" in source.body else ():
        if code := harmful_entity(line):
            yield problem("control-character", Where(source.where.path, number), code=code)


def find_pasted(source: Source) -> Iterator[Problem]:
    """What other programs write and Markdown does not know: their bullets, tables of tabs, notes, spaces in a name."""
    for number, line in enumerate(source.body.split("\n"), source.body_line) if FOREIGN.search(source.body) else ():
        for id, pattern in PASTED.items():  # noqa: A001 - the catalogue's word
            if match := pattern.search(line):
                yield problem(id, Where(source.where.path, number), sign=shorten(match[1]))
                break


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


def check_marks(pages: Pages, source: Source) -> Iterator[Problem]:
    """What is wrong with the marks of one body."""
    path = source.where.path
    for mark in markup.marks(source.body, source.body_line):
        where = Where(path, mark.line)
        match mark.mark:
            case markup.Mark.IMAGE:
                yield from image(pages.root, source, mark, where)
            case markup.Mark.LINK:
                yield from link(pages, source, mark, where)
            case markup.Mark.HTML if mark.target.startswith("<!--"):
                yield problem("remark", where)
            case markup.Mark.HTML:
                yield problem("raw-html", where, tag=shorten(mark.target))
            case markup.Mark.CODE:
                yield problem("code-silent", where, code=shorten(mark.target))


def shape(path: str, blocks: Iterable[markup.Block]) -> Iterator[Problem]:
    """Headings in their order, each with words, below the title that the page itself has; no code by accident."""
    above = 1
    for block in blocks:
        where = Where(path, block.line)
        if block.kind is markup.BlockKind.CODE:
            yield problem("code-silent", where, code="")
        elif block.kind is markup.BlockKind.HEADING:
            if not block.text:
                yield problem("heading-empty", where)
            if not 1 < block.level <= above + 1:
                yield problem("heading-order", where, signs="#" * min(above + 1, 6), level=block.level)
            above = block.level


def link(pages: Pages, source: Source, reference: markup.Reference, where: Where) -> Iterator[Problem]:
    """A link leads to a page of this project, or to a place that browsers may safely go."""
    target = shorten(reference.target)
    if not reference.text.strip():
        yield problem("link-silent", where, target=target)
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
    if not path.startswith(f"{FOLDER}/") or not within(pages.root, pages.root / path):
        yield problem("path-outside", where, path=target)
    elif path not in pages.texts:
        yield from file_beside(pages.root / path, where, target)
    elif fragment and unquote(fragment) not in pages.anchors(path):
        yield problem("anchor-broken", where, target=target, anchors=", ".join(sorted(pages.anchors(path))[:10]) or "–")


def file_beside(file: Path, where: Where, target: str) -> Iterator[Problem]:
    """A link leads to a picture, or to a file that may be handed out."""
    if not is_file(file):
        yield problem("link-broken", where, target=target)
    elif attachments.is_attachment(file.name):
        if found := attachments.wrong(file, where, target):
            yield found
    elif file.suffix != ".md" and pictures.wrong(file, where, target):
        yield problem("link-unpublished", where, target=target)


def image(root: Path, source: Source, reference: markup.Reference, where: Where) -> Iterator[Problem]:
    """A picture lies in the project and says what it shows."""
    if not reference.text.strip():
        yield problem("alt-missing", where, target=shorten(reference.target))
    if reference.scheme:
        yield problem("image-foreign", where, target=shorten(reference.target))
        return
    problems: list[Problem] = []
    picture(root, source, unquote(reference.target), where, problems)
    yield from problems


def picture_path(source: Source, written: str) -> str:
    """The path in the project that a picture's path names: from the file's own folder, or from the project."""
    base = PurePosixPath() if written.startswith(f"{FOLDER}/") else PurePosixPath(source.where.path).parent
    return normpath(str(base / written))


def picture(root: Path, source: Source, written: str, where: Where, problems: list[Problem]) -> str | None:
    """A picture's path in the project, or None with what is wrong with it."""
    path = picture_path(source, written)
    if not path.startswith(f"{FOLDER}/") or not within(root, root / path):
        problems.append(problem("path-outside", where, path=shorten(written)))
    elif not is_file(root / path):
        problems.append(find_missing(root, path, written, where))
    elif found := pictures.wrong(root / path, where, shorten(written)):
        problems.append(found)
    else:
        return path
    return None


def find_missing(root: Path, path: str, written: str, where: Where) -> Problem:
    """That there is no such picture, and the file that was probably meant: another case, ending or form of accents."""
    folder = (root / path).parent
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError:
        names = []
    wanted = PurePosixPath(path)
    for name in names:
        if nfc(name) == nfc(wanted.name):
            return problem("image-decomposed", where, target=shorten(written), suggestion=safe(name))
    same = [name for name in names if slugify(PurePosixPath(name).stem) == slugify(wanted.stem)]
    near = same or get_close_matches(wanted.name, names, 1, 0.8)
    if near:
        return problem("image-near", where, target=shorten(written), found=near[0])
    return problem("image-missing", where, target=shorten(written))
