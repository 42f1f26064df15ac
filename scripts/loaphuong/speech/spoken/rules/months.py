"""Months, quarters and numbers with a year: tháng 4/2020, tháng 6-7/2026, quý 2/2023, nghị định 30/2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Kind, rule
from loaphuong.speech.spoken.rules import codes, fractions

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

LINKS = r"\s*(?:,|và|-|–|—|đến|hoặc|hay)\s*"
MONTH = Lazy(r"(?<!\w)tháng\s+$")
MONTHS = Lazy(rf"(?<!\w)tháng\s+(?:\d{{1,2}}(?:\s?/\s?\d{{4}})?{LINKS})+$")
AFTER_DASH = Lazy(r"(?:-|–|—|đến)\s*$")
QUARTER_JUST = Lazy(r"(?<!\w)quý\s+$")
QUARTER = Lazy(rf"(?<!\w)quý\s+(?:[ivx\d]{{1,3}}{LINKS})*$")
NUMBER = Lazy(r"(?<!\w)(?:số|đợt|kỳ|lần|khóa|phiên|vòng|giai đoạn|kỳ họp|tập|vụ|lứa)\s+$")
ENDS = Lazy(r"\s*(?:$|[,.;:)!?\-–—/”\"]|và(?!\w)|đến(?!\w)|hoặc(?!\w)|năm(?!\w))")
YEAR_NEXT = Lazy(r"\s*(?:/\s?\d{4}|năm(?!\w))")


def _month_of_year(found: re.Match[str], context: Context) -> str | None:
    at, value, year = found.start(), int(found[1]), context.numbers.cardinal(int(found[2]))
    if context.before(QUARTER, at) and 1 <= value <= 4:
        lead = "" if context.before(QUARTER_JUST, at) else "quý "
        return f"{lead}{context.numbers.cardinal(value)} năm {year}"
    if context.before(fractions.RATIO, at) or ("/" not in found[0] and not 1 <= value <= 12):
        return None
    noun = codes.noun_said(context)
    if noun or context.before(NUMBER, at):
        lead = "số " if noun and not context.before(NUMBER, at) else ""
        return f"{lead}{context.numbers.say_written(found[1])} năm {year}"
    if not 1 <= value <= 12:
        return f"số {context.numbers.say_written(found[1])} năm {year}" if value else None
    lead = "" if context.before(MONTH, at) else "tháng "
    return f"{lead}{context.numbers.month(value)} năm {year}"


def _month_and_year(found: re.Match[str], context: Context) -> str | None:
    if not context.before(MONTH, found.start()) or not 1 <= int(found[1]) <= 12:
        return None
    return f"{context.numbers.month(int(found[1]))} năm {context.numbers.cardinal(int(found[2]))}"


def _month(found: re.Match[str], context: Context) -> str | None:
    at, value = found.start(), int(found[0])
    if not 1 <= value <= 12:
        return None
    if context.before(MONTH, at):
        return context.numbers.month(value)
    if not context.before(MONTHS, at) or not context.after(ENDS, found.end()):
        return None
    lead = "tháng " if context.before(AFTER_DASH, at) or context.after(YEAR_NEXT, found.end()) else ""
    return lead + context.numbers.month(value)


def _years(found: re.Match[str], context: Context) -> str:
    return f"{context.numbers.cardinal(int(found[1]))} đến {context.numbers.cardinal(int(found[2]))}"


def _span(found: re.Match[str], context: Context) -> str | None:
    first, second = int(found[1]), int(found[2])
    if not 1 <= first < second <= 12 or context.before(QUARTER, found.start()):
        return None
    lead = "" if context.before(MONTH, found.start()) else "tháng "
    month = context.numbers.month
    return f"{lead}{month(first)} đến tháng {month(second)} năm {context.numbers.cardinal(int(found[3]))}"


def _read_list(found: re.Match[str], context: Context) -> str | None:
    first, second = int(found[1]), int(found[2])
    if not (1 <= first < second <= 12 and context.before(MONTH, found.start())):
        return None
    month = context.numbers.month
    return f"{month(first)}, tháng {month(second)} năm {context.numbers.cardinal(int(found[3]))}"


RULES = (
    rule("two months of a year", Kind.DATE, r"(\d{1,2}),(\d{1,2})\s?/\s?((?:19|20)\d\d)(?![\d/])", _read_list),
    rule("months of a year", Kind.DATE, r"(\d{1,2})\s?[-–—]\s?(\d{1,2})\s?/\s?((?:19|20)\d\d)(?![\d/])", _span),
    rule("two years", Kind.DATE, r"((?:19|20)\d\d)/((?:19|20)\d\d)(?![\d/])", _years),
    rule(
        "month or number of a year",
        Kind.DATE,
        r"(\d{1,4}(?=\s?/)|\d{1,2})\s?[/.\-–]\s?((?:19|20)\d\d)(?![\d/]|[.,]\d)",
        _month_of_year,
    ),
    rule("month and year", Kind.DATE, r"(\d{1,2}) ((?:19|20)\d\d)(?![\d/]|[.,]\d)", _month_and_year),
    rule("month", Kind.DATE, r"\d{1,2}(?![\d]|[.,]\d|\s?/\s?\d{1,2}(?!\d))", _month),
)
