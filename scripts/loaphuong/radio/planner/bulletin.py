"""The parts of one bulletin: what is said made into items, and the fixed words put around them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.core.digest import digest
from loaphuong.radio.planner import reasons
from loaphuong.radio.programme import Item, Programme
from loaphuong.station.show import ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.radio.planner.material import Material, Said
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Slot

TITLES = {
    ItemKind.IDENT: "Lời xướng",
    ItemKind.CONTENTS: "Giới thiệu nội dung",
    ItemKind.EVENTS: "Lịch việc sắp tới",
    ItemKind.RECAP: "Điểm lại",
    ItemKind.SIGN_OFF: "Lời chào kết",
}
PREFIXES = {ItemKind.CORRECTION: "Cải chính: ", ItemKind.RULES: "Nhắc nhau cùng thực hiện: "}


# Items that are a list of short things, each said by itself.
LISTS = frozenset({ItemKind.RULES, ItemKind.EVENTS})


def item_of(kind: ItemKind, said: Said, part: int, parts: int, why: str) -> Item:
    """Something said as an item of a running order; seconds to a tenth, so that they survive being written down."""
    return Item(kind, said.title, (said.ref,), part, parts, round(said.seconds, 1), said.digest, why)


class Assembly:
    """What items are made of: articles by slug, rules by `code#rule`, and the seconds of the words around them."""

    def __init__(self, material: Material) -> None:
        self.show = material.show
        self.fixed = material.fixed
        self.candidates = {candidate.article.slug: candidate for candidate in material.candidates}
        self.corrected = [
            self.candidates[slug] for slug in sorted(self.candidates) if self.candidates[slug].corrections
        ]
        kept = sorted(
            (rule_set for rule_set in material.rule_sets if rule_set.rules), key=lambda rule_set: rule_set.code.slug
        )
        self.rule_sets = kept
        self.rule_set_of = {said.ref: rule_set for rule_set in kept for said in rule_set.rules}
        self.rules = {said.ref: said for rule_set in kept for said in rule_set.rules}
        self.coming = material.agenda
        self.events = {each.said.ref: each.said for each in material.agenda.events}
        self.places = {ref: index for index, ref in enumerate(self.rules)}

    def mention(self, item: Item) -> float:
        """Seconds of an article's title; 0 for other items."""
        candidate = self.candidates.get(item.refs[0]) if item.kind in ARTICLE_KINDS else None
        if candidate is None or item.part > len(candidate.parts):
            return 0.0
        return candidate.parts[item.part - 1].mention_seconds

    def cost(self, item: Item) -> float:
        """An item's seconds with the mentions of its title."""
        return item.seconds + self.show.namings * self.mention(item)

    def programme(
        self, slot: Slot, carried: tuple[Item, ...], rules: Item | None, repeat: Programme | None = None
    ) -> Programme:
        """The items in the order of the show's segments, with the fixed words around them."""
        mentions = sum(self.mention(item) for item in carried)
        spoken = {
            ItemKind.IDENT: self.fixed.ident_seconds + (self.fixed.repeat_seconds if repeat else 0.0),
            ItemKind.CONTENTS: self.fixed.contents_seconds + mentions,
            ItemKind.RECAP: self.fixed.recap_seconds + mentions,
            ItemKind.SIGN_OFF: self.fixed.sign_off_seconds,
        }
        items: list[Item] = []
        for kind in self.show.segments:
            if kind in spoken:
                items.append(Item(kind, TITLES[kind], seconds=round(spoken[kind], 1)))
            elif kind is not ItemKind.RULES:
                items += (item for item in carried if item.kind is kind)
            elif rules:
                items.append(rules)
        return Programme(slot, tuple(items), repeat.slot.name if repeat else None)

    def corrections(self, slot: Slot, memory: Memory) -> Iterator[Item]:
        """The corrections that are due: of what was heard, and not read yet; `part` numbers them in the article."""
        today = slot.starts_at.date()
        for candidate in self.corrected if ItemKind.CORRECTION in self.show.segments else ():
            pairs = zip(candidate.corrections, candidate.article.corrections, strict=False)
            for number, (said, correction) in enumerate(pairs, 1):
                if memory.correction_due(candidate.article.slug, number, correction.on, today):
                    named = replace(said, title=f"{PREFIXES[ItemKind.CORRECTION]}{said.title}")
                    yield item_of(ItemKind.CORRECTION, named, number, len(candidate.corrections), reasons.CORRECTION)

    def agenda(self, slot: Slot, count: int) -> Item | None:
        """The next `count` events that begin within days after a slot; None where there is none."""
        planning = self.show.planning
        if ItemKind.EVENTS not in self.show.segments:
            return None
        last = slot.starts_at + timedelta(days=planning.agenda_days)
        coming = [each.said for each in self.coming.events if slot.starts_at < each.starts <= last][:count]
        if not coming:
            return None
        return Item(
            kind=ItemKind.EVENTS,
            title=TITLES[ItemKind.EVENTS],
            refs=tuple(said.ref for said in coming),
            seconds=round(self.coming.lead_seconds + sum(said.seconds for said in coming), 1),
            digest=digest(*(said.digest for said in coming)),
            why=reasons.agenda(len(coming), planning.agenda_days),
        )

    def reminder(self, count: int, memory: Memory) -> Item | None:
        """`count` rules of one code, those read the fewest times and the longest ago; None for no rules.

        The code is the one with a rule that was read least, and of those the one whose other rules were: what was just
        said is not said again while another code waits.
        """
        if not self.rules or not count or ItemKind.RULES not in self.show.segments:
            return None

        def wait_of(ref: str) -> tuple[int, float, int]:
            read = memory.rules.get(ref)
            return (len(read), read[-1].timestamp(), self.places[ref]) if read else (0, 0.0, self.places[ref])

        def times_read(refs: list[str]) -> list[int]:
            return [wait_of(ref)[0] for ref in reversed(refs)]

        turns = [sorted((said.ref for said in each.rules), key=wait_of)[:count] for each in self.rule_sets]
        chosen = min(turns, key=lambda refs: (wait_of(refs[0])[0], times_read(refs), wait_of(refs[0])))
        rule_set = self.rule_set_of[chosen[0]]
        read = memory.rules.get(chosen[0])
        said = [self.rules[ref] for ref in sorted(chosen, key=self.places.__getitem__)]
        return Item(
            kind=ItemKind.RULES,
            title=f"{PREFIXES[ItemKind.RULES]}{rule_set.code.title}",
            refs=tuple(each.ref for each in said),
            seconds=round(rule_set.lead_seconds + sum(each.seconds for each in said), 1),
            digest=digest(*(each.digest for each in said)),
            why=reasons.reminder(rule_set.code.title, len(said), read[-1] if read else None),
        )

    def digest_of(self, item: Item) -> str | None:
        """The digest of what an item would say today; None when the article, the part or a rule is gone."""
        if item.kind in LISTS:
            said = self.find_said(item)
            return digest(*(each.digest for each in said)) if len(said) == len(item.refs) else None
        candidate = self.candidates.get(item.refs[0]) if item.refs else None
        if candidate is None:
            return None
        known = candidate.corrections if item.kind is ItemKind.CORRECTION else candidate.parts
        return known[item.part - 1].digest if len(known) == item.parts else None

    def find_said(self, item: Item) -> list[Said]:
        """What of its rules or events can be said today."""
        known = self.events if item.kind is ItemKind.EVENTS else self.rules
        return [known[ref] for ref in item.refs if ref in known]

    def seconds_of(self, item: Item) -> float:
        """How long an item takes in the words of today; as before where it says nothing any more."""
        if item.kind in LISTS:
            said = self.find_said(item)
            lead = self.coming.lead_seconds if item.kind is ItemKind.EVENTS else 0.0
            if item.kind is ItemKind.RULES and said:
                lead = self.rule_set_of[said[0].ref].lead_seconds
            return round(lead + sum(each.seconds for each in said), 1)
        if self.digest_of(item) is None:
            return item.seconds
        candidate = self.candidates[item.refs[0]]
        known = candidate.corrections if item.kind is ItemKind.CORRECTION else candidate.parts
        return round(known[item.part - 1].seconds, 1)

    def title_of(self, item: Item) -> str:
        """What an article is called today."""
        return self.candidates[item.refs[0]].article.title
