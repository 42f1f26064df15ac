"""Document codes by their grammar: number, year, type, issuer, in any spacing; the noun in the sentence wins.

What the sentence says already is not said twice: the noun before (Quyết định số …), the issuer after (… của UBND …).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.lexicon import table
from loaphuong.speech.spoken.numbers import letters
from loaphuong.speech.spoken.rule import Kind, rule
from loaphuong.speech.spoken.rules import dates

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

NOUNS = (
    "nghị quyết liên tịch|nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông cáo|thông báo|hướng dẫn|chương trình|"
    "kế hoạch|phương án|đề án|dự án|báo cáo|biên bản|tờ trình|hợp đồng|công điện|công văn|bản ghi nhớ|giấy mời|"
    "giấy phép|giấy chứng nhận|giấy giới thiệu|giấy xác nhận|phiếu gửi|phiếu chuyển|phiếu báo|nghị định|"
    "thông tư liên tịch|thông tư|bộ luật|luật|pháp lệnh|lệnh|kết luận|thông tri|quy hoạch|văn bản hợp nhất|văn bản|"
    "sắc lệnh|hiến pháp|lời kêu gọi|tờ tin|công ước|quy chuẩn|tiêu chuẩn|biểu mẫu|mẫu"
)
NOUN_JUST = Lazy(rf"(?<!\w)(?:{NOUNS})(?:\s+số)?$")
NOUN_NEAR = Lazy(rf"(?<!\w)(?:{NOUNS})(?:\s+(?!số(?!\w))[^\W\d_]+){{0,14}}\s+số$")
LAW_NEAR = Lazy(r"(?<!\w)(?:luật(?! sư)|pháp lệnh|bộ luật)(?:\s+(?:[^\W\d_]+|,)){0,16}$")
OF = Lazy(r"\s*,?\s*(?:của|do)\s+(?=\w)")
ISSUED = Lazy(r"(?<!\w)(?:ban hành|ký|công bố|phê duyệt|xây dựng|thông qua|đã có)(?!\w)(?!.*\bcủa\b)")
NUMBERED = Lazy(r"(.*?\D)(\d{1,3})$")
DEPARTMENTS = {"S": "sở", "P": "phòng", "B": "bộ"}
ASSEMBLIES = ("QH", "UBTVQH")
JOINTLY = ("liên tịch", "liên ngành", "phối hợp")

SYMBOL = r"[A-ZĐƯ][A-Za-zĐđƯư&]*\d{0,3}"
NUMBER = r"(?P<number>\d{1,5}(?:\.\d{1,2}(?=/))?)(?P<letter>[a-zA-Z]?)(?:\s?/\s?(?P<year>(?:19|20)\d\d))?"
# A stroke in any spacing; a hyphen only where a symbol touches it or a stroke follows, else 5 - UBND were a code.
BEFORE_SYMBOLS = (
    rf"(?:\s?/\s?|\s?[-–—](?=[A-ZĐ])|[-–—]\s?|\s?[-–—]\s?(?={SYMBOL}\s?/)|\s(?=(?:QĐ|KH|CV|TB|BC|NQ|CT|CTr|HD)\s?/))"
)
SYMBOLS = rf"(?P<symbols>{SYMBOL}(?:\s?[/\-–—]\s?{SYMBOL})*)"
DAY = (
    r"(?:\s*,?\s*ngày\s+(?P<day>\d{1,2})\s?(?:[/.-]|tháng)\s?(?P<month>\d{1,2})\s?(?:[/.-]|năm)\s?"
    r"(?P<of_year>\d{4})(?!\d))?"
)
CODE = NUMBER + BEFORE_SYMBOLS + SYMBOLS + DAY
LIST_MARK = Lazy(r"\d{1,2}/\s")
JOIN = Lazy(r"[^\s/\-–—]+")


class Symbols(NamedTuple):
    """What stands after the number: the kind of document, if it is said there, and who issued it."""

    kind: str | None
    owners: list[str]


@cache
def read_symbols(name: str) -> dict[str, str]:
    """A table of symbols and how they are said."""
    rows = (line.split("\t") for line in table(name).splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def noun_said(context: Context) -> bool:
    """Whether the sentence names the document just before, or, with số, further back."""
    said = context.sentence
    return any(pattern.search(said) for pattern in (NOUN_JUST, NOUN_NEAR, LAW_NEAR))


def issuer(symbol: str, context: Context) -> str | None:
    """Who issued it, from the symbol; QH15 is the fifteenth National Assembly; None if it is not known."""
    issuers, shorthand = read_symbols("issuers"), context.index.shorthand
    if symbol in issuers or symbol in shorthand:
        return issuers.get(symbol) or shorthand[symbol]
    numbered = NUMBERED.match(symbol)
    if numbered and numbered[1] in issuers:
        count = context.numbers.say_written(numbered[2])
        return f"{issuers[numbered[1]]} {'khóa ' if numbered[1] in ASSEMBLIES else ''}{count}"
    department = DEPARTMENTS.get(symbol[0])
    return f"{department} {shorthand[symbol[1:]]}" if department and symbol[1:] in shorthand else None


def issuers_of(symbols: Symbols, context: Context) -> str | None:
    """Who issued it: the first symbol, or all of them for a joint document. What follows is the drafter."""
    joint = (symbols.kind or "").endswith(JOINTLY)
    spoken = [issuer(symbol, context) for symbol in (symbols.owners if joint else symbols.owners[:1])]
    names = [name for name in spoken if name]
    if len(names) < len(spoken):
        return None
    return " và ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def names_issuer(who: str, context: Context) -> bool:
    """Whether the sentence has named the issuer as the one who issues it."""
    said = context.sentence
    if who not in said:
        return False
    owned = re.search(rf"(?:{NOUNS}) của (?:[^\W\d_]+ ){{0,3}}{who}(?: [^\W\d_]+){{0,5}}$", said.removesuffix(" số"))
    return bool(owned or ISSUED.search(said[said.rindex(who) :]))


def parse(written: str) -> Symbols | None:
    """The symbols taken apart; None if they are not those of a document."""
    symbols = JOIN.findall(written)
    kinds = read_symbols("documents")
    for size in (2, 1):
        kind = kinds.get("-".join(symbols[:size]))
        if kind:
            return Symbols(kind, symbols[size:])
    named = any(symbol[:2].isupper() and len(symbol) > 1 for symbol in symbols)
    return Symbols(None, symbols) if named else None


def head(symbols: Symbols, context: Context, counted: bool) -> str:
    """The words before the number: the kind of document unless it is said, and số unless that is said."""
    said = context.sentence
    if noun_said(context) or (counted and NOUN_NEAR.search(f"{said} số")):
        kind = ""
    else:
        kind = symbols.kind or ("văn bản" if symbols.owners[0].startswith("QH") else "công văn")
        kind = "" if said.endswith(kind) else kind
    return " ".join(filter(None, (kind, "" if said.endswith("số") else "số")))


def number_of(written: str, context: Context) -> str:
    """66.7 is sixty-six point seven."""
    return " chấm ".join(context.numbers.say_written(part) for part in written.split("."))


def _code(found: re.Match[str], context: Context, counted: bool = False) -> str | None:
    # 1/ VSMT; 2/ ANTT: the marks of a list.
    if LIST_MARK.match(found[0]) and not set(found["symbols"]) & set("/-–—"):
        return None
    symbols = parse(found["symbols"])
    # 500k/NCC is money: a code with such a letter names its kind.
    if symbols is None or (found["letter"] in ("k", "K", "đ") and not symbols.kind):
        return None
    follows = context.after(OF, found.end())
    who = ""
    if symbols.owners and not follows:
        who = issuers_of(symbols, context) or ""
        if not who and not (symbols.kind and symbols.owners[0].isupper()):
            return None
        # 37/PA-MTLC: nobody knows who that is, the number is right all the same.
        who = who or letters(symbols.owners[0])
    spoken = [head(symbols, context, counted), number_of(found["number"], context), letters(found["letter"])]
    if found["year"]:
        spoken.append(f"năm {context.numbers.cardinal(int(found['year']))}")
    if who and not names_issuer(who, context):
        spoken.append(f"của {who}")
    if found["day"] and dates.real(found["day"], found["month"]):
        spoken.append(f", ngày {dates.say(context, found['day'], found['month'], found['of_year'])}")
        spoken.append("," if follows else "")
    return " ".join(filter(None, spoken))


def _count(found: re.Match[str], context: Context) -> str | None:
    return _code(found, context, counted=True)


RULES = (rule("document code", Kind.CODE, CODE, _code),)
NAMED = (rule("document code after số", Kind.CODE, rf"[Ss][Ốố]\s*:?\s*{CODE}", _count),)
