"""A filled-in form and its body, as the noun of the house."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.content.nouns import Article, Award, Code, Correction, Image, Model, Page, Person, Rule, Section, Topic
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from loaphuong.content.fields import ArticleForm, CodeForm, ModelForm, PageForm, SectionForm, TopicForm
    from loaphuong.content.frontmatter import FrontMatter
    from loaphuong.content.source import Source


def article(
    form: ArticleForm, source: Source, keys: FrontMatter, slug: str, section: str, image: str | None
) -> Article:
    """An article; `image` is its picture's path in the project."""
    path = source.where.path
    award = form.award
    people = tuple(
        Person(
            name=one.name,
            role=one.role,
            channels=tuple(dict.fromkeys(one.channels)),
            consent_ref=one.consent_ref,
            minor=one.minor,
            guardian_ref=one.guardian_ref,
            where=Where(path, keys.line(f"people.{place}")),
        )
        for place, one in enumerate(form.people)
    )
    corrections = tuple(
        Correction(one.on, one.wrong, one.right, Where(path, keys.line(f"correction.{place}")))
        for place, one in enumerate(form.correction)
    )
    return Article(
        slug=slug,
        section=section,
        where=source.where,
        title=form.title,
        summary=form.summary,
        genre=form.genre,
        published_at=form.published_at,
        author=form.author,
        body=source.body,
        body_line=source.body_line,
        status=form.status,
        updated_at=form.updated_at,
        source=form.source,
        editor=form.editor,
        topic=form.topic,
        model=form.model,
        rules=tuple(dict.fromkeys(form.rules)),
        residential_group=form.residential_group,
        legal_basis=tuple(form.legal_basis),
        subject_group=form.subject_group,
        award=Award(award.title, award.by, award.on, award.decision) if award else None,
        image=Image(image, form.image.alt, form.image.credit) if form.image and image else None,
        illustrative=form.illustrative,
        lead_in=form.lead_in,
        broadcast=form.broadcast,
        broadcast_from=form.broadcast_from,
        expires=form.expires,
        priority=form.priority,
        people=people,
        corrections=corrections,
        aliases=tuple(dict.fromkeys(form.aliases)),
        source_text=source.text,
        lines=MappingProxyType(keys.lines),
    )


def code(form: CodeForm, source: Source, keys: FrontMatter, slug: str) -> Code:
    """A code of conduct with its rules."""
    rules = tuple(
        Rule(
            one.id,
            one.text,
            one.stance,
            one.place,
            Where(source.where.path, keys.line(f"rules.{place}")),
            one.spoken,
        )
        for place, one in enumerate(form.rules)
    )
    return Code(
        slug=slug,
        title=form.title,
        summary=form.summary,
        where=source.where,
        number=form.number,
        issuer=form.issuer,
        issued_on=form.issued_on,
        scope=form.scope,
        rules=rules,
        body=source.body,
        body_line=source.body_line,
        reminders=form.reminders,
        source_text=source.text,
        lines=MappingProxyType(keys.lines),
    )


def model(form: ModelForm, source: Source, keys: FrontMatter, slug: str) -> Model:
    """A model of good conduct."""
    return Model(
        slug=slug,
        title=form.title,
        summary=form.summary,
        where=source.where,
        place=form.place,
        sources=tuple(form.sources),
        criteria=tuple(form.criteria),
        body=source.body,
        body_line=source.body_line,
        order=form.order,
        source_text=source.text,
        lines=MappingProxyType(keys.lines),
    )


def topic(form: TopicForm, source: Source, keys: FrontMatter, slug: str) -> Topic:
    """A monthly topic."""
    return Topic(
        slug=slug,
        title=form.title,
        summary=form.summary,
        where=source.where,
        months=tuple(sorted(set(form.months))),
        owner=form.owner,
        body=source.body,
        body_line=source.body_line,
        source_text=source.text,
        lines=MappingProxyType(keys.lines),
    )


def page(form: PageForm, source: Source, keys: FrontMatter, slug: str) -> Page:
    """A standing page."""
    return Page(
        slug=slug,
        title=form.title,
        summary=form.summary,
        where=source.where,
        body=source.body,
        body_line=source.body_line,
        order=form.order,
        updated_at=form.updated_at,
        source_text=source.text,
        lines=MappingProxyType(keys.lines),
    )


def section(form: SectionForm, source: Source, slug: str) -> Section:
    """A folder of content/."""
    return Section(slug, form.title, form.summary, form.kind, form.order, source.where, source.text)
