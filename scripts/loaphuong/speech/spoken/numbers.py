"""Numbers in words, as the dialect of the station says them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaphuong.station.nouns import Dialect

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
BILLION = 10**9
LETTERS = dict(
    pair.split(":")
    for pair in [
        "a:a",
        "b:bê",
        "c:xê",
        "d:dê",
        "đ:đê",
        "e:e",
        "ê:ê",
        "f:ép",
        "g:gờ",
        "h:hát",
        "i:i",
        "j:gi",
        "k:ca",
        "l:lờ",
        "m:mờ",
        "n:nờ",
        "o:o",
        "ô:ô",
        "ơ:ơ",
        "p:pê",
        "q:quy",
        "r:rờ",
        "s:sờ",
        "t:tê",
        "u:u",
        "ư:ư",
        "v:vê",
        "w:vê_kép",
        "x:ích",
        "y:y",
        "z:dét",
        "ă:á",
        "â:ớ",
    ]
)


def letters(text: str) -> str:
    """The names of the letters, to be written down."""
    return " ".join(LETTERS.get(letter, letter) for letter in text.lower()).replace("_", " ")


def roman(text: str) -> int | None:
    """The value of a Roman numeral in its one right spelling, or None."""
    value = 0
    for letter, after in zip(text, f"{text[1:]} ", strict=True):
        digit = ROMAN.get(letter, 0)
        value += -digit if digit < ROMAN.get(after, 0) else digit
    return value if text and to_roman(value) == text else None


def to_roman(value: int) -> str:
    """The Roman spelling of 1 to 3999."""
    steps = [
        "M:1000",
        "CM:900",
        "D:500",
        "CD:400",
        "C:100",
        "XC:90",
        "L:50",
        "XL:40",
        "X:10",
        "IX:9",
        "V:5",
        "IV:4",
        "I:1",
    ]
    text = ""
    for step in steps:
        letter, worth = step.split(":")
        times, value = divmod(value, int(worth)) if value > 0 else (0, value)
        text += letter * times
    return text


@dataclass(frozen=True, slots=True)
class Numbers:
    """Says numbers in one dialect. Every method gives lower-case words joined by single spaces."""

    dialect: Dialect

    def below_hundred(self, value: int) -> str:
        """0 to 99."""
        tens, units = divmod(value, 10)
        if tens == 0:
            return DIGITS[units]
        head = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
        match units:
            case 0:
                return head
            case 1:
                return f"{head} {'một' if tens == 1 else 'mốt'}"
            case 4:
                return f"{head} {'bốn' if tens == 1 else self.dialect.four}"
            case 5:
                return f"{head} lăm"
        return f"{head} {DIGITS[units]}"

    def below_thousand(self, value: int, *, full: bool) -> str:
        """0 to 999; `full` says the hundreds even when there are none."""
        hundreds, rest = divmod(value, 100)
        if not hundreds and not full:
            return self.below_hundred(rest)
        head = f"{DIGITS[hundreds]} trăm"
        if not rest:
            return head
        return f"{head} {self.dialect.zero_tens} {DIGITS[rest]}" if rest < 10 else f"{head} {self.below_hundred(rest)}"

    def cardinal(self, value: int, *, full: bool = False) -> str:
        """Any natural number: 1005 is một nghìn không trăm linh năm."""
        if value >= BILLION:
            high, rest = divmod(value, BILLION)
            head = f"{self.cardinal(high, full=full)} tỷ"
            return f"{head} {self.cardinal(rest, full=True)}" if rest else head
        words = []
        for worth, name in ((10**6, "triệu"), (1000, self.dialect.thousand)):
            group, value = divmod(value, worth)
            if group:
                words.append(f"{self.below_thousand(group, full=full)} {name}")
                full = True
        if value or not words:
            words.append(self.below_thousand(value, full=full))
        return " ".join(words)

    def say_written(self, digits: str) -> str:
        """Written digits as a number: a leading zero is not said (02 quy tắc), two or more are (007), and of a code."""
        if len(digits) > 19 or (digits.startswith("00") and len(digits) > 2) or (digits[0] == "0" and len(digits) > 2):
            return self.spell(digits)
        return self.cardinal(int(digits))

    def spell(self, digits: str) -> str:
        """Digit by digit."""
        return " ".join(DIGITS[int(digit)] for digit in digits)

    def decimal(self, whole: str, fraction: str) -> str:
        """A number with decimals: 1,50 is một phẩy năm mươi, 0,007 is không phẩy không không bảy."""
        rest = fraction.lstrip("0")
        zeros = fraction[: len(fraction) - len(rest)]
        spoken = self.spell(fraction) if len(rest) > 3 or not rest else self.cardinal(int(rest))
        if rest and zeros and len(rest) <= 3:
            spoken = f"{self.spell(zeros)} {spoken}"
        return f"{self.say_written(whole)} phẩy {spoken}"

    def ordinal(self, value: int) -> str:
        """After thứ: nhất, hai, ba, tư."""
        return {1: "nhất", 4: self.dialect.four}.get(value) or self.cardinal(value)

    def month(self, value: int) -> str:
        """After tháng: một, …, tư."""
        return self.dialect.four if value == 4 else self.cardinal(value)

    def day(self, value: int) -> str:
        """A day of the month, with mùng where the station says so."""
        first = f"{self.dialect.first_days} " if self.dialect.first_days and value <= 10 else ""
        return first + self.cardinal(value)
