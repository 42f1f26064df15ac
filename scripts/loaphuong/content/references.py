"""What one file says of another: addresses that must be unique, names that must exist, days that must follow."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.content.articles import Article
from loaphuong.content.events import Event
from loaphuong.content.filenames import DEVICES
from loaphuong.content.nouns import Code, Model, Section, Topic
from loaphuong.core.addresses import TAKEN
from loaphuong.core.forms import closest
from loaphuong.core.problems import Problem, problem
from loaphuong.core.vietnamese import day, moment, slugify
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from loaphuong.content.declaration import Written
    from loaphuong.content.frontmatter import FrontMatter

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
SLUG_LENGTH = 100
# Addresses the site itself has: a noun with one of these names would stand in its way.
RESERVED = TAKEN | DEVICES | {"index", "404", "feed", "atom", "podcast", "opml", "sitemap", "robots"}


def slug_of(where: Where, keys: FrontMatter, problems: list[Problem]) -> str | None:
    """The address of a file: what its `slug` says, or its own name; None when neither is one."""
    written = keys.values.get("slug")
    name = written if isinstance(written, str) else PurePosixPath(where.path).stem
    place = Where(where.path, keys.line("slug")) if isinstance(written, str) else where
    if not SLUG.fullmatch(name) or len(name) > SLUG_LENGTH:
        problems.append(problem("slug-letters", place, slug=name, suggestion=slugify(name)[:SLUG_LENGTH] or "bai-viet"))
        return None
    if name in RESERVED:
        problems.append(problem("slug-reserved", place, slug=name, suggestion=f"{name}-1"))
        return None
    return name


def check(made: Sequence[Written], sections: Sequence[Section], unread: frozenset[str]) -> Iterator[Problem]:
    """All that is wrong between files; names of `unread` ones, which have problems of their own, are let pass."""
    yield from addresses(made)
    topics = {noun.slug: noun.title for noun in made if isinstance(noun, Topic)}
    models = {noun.slug: noun.title for noun in made if isinstance(noun, Model)}
    rules = {f"{noun.slug}#{rule.id}": "" for noun in made if isinstance(noun, Code) for rule in noun.rules}
    for section in sections:
        if not SLUG.fullmatch(section.slug):
            yield problem("slug-letters", section.where, slug=section.slug, suggestion=slugify(section.slug))
    for noun in made:
        match noun:
            case Article():
                yield from names(noun, topics, models, rules, unread)
                yield from days(noun)
            case Code():
                yield from rule_ids(noun)
            case Event():
                yield from event_days(noun)


def names(
    article: Article,
    topics: Mapping[str, str],
    models: Mapping[str, str],
    rules: Mapping[str, str],
    unread: frozenset[str],
) -> Iterator[Problem]:
    """The topic, the model and the rules that an article names exist, or are in a file with problems of its own."""
    if article.topic and article.topic not in unread:
        yield from check_name(article, "topic", "topic-unknown", article.topic, topics)
    if article.model and article.model not in unread:
        yield from check_name(article, "model", "model-unknown", article.model, models)
    for place, rule in enumerate(article.rules):
        if rule.partition("#")[0] not in unread:
            yield from check_name(article, f"rules.{place}", "rule-unknown", rule, rules)


def check_name(article: Article, key: str, id_: str, name: str, known: Mapping[str, str]) -> Iterator[Problem]:
    """A name that should be one of the known ones."""
    if name not in known:
        nearest = closest(name, known)
        choices = nearest or ", ".join(sorted(known)[:10]) or "–"
        yield problem(id_, article.at(key), name=name, choices=choices)


def addresses(made: Sequence[Written]) -> Iterator[Problem]:
    """Every address, present or former, belongs to one file."""
    taken: dict[str, Where] = {}
    # A file has a better claim to its own name than one that says `slug`.
    for noun in sorted(made, key=lambda noun: ("slug" in noun.lines, noun.where)):
        if other := taken.get(noun.slug):
            yield problem("slug-taken", Where(noun.where.path, noun.lines.get("slug", 1)), slug=noun.slug, other=other)
        else:
            taken[noun.slug] = noun.where
    for noun in made:
        for place, alias in enumerate(noun.aliases if isinstance(noun, Article) else ()):
            where = Where(noun.where.path, noun.lines.get(f"aliases.{place}", noun.lines.get("aliases", 1)))
            if not SLUG.fullmatch(alias) or len(alias) > SLUG_LENGTH:
                yield problem("slug-letters", where, slug=alias, suggestion=slugify(alias))
            elif alias in RESERVED:
                yield problem("slug-reserved", where, slug=alias, suggestion=f"{alias}-1")
            elif other := taken.get(alias):
                yield problem("slug-taken", where, slug=alias, other=other)
            else:
                taken[alias] = where


def rule_ids(code: Code) -> Iterator[Problem]:
    """The ids of a code's rules are addresses on its page: ASCII and unique."""
    seen: dict[str, int] = {}
    for rule in code.rules:
        if not SLUG.fullmatch(rule.id):
            yield problem("slug-letters", rule.where, slug=rule.id, suggestion=slugify(rule.id))
        if first := seen.get(rule.id):
            yield problem("rule-repeated", rule.where, rule=rule.id, line=first)
        seen.setdefault(rule.id, rule.where.line)


def event_days(event: Event) -> Iterator[Problem]:
    """It ends after it began, and comes again at least once where it comes again."""
    if event.ends and event.ends <= event.starts:
        yield problem("event-ends-early", event.at("ends"), starts=moment(event.starts))
    if event.until and event.until < event.starts.date():
        yield problem("event-until-early", event.at("until"), starts=day(event.starts))


def days(article: Article) -> Iterator[Problem]:
    """Nothing ends, changes or is corrected before it began; nobody made up was honoured."""
    published = article.published_at.date()
    if article.updated_at and article.updated_at < article.published_at:
        yield problem("updated-too-early", article.at("updated_at"), published=day(published))
    if article.expires and article.expires < published:
        yield problem("expires-too-early", article.at("expires"), published=day(published))
    if article.expires and article.broadcast_from and article.expires < article.broadcast_from:
        yield problem("broadcast-after-expiry", article.at("broadcast_from"), expires=day(article.expires))
    if article.illustrative and article.award:
        yield problem("award-illustrative", article.at("award"))
    for correction in article.corrections:
        if correction.on < published:
            yield problem("correction-too-early", correction.where, published=day(published))
