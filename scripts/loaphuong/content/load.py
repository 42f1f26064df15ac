"""Reading content/: the folder is the section, the file is the noun, nothing stops at the first mistake."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from loaphuong.content import body, fields, filling, frontmatter, listing, references, source
from loaphuong.content.nouns import Article, Code, Content, Model, Page, Section, SectionKind, Topic
from loaphuong.core import forms
from loaphuong.core.problems import Problem, Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from pathlib import Path

F = TypeVar("F", bound=forms.Form, covariant=True)
N = TypeVar("N")
Noun = Article | Code | Model | Topic | Page
FORMS: dict[SectionKind, type[forms.Form]] = {
    SectionKind.ARTICLES: fields.ArticleForm,
    SectionKind.CODES: fields.CodeForm,
    SectionKind.MODELS: fields.ModelForm,
    SectionKind.TOPICS: fields.TopicForm,
    SectionKind.PAGES: fields.PageForm,
}


@dataclass(frozen=True, slots=True)
class Leaf(Generic[F]):
    """One file read: its text, its keys, and its form where every field is right."""

    source: source.Source
    keys: frontmatter.FrontMatter
    form: F | None

    def at(self, key: str) -> Where:
        """The line of a key of the front matter."""
        return Where(self.source.where.path, self.keys.line(key))


class Shelf:
    """What a run has read so far, and all that was wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.sections: list[Section] = []
        self.sources: list[source.Source] = []
        self.nouns: list[Noun] = []
        # Names of files that exist but are no noun: what refers to them is not wrong for that.
        self.unread: set[str] = set()

    def read(self, path: Path, form: type[F] | None) -> Leaf[F] | None:
        """One file, or None when it cannot be read at all; without a form only its text is read."""
        try:
            text = source.read(self.root, path)
            keys, found = frontmatter.read(text.head, text.where.path)
        except Stopped as stopped:
            self.problems += stopped.problems
            return None
        self.sources.append(text)
        self.problems += found
        if not form:
            return Leaf(text, keys, None)
        filled, wrong = forms.filled(form, keys.values, lambda key: Where(text.where.path, keys.line(key)))
        self.problems += wrong
        return Leaf(text, keys, filled)

    def read_section(self, folder: Path, files: list[Path]) -> None:
        """A folder: its index.md says what the others are."""
        index = folder / listing.INDEX
        where = Where(index.relative_to(self.root).as_posix())
        kind: SectionKind | None = None
        if index in files:
            head = self.read(index, fields.SectionForm)
            if head and head.form:
                kind = head.form.kind
                self.sections.append(filling.section(head.form, head.source, folder.name))
                if head.source.body.strip():
                    self.problems.append(problem("section-text", Where(where.path, head.source.body_line)))
                if len(files) == 1:
                    self.problems.append(problem("section-empty", where, title=head.form.title))
        else:
            self.problems.append(problem("section-without-index", where, folder=folder.name))
        for path in files:
            if path != index:
                self.read_noun(path, kind)

    def read_noun(self, path: Path, kind: SectionKind | None) -> None:
        """A file of a section."""
        leaf = self.read(path, FORMS[kind] if kind else None)
        slug = leaf and references.slug_of(leaf.source.where, leaf.keys, self.problems)
        if leaf and leaf.form and slug:
            self.nouns.append(self.noun(leaf, slug, path.parent.name))
        else:
            self.unread.add(slug or path.stem)

    def noun(self, leaf: Leaf[forms.Form], slug: str, section: str) -> Noun:
        """The noun that a file's form makes."""
        match leaf.form:
            case fields.ArticleForm() as form:
                image = None
                if form.image:
                    image = body.picture(self.root, leaf.source, form.image.path, leaf.at("image.path"), self.problems)
                return filling.article(form, leaf.source, leaf.keys, slug, section, image)
            case fields.CodeForm() as form:
                return filling.code(form, leaf.source, leaf.keys, slug)
            case fields.ModelForm() as form:
                return filling.model(form, leaf.source, leaf.keys, slug)
            case fields.TopicForm() as form:
                return filling.topic(form, leaf.source, leaf.keys, slug)
            case fields.PageForm() as form:
                return filling.page(form, leaf.source, leaf.keys, slug)
            case _:
                raise TypeError(type(leaf.form).__name__)


def load(root: Path) -> tuple[Content, tuple[Problem, ...]]:
    """Everything in content/ that is right, and everything that is wrong with the rest."""
    shelf = Shelf(root)
    paths, found = listing.markdown(root)
    shelf.problems += found
    home_path = Project(root).home
    files = [path for path in paths if path != home_path]
    if not files:
        return EMPTY, (*shelf.problems, problem("content-empty", Where(listing.FOLDER)))
    home: Leaf[fields.HomeForm] | None = None
    if home_path in paths:
        home = shelf.read(home_path, fields.HomeForm)
    else:
        shelf.problems.append(problem("home-missing", Where(Project.home)))
    for folder, below in groupby(files, key=lambda path: path.parent):
        shelf.read_section(folder, list(below))
    made = shelf.nouns
    shelf.problems += body.check(root, shelf.sources, made)
    shelf.problems += references.check(made, shelf.sections, frozenset(shelf.unread))
    content = Content(
        title=home.form.title if home and home.form else "",
        summary=home.form.summary if home and home.form else "",
        sections=tuple(sorted(shelf.sections, key=lambda section: (section.order, section.slug))),
        articles=tuple(sorted(of(Article, made), key=newest_first)),
        codes=tuple(sorted(of(Code, made), key=lambda code: code.slug)),
        models=tuple(sorted(of(Model, made), key=lambda model: (model.order, model.slug))),
        topics=tuple(sorted(of(Topic, made), key=lambda topic: (topic.months[0], topic.slug))),
        pages=tuple(sorted(of(Page, made), key=lambda page: (page.order, page.slug))),
        body=home.source.body if home else "",
        source_text=home.source.text if home else "",
    )
    return content, tuple(sorted(shelf.problems, key=lambda found: (found.where, found.id, found.values)))


EMPTY = Content("", "", (), (), (), (), (), ())


def of(kind: type[N], made: list[Noun]) -> list[N]:
    """The nouns of one kind."""
    return [noun for noun in made if isinstance(noun, kind)]


def newest_first(article: Article) -> tuple[float, str]:
    """How articles are ordered."""
    return -article.published_at.timestamp(), article.slug
