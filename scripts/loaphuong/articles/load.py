"""Reading content/: the folder is the section, the file is the noun, nothing stops at the first mistake."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from loaphuong import forms
from loaphuong.articles import body, frontmatter, listing, nouns, references, schema, source
from loaphuong.model import Article, Code, Content, Model, Page, Section, SectionKind, Topic, Where
from loaphuong.problems import Problem, Stopped, problem

if TYPE_CHECKING:
    from pathlib import Path

F = TypeVar("F", bound=forms.Form, covariant=True)
N = TypeVar("N")
Noun = Article | Code | Model | Topic | Page
FORMS: dict[SectionKind, type[forms.Form]] = {
    SectionKind.ARTICLES: schema.ArticleForm,
    SectionKind.CODES: schema.CodeForm,
    SectionKind.MODELS: schema.ModelForm,
    SectionKind.TOPICS: schema.TopicForm,
    SectionKind.PAGES: schema.PageForm,
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


def load(root: Path) -> tuple[Content, tuple[Problem, ...]]:
    """Everything in content/ that is right, and everything that is wrong with the rest."""
    paths, found = listing.markdown(root)
    problems = list(found)
    folder = root / listing.FOLDER
    home_path = folder / listing.INDEX
    files = [path for path in paths if path != home_path]
    if not files:
        return EMPTY, (*problems, problem("content-empty", Where(listing.FOLDER)))
    home: Leaf[schema.HomeForm] | None = None
    if home_path in paths:
        home = read(root, home_path, schema.HomeForm, problems)
    else:
        problems.append(problem("home-missing", Where(f"{listing.FOLDER}/{listing.INDEX}")))
    sections: list[Section] = []
    leaves: list[Leaf[forms.Form]] = [home] if home else []
    made: list[Noun] = []
    for section_folder, inside in groupby(files, key=lambda path: path.parent):
        section, below, nouns_below = read_section(root, section_folder, list(inside), problems)
        sections += [section] if section else []
        leaves += below
        made += nouns_below
    problems += body.check(root, [leaf.source for leaf in leaves], made)
    problems += references.check(made, sections)
    content = Content(
        title=home.form.title if home and home.form else "",
        summary=home.form.summary if home and home.form else "",
        sections=tuple(sorted(sections, key=lambda section: (section.order, section.slug))),
        articles=tuple(sorted(of(Article, made), key=newest_first)),
        codes=tuple(sorted(of(Code, made), key=lambda code: code.slug)),
        models=tuple(sorted(of(Model, made), key=lambda model: (model.order, model.slug))),
        topics=tuple(sorted(of(Topic, made), key=lambda topic: (topic.months[0], topic.slug))),
        pages=tuple(sorted(of(Page, made), key=lambda page: (page.order, page.slug))),
        body=home.source.body if home else "",
    )
    return content, tuple(sorted(problems, key=lambda found: (found.where, found.id, found.values)))


EMPTY = Content("", "", (), (), (), (), (), ())


def of(kind: type[N], made: list[Noun]) -> list[N]:
    """The nouns of one kind."""
    return [noun for noun in made if isinstance(noun, kind)]


def newest_first(article: Article) -> tuple[float, str]:
    """How articles are ordered."""
    return -article.published_at.timestamp(), article.slug


def read(root: Path, path: Path, form: type[F], problems: list[Problem]) -> Leaf[F] | None:
    """One file, or None when it cannot be read at all."""
    try:
        text = source.read(root, path)
        keys, found = frontmatter.read(text.head, text.where.path)
    except Stopped as stopped:
        problems += stopped.problems
        return None
    filled, wrong = forms.filled(form, keys.values, lambda key: Where(text.where.path, keys.line(key)))
    problems += (*found, *wrong)
    return Leaf(text, keys, filled)


def read_section(
    root: Path, folder: Path, files: list[Path], problems: list[Problem]
) -> tuple[Section | None, list[Leaf[forms.Form]], list[Noun]]:
    """A folder: its index.md says what the others are."""
    index = folder / listing.INDEX
    where = Where(index.relative_to(root).as_posix())
    leaves: list[Leaf[forms.Form]] = []
    section: Section | None = None
    if index in files:
        head = read(root, index, schema.SectionForm, problems)
        if head:
            leaves.append(head)
            section = nouns.section(head.form, head.source, folder.name) if head.form else None
    else:
        problems.append(problem("section-without-index", where, folder=folder.name))
    kind = section.kind if section else SectionKind.ARTICLES
    made: list[Noun] = []
    for path in files:
        if path == index:
            continue
        leaf = read(root, path, FORMS[kind], problems)
        if not leaf:
            continue
        leaves.append(leaf)
        slug = references.slug_of(leaf.source.where, getattr(leaf.form, "slug", None), leaf.at("slug"), problems)
        if leaf.form and slug:
            made.append(noun(root, leaf, slug, folder.name, problems))
    if section and len(files) == 1:
        problems.append(problem("section-empty", where, title=section.title))
    return section, leaves, made


def noun(root: Path, leaf: Leaf[forms.Form], slug: str, section: str, problems: list[Problem]) -> Noun:
    """The noun that a file's form makes."""
    match leaf.form:
        case schema.ArticleForm() as form:
            image = (
                body.picture(root, leaf.source, form.image.path, leaf.at("image.path"), problems)
                if form.image
                else None
            )
            return nouns.article(form, leaf.source, leaf.keys, slug, section, image)
        case schema.CodeForm() as form:
            return nouns.code(form, leaf.source, leaf.keys, slug)
        case schema.ModelForm() as form:
            return nouns.model(form, leaf.source, leaf.keys, slug)
        case schema.TopicForm() as form:
            return nouns.topic(form, leaf.source, leaf.keys, slug)
        case schema.PageForm() as form:
            return nouns.page(form, leaf.source, leaf.keys, slug)
        case _:
            raise TypeError(type(leaf.form).__name__)
