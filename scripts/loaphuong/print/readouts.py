"""Bản đọc and kịch bản: what a person reads out, with where to breathe and the time beside each sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from loaphuong.content.articles import Article
from loaphuong.core.messages import N_, translate
from loaphuong.core.vietnamese import day, minutes, weekday
from loaphuong.print import papers
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import Ink, Sheet
from loaphuong.print.words import describe, list_printable
from loaphuong.radio.planner import estimate
from loaphuong.speech import script
from loaphuong.speech.nouns import Role
from loaphuong.speech.readings import utterances
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from loaphuong.content.nouns import Code, Rule
    from loaphuong.core.where import Where
    from loaphuong.print.nouns import Copy
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.newsroom import Newsroom
    from loaphuong.radio.programme import Programme
    from loaphuong.speech.nouns import Line, Utterance
    from loaphuong.speech.readings import Readings

# A reader takes breath at a comma once so many words were said since the last breath.
BREATH_WORDS = 9
PAUSE_IN_TEXT = re.compile(r"(?<=[,;:–])\s+")
HEADINGS = frozenset({Role.TITLE, Role.HEADING})
LETTERS = 15.0  # points: read at arm's length, standing


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something is read out: its key, its name, how long it may last in seconds."""

    key: str
    label: str
    shortest: int
    longest: int

    @classmethod
    def of_minutes(cls, minutes: int) -> Occasion:
        """Of a length that was asked for, at least four fifths of it."""
        return cls(f"doc-{minutes}-phut", N_("To be read out"), minutes * 48, minutes * 60)


OCCASIONS = (
    Occasion("duoi-co", N_("For the flag ceremony"), 120, 180),
    Occasion("hop-to", N_("For the meeting of the residents' group"), 240, 300),
)


def with_breaths(sentence: str) -> str:
    """The sentence with `|` where a reader takes breath: at commas, not closer than nine words."""
    parts = PAUSE_IN_TEXT.split(sentence)
    made, since = parts[0], len(parts[0].split())
    for part in parts[1:]:
        breathes = since >= BREATH_WORDS
        made += f" | {part}" if breathes else f" {part}"
        since = len(part.split()) + (0 if breathes else since)
    return made


def make_readouts(copy: Copy, readings: Readings) -> Iterator[Sheet]:
    """A sheet for each article that may be printed, and one for each occasion."""
    for article in list_printable(copy):
        lines = script.article(article, copy.station.pauses).lines
        yield readout(copy, readings, f"ban-doc/{article.slug}", article.title, article, [("", lines)])
    for occasion in OCCASIONS:
        if sheet := make_readout(copy, readings, occasion):
            yield sheet


def make_readout(copy: Copy, readings: Readings, occasion: Occasion) -> Sheet | None:
    """The sheet for an occasion; None where nothing approved fills its time."""
    chosen = choose(copy, readings, occasion)
    if not chosen:
        return None
    title = translate(copy.station.ward.language, occasion.label)
    texts = tuple(dict.fromkeys(name_of(source) for _, _, source in chosen))
    items = [(heading, lines) for heading, lines, _ in chosen]
    return readout(copy, readings, f"ban-doc/{occasion.key}", title, chosen[0][2], items, texts)


def choose(copy: Copy, readings: Readings, occasion: Occasion) -> list[tuple[str, tuple[Line, ...], Article | Code]]:
    """The newest article that leaves room for a few rules, and rules until the time is full; empty without material."""
    chosen: list[tuple[str, tuple[Line, ...], Article | Code]] = []
    pauses = copy.station.pauses

    def lasts(lines: Iterable[Line]) -> float:
        return seconds_of(readings, tuple(lines), copy)

    room = float(occasion.longest)
    for article in list_printable(copy):
        lines = script.article(article, pauses).lines
        needed = lasts(lines)
        if needed <= room - (0 if chosen else 15):
            chosen.append((article.title, lines, article))
            room -= needed
        if room < occasion.longest - occasion.shortest:
            break
    for code in copy.content.codes:
        rules = tuple(fill(code.rules, room, lambda some: lasts(script.rule_lines(some, pauses))))
        if code.reminders and len(rules) > 1:
            chosen.append((code.title, script.rule_lines(rules, pauses), code))
            break
    total = sum(lasts(lines) for _, lines, _ in chosen)
    return chosen if occasion.shortest <= total <= occasion.longest else []


def fill(rules: Sequence[Rule], room: float, lasts: Callable[[tuple[Rule, ...]], float]) -> tuple[Rule, ...]:
    """As many of the first rules as there is time for."""
    count = 0
    while count < len(rules) and lasts(tuple(rules[: count + 1])) <= room:
        count += 1
    return tuple(rules[:count])


def read_aloud(readings: Readings, lines: tuple[Line, ...], copy: Copy) -> tuple[Utterance, ...]:
    """The sentences of lines, in one voice; what cannot be read is left out, `loa check` tells of it."""
    reads, _ = readings.read_all(lines)
    return utterances([reads], copy.station.main.announcers[:1], copy.station.pauses.sentence_ms)


def seconds_of(readings: Readings, lines: tuple[Line, ...], copy: Copy) -> float:
    """How long they take to read out."""
    return estimate.seconds(read_aloud(readings, lines, copy), estimate.paces(copy.station.voices))


def readout(
    copy: Copy,
    readings: Readings,
    name: str,
    title: str,
    source: Article | Code,
    items: Sequence[tuple[str, tuple[Line, ...]]],
    texts: tuple[str, ...] = (),
) -> Sheet:
    """Items as one sheet to read from."""
    paces = estimate.paces(copy.station.voices)
    said = [read_aloud(readings, lines, copy) for _, lines in items]
    made_up = isinstance(source, Article) and source.illustrative and len(items) == 1
    return sheet_of(
        copy,
        name,
        title,
        translate(copy.station.ward.language, N_("illustrative story")).capitalize() if made_up else "",
        source.where,
        texts or (name_of(source),),
        [
            (heading, [(one, estimate.seconds([one], paces)) for one in some])
            for (heading, _), some in zip(items, said, strict=True)
        ],
    )


def make_script(copy: Copy, newsroom: Newsroom, order: Programme, recorded: Episode | None) -> Sheet:
    """Kịch bản: the exact words of a running order, with who speaks each item; timed by its recording, if any."""
    labels = {voice.name: voice.label for voice in copy.station.voices}
    spoken = newsroom.read(order)
    lasts = iter(seconds_recorded(recorded, spoken) or [estimate.seconds([one], newsroom.paces) for one in spoken])
    items = []
    for item, group in groupby(spoken, key=lambda one: one.item):
        said = [(one, next(lasts)) for one in group]
        speakers = dict.fromkeys(labels.get(one.voice, one.voice) for one, _ in said)
        items.append((f"{order.items[item].title} · {', '.join(speakers)}", said))
    show = copy.station.show(order.slot.show)
    when = f"{order.slot.starts_at:%H:%M}, {weekday(order.slot.starts_at).lower()}, {day(order.slot.starts_at)}"
    refs = (name for item in order.items for ref in item.refs if (name := ref.partition("#")[0]) in copy.digests)
    return sheet_of(
        copy, f"kich-ban/{order.slot.name}", show.name, when, copy.station.where, tuple(dict.fromkeys(refs)), items
    )


def seconds_recorded(recorded: Episode | None, spoken: Sequence[Utterance]) -> list[float]:
    """How long each sentence and its silence last in a recording of these very words; nothing where it is of others."""
    if recorded is None or [cue.spoken for cue in recorded.cues] != [one.spoken.words for one in spoken]:
        return []
    sound = recorded.files[0][1].seconds if recorded.files else recorded.cues[-1].end_ms / 1000
    # The tune before the first word is counted with it, so that the sheet ends when the sound does.
    starts = [0.0, *(cue.start_ms / 1000 for cue in recorded.cues[1:]), sound]
    return [after - before for before, after in pairwise(starts)]


def paragraphs(said: Sequence[tuple[Utterance, float]], pause_ms: int) -> Iterator[tuple[float, str, Role]]:
    """What is said in one go, how long it takes and what it is: a paragraph ends with its silence."""
    text, lasts = "", 0.0
    for at, (one, seconds) in enumerate(said):
        text, lasts = f"{text} {with_breaths(one.written)}".strip(), lasts + seconds
        after = said[at + 1][0].role if at + 1 < len(said) else None
        if one.pause_ms >= pause_ms or (after != one.role and HEADINGS & {after, one.role}):
            yield lasts, text, one.role
            text, lasts = "", 0.0
    if text:
        yield lasts, text, said[-1][0].role


def sheet_of(
    copy: Copy,
    name: str,
    title: str,
    when: str,
    where: Where,
    texts: tuple[str, ...],
    items: Sequence[tuple[str, Sequence[tuple[Utterance, float]]]],
) -> Sheet:
    """What is said as a sheet in large type; the time beside a paragraph is when it would begin."""
    mark = mark_of(copy, name.rpartition("/")[2], texts)
    rows: list[dict[str, Any]] = []
    clock = 0.0
    for heading, said in items:
        shown: list[dict[str, Any]] = []
        for seconds, text, role in paragraphs(said, copy.station.pauses.paragraph_ms):
            # A title is read where it stands in large letters above.
            if not (role is Role.TITLE and not shown and text.rstrip(".") == (heading or title).rstrip(".")):
                shown.append({"at": minutes(clock), "text": text, "heading": role in HEADINGS})
            clock += seconds
        rows.append({"title": heading, "said": shown})
    total = translate(copy.station.ward.language, N_("About {minutes} minutes"), minutes=minutes(clock))
    data = {
        **describe(copy, mark, papers.A4, Ink.COLOR),
        "title": title,
        "subtitle": f"{when} · {total}" if when else total,
        "letters": LETTERS,
        "items": rows,
        "ending": total,
    }
    return Sheet(
        name=name,
        product=name.partition("/")[0],
        title=title,
        template="readout.typ",
        paper=papers.A4,
        mark=mark,
        texts=texts,
        where=where,
        data=data,
        lines=tuple((one.written, one.where) for _, said in items for one, _ in said),
    )
