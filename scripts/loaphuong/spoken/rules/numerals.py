"""Roman numerals, where they are numerals and not letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.spoken.lazy import Lazy
from loaphuong.spoken.numbers import roman
from loaphuong.spoken.rule import Kind, rule

if TYPE_CHECKING:
    import re

    from loaphuong.spoken.rule import Context

NOUN = Lazy(
    r"(?<!\w)(?:quý|khóa|kỳ|thế kỷ|tk|chương|phần|mục|điều|đại hội|lần thứ|thứ|lần|hạng|loại|cấp|vùng|"
    r"nhóm|quân khu|bậc|hội nghị|tập|báo động|"
    r"đợt|học kỳ|giai đoạn|bảng|phụ lục|khu|tổ|quyển|triều|đời|đô thị loại|pha|mức|khối|biểu|kỳ họp|năm|"
    r"cụm|tiểu học|hệ|kỳ thi|nhà máy|"
    r"tiêu chuẩn|trại|dạng|type|lớp|lô|số|xí nghiệp|bộ|khóa họp|danh mục|quân đoàn|điểm)\s+"
    r"(?:[ivxlcdm]+\s*(?:,|và|-|–|—|đến|hoặc|/|&)\s*(?:quý\s+|khóa\s+|chương\s+|phần\s+|mục\s+)?)*$"
)
ORDER = Lazy(r"(?<!\w)(?:lần thứ|thứ)\s+$")
SURE = Lazy(r"(?:II|III|IV|VII|VIII|IX|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XX|XXI|XXII)$")
QUARTERS = Lazy(r"(?<!\w)quý\s+(?:[ivx]+\s*(?:,|và|-|–|—|đến|hoặc)\s*)+$")
YEAR_NEXT = Lazy(r"\s+năm(?!\w)")
AFTER_DASH = Lazy(r"(?:-|–|—|đến)\s*$")


def _roman(found: re.Match[str], context: Context) -> str | None:
    value = roman(found[1])
    if value is None:
        return None
    at = found.start()
    noun = context.before(NOUN, at)
    if not (SURE.match(found[1]) or (noun and (len(found[1]) > 1 or found[1] in "IVX"))):
        return None
    spoken = context.numbers.ordinal(value) if context.before(ORDER, at) else context.numbers.cardinal(value)
    dated = found[2] or context.after(YEAR_NEXT, found.end()) or context.before(AFTER_DASH, at)
    if dated and context.before(QUARTERS, at):
        spoken = f"quý {spoken}"
    return f"{spoken} năm {context.numbers.cardinal(int(found[2]))}" if found[2] else spoken


RULES = (rule("roman numeral", Kind.ROMAN, r"([IVXLCDM]+)(?!\w)(?:\s?/\s?((?:19|20)\d\d)(?!\d))?", _roman),)
