"""Reading content/: the folder is the section, the file is the noun, nothing stops at the first mistake."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from loaphuong.content import body, declaration, frontmatter, listing, references, source, synonyms
from loaphuong.content.articles import Article, Image, Status
from loaphuong.content.declaration import Listed, Written
from loaphuong.content.events import Event
from loaphuong.content.nouns import Code, Content, Model, Page, Section, SectionKind, Topic
from loaphuong.core import dates, forms
from loaphuong.core.choices import choice_key
from loaphuong.core.problems import Problem, Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import tzinfo

F = TypeVar("F", bound=forms.Noun, covariant=True)
W = TypeVar("W", bound=Written)
N = TypeVar("N")
NOTHING: Mapping[str, str] = MappingProxyType({})
FORMS: dict[SectionKind, type[Written]] = {
    SectionKind.ARTICLES: Article,
    SectionKind.CODES: Code,
    SectionKind.MODELS: Model,
    SectionKind.TOPICS: Topic,
    SectionKind.PAGES: Page,
    SectionKind.EVENTS: Event,
}


@dataclass(frozen=True, slots=True)
class FilledFile(Generic[F]):
    """One file read: its text, its keys, and its noun where every field is right."""

    source: source.Source
    keys: frontmatter.FrontMatter
    noun: F | None

    def at(self, key: str) -> Where:
        """The line of a key of the front matter."""
        return Where(self.source.where.path, self.keys.line(key))


class Loader:
    """What a run has read so far, and all that was wrong."""

    def __init__(self, root: Path, zone: tzinfo, kept: Mapping[str, str] = NOTHING) -> None:
        self.root = root
        self.zone = zone
        # Files that are read from here, by path, and not from the disk.
        self.kept = kept
        self.problems: list[Problem] = []
        self.sections: list[Section] = []
        self.sources: list[source.Source] = []
        self.nouns: list[Written] = []
        # Names of files that exist but are no noun: what refers to them is not wrong for that.
        self.unread: set[str] = set()
        self.drafts: set[str] = set()

    def read(self, path: Path, form: type[F] | None) -> FilledFile[F] | None:
        """One file, or None when it cannot be read at all; without a form only its text is read."""
        try:
            where = Where(path.relative_to(self.root).as_posix())
            kept = self.kept.get(where.path)
            text = source.read(self.root, path) if kept is None else source.split(where, kept)
            keys, found = frontmatter.read(text.head, text.where.path)
        except Stopped as stopped:
            self.problems += stopped.problems
            return None
        self.sources.append(text)
        self.problems += found
        if not form:
            return FilledFile(text, keys, None)
        noun, wrong = forms.fill(form, keys.values, lambda key: Where(text.where.path, keys.line(key)), self.zone)
        self.problems += wrong
        return FilledFile(text, keys, noun)

    def read_section(self, folder: Path, files: list[Path]) -> None:
        """A folder: its index.md says what the others are."""
        index = folder / listing.INDEX
        where = Where(index.relative_to(self.root).as_posix())
        kind: SectionKind | None = None
        if index in files:
            head = self.read(index, Section)
            if head and head.noun:
                section = give(head, head.noun, folder.name)
                kind = section.kind
                self.sections.append(section)
                if section.body.strip():
                    self.problems.append(problem("section-text", section.at("body")))
                if len(files) == 1:
                    self.problems.append(problem("section-empty", where, title=section.title))
        else:
            self.problems.append(problem("section-without-index", where, folder=folder.name))
        for path in files:
            if path != index:
                self.read_noun(path, kind)

    def read_noun(self, path: Path, kind: SectionKind | None) -> None:
        """A file of a section."""
        file = self.read(path, FORMS[kind] if kind else None)
        if file and draft(file.keys.values.get("status")):
            self.drafts.add(file.source.where.path)
        slug = file and references.slug_of(file.source.where, file.keys, self.problems)
        if not (file and file.noun and slug):
            self.unread.add(slug or path.stem)
            return
        noun = give(file, file.noun, slug)
        if isinstance(noun, Article):
            noun = replace(noun, section=path.parent.name, image=self.find_image(file, noun))
        self.nouns.append(noun)

    def find_image(self, file: FilledFile[Written], article: Article) -> Image | None:
        """The picture of an article, by its path in the project; None where it has none that can be shown."""
        if not article.image:
            return None
        written, source = article.image.path, file.source
        if source.where.path in self.kept:
            return replace(article.image, path=body.picture_path(source, written))
        path = body.picture(self.root, source, written, file.at("image.path"), self.problems)
        return replace(article.image, path=path) if path else None


def give(file: FilledFile[Written], noun: W, slug: str) -> W:
    """A noun with what its file gives: address, place, text, and the line of each key and entry."""
    places: dict[str, Any] = {}
    for field in declaration.declarations(type(noun)):
        entries = getattr(noun, field.name)
        if isinstance(entries, tuple) and entries and isinstance(entries[0], Listed):
            places[field.name] = tuple(
                replace(entry, where=file.at(f"{field.key}.{place}")) for place, entry in enumerate(entries)
            )
    return replace(
        noun,
        slug=slug,
        where=file.source.where,
        body=file.source.body,
        body_line=file.source.body_line,
        source_text=file.source.text,
        lines=MappingProxyType(file.keys.lines),
        **places,
    )


def load(root: Path, zone: tzinfo = dates.USUAL_ZONE) -> tuple[Content, tuple[Problem, ...]]:
    """Everything in content/ that is right, and everything that is wrong with the rest. Times are in `zone`."""
    loader = Loader(root, zone)
    paths, found = listing.markdown(root)
    loader.problems += found
    home_path = Project(root).home
    files = [path for path in paths if path != home_path]
    if not files:
        return EMPTY, (*loader.problems, problem("content-empty", Where(listing.FOLDER)))
    home: FilledFile[Content] | None = None
    if home_path in paths:
        home = loader.read(home_path, Content)
    else:
        loader.problems.append(problem("home-missing", Where(Project.home)))
    for folder, below in groupby(files, key=lambda path: path.parent):
        loader.read_section(folder, list(below))
    made = loader.nouns
    same, found = synonyms.load(root)
    loader.problems += found
    loader.problems += body.check(root, loader.sources, made)
    loader.problems += references.check(made, loader.sections, frozenset(loader.unread))
    content = gather(
        replace(
            home.noun if home and home.noun else EMPTY,
            body=home.source.body if home else "",
            source_text=home.source.text if home else "",
            drafts=frozenset(loader.drafts),
            synonyms=same,
        ),
        loader.sections,
        made,
    )
    return content, tuple(sorted(loader.problems, key=lambda found: (found.where, found.id, found.values)))


def reread(
    kept: Mapping[str, str], kinds: Mapping[str, SectionKind], zone: tzinfo = dates.USUAL_ZONE
) -> Iterator[Content | Section | Written]:
    """Files as they once were, by path: what they made then; `kinds` are those of the folders. Nothing else is read."""
    loader = Loader(Path(), zone, kept)
    known = dict(kinds)
    for name in sorted(kept, key=lambda name: (not name.endswith(f"/{listing.INDEX}"), name)):
        path = Path(name)
        if name == Project.home:
            home = loader.read(path, Content)
            if home and home.noun:
                yield replace(home.noun, body=home.source.body, source_text=home.source.text)
        elif path.name == listing.INDEX:
            head = loader.read(path, Section)
            if head and head.noun:
                yield (section := give(head, head.noun, path.parent.name))
                known[section.slug] = section.kind
        else:
            loader.read_noun(path, known.get(path.parent.name))
    yield from loader.nouns


def gather(home: Content, sections: list[Section], made: list[Written]) -> Content:
    """Sections and what lies in them, in their order, under a home page."""
    return replace(
        home,
        sections=tuple(sorted(sections, key=lambda section: (section.order, section.slug))),
        articles=tuple(sorted(of_kind(Article, made), key=newest_first)),
        codes=tuple(sorted(of_kind(Code, made), key=lambda code: code.slug)),
        models=tuple(sorted(of_kind(Model, made), key=lambda model: (model.order, model.slug))),
        topics=tuple(sorted(of_kind(Topic, made), key=lambda topic: (topic.months[0], topic.slug))),
        pages=tuple(sorted(of_kind(Page, made), key=lambda page: (page.order, page.slug))),
        events=tuple(sorted(of_kind(Event, made), key=lambda event: (event.starts, event.slug))),
    )


EMPTY = Content("", "")


def draft(status: object) -> bool:
    """Whether what a file says of itself is that it is not finished."""
    return isinstance(status, str) and choice_key(status) in {Status.DRAFT.value, "draft", "ban nhap"}


def of_kind(kind: type[N], made: list[Written]) -> list[N]:
    """The nouns of one kind."""
    return [noun for noun in made if isinstance(noun, kind)]


def newest_first(article: Article) -> tuple[float, str]:
    """How articles are ordered."""
    return -article.published_at.timestamp(), article.slug
