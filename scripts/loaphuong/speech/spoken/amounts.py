"""How a written amount looks, and how it is said: 1.250.000, 3,5, 2.5, 1 250 000."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.rule import Kind

if TYPE_CHECKING:
    from loaphuong.speech.spoken.numbers import Numbers

# Thousands by points, by two commas or more, or by spaces; decimals by a comma or a single point.
AMOUNT = (
    r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?!\d)"
    r"|[1-9]\d{0,2}(?: \d{3})+(?![.,]?\d)|\d+,\d+(?!\d)|\d+\.\d+(?![.\d])|\d+)"
)


def say(written: str, numbers: Numbers) -> tuple[str, Kind]:
    """The amount in words, and whether it is a cardinal or a decimal."""
    joined = written.replace(" ", "")
    if joined.isdecimal():
        return numbers.say_written(joined), Kind.CARDINAL
    if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", joined) or re.fullmatch(r"[1-9]\d{0,2}((,\d{3}){2,}|,000)", joined):
        return numbers.say_written(re.sub(r"\D", "", joined)), Kind.CARDINAL
    mark = "." if re.fullmatch(r"[\d,]+\.\d+", joined) and (joined.count(".") == 1) else ","
    whole, _, fraction = joined.rpartition(mark)
    return numbers.decimal(re.sub(r"\D", "", whole) or "0", fraction), Kind.DECIMAL
