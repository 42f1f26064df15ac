"""What a new article's file says before anyone has written it, and words that only keep a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.core.forms import shorten
from loaphuong.core.problems import Problem, problem
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.source import Source

SUMMARY = "Tóm tắt một hai câu, 25 đến 45 từ: ai, ở đâu, làm gì, được gì."
OPENING = "Viết bài ở đây. Mỗi đoạn cách nhau một dòng trống."
HEADING = "## Tiêu đề mục"
ITEM = "- Mỗi ý một dòng, bắt đầu bằng dấu gạch."
EXAMPLES = (SUMMARY, OPENING, HEADING, ITEM)
TEMPLATE = f"""---
title: "{{title}}"
summary: "{SUMMARY}"
genre: {{genre}}   # {{genres}}
published_at: {{at:%d/%m/%Y %H:%M}}
author: "Công chức Văn hóa - Xã hội phường"
status: nhap   # viết xong, đổi thành cho_duyet
# illustrative: true   # chuyện minh họa, không nêu tên người thật
# broadcast: false     # chỉ đăng trang, không phát loa
# expires: {{at:%d/%m/%Y}}   # sau ngày này không phát nữa
---

{OPENING}

{HEADING}

{ITEM}
"""
PLACEHOLDER = re.compile(
    r"\blorem ipsum\b[\w ,]{0,30}|(?-i:\b(?:TODO|FIXME|TBD|XXXX+)\b.{0,30}|(?<![\w.])x{3,}(?![\w.]))"
    r"|\[(?:điền|nhập|viết|bổ sung|ghi|họ (?:và )?tên|tên|ngày|số|địa chỉ|địa điểm|thời gian)"
    r"(?: [^\]\[\n]{0,60})?\](?![(\[:])"
    r"|\b(?:nội dung|viết|nhập nội dung)(?: bài viết| bài)? (?:ở|tại|vào) đây\b|\((?:viết tiếp|bổ sung sau|điền sau)\)",
    re.IGNORECASE,
)
# Without any of these a text holds none of the above, and most hold none.
SIGNS = re.compile(r"lorem|todo|fixme|tbd|xxx|\[|đây|sau\)|tiếp\)", re.IGNORECASE)


def find(source: Source) -> Iterator[Problem]:
    """The lines of a text that nobody has written yet."""
    lines = source.text.split("\n")
    for number, line in enumerate(lines, 1):
        where = Where(source.where.path, number)
        if example := next((each for each in EXAMPLES if each in line), None):
            yield problem("not-written", where, text=shorten(example))
        elif not line.startswith("#") and SIGNS.search(line) and (found := PLACEHOLDER.search(line)):
            yield problem("placeholder", where, text=shorten(found[0]))
