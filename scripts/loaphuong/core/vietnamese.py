"""Vietnamese as it is written: normal form, folding, slugs, dates and numbers for the page."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

# The tone on the last letter of an open oa, oe, uy; the u of qu is no vowel.
OLD_PLACE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)
# Family names that are known as such wherever they stand; each reader of names adds what its context allows.
SURNAMES = frozenset(
    (  # noqa: SIM905 - names are read as words
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn trịnh trương lâm mai tô "
        "hà lưu cao vương tạ thái tăng quách triệu kiều chu nghiêm lương phùng tống la ninh"
    ).split()
)
UNBARRED = str.maketrans({"đ": "d", "Đ": "D"})
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def nfc(text: str) -> str:
    """Composed letters and plain spaces, as everything inside the house is written."""
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ")


def fold(text: str) -> str:
    """Lower case without accents, đ as d: what a resident types on a phone."""
    return plain(text.lower())


def plain(text: str) -> str:
    """The text in letters without accents, đ as d; capitals stay."""
    parts = unicodedata.normalize("NFD", text.translate(UNBARRED))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def modern(text: str) -> str:
    """The text with hoà, khoẻ, uỷ written hòa, khỏe, ủy; as long as before, letter by letter.

    The page's search compares words so as well; search.js does the same.
    """

    def move_tone(found: re.Match[str]) -> str:
        first, second, tone = tuple(unicodedata.normalize("NFD", found[0]))
        return unicodedata.normalize("NFC", first + tone) + second

    return OLD_PLACE.sub(move_tone, text)


def slugify(text: str) -> str:
    """ASCII words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def weekday(day: date) -> str:
    """Thứ Hai … Chủ nhật."""
    return WEEKDAYS[day.weekday()]


def day(value: date) -> str:
    """21/11/2026."""
    return f"{value:%d/%m/%Y}"


def moment(value: datetime) -> str:
    """21/11/2026 | 16:30, as the ward's pages write it."""
    return f"{value:%d/%m/%Y | %H:%M}"


def minutes(seconds: float) -> str:
    """6:05."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def number(value: int) -> str:
    """1.250.000."""
    return f"{value:,}".replace(",", ".")
