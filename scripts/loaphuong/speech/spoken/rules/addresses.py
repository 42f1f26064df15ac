"""E-mail and web addresses, in parts that a listener can write down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters
from loaphuong.speech.spoken.rule import Kind, rule
from loaphuong.speech.spoken.syllable import canonical

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

COMMON = {
    "hanoi": "ha noi",
    "gmail": "gi meo",
    "facebook": "phây búc",
    "zalo": "da lô",
    "youtube": "diu túp",
    "net": "nét",
    "vietnam": "việt nam",
    "dichvucong": "dịch vụ công",
    "phuong": "phường",
    "loaphuong": "loa phường",
    "tramyte": "trạm y tế",
    "bandoc": "bạn đọc",
    "nguyen": "nguyễn",
}
SIGNS = {
    "@": "a còng",
    ".": "chấm",
    "-": "gạch ngang",
    "_": "gạch dưới",
    "/": "gạch chéo",
    ":": "hai chấm",
    "+": "cộng",
    "?": "hỏi",
    "=": "bằng",
    "&": "và",
    "#": "thăng",
    "%": "phần trăm",
    "~": "ngã",
}
# The address of a video, a map or a form ends in letters and digits that mean nothing: nobody writes them down by ear.
RANDOM = Lazy(r"/[^/]*?(?:[a-z][A-Z]|[A-Z][a-z]+[A-Z0-9]|[0-9][A-Za-z]+[0-9]|[A-Za-z][0-9]+[A-Za-z])|[?&]\w+=")
# Words written as one: nobody joins more letters.
LONGEST_JOINED = 60
ON_THE_PAGE = "địa chỉ ghi trên trang thông tin"
PIECES = Lazy(r"[^\W\d_]+|\d+|.")
TOP = (
    r"(?:vn|com|net|org|edu|gov|info|example|io|asia|ly|gl|me|app|link|online|page|site|shop|ai|dev|to|gg"
    r"|cc|xyz|top|vip|club|store|tv|biz)"
)
HOST = rf"(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}{TOP}"


def _spell(found: re.Match[str], context: Context) -> str:
    if RANDOM.search(found[0]):
        return ON_THE_PAGE
    written = re.sub(r"^https?://", "", found[0].lower()).rstrip("/")
    if written.startswith("www."):
        return "ba vê kép chấm " + _say(written[4:], context)
    return _say(written, context)


def _say(written: str, context: Context) -> str:
    names = SIGNS | COMMON
    return " ".join(
        context.numbers.spell(piece) if piece.isdecimal() else names.get(piece) or pronounce(piece)
        for piece in PIECES.findall(written)
    )


def pronounce(piece: str) -> str:
    """A part of an address as a listener can write it down: syllables where it is made of them, else its letters."""
    if canonical(piece) == piece:
        return piece
    whole = sound_out(piece) if len(piece) > 2 else None
    found = [whole] if whole else divide(piece) if 5 < len(piece) <= LONGEST_JOINED else None
    return " ".join(found) if found else letters(piece)


def divide(written: str) -> list[str] | None:
    """Words written as one without signs, in the fewest syllables: dichvucong; None if it is not made of them.

    Among as few, one that opens with a consonant is likelier: dich vu cong, not dich vuc ong.
    """
    best: list[tuple[int, list[str]] | None] = [(0, []), *[None] * len(written)]
    for end in range(1, len(written) + 1):
        for start in range(max(0, end - 7), end - 1):
            before, said = best[start], sound_out(written[start:end])
            if before is None or not said:
                continue
            cost = before[0] + (2 if written[start] in "aeiouy" else 1)
            now = best[end]
            if now is None or cost <= now[0]:
                best[end] = (cost, [*before[1], said])
    whole = best[-1]
    return whole[1] if whole else None


def sound_out(syllable: str) -> str | None:
    """A syllable written without its tone; one that ends in a stop gets the tone that all of them can have."""
    tone = "\u0301" if syllable.endswith(("c", "ch", "p", "t")) else ""
    for plain, marked in (
        ("", ""),
        ("uo", "ươ"),
        ("ue", "uê"),
        ("uye", "uyê"),
        ("ie", "iê"),
        ("ye", "yê"),
        ("uo", "uô"),
    ):
        said = canonical(syllable.replace(plain, marked) + tone) if syllable.isascii() else None
        if said:
            return said
    return None


RULES = (
    rule("handle", Kind.ADDRESS, r"@[A-Za-z][A-Za-z0-9_.]{2,40}(?!\w)", _spell),
    rule(
        "e-mail",
        Kind.ADDRESS,
        r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,}(?!\w)",
        _spell,
    ),
    rule(
        "web address",
        Kind.ADDRESS,
        rf"(?:https?://(?:[a-z0-9-]{{1,63}}\.){{1,8}}[a-z]{{2,}}|"
        rf"(?:www\.)?{HOST})(?![\w@])(?:/[a-z0-9_./?=&#%~+-]*[a-z0-9_/])?",
        _spell,
        re.IGNORECASE,
    ),
)
