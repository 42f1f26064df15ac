"""Whether a text is approved as it is, where it stands in its life, and what of content/ residents may see."""

from __future__ import annotations

import difflib
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.content.articles import Article, Status
from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day, nfc
from loaphuong.core.where import Where
from loaphuong.trust.approval.text import HOME, Text, list_public, name_of, place_of, wrote
from loaphuong.trust.approval.words import WORDS
from loaphuong.trust.registry import Approval, Unapproval, Withdrawal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import datetime

    from loaphuong.content.declaration import Written
    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.trust.approval.records import Record
    from loaphuong.trust.approval.standing import Standing
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
    EDITED = "đang sửa"
    WITHDRAWN = "đã gỡ"


def approve(text: Text, by: str, title: str, at: datetime) -> Approval:
    """The entry that says so; unsigned."""
    return Approval(text.name, text.digest, tidy(by), tidy(title), at)


def withdraw(text: Text, by: str, why: str, at: datetime) -> Withdrawal:
    """The entry that takes a text back for good."""
    return Withdrawal(text.name, tidy(by), at, tidy(why))


def unapprove(text: Text, by: str, why: str, at: datetime) -> Unapproval:
    """The entry that takes the approval of a text back."""
    return Unapproval(text.name, tidy(by), at, tidy(why))


def tidy(given: str) -> str:
    """What was typed at the command line, in one line of sound Unicode."""
    return " ".join(nfc(given.encode("utf-8", "replace").decode()).split())


def against(text: Text, register: Register, by: str, title: str) -> tuple[Problem, ...]:
    """What stands against `by` approving a text now."""
    found: list[Problem] = []
    if not tidy(by) or not tidy(title):
        found.append(problem("approver-unnamed", text.where))
    if withdrawal := register.find_withdrawal(text.name):
        found.append(problem("already-withdrawn", text.where, name=text.name, on=day(withdrawal.at)))
    if not text.ready:
        found.append(problem("draft-approved", text.where, title=text.title))
    if wrote(by, text.authors):
        found.append(problem("author-approves", text.where, by=tidy(by), title=text.title))
    return tuple(found)


def state(
    name: str, public: Public | None, standing: Standing, register: Register, now: datetime, aired: Collection[str]
) -> State:
    """Where a text stands; `public` is what its file says today, `aired` are the slugs that the broadcast log has."""
    article = public if isinstance(public, Article) else None
    if register.find_withdrawal(name):
        return State.WITHDRAWN
    if name in standing.digests and name in standing.edited:
        return State.EDITED
    if article and article.status is Status.DRAFT:
        return State.DRAFT
    if name not in standing.digests:
        return State.WAITING
    if article and article.published_at > now:
        return State.APPROVED
    if article and article.corrections:
        return State.CORRECTED
    return State.AIRED if article and article.slug in aired else State.PUBLISHED


def select_publishable(standing: Standing, register: Register, now: datetime) -> Content:
    """What residents may see at `now` of what stands, and nothing else: due, and not withdrawn.

    A text leaves with all that hangs on it: a section takes its texts along, a model, topic or code the mentions of it.
    """

    def may(public: Public) -> bool:
        return not register.find_withdrawal(name_of(public))

    content = standing.content
    sections = tuple(section for section in content.sections if may(section))
    folders = {section.slug for section in sections}
    codes = tuple(code for code in content.codes if may(code) and folder(code) in folders)
    models = tuple(model for model in content.models if may(model) and folder(model) in folders)
    topics = tuple(topic for topic in content.topics if may(topic) and folder(topic) in folders)
    topic_slugs, model_slugs = {topic.slug for topic in topics}, {model.slug for model in models}
    rules = {f"{code.slug}#{rule.id}" for code in codes for rule in code.rules}
    articles = tuple(
        replace(
            sign_off(article, register if standing.signed else None),
            topic=article.topic if article.topic in topic_slugs else None,
            model=article.model if article.model in model_slugs else None,
            rules=tuple(rule for rule in article.rules if rule in rules),
        )
        for article in content.articles
        if (standing.signed or article.status is Status.READY)
        and article.published_at <= now
        and article.section in folders
        and may(article)
    )
    pages = tuple(page for page in content.pages if may(page) and folder(page) in folders)
    events = tuple(event for event in content.events if may(event) and folder(event) in folders)
    return replace(
        content,
        sections=sections,
        articles=articles,
        codes=codes,
        models=models,
        topics=topics,
        pages=pages,
        events=events,
    )


def folder(public: Written) -> str:
    """The section a text lies in."""
    return public.where.path.split("/")[-2]


def sign_off(article: Article, register: Register | None) -> Article:
    """An article with the name of who answers for it."""
    approval = register.find_approval(article.slug) if register else None
    if approval is None:
        return article
    return replace(article, approver=approval.by, approver_title=approval.title, approved_at=approval.at)


def list_waiting(texts: Mapping[str, Text], standing: Standing, register: Register) -> tuple[Text, ...]:
    """Every text that is ready and does not stand as it is written."""
    return tuple(
        text
        for name, text in texts.items()
        if text.ready
        and not register.find_withdrawal(name)
        and (name not in standing.digests or name in standing.edited)
    )


def list_held(texts: Mapping[str, Text], standing: Standing, register: Register) -> tuple[Problem, ...]:
    """What of a content is not published as it is written, each with why; and what is published without its file."""
    found = [
        problem("withdrawn-address", text.where, name=name, on=day(withdrawal.at))
        for name, text in texts.items()
        if (withdrawal := register.find_withdrawal(name))
    ]
    found += [
        why_held(text, standing, register.find_approval(text.name)) for text in list_waiting(texts, standing, register)
    ]
    for public in list_public(standing.content):
        name = name_of(public)
        approval = register.find_approval(name)
        if name in standing.digests and name not in texts and approval:
            told = {"title": public.title, "name": name, "on": day(approval.at), "by": approval.by}
            id_ = "file-gone" if name in standing.gone else "changed-since-approval"
            found.append(problem(id_, place_of(public), **told))
    if HOME not in standing.digests and HOME not in texts:
        found.append(problem("home-not-approved", Where(Project.home), title=HOME, name=HOME))
    return tuple(found)


def why_held(text: Text, standing: Standing, approval: Approval | None) -> Problem:
    """Changed since, never approved, approved by its author, at odds over a picture, or what was approved is lost."""
    name, title = text.name, text.title
    if approval and name in standing.digests:
        return problem(
            "changed-since-approval", text.where, title=title, name=name, by=approval.by, on=day(approval.at)
        )
    if name == HOME:  # there is no site without its home page
        return problem("home-not-approved", text.where, title=title, name=name)
    if name == WORDS:
        return problem("words-not-approved", text.where, name=name)
    if approval is None:
        return problem("not-approved", text.where, title=title, name=name)
    if wrote(approval.by, text.authors):
        return problem("author-approves", text.where, by=approval.by, title=title)
    if path := standing.clashes.get(name):
        return problem("picture-clash", text.where, title=title, name=name, path=path)
    return problem("approved-lost", text.where, title=title, name=name, on=day(approval.at))


def changes(record: Record, text: Text) -> str:
    """What changed since a record was approved, as a unified diff; empty when nothing did."""
    before = [*describe_pictures(record.pictures.items()), *record.source.splitlines()]
    after = [*describe_pictures(text.pictures), *text.source.splitlines()]
    return "\n".join(difflib.unified_diff(before, after, "đã duyệt", "hiện nay", lineterm="", n=1))


def describe_pictures(pictures: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Pictures as a diff shows them."""
    yield from (f"{path} {sha256[:12]}" for path, sha256 in sorted(pictures))
