"""E-mail and web addresses, in parts that a listener can write down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Kind, rule

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

COMMON = {"hanoi": "ha noi", "gmail": "gi meo", "facebook": "phây búc", "zalo": "da lô", "youtube": "diu túp"}
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
PIECES = Lazy(r"[^\W\d_]+|\d+|.")
TOP = r"(?:vn|com|net|org|edu|gov|info|example|io|asia)"
HOST = rf"(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}{TOP}"


def _spelled(found: re.Match[str], context: Context) -> str:
    written = re.sub(r"^https?://", "", found[0].lower()).rstrip("/")
    if written.startswith("www."):
        return "ba vê kép chấm " + _said(written[4:], context)
    return _said(written, context)


def _said(written: str, context: Context) -> str:
    names = SIGNS | COMMON
    return " ".join(
        context.numbers.spelled(piece) if piece.isdecimal() else names.get(piece, piece)
        for piece in PIECES.findall(written)
    )


RULES = (
    rule(
        "e-mail",
        Kind.ADDRESS,
        r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,}(?!\w)",
        _spelled,
    ),
    rule(
        "web address",
        Kind.ADDRESS,
        rf"(?:https?://(?:[a-z0-9-]{{1,63}}\.){{1,8}}[a-z]{{2,}}|(?:www\.)?{HOST})(?![\w@])(?:/[a-z0-9_./?=&#%~+-]*[a-z0-9_/])?",
        _spelled,
        re.IGNORECASE,
    ),
)
