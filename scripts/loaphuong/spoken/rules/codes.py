"""Document codes by their grammar: number, year, type, issuer, in any spacing; the noun in the sentence wins.

What the sentence says already is not said twice: the noun before (Quyết định số …), the issuer after (… của UBND …).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaphuong.spoken.lazy import Lazy
from loaphuong.spoken.lexicon import table
from loaphuong.spoken.numbers import letters
from loaphuong.spoken.rule import Kind, rule
from loaphuong.spoken.rules import dates

if TYPE_CHECKING:
    from loaphuong.spoken.rule import Context

NOUNS = (
    "nghị quyết liên tịch|nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông cáo|thông báo|hướng dẫn|chương trình|kế hoạch|"
    "phương án|đề án|dự án|báo cáo|biên bản|tờ trình|hợp đồng|công điện|công văn|bản ghi nhớ|giấy mời|giấy phép|giấy chứng nhận|"
    "giấy giới thiệu|giấy xác nhận|phiếu gửi|phiếu chuyển|phiếu báo|nghị định|thông tư liên tịch|thông tư|bộ luật|luật|pháp lệnh|lệnh|"
    "kết luận|thông tri|quy hoạch|văn bản hợp nhất|văn bản|sắc lệnh|hiến pháp|lời kêu gọi|tờ tin|công ước|quy chuẩn|tiêu chuẩn"
)
NOUN_JUST = Lazy(rf"(?<!\w)(?:{NOUNS})(?:\s+số)?$")
NOUN_NEAR = Lazy(rf"(?<!\w)(?:{NOUNS})(?:\s+(?!số(?!\w))[^\W\d_]+){{0,14}}\s+số$")
LAW_NEAR = Lazy(r"(?<!\w)(?:luật|pháp lệnh|bộ luật)(?:\s+[^\W\d_]+){0,12}$")
OF = Lazy(r"\s*,?\s*(?:của|do)\s+(?=\w)")
ISSUED = Lazy(r"(?<!\w)(?:ban hành|ký|công bố|phê duyệt|xây dựng|thông qua|đã có)(?!\w)(?!.*\bcủa\b)")
SUFFIX = Lazy(r"(.*?\D)(\d{1,3})$")
PREFIXES = {"S": "sở", "P": "phòng", "B": "bộ"}
SYMBOL = r"[A-ZĐƯ][A-Za-zĐđƯư&]*\d{0,3}"
GAP = r"\s?[/\-–—]\s?"
DATE = r"(?:\s*,?\s*ngày\s+(\d{1,2})\s?(?:[/.-]|tháng)\s?(\d{1,2})\s?(?:[/.-]|năm)\s?(\d{4})(?!\d))?"
CODE = rf"(\d{{1,5}}[a-zA-Z]?)(?:\s?/\s?((?:19|20)\d\d))?(?:(?:\s?/\s?|\s?[-–—](?=[A-ZĐ])|[-–—]\s?|\s?[-–—]\s?(?={SYMBOL}\s?/)))({SYMBOL}(?:{GAP}{SYMBOL})*){DATE}"


@cache
def _table(name: str) -> dict[str, str]:
    rows = (line.split("\t") for line in table(name).splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def noun_said(context: Context, at: int) -> bool:
    """Whether the sentence names the document just before, or with số further back."""
    said = context.sentence
    return bool(NOUN_JUST.search(said) or NOUN_NEAR.search(said) or LAW_NEAR.search(said)) and at > 0


def issuer(symbol: str, context: Context) -> str | None:
    """Who issued it, from the symbol; QH15 is the fifteenth National Assembly."""
    known = _table("issuers")
    shorthand = context.index.shorthand
    if symbol in known:
        return known[symbol]
    if symbol in shorthand:
        return shorthand[symbol]
    numbered = SUFFIX.match(symbol)
    if numbered and numbered[1] in known:
        number = int(numbered[2])
        if numbered[1] in ("QH", "UBTVQH"):
            return f"{known[numbered[1]]} khóa {context.numbers.cardinal(number)}"
        return f"{known[numbered[1]]} {context.numbers.written(numbered[2])}"
    head = PREFIXES.get(symbol[0])
    return f"{head} {shorthand[symbol[1:]]}" if head and symbol[1:] in shorthand else None


def _issuers(symbols: list[str], joint: bool, context: Context) -> str | None:
    spoken = [issuer(symbol, context) for symbol in (symbols if joint else symbols[:1])]
    if None in spoken:
        return None
    return ", ".join(filter(None, spoken[:-1])) + (" và " if len(spoken) > 1 else "") + (spoken[-1] or "")


def _code(found: re.Match[str], context: Context, lead: bool = False) -> str | None:
    written, year, tail, day, month, written_year = found.groups()[-6:]
    symbols = re.split(r"\s?[/\-–—]\s?", tail)
    types = _table("documents")
    kind = types.get(symbols[0])
    if kind is None and not any(len(symbol) > 1 and symbol[:2].isupper() for symbol in symbols):
        return None
    said = noun_said(context, found.start())
    if not said and kind is None and lead and NOUN_NEAR.search(f"{context.sentence} số"):
        said = True
    if lead and not said:
        said = bool(NOUN_NEAR.search(f"{context.sentence} số"))
    owners = symbols[1:] if kind else symbols
    joint = (kind or "").endswith(("liên tịch", "liên ngành", "phối hợp"))
    follows = context.after(OF, found.end())
    who = None
    if owners and not follows:
        who = _issuers(owners, joint, context)
        if who is None:
            return None
        if who in (said_before := context.sentence) and ISSUED.search(said_before[said_before.rindex(who) :]):
            who = None
    number = context.numbers.written(written.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if written[-1].isalpha():
        number += f" {letters(written[-1])}"
    if kind is None:
        kind = "công văn" if not symbols[0].startswith("QH") else "văn bản"
    noun = "" if said else f"{kind} "
    counted = "" if context.sentence.endswith(" số") or context.sentence == "số" else "số "
    spoken = f"{noun}{counted}{number}"
    if year:
        spoken += f" năm {context.numbers.cardinal(int(year))}"
    if who:
        spoken += f" của {who}"
    if day and dates.real(day, month):
        spoken += f", ngày {dates.say(context, day, month, written_year)}"
        if follows:
            spoken += ","
    return spoken


def _numbered(found: re.Match[str], context: Context) -> str | None:
    return _code(found, context, lead=True)


RULES = (rule("document code", Kind.CODE, CODE, _code),)
NAMED = (rule("document code after số", Kind.CODE, rf"[Ss][Ốố]\s*:?\s*{CODE}", _numbered),)
