"""Codes of conduct: what to do and what to leave, place by place, each rule with an address of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from loaphuong.content.nouns import Code, Rule, Stance
from loaphuong.content.phrasing import phrase_rule
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.web import landmarks
from loaphuong.web.pages import printed
from loaphuong.web.pages.index import SiteIndex, link, when
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.web.pages.views import (
        CodeEntry,
        CodeFacts,
        CodePage,
        CodesPage,
        Link,
        RuleGroup,
        RuleLine,
        RuleOfTheDay,
    )


# So many days of rules stand in the home page; a page that was built longer ago begins again.
DAYS = 35


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The list of codes, and each code."""
    content = index.edition.content
    found = landmarks.codes(index.edition)
    data: CodesPage = {"kind": "codes", "active": addresses.CODES, "codes": [entry(code) for code in content.codes]}
    yield PublishedPage.of(found, "codes.html", data)
    for code in content.codes:
        yield page(index, code, found.title)


def entry(code: Code) -> CodeEntry:
    """A code as the list shows it."""
    return {**link(code.title, addresses.code(code.slug)), "summary": code.summary, **facts(code)}


def facts(code: Code) -> CodeFacts:
    """What a code says of itself, and how many rules it has of each stance."""
    stances = [rule.stance for rule in code.rules]
    return {
        "number": code.number,
        "issuer": code.issuer,
        "issued": when(code.issued_on) if code.issued_on else None,
        "scope": code.scope,
        "count": len(code.rules),
        "places": list(dict.fromkeys(rule.place for rule in code.rules)),
        "nen": stances.count(Stance.DO),
        "khong_nen": stances.count(Stance.DONT),
    }


def page(index: SiteIndex, code: Code, title: str) -> PublishedPage:
    """The page of one code."""
    address = addresses.code(code.slug)
    names = {f"{code.slug}#{rule.id}" for rule in code.rules}
    about = {article.slug: article for name in sorted(names) for article in index.by_rule[name]}
    newest = sorted(about.values(), key=lambda article: (-article.published_at.timestamp(), article.slug))
    data = {
        "kind": "code",
        "active": addresses.CODES,
        "crumbs": [link(title, addresses.CODES)],
        **facts(code),
        "ended": index.tell_end(code.issuer),
        "sources": list_sources(index, code),
        "groups": [group(code, place) for place in dict.fromkeys(rule.place for rule in code.rules)],
        "articles": index.cards(newest[:6]),
        "shared": True,
        **printed.of_subject(index, code.slug),
    }
    body = index.prose(code.body, code.where.path, address)
    return PublishedPage(address, "code.html", code.title, code.summary, cast("CodePage", data), body)


def list_sources(index: SiteIndex, code: Code) -> list[Link]:
    """Where the document itself can be read, the portal above, and public services."""
    ward = index.edition.station.ward
    found = (
        (index.tr(N_("Read {number}"), number=code.number or code.title), code.url),
        (index.tr(N_("Portal of {parent}"), parent=ward.parent), ward.portal_url),
        (index.tr(N_("Public services online")), ward.services_url),
    )
    return [link(title, url) for title, url in found if url]


def group(code: Code, place: str) -> RuleGroup:
    """The rules of one place."""

    def of(stance: Stance) -> list[RuleLine]:
        return [line(rule) for rule in code.rules if rule.place == place and rule.stance is stance]

    return {"place": place, "do": of(Stance.DO), "dont": of(Stance.DONT)}


def line(rule: Rule) -> RuleLine:
    """One rule; its id is its anchor."""
    return {"id": rule.id, "text": phrase_rule(rule)}


def of_the_days(index: SiteIndex) -> list[RuleOfTheDay]:
    """The rules that the home page shows from today on: another one each day, all of them in turn."""
    rules = [(code, rule) for code in index.edition.content.codes if code.reminders for rule in code.rules]
    if not rules:
        return []
    # A step with no factor in common walks through every code before it returns to a neighbour.
    step = next(each for each in (7, 11, 13, 17, 1) if len(rules) % each) if len(rules) > 1 else 1
    today = index.edition.now.toordinal()
    days = range(today, today + min(len(rules), DAYS))
    return [of_the_day(*rules[day * step % len(rules)]) for day in days]


def of_the_day(code: Code, rule: Rule) -> RuleOfTheDay:
    """A rule as the home page shows it."""
    return {
        **link(phrase_rule(rule), addresses.rule(f"{code.slug}#{rule.id}")),
        "stance": rule.stance.value,
        "place": rule.place,
        "code": code.title,
    }
