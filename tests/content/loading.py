"""A ward that has everything, and what loading says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.load import load as load_content
from tests.content.ward import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path


FULL = """---
title: "Bài hai: chuyện ngõ nhỏ"
summary: Ngõ sạch nhờ cả ngõ.
genre: guong
published_at: 21/11/2026 16:30
author: Ban biên tập
status: nhap
updated_at: 2026-11-21T10:00:00Z
topic: ngo-sach
model: ngo-xanh
rules: ["qd-1665#bo-rac", "qd-1665#bo-rac"]
award: {title: Giấy khen, by: Phường, on: 01/12/2026}
broadcast: không
expires: 31/12/2026
priority: khan_cap
people:
  - {name: Người minh họa, role: nhân vật, channels: [web, loa, web], consent_ref: P1}
correction: {on: 22/11/2026, wrong: Sai., right: Đúng.}
aliases: ngo-cu
---

Thân bài.
"""


WARD = {
    "guong-tot/bai-mot.md": ARTICLE,
    "guong-tot/bai-hai.md": FULL,
    "quy-tac/index.md": "---\ntitle: Quy tắc\nsummary: Các quy tắc.\nkind: quy_tac\norder: 2\n---\n",
    "quy-tac/qd-1665.md": """---
title: Quy tắc nơi công cộng
summary: Mười tám điều.
number: 1665/QĐ-UBND
issued_on: 10/3/2017
scope: Nơi công cộng
rules:
  - id: bo-rac
    text: Bỏ rác đúng chỗ.
    stance: nen
    place: Vỉa hè
---
""",
    "mo-hinh/index.md": "---\ntitle: Mô hình\nsummary: Các mô hình.\nkind: mo_hinh\norder: 3\n---\n",
    "mo-hinh/ngo-xanh.md": "---\ntitle: Ngõ xanh\nsummary: Ngõ có cây.\nplace: Ngõ\ncriteria: [Có cây]\n---\nCây.\n",
    "chuyen-de/index.md": "---\ntitle: Chuyên đề\nsummary: Theo tháng.\nkind: chuyen_de\norder: 4\n---\n",
    "chuyen-de/ngo-sach.md": """---
title: Ngõ sạch
summary: Tháng mười một.
months: [12/2026, "2026-11"]
owner: Hội phụ nữ
---
""",
    "trang/index.md": "---\ntitle: Trang\nsummary: Các trang.\nkind: trang\norder: 9\n---\n",
    "trang/gioi-thieu.md": "---\ntitle: Giới thiệu\nsummary: Về phường.\n---\nPhường ta.\n",
    "viec/index.md": "---\ntitle: Lịch việc\nsummary: Sắp tới.\nkind: su_kien\norder: 10\n---\n",
    "viec/ngay-hoi.md": """---
title: Ngày hội
summary: Cả ngõ cùng vui.
kind: ngày hội
starts: 28/11/2026 08:00
place: Sân nhà văn hóa
repeats: hằng tuần
---
Mời bà con.
""",
}


def ids(root: Path) -> list[str]:
    """What is wrong, and where."""
    return [f"{found.id} {found.where}" for found in load_content(root)[1]]
