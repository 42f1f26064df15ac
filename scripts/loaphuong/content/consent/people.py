"""Nobody is harmed: consent per person and channel, minors, critiques, names. Pure checks on content.

Drafts are left in peace: what is missing is asked for when the editor calls the text ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.articles import Article, Channel, Status
from loaphuong.content.consent import names, private
from loaphuong.content.consent.patterns import ADDRESS, AGE, HOUSE, HOUSE_ON, PHONE, PLATE, SCHOOL, line_at, passages
from loaphuong.content.declaration import declarations
from loaphuong.core.markup import references
from loaphuong.core.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.articles import Person
    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.core.where import Where

# What of an article would lead to somebody's door.
ADDRESSES = tuple(each for each in declarations(Article) if each.shown.traceable)


def check(content: Content) -> tuple[Problem, ...]:
    """Everything that stands between the ready articles and the people they tell of."""
    ready = (article for article in content.articles if article.status is Status.READY)
    return tuple(found for article in ready for found in (*check_article(article), *private.check_article(article)))


def check_article(article: Article) -> tuple[Problem, ...]:
    """The same for one article, whatever its status."""
    if article.genre.traits.anonymous:
        return tuple(critique(article))
    if article.illustrative and article.people:
        return tuple(problem("illustrative-person", each.where, name=each.name) for each in article.people)
    found = [each for person in article.people for each in consent(article, person)]
    if any(person.minor for person in article.people):
        found += minors(article)
    declared = [person.name for person in article.people]
    found += [
        problem("undeclared-name", where, found=name)
        for where, text in passages(article)
        for name, where in names_in(text, where)
        if not any(names.is_same(name, known) for known in declared)
    ]
    return tuple(dict.fromkeys(found))


def allows(article: Article, channel: Channel) -> bool:
    """Whether everybody in an article has agreed to a channel: what a poster or a screen asks before it shows one."""
    return all(channel in person.channels and person.consent_ref for person in article.people)


def channels_of(article: Article) -> tuple[Channel, ...]:
    """The channels that an article goes out on by itself; print is asked for when something is printed."""
    channels = [Channel.WEB]
    if article.broadcast:
        channels.append(Channel.LOUDSPEAKER)
    if article.image or any(each.image for each in references(article.body)):
        channels.append(Channel.PHOTO)
    return tuple(channels)


def consent(article: Article, person: Person) -> Iterator[Problem]:
    """What is missing before a person may appear."""
    if not person.consent_ref:
        yield problem("consent-missing", person.where, name=person.name)
    if person.minor and not person.guardian_ref:
        yield problem("consent-guardian", person.where, name=person.name)
    for channel in channels_of(article):
        if channel not in person.channels:
            yield problem(f"consent-{channel.value}", person.where, name=person.name, channel=channel.value)


def minors(article: Article) -> Iterator[Problem]:
    """What would lead to a minor's door."""
    for place in ADDRESSES:
        if written := getattr(article, place.name):
            yield problem("minor-traceable", article.at(place.key), found=written)
    for where, text in passages(article):
        for pattern, id_ in ((SCHOOL, "minor-traceable"), (ADDRESS, "minor-traceable"), (AGE, "minor-age")):
            for found in pattern.finditer(text):
                yield problem(id_, line_at(where, text, found.start()), found=found[0])


def critique(article: Article) -> Iterator[Problem]:
    """A critique tells of behaviour: any person in it stops the build."""
    for person in article.people:
        yield problem("critique-person", person.where, name=person.name)
    for where, text in passages(article):
        for name, place in names_in(text, where):
            yield problem("critique-name", place, found=name)
        for pattern in (HOUSE, HOUSE_ON, PLATE, PHONE):
            for found in pattern.finditer(text):
                yield problem("critique-traceable", line_at(where, text, found.start()), found=found[0])
    if Channel.PHOTO in channels_of(article):
        yield problem("critique-picture", article.at("image"))


def names_in(text: str, where: Where) -> Iterator[tuple[str, Where]]:
    """The names in a passage, each once, with the line it first stands on."""
    seen: set[str] = set()
    for name in names.find(text):
        if name.text not in seen:
            seen.add(name.text)
            yield name.text, line_at(where, text, name.start)
