"""The ward as it stands: station, content, lexicon, register and what was aired, read once, all problems together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from loaphuong import station
from loaphuong.content import consent
from loaphuong.content.articles import Status
from loaphuong.content.load import load as load_content
from loaphuong.core import dates
from loaphuong.core.digest import of_file
from loaphuong.core.problems import Stopped, problem, stop
from loaphuong.core.project import Project, product
from loaphuong.core.where import Where
from loaphuong.radio import calendar, holds, log, orders, shows, studio
from loaphuong.radio.ward import Ward
from loaphuong.speech import script
from loaphuong.speech.lexicon_file import entries
from loaphuong.speech.nouns import Line
from loaphuong.speech.readings import Readings
from loaphuong.speech.spoken import Reader, lexicon
from loaphuong.station.nouns import Trust
from loaphuong.station.validity import list_ended
from loaphuong.station.words import SIGNED
from loaphuong.trust import approval, registry, settled, signing
from loaphuong.trust.approval import records, words
from loaphuong.trust.registry import Approval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.radio.episode import Episode
    from loaphuong.speech.nouns import LexiconEntry
    from loaphuong.station.nouns import Dialect, Station
    from loaphuong.trust.approval import Standing, Text
    from loaphuong.trust.approval.records import Record
    from loaphuong.trust.registry import Register

WATCHED = timedelta(weeks=8)
NAMED = "undeclared-name"


@lru_cache(maxsize=2)
def open_readings(own: tuple[LexiconEntry, ...], dialect: Dialect) -> Readings:
    """All that was read with these entries in this dialect: while a page is served, only what changed is read again."""
    return Readings(Reader(lexicon.Lexicon(own), dialect))


def load(root: Path, now: datetime, *, as_written: bool = False) -> Ward:
    """Read everything; Stopped only where there is no station, no content or no register to speak of.

    The station says the words that are approved; `as_written` those that stand in its files.
    """
    known, station_problems = station.load(root)
    content, content_problems = load_content(root, known.zone if known else dates.USUAL_ZONE)
    own, lexicon_problems = entries(root)
    if known is None:
        raise Stopped((*station_problems, *content_problems, *lexicon_problems))
    register, register_problems = registry.read(root, known.zone)
    unsigned: tuple[Problem, ...] = ()
    register, found, signed = signed_only(root, known, register)
    # Whoever wants signatures wants approvals.
    trust = Trust(known.trust.require_approval or signed, signed)
    if signed:
        register_problems = (*register_problems, *(each for each in found if not each.warning))
        unsigned = tuple(each for each in found if each.warning)
        if any(found.id == "ledger-rolled-back" for found in register_problems):
            register_problems = (*register_problems, problem("register-rolled-back", Where(Project.approvals)))
    texts = approval.texts(content, approval.sha256_in(root))
    required = trust.require_approval
    standing = (
        approval.find_standing(root, content, texts, register, known.zone)
        if required
        else approval.take_as_written(content, texts)
    )
    readings = open_readings(own, known.dialect)
    mistakes = (*content_problems, *consent.check(content), *unreadable(known, content, readings), *lexicon_problems)
    if required:
        texts[words.WORDS] = written = written_words(root, own)
        if approved := words.find_approved_words(root, register, written):
            standing = with_words(standing, register.approvals[words.WORDS].digest, written)
            station_problems = (*station_problems, *words.find_changed_sounds(approved, written.pictures))
            if approved.source.rstrip() != written.source.rstrip() and not as_written:
                known, station_problems, readings = use_approved_words(root, approved, known, station_problems)
    known = replace(known, trust=trust)
    # Whoever did not consent is not told of, whoever approved it; where nobody approves, no broken text gets out.
    broken = consent.check(standing.content) if required else mistakes
    public = approval.select_publishable(without(standing, broken), register, now)
    aside, settled_problems = settled.read(root)
    frozen, order_problems = orders.read(root, known.zone)
    aired, log_problems = log.read(root, known.zone)
    decided, hold_problems = holds.read(root, known.zone)
    decisions = holds.resolve(decided)
    known = decisions.open_slots(known)
    return Ward(
        root=root,
        now=now,
        station=known,
        content=content,
        public=public,
        register=register,
        texts=texts,
        standing=standing,
        readings=readings,
        orders=frozen,
        aired=aired,
        decisions=decisions,
        faults=(
            *station_problems,
            *list_ended(known, now.date()),
            *(() if required else lexicon_problems),
            *register_problems,
            *log_problems,
            *hold_problems,
            *shows.check(known),
            *calendar.check(known, now.date(), now.date() + WATCHED),
        ),
        mistakes=(*aside.drop(drop_answered(mistakes, texts, standing)), *settled_problems),
        settled=aside,
        unread=order_problems,
        hushed=tuple(each for each in mistakes if aside.of(each)),
        unapproved=(*unsigned, *(approval.list_held(texts, standing, register) if required else ())),
    )


def load_station(root: Path) -> Station:
    """The station with every slot it has, those among them that were opened for a notice; Stopped if it is broken."""
    known = station.require(root)
    return holds.resolve(holds.read(root, known.zone)[0]).open_slots(known)


def drop_answered(mistakes: Iterable[Problem], texts: Mapping[str, Text], standing: Standing) -> Iterator[Problem]:
    """What is wrong with texts, without the names that whoever approved the text as it is has answered for."""
    answered = {
        text.where.path for name, text in texts.items() if name in standing.digests and name not in standing.edited
    }
    asked = standing.signed
    yield from (each for each in mistakes if not (asked and each.id == NAMED and each.where.path in answered))


def signed_only(root: Path, known: Station, register: Register) -> tuple[Register, tuple[Problem, ...], bool]:
    """What of a register holds, what is wrong with its signatures, and whether they are asked for.

    They are where station.toml or the owner's key says so, and where the last rightly signed words of the station did:
    what is written or approved without a signature cannot end it. Where no signed words can be read, they are too.
    """
    asked = signing.must_sign(root, asked=known.trust.require_signature)
    lines = [each for each in register.entries if isinstance(each, Approval) and each.name == words.WORDS]
    lines = [each for each in lines if each.signature]
    if not asked and not lines:
        return register, (), False
    checked, found = signing.keep_trusted(register, root)
    if asked:
        return checked, found, True
    last = checked.approvals.get(words.WORDS)
    kept = [records.read(root, each.digest) for each in ([last] if last else lines)]
    if all(record and SIGNED not in words.phrases_of(record) for record in kept):
        return register, (), False
    return checked, (*found, problem("signatures-turned-off", known.at(SIGNED))), True


def written_words(root: Path, own: Iterable[LexiconEntry]) -> Text:
    """The station's words as they are written today."""
    readings = ((entry.written, entry.spoken, entry.condition) for entry in own)
    return words.words_text(station.written_words(root), readings, station_sounds(root))


def with_words(standing: Standing, digest: str, written: Text) -> Standing:
    """What stands, the station's words of this digest among it."""
    edited = {words.WORDS} if written.digest != digest else set()
    return replace(
        standing, digests={**standing.digests, words.WORDS: digest}, edited=frozenset(standing.edited | edited)
    )


def use_approved_words(
    root: Path, approved: Record, written: Station, problems: tuple[Problem, ...]
) -> tuple[Station, tuple[Problem, ...], Readings]:
    """The station and its readings with the words that were approved; its settings are those of today."""
    known, found = station.load(root, words.phrases_of(approved))
    if known is None:  # it has a show, a voice or a phrase that nobody has approved, and cannot be without
        known, found = written, (problem("words-not-approved", Where(Project.station), name=words.WORDS),)
    own, _ = lexicon.parse(words.readings_of(approved), Project.lexicon)
    return known, (*problems, *found), open_readings(own.entries, known.dialect)


def station_sounds(root: Path) -> tuple[tuple[str, str], ...]:
    """What the station is heard and seen by, each file of its own with its SHA-256.

    Jingles, recordings, cover and crest, and what it has of the theme and of the site's settings in place of the
    product's, whose words come with the product.
    """
    project = Project(root)
    found = [path for folder in (project.jingles, project.recordings) for path in sorted(folder.rglob("*"))]
    found += [project.cover, project.crest]
    if root.resolve() != product().resolve():
        found += [*sorted(project.overrides.rglob("*")), project.config]
    kept = (path for path in found if path.is_file() and not same_as_product(project, path))
    return tuple((project.name(path), of_file(path)) for path in kept)


def same_as_product(project: Project, path: Path) -> bool:
    """Whether a file of the theme or the settings is the product's, byte for byte."""
    name = project.name(path)
    given = product() / name
    themed = name == Project.config or name.startswith(f"{Project.overrides}/")
    return themed and given.is_file() and given.read_bytes() == path.read_bytes()


def without(standing: Standing, problems: Iterable[Problem]) -> Standing:
    """What stands, without the articles that something is wrong with."""
    wrong = {found.where.path for found in problems if not found.warning}
    articles = tuple(each for each in standing.content.articles if each.where.path not in wrong)
    return replace(standing, content=replace(standing.content, articles=articles))


def unreadable(known: Station, content: Content, readings: Readings) -> tuple[Problem, ...]:
    """What a voice could not read of the ready articles, the rules and the station's own words."""
    return readings.read_all(list_voice_lines(known, content))[1]


def list_voice_lines(known: Station, content: Content) -> Iterator[Line]:
    """Every line that a voice may have to say of them."""
    yield Line(known.ward.station_name, known.at("phuong.station_name"))
    for article in content.articles:
        if article.status is Status.READY:
            yield from list_article_lines(known, article)
    for event in content.events:
        if event.reminded:
            yield script.event_line(event, event.starts, known.pauses)
    for code in content.codes:
        if code.reminders:
            yield from script.rule_lines(code.rules, known.pauses)


def list_article_lines(known: Station, article: Article) -> tuple[Line, ...]:
    """Every line of an article that a voice may have to say: its script, its lời dẫn, its corrections."""
    lines = list(script.article(article, known.pauses).lines)
    if article.lead_in:
        lines.append(Line(article.lead_in, article.at("lead_in")))
    lines += [Line(f"{each.wrong} {each.right}", each.where) for each in article.corrections]
    return tuple(lines)


def load_packages(ward: Ward) -> dict[str, Episode]:
    """The package of each running order that has one, by the slot's name."""
    return studio.load_all(Project(ward.root).packages, (order.slot.name for order in ward.orders))


def load_ready(root: Path, now: datetime) -> Ward:
    """The ward, if nothing stands in the way of publishing it; Stopped with all that does."""
    ward = load(root, now)
    if found := why_not(ward):
        raise Stopped(found)
    return ward


def why_not(ward: Ward) -> tuple[Problem, ...]:
    """What stands in the way of publishing a ward; nothing where nothing does."""
    if ward.errors or ward.public.articles:
        return ward.errors
    return (*ward.problems, *stop("no-content", Where(Project.content)).problems)
