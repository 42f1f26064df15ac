"""A report as Markdown for reading, as CSV for a spreadsheet, and the matrix of rules by date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core import spreadsheet
from loaphuong.core.vietnamese import day, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaphuong.report.gathering import Counts, Covered, Report
    from loaphuong.station.nouns import Station


def tables(report: Report) -> tuple[tuple[str, Counts], ...]:
    """The counts of articles, each under its heading."""
    return tuple((f"Theo {label[:1].lower()}{label[1:]}", counts) for label, counts in report.counts)


def broadcasts(report: Report) -> Counts:
    """The bulletins in numbers."""
    return (
        ("Bản tin theo lịch", len(report.planned)),
        ("Phát đủ", report.whole),
        ("Gián đoạn", report.interrupted),
        ("Không phát", len(report.missed)),
        ("Tổng thời lượng đã phát (phút)", round(report.seconds / 60)),
        *((f"Đã phát: {name}", count) for name, count in report.by_show),
    )


def by_code(covered: Iterable[Covered]) -> tuple[tuple[str, int, int], ...]:
    """Each code with how many of its rules were heard, and how many it has."""
    found: dict[str, tuple[int, int]] = {}
    for rule in covered:
        heard, of = found.get(rule.code, (0, 0))
        found[rule.code] = (heard + bool(rule.days), of + 1)
    return tuple((code, heard, of) for code, (heard, of) in found.items())


def cell(text: object) -> str:
    """A cell of a Markdown table."""
    return " ".join(str(text).split()).replace("|", "\\|")


def grid(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A Markdown table, numbers to the right."""
    yield "| " + " | ".join(head) + " |"
    yield "|-|" + "-:|" * (len(head) - 1)
    for row in rows:
        yield "| " + " | ".join(cell(entry) for entry in row) + " |"
    yield ""


def markdown(report: Report, station: Station) -> str:
    """The report as a page."""
    lines = [
        f"# Báo cáo tin, bài và phát thanh {report.period.title}",
        "",
        f"{station.ward.name}, từ ngày {day(report.period.first)} đến ngày {day(report.period.last)}.",
        "",
        f"## Tin, bài đã đăng: {number(len(report.articles))}",
        "",
    ]
    for title, counts in tables(report):
        lines += [f"### {title}", "", *grid((title.removeprefix("Theo ").capitalize(), "Số bài"), counts)]
    if report.articles:
        lines += ["### Danh sách", ""]
        lines += [f"- {day(article.published_at)}: {cell(article.title)}" for article in report.articles]
        lines += [""]
    lines += ["## Phát thanh", "", *grid(("Bản tin", "Số"), broadcasts(report))]
    if report.missed:
        lines += [f"Không phát: {', '.join(report.missed)}.", ""]
    lines += [f"## Quy tắc ứng xử đã nhắc trên loa: {report.rules_heard}/{len(report.covered)}", ""]
    lines += grid(("Bộ quy tắc", "Đã nhắc", "Số điều"), by_code(report.covered))
    if report.posted:
        lines += [f"## Bản in đã niêm yết: {sum(count for _, count in report.posted)}", ""]
        lines += grid(("Văn bản", "Số bản"), report.posted)
    lines += [f"## Cải chính: {len(report.corrections)}", ""]
    lines += [f"- {day(each.on)}: {cell(article.title)}. {cell(each.right)}" for article, each in report.corrections]
    lines += ["", f"## Bài đã gỡ: {len(report.withdrawals)}", ""]
    lines += [f"- {day(entry.at)}: {entry.name}" for entry in report.withdrawals]
    return "\n".join(lines).rstrip() + "\n"


def rows(report: Report) -> Iterator[tuple[str, str, int]]:
    """Everything counted, one number a row."""
    yield "Tin, bài", "Đã đăng", len(report.articles)
    for title, counts in tables(report):
        for label, count in counts:
            yield title, label, count
    for label, count in broadcasts(report):
        yield "Phát thanh", label, count
    for code, heard, of in by_code(report.covered):
        yield "Quy tắc đã nhắc", code, heard
        yield "Số điều của bộ quy tắc", code, of
    for title, count in report.posted:
        yield "Niêm yết", title, count
    yield "Cải chính", "Đã đăng", len(report.corrections)
    yield "Gỡ bài", "Đã gỡ", len(report.withdrawals)
    yield "Khen thưởng", "Bài có khen thưởng", report.awards


def table(report: Report) -> bytes:
    """The counts as CSV."""
    return spreadsheet.table([("Nhóm", "Mục", "Số lượng"), *rows(report)])


def matrix(covered: Sequence[Covered]) -> bytes:
    """Rules by date as CSV: x where a rule was heard, how often in all."""
    days = sorted({day for rule in covered for day in rule.days})
    head = ("Bộ quy tắc", "Mã", "Điều", "Số lần", *(f"{at:%d/%m/%Y}" for at in days))
    body = (
        (rule.code, rule.rule, rule.text, len(rule.days), *("x" if at in rule.days else "" for at in days))
        for rule in covered
    )
    return spreadsheet.table([head, *body])
