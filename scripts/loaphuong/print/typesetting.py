"""Where lines may break: words that a reader takes in at once stay together, quotes are the curved ones."""

from __future__ import annotations

import re
from typing import Any

# What a line is not broken in on a wall: words of two syllables that codes of conduct are full of.
COMPOUNDS = re.compile(
    r"(?i)\b(?:"
    "an toàn|bộ phận|bức xúc|chiếm dụng|chung cư|chất nổ|chấp hành|chức danh|chức vụ|cán bộ|công chức|"
    "công cộng|công dân|công sở|công việc|công vụ|cơ quan|di tích|dân phố|giao thông|giao tiếp|"
    "giúp đỡ|giải quyết|giải thích|gây khó|hiện trạng|hoạt động|hành chính|hành vi|hóa chất|"
    "hướng dẫn|hấp dẫn|khuyết tật|khuyết điểm|khó khăn|không gian|kinh nghiệm|kỷ luật|lao động|"
    "lãnh đạo|lưu động|lắng nghe|lễ hội|lịch sử|lịch thiệp|lối sống|lợi dụng|môi trường|"
    "mạng xã hội|một cửa|nghiêm túc|nguồn gốc|ngăn nắp|người dân|người già|nhiệm vụ|nhường nhịn|"
    "niêm yết|nội quy|phụ nữ|quan tâm|quy chế|quy trình|quy tắc|quy định|quyền hạn|quản lý|"
    "sản phẩm|sử dụng|thành phố|thái độ|thân thiện|thủ tục|thực hiện|thực thi|tinh thần|"
    "tiêu chí|tiểu thương|trang phục|trang trí|trách nhiệm|trái phép|trường học|trật tự|trẻ em|"
    "tuyên truyền|tài sản|tác phong|tôn trọng|tệ nạn|tổ chức|va chạm|viên chức|văn hóa|văn minh|"
    "vệ sinh|vỉa hè|xây dựng|xã hội|xếp hàng|điểm đến|đạo đức|địa bàn|đồng chí|đồng nghiệp|"
    "đồng phục|độc hại|ứng xử"
    r")\b"
)
QUOTED = re.compile(r'"([^"]*)"')
NO_BREAK = "\u00a0"
DOT, COMMA = " · ", ", "
# At most so many letters: a name between two dots, and a piece of a list, of three syllables at most.
NAME_LETTERS, PIECE_LETTERS, PIECE_SYLLABLES = 40, 16, 3
# What of a sheet's data is laid out in lines that may have to break.
LAID = frozenset(
    {"title", "subtitle", "text", "place", "summary", "authority", "scan", "index", "contact", "foot", "kicker"}
)
# No word is so long; an address may be: it is broken after its signs, and what has none wherever it must be.
LONG_WORD = re.compile(r"[^\s\u00a0]{29,}")
BREAK = "\u200b"
PIECE = re.compile(r"[^/.@_?&=-]{1,14}[/.@_?&=-]*|[/.@_?&=-]+")


def bind(words: str) -> str:
    """The words with curved quotes, no-break spaces where a line should not end, and breaks in what is no word."""
    said = LONG_WORD.sub(lambda found: BREAK.join(PIECE.findall(found[0])), QUOTED.sub(r"“\1”", words))
    if DOT in said:
        names = (glue(name) if len(name) <= NAME_LETTERS else bind(name) for name in said.split(DOT))
        return f"{NO_BREAK}· ".join(names)
    return COMMA.join(map(bind_piece, said.split(COMMA)))


def bind_piece(words: str) -> str:
    """A piece of a list: whole where it is short; else its compounds, and its last two syllables."""
    parts = words.split(" ")
    if len(parts) <= PIECE_SYLLABLES and len(words) <= PIECE_LETTERS:
        return glue(words)
    said = COMPOUNDS.sub(lambda found: glue(found[0]), words)
    first, _, last = said.rpartition(" ")
    alone = len(parts) > PIECE_SYLLABLES and first and NO_BREAK not in last
    return f"{first}{NO_BREAK}{last}" if alone else said


def glue(words: str) -> str:
    """Words that stay on one line."""
    return words.replace(" ", NO_BREAK)


def typeset(data: Any, key: str = "") -> Any:
    """The data of a sheet with all that is laid out in lines bound."""
    match data:
        case str():
            return bind(data) if key in LAID else data
        case dict():
            return {name: typeset(each, name) for name, each in data.items()}
        case list() | tuple():
            return [typeset(each, key) for each in data]
        case _:
            return data
