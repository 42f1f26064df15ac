"""What can be found: every page a resident may want, with all that says what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from loaphuong.content.nouns import SectionKind
from loaphuong.core import addresses
from loaphuong.core.markup import readable
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day
from loaphuong.print.sheets import label_of
from loaphuong.web import landmarks
from loaphuong.web.times import WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Code, Model
    from loaphuong.web.edition import Edition
    from loaphuong.web.landmarks import Landmark

HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


class DocumentKind(Enum):
    """What a document is, with how much a find in it counts, in hundredths: a list of titles counts for less."""

    ARTICLE = 100
    CODE = 96
    RULE = 95
    MODEL = 88
    TOPIC = 70
    PAGE = 110
    LANDMARK = 102
    BULLETIN = 40


@dataclass(frozen=True, slots=True)
class Document:
    """A thing to find. A rule belongs to the last code before it.

    `body` are the words of its text, a block a line, headings behind `#`; `about` is what it deals with, in others'
    words; `name` is what its file is called, without accents; `number` is that of a document; `mark` tells readers what
    is made up.
    """

    kind: DocumentKind
    group: str
    address: str
    title: str
    lead: str
    date: str = ""
    body: str = ""
    about: str = ""
    name: str = ""
    number: str = ""
    mark: str = ""

    @property
    def headings(self) -> str:
        """The headings of its text, one a line."""
        return "\n".join(HEADING.findall(self.body))


def list_documents(edition: Edition) -> Iterator[Document]:
    """All that can be found: articles newest first, then codes with their rules, models, topics, bulletins, pages."""
    yield from articles(edition)
    yield from codes(edition)
    content, tr = edition.content, edition.tr
    for model in content.models:
        yield of_model(model, tr(N_("Models")))
    for topic in content.topics:
        yield Document(
            DocumentKind.TOPIC,
            tr(N_("Topics")),
            addresses.topic(topic.slug),
            topic.title,
            topic.summary,
            body=readable(topic.body),
            about=join(
                (topic.owner, *(tr(N_("month {number}/{year}"), number=n, year=year) for year, n in topic.months))
            ),
            name=topic.slug,
        )
    yield from bulletins(edition)
    for event in content.events:
        yield Document(
            DocumentKind.PAGE,
            tr(N_("Events")),
            addresses.event(event.slug),
            event.title,
            event.summary,
            body=readable(event.body),
            about=join((event.place, event.organiser or "", day(event.starts))),
            name=event.slug,
            mark=tr(N_("Illustrative")) if event.illustrative else "",
        )
    for page in content.pages:
        yield Document(
            DocumentKind.PAGE,
            tr(N_("About the ward")),
            addresses.page(page.slug),
            page.title,
            page.summary,
            body=readable(page.body),
            name=page.slug,
        )
    yield from pages(edition)


def articles(edition: Edition) -> Iterator[Document]:
    """Articles, each with the rules, the model and the topic it is about."""
    content = edition.content
    sections = {section.slug: section.title for section in content.sections}
    rules = {f"{code.slug}#{rule.id}": rule for code in content.codes for rule in code.rules}
    models = {model.slug: model.title for model in content.models}
    topics = {topic.slug: topic.title for topic in content.topics}

    def about(article: Article) -> Iterator[str]:
        yield sections.get(article.section, "")
        for name in article.rules:
            if rule := rules.get(name):
                yield from (rule.text, rule.place)
        yield from (models.get(article.model or "", ""), topics.get(article.topic or "", ""))
        yield from (article.subject_group or "", article.residential_group or "", article.source or "")
        yield from article.legal_basis
        if article.award:
            yield from (article.award.title, article.award.decision or "")
        if article.image:
            yield article.image.alt

    for article in content.articles:
        yield Document(
            DocumentKind.ARTICLE,
            sections.get(article.section, article.section),
            addresses.article(article.slug),
            article.title,
            article.summary,
            day(article.published_at),
            readable(article.body),
            join(dict.fromkeys(about(article))),
            " ".join((article.slug, *article.aliases)),
            mark=edition.tr(N_("Illustrative story")) if article.illustrative else "",
        )


def codes(edition: Edition) -> Iterator[Document]:
    """Each code, known by its number too, and after it each of its rules."""
    group = edition.tr(N_("Codes of conduct"))
    for code in edition.content.codes:
        yield of_code(code, group)
        for rule in code.rules:
            address = addresses.rule(f"{code.slug}#{rule.id}")
            lead = f"{rule.place} · {code.title}"
            yield Document(DocumentKind.RULE, group, address, rule.text, lead, about=rule.spoken or "", name=rule.id)


def of_code(code: Code, group: str) -> Document:
    """A code of conduct."""
    lead = join(part for part in (code.number, code.summary) if part)
    rules = join(f"{rule.text}, {rule.place}" for rule in code.rules)
    about = join(part for part in (code.issuer, code.scope) if part)
    return Document(
        DocumentKind.CODE,
        group,
        addresses.code(code.slug),
        code.title,
        lead,
        body=f"{readable(code.body)}\n{rules}",
        about=about,
        name=code.slug,
        number=code.number or "",
    )


def of_model(model: Model, group: str) -> Document:
    """A model of good conduct."""
    body = readable("\n\n".join((*model.criteria, *model.sources, model.body)))
    return Document(
        DocumentKind.MODEL,
        group,
        addresses.model(model.slug),
        model.title,
        model.summary,
        body=body,
        about=model.place,
        name=model.slug,
    )


def bulletins(edition: Edition) -> Iterator[Document]:
    """The bulletins that can be heard, by the titles of what is in them."""
    for bulletin in edition.recorded:
        slot = bulletin.programme.slot
        if bulletin.episode:
            yield Document(
                DocumentKind.BULLETIN,
                edition.tr(N_("Radio bulletin")),
                addresses.bulletin(slot.name),
                bulletin.episode.title,
                join(dict.fromkeys(chapter.title for chapter in bulletin.episode.chapters)),
                day(slot.starts_at),
            )


def pages(edition: Edition) -> Iterator[Document]:
    """Lists, the schedule, the honour roll, what can be printed, the letter box where no editor wrote one."""
    content, tr = edition.content, edition.tr
    awards = join(
        f"{article.award.title} {article.award.by} {article.title}" for article in content.articles if article.award
    )
    sheets = join(dict.fromkeys(f"{tr(label_of(each.sheet.product))} {each.sheet.title}" for each in edition.prints))
    rules = [rule for show in edition.station.shows for rule in show.slots]
    times = join(f"{tr(WEEK[rule.weekday])} {rule.at:%Hh%M} {rule.at:%H} {rule.cluster or ''}" for rule in rules)
    news = landmarks.news(edition)
    found: list[tuple[Landmark, str]] = [
        (news, ""),
        *(
            (landmarks.Landmark(addresses.section(section.slug), section.title, section.summary), "")
            for section in content.sections
            if section.kind is SectionKind.ARTICLES
        ),
        (landmarks.archive(edition), ""),
        (landmarks.honours(edition), awards),
        (landmarks.codes(edition), join(code.title for code in content.codes)),
        (landmarks.models(edition), join(model.title for model in content.models)),
        (landmarks.topics(edition), ""),
        *([(landmarks.events(edition), join(event.title for event in content.events))] if content.events else []),
        (landmarks.schedule(edition), times),
        *((landmarks.broadcasts(edition, show), "") for show in edition.station.shows),
        (landmarks.replay(edition), ""),
        *([(landmarks.prints(edition), sheets)] if edition.marks else []),
    ]
    if all(page.slug != addresses.FEEDBACK for page in content.pages):
        found.append((landmarks.feedback(edition), ""))
    for landmark, body in found:
        yield Document(
            DocumentKind.LANDMARK,
            tr(N_("Pages")),
            landmark.address,
            landmark.title,
            landmark.summary,
            body=body,
            name=landmark.address.replace("/", " "),
        )


def join(parts: Iterable[str]) -> str:
    """Sentences of their own, so that no two words of different ones become neighbours."""
    return ". ".join(part for part in parts if part)
