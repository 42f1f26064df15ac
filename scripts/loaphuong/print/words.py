"""The few words of our own on a sheet, and what every template is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from loaphuong.content import consent
from loaphuong.content.articles import Channel
from loaphuong.core.messages import N_, translate
from loaphuong.core.vietnamese import day
from loaphuong.print.marks import address_of, draw_qr
from loaphuong.print.nouns import Ink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Code, Rule
    from loaphuong.print.nouns import Copy, Paper, SheetMark

COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
LONG_COLOUR = 6
WORDS = {
    "do": N_("Do"),
    "dont": N_("Do not"),
    "mark": N_("Mark"),
    "scan": N_("Scan to see whether this sheet is still in force"),
    "seal": N_("Head of the unit"),
    "signed": N_("(Signature, full name and seal)"),
    "crest": N_("The ward's crest"),
    "qr": N_("QR code of the page that answers for this sheet"),
    "about": N_("About this leaflet"),
    "version": N_("Version"),
    "replaces": N_("replaces version"),
    "contents": N_("Contents"),
    "index": N_("By place"),
    "sheet": N_("Sheet"),
}


def describe(copy: Copy, mark: SheetMark, paper: Paper, ink: Ink) -> dict[str, Any]:
    """What every template is told: who publishes, the mark and its QR code, the panel, the ink, the words."""
    ward = copy.station.ward
    dated = mark.approved_at or copy.now
    return {
        "publisher": ward.name,
        "authority": ward.authority,
        "contact": f"{ward.phone} · {ward.email}",
        "mark": mark.text,
        "version": str(mark.version),
        "replaces": str(mark.version - 1) if mark.version > 1 else "",
        "dated": day(dated),
        "qr": draw_qr(address_of(copy, mark)),
        "crest": to_grey(copy.crest) if ink is Ink.BLACK else copy.crest,
        "width_mm": paper.width_mm,
        "height_mm": paper.height_mm,
        "bleed_mm": paper.bleed_mm,
        "ink": ink.value,
        "seal": False,
        "words": {key: translate(ward.language, text) for key, text in WORDS.items()},
    }


def to_grey(drawing: str) -> str:
    """A drawing (SVG) with its colours as greys of the same lightness."""

    def grey(found: re.Match[str]) -> str:
        whole = found[1] if len(found[1]) == LONG_COLOUR else "".join(2 * digit for digit in found[1])
        red, green, blue = (int(whole[at : at + 2], 16) for at in (0, 2, 4))
        light = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
        return f"#{light:02x}{light:02x}{light:02x}"

    return COLOUR.sub(grey, drawing)


def rule_data(rule: Rule) -> dict[str, str]:
    """A rule as a sheet shows it."""
    return {"text": rule.text, "stance": rule.stance.value}


def group_rules(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Rules by their places, in order."""
    groups: dict[str, list[dict[str, str]]] = {}
    for rule in rules:
        groups.setdefault(rule.place, []).append(rule_data(rule))
    return [{"place": place, "numbered": False, "rules": some} for place, some in groups.items()]


def list_printable(copy: Copy) -> Iterator[Article]:
    """The articles whose people agreed to be told of on paper."""
    return (article for article in copy.content.articles if consent.allows(article, Channel.PRINT))


def places_of(code: Code) -> tuple[str, ...]:
    """The places of a code, in order."""
    return tuple(dict.fromkeys(rule.place for rule in code.rules))


def document_of(code: Code) -> str:
    """The document that a code stands in, in one line."""
    issued = f"{code.number}" if code.number else ""
    parts = [issued, day(code.issued_on) if code.issued_on else "", code.issuer or ""]
    return " · ".join(part for part in parts if part)
