"""Numbers that are written down, digit by digit: plates of vehicles, codes of files, of customers, of tax payers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters, roman
from loaphuong.speech.spoken.rule import Kind, rule

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

WRITTEN_DOWN = Lazy(
    r"(?<!\w)(?:số tài khoản|tài khoản|stk|tk|mk|mật khẩu wifi|pass|password|số cuối|số đầu|mã wifi|mã số|"
    r"mã số thuế|mst|"
    r"số định danh|cccd|cmnd|căn cước(?: công dân)?|"
    r"mã hồ sơ|biển xe|biển số|biển kiểm soát|bks|bsx|số hiệu|(?:mã bưu chính|mã bưu điện|mã vùng|"
    r"mã tỉnh)(?:\s+[^\W\d_]+){0,3}|"
    r"mã xác nhận|mã khách hàng|mã kh|mã tra cứu|mã định danh|"
    r"mã vạch|mã đơn|mã lớp|mã trường|mã|hồ sơ số|biên nhận số|phiếu số|số hộ chiếu|hộ chiếu|"
    r"giấy phép lái xe|gplx|số sê ri|sê ri|số seri|seri|số khung|số máy|sk|sm|số thẻ|thẻ bhyt|mã thẻ|otp|imei|"
    r"mật khẩu|mã pin|số thẻ bảo hiểm y tế|công tơ số|số công tơ)\s*(?:số\s*)?(?:là\s*)?:?\s*$"
)
FORMS = Lazy(r"(?<!\w)(?:mẫu|biểu|tờ khai|mẫu đơn|mẫu số)(?!\w)[^.;:]*$")
SYNTAX = Lazy(r"(?<!\w)(?:soạn tin|soạn tin nhắn|soạn|cú pháp|nhắn tin theo cú pháp)\s*:?\s*[“\"]?$")
NUMBER_OF = Lazy(r"(?<!\w)(?:số|sổ đỏ|sổ hồng|gcn|giấy chứng nhận|sê ri|seri)\s*:?\s*$")
LETTERS = Lazy(r"[^\W\d_]+")
PIECES = Lazy(r"\d+|[A-Za-zĐđ]")
# The plate of a vehicle can be nothing else: 30A-567.89, 29H5-6789, 29-B1 123.45.
PLATE = (
    r"\d{2}\s?-?\s?[A-ZĐ]{1,2}\d?\s?[- ]\s?(?:\d{3}\.\d{2}|(?<=[A-ZĐ]\d-)\d{4,5}|"
    r"(?<=[A-ZĐ]\d )\d{4,5}|(?<=[A-ZĐ]-)\d{4,5})(?!\w|\.\d)"
)
IDENTITY = r"\d{10}-\d{3}(?!\w)|0\d{11}(?!\w)"


def _read_grouped(found: re.Match[str], context: Context) -> str:
    return ", ".join(
        " ".join(
            context.numbers.spell(piece) if piece.isdecimal() else letters(piece) for piece in PIECES.findall(group)
        )
        for group in re.split(r"[ ./_–-]+", found[0])
        if group
    )


def _spell_out(found: re.Match[str], context: Context) -> str | None:
    return _read_grouped(found, context) if context.before(WRITTEN_DOWN, found.start()) else None


def _read_coded(found: re.Match[str], context: Context) -> str | None:
    at = found.start()
    hit = context.index.find(context.text, at, LETTERS.findall(context.low[at : at + 6])[0])
    if hit and hit.end >= found.end():
        return None
    sure = context.before(WRITTEN_DOWN, at) or context.before(NUMBER_OF, at)
    if hit and ("điện thoại" in hit.spoken or "tài khoản" in hit.spoken):
        return None
    long = len(re.findall(r"\d", found[0])) >= (6 if " " in found[0] else 5)
    return _read_grouped(found, context) if sure or long else None


def _form(found: re.Match[str], context: Context) -> str | None:
    return _read_grouped(found, context) if context.before(FORMS, found.start(), 60) else None


def _syntax(found: re.Match[str], context: Context) -> str | None:
    return _read_grouped(found, context) if context.before(SYNTAX, found.start(), 60) else None


MASKED = r"\d{2}\s?-?\s?[A-ZĐ]{1,2}\d?\s?[- ]\s?(?=[\d.]*[xX*]{2})[\dxX*]{3}[.]?[\dxX*]{1,2}(?!\w)"
NUMBERED = (
    # Tờ bản đồ 8H-II-23.
    rule(
        "sheet of a map",
        Kind.PHONE,
        r"(\d{1,3})([A-HK])-([IVX]{1,4})-(\d{1,3})(?![\w-])",
        lambda found, context: ", ".join(
            (
                f"{context.numbers.say_written(found[1])} {letters(found[2])}",
                context.numbers.cardinal(roman(found[3]) or 0),
                context.numbers.say_written(found[4]),
            )
        ),
    ),
    rule(
        "plate in part",
        Kind.PHONE,
        MASKED,
        lambda found, context: _read_grouped(re.match(r".*", found[0].replace("*", "x").lower()) or found, context),
    ),
    rule("plate", Kind.PHONE, PLATE, _read_grouped),
    rule("identity number", Kind.PHONE, IDENTITY, _read_grouped),
    rule(
        "number to write down",
        Kind.PHONE,
        r"\d{2}\s?-?\s?[A-ZĐ]{1,2}\d?\s?[- ]?\s?\d{3}\.?\d{2}(?!\w)|\d{2}-?[A-ZĐ]{1,2}\d?[- ]?\d{4,5}(?!\w)"
        r"|\d{3,}(?:[ .-]\d{2,})*(?![\w/]|[.,]\d)",
        _spell_out,
    ),
    # 1500.2010.12345 and 9704 3612 3456: no number has thousands of four digits.
    rule("number in fours", Kind.PHONE, r"\d{4}(?:([ .-])\d{4})(?:\1\d{3,6}){1,4}(?![\w/]|[.,]\d)", _read_grouped),
)
# Soạn tin: TC_CCCD gửi 1900.0368.
SENT = rule("words of a message", Kind.LETTER, r"[A-ZĐ][A-Z0-9Đ]*(?:[ _][A-Z0-9Đ]+)*(?!\w)", _syntax)
LETTERED = (
    SENT,
    # The number of a form: TK1-TS, D02-LT, C70a-HD.
    rule("form", Kind.PHONE, r"[A-ZĐ]{1,3}\d{1,3}[a-zđ]?(?:-[A-ZĐ]{1,6}){1,2}(?![\w/])", _form),
    # HS-2026-0117, PD0100012345, GD4790123456.
    rule(
        "code",
        Kind.PHONE,
        r"[A-ZĐ]{1,5}[-.]?\d{1,15}(?:[-.]\d{1,10}){1,4}(?![\w/])|[A-ZĐ]{1,5}[- ]?\d{5,15}(?![\w/]|[.,]\d)"
        r"|[A-ZĐ]{2,3}\d?(?: \d{2,10}){2,4}(?![\w/]|[.,]\d)",
        _read_coded,
    ),
)
