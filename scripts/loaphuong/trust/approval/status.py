"""Whether a text is approved as it is, where it stands in its life, and what of content/ residents may see."""

from __future__ import annotations

import difflib
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.content.nouns import Article, Content, Status
from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import day, nfc
from loaphuong.trust.approval.text import HOME, Text, authors, digests, everything, name_of, person
from loaphuong.trust.registry import Approval, Withdrawal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from loaphuong.content.nouns import Code, Model, Page, Topic
    from loaphuong.core.problems import Problem
    from loaphuong.trust.approval.text import Public
    from loaphuong.trust.registry import Register


class State(StrEnum):
    """Where a text stands in its life; the words of `loa status`."""

    DRAFT = "nháp"
    WAITING = "chờ duyệt"
    APPROVED = "đã duyệt"
    PUBLISHED = "đã đăng"
    AIRED = "đã phát"
    CORRECTED = "đã đính chính"
    WITHDRAWN = "đã gỡ"


def approve(text: Text, by: str, title: str, at: datetime) -> Approval:
    """The entry that says so; unsigned."""
    return Approval(text.name, text.digest, tidy(by), tidy(title), at)


def withdraw(text: Text, by: str, why: str, at: datetime) -> Withdrawal:
    """The entry that takes a text back for good."""
    return Withdrawal(text.name, tidy(by), at, tidy(why))


def tidy(given: str) -> str:
    """What was typed at the command line, in one line of sound Unicode."""
    return " ".join(nfc(given.encode("utf-8", "replace").decode()).split())


def against(text: Text, register: Register, by: str, title: str) -> tuple[Problem, ...]:
    """What stands against `by` approving a text now."""
    found: list[Problem] = []
    if not tidy(by) or not tidy(title):
        found.append(problem("approver-unnamed", text.where))
    if withdrawal := register.withdrawn(text.name):
        found.append(problem("already-withdrawn", text.where, name=text.name, on=day(withdrawal.at)))
    if not text.ready:
        found.append(problem("draft-approved", text.where, title=text.title))
    if person(by) in text.authors:
        found.append(problem("author-approves", text.where, by=tidy(by), title=text.title))
    return tuple(found)


def holding(public: Public, register: Register, digests: Mapping[str, str]) -> Approval | None:
    """The approval of this very text by someone else than who wrote it, if there is one."""
    approval = register.approved(name_of(public))
    if approval is None or approval.digest != digests.get(approval.name):
        return None
    if isinstance(public, Article) and person(approval.by) in authors(public.author):
        return None
    return approval


def state(
    public: Public, register: Register, digests: Mapping[str, str], now: datetime, aired: Collection[str]
) -> State:
    """Where a text stands; `aired` are the slugs that the broadcast log has."""
    article = public if isinstance(public, Article) else None
    if register.withdrawn(name_of(public)):
        return State.WITHDRAWN
    if article and article.status is Status.DRAFT:
        return State.DRAFT
    if holding(public, register, digests) is None:
        return State.WAITING
    if article and article.published_at > now:
        return State.APPROVED
    if article and article.corrections:
        return State.CORRECTED
    return State.AIRED if article and article.slug in aired else State.PUBLISHED


def publishable(
    content: Content, register: Register, digests: Mapping[str, str], now: datetime, *, required: bool = True
) -> Content:
    """What residents may see at `now`, and nothing else: ready, due, not withdrawn, approved as it is where required.

    A text leaves with all that hangs on it: a section takes its texts along, a model, topic or code the mentions of it.
    """

    def may(public: Public) -> bool:
        if register.withdrawn(name_of(public)):
            return False
        return not required or holding(public, register, digests) is not None

    sections = tuple(section for section in content.sections if may(section))
    folders = {section.slug for section in sections}
    codes = tuple(code for code in content.codes if may(code) and folder(code) in folders)
    models = tuple(model for model in content.models if may(model) and folder(model) in folders)
    topics = tuple(topic for topic in content.topics if may(topic) and folder(topic) in folders)
    topic_slugs, model_slugs = {topic.slug for topic in topics}, {model.slug for model in models}
    rules = {f"{code.slug}#{rule.id}" for code in codes for rule in code.rules}
    articles = tuple(
        replace(
            signed_off(article, register if required else None),
            topic=article.topic if article.topic in topic_slugs else None,
            model=article.model if article.model in model_slugs else None,
            rules=tuple(rule for rule in article.rules if rule in rules),
        )
        for article in content.articles
        if article.status is Status.READY
        and article.published_at <= now
        and article.section in folders
        and may(article)
    )
    pages = tuple(page for page in content.pages if may(page) and folder(page) in folders)
    return replace(
        content, sections=sections, articles=articles, codes=codes, models=models, topics=topics, pages=pages
    )


def folder(public: Code | Model | Topic | Page) -> str:
    """The section a text lies in."""
    return public.where.path.split("/")[-2]


def signed_off(article: Article, register: Register | None) -> Article:
    """An article with the name of who answers for it."""
    approval = register.approved(article.slug) if register else None
    if approval is None:
        return article
    return replace(article, approver=approval.by, approver_title=approval.title, approved_at=approval.at)


def held(content: Content, known: Mapping[str, Text], register: Register) -> tuple[Problem, ...]:
    """Every ready text that is not published for want of an approval, and every file at a withdrawn address."""
    found: list[Problem] = []
    current = digests(known)
    for public in everything(content):
        text = known[name_of(public)]
        if withdrawal := register.withdrawn(text.name):
            found.append(problem("withdrawn-address", text.where, name=text.name, on=day(withdrawal.at)))
        elif text.ready and holding(public, register, current) is None:
            found.append(why_held(text, register.approved(text.name)))
    return tuple(found)


def why_held(text: Text, approval: Approval | None) -> Problem:
    """Never approved, approved by its author, or changed since; there is no site without its home page."""
    if approval is None or text.name == HOME:
        home = "home-not-approved" if text.name == HOME else "not-approved"
        return problem(home, text.where, title=text.title, name=text.name)
    if approval.digest == text.digest:
        return problem("author-approves", text.where, by=approval.by, title=text.title)
    return problem(
        "changed-since-approval", text.where, title=text.title, name=text.name, by=approval.by, on=day(approval.at)
    )


def changes(kept: str, text: Text) -> str:
    """What changed since a kept form was approved, as a unified diff; empty when nothing did."""
    lines = difflib.unified_diff(kept.splitlines(), text.form.splitlines(), "đã duyệt", "hiện nay", lineterm="", n=1)
    return "\n".join(lines)
