"""Links of a body, led to where they are published."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.web.pages.links import LinkLeader
from tests.web.pages.ward import KNOWN

CASES = [
    ("[a](a.md)", "[a](../../tin/a/)"),
    ("[a](a.md#muc \"Xem\")", "[a](../../tin/a/#muc \"Xem\")"),
    ("[một **điều**](../quy-tac/qd-1665.md#r1).", "[một **điều**](../../quy-tac/qd-1665/#r1)."),
    ("[a](<a.md>)", "[a](../../tin/a/)"),
    ("[nháp](../nhac-nho/nhap.md) còn chữ", "nháp còn chữ"),
    ("[[1]](a.md)", "[[1]](../../tin/a/)"),
    ("[a][x]\n\n[x]: a.md\n", "[a][x]\n\n[x]: ../../tin/a/\n"),
    ("[xa](https://vi.wikipedia.org/wiki/Loa_(thiết_bị))", "[xa](https://vi.wikipedia.org/wiki/Loa_(thiết_bị))"),
    ("[thư](mailto:gopy@phuong.example)", "[thư](mailto:gopy@phuong.example)"),
    ("[dưới](#cach-lam)", "[dưới](#cach-lam)"),
    ("`[a](a.md)` và [a](a.md)", "`[a](a.md)` và [a](../../tin/a/)"),
    ("```\n[a](a.md)\n```\n[a](a.md)", "```\n[a](a.md)\n```\n[a](../../tin/a/)"),
    ("![Ngõ](../anh/ngo.jpg)", "![Ngõ](../../anh/anh/ngo.jpg#1280x854)"),
    ("[![Ngõ](../anh/ngo.jpg)](a.md)", "[![Ngõ](../../anh/anh/ngo.jpg#1280x854)](../../tin/a/)"),
    ("![mất](../anh/mat.jpg)!", "!"),
    ("giá [tạm tính] (a.md)", "giá [tạm tính] (a.md)"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "led"), CASES)
def test_cases(prose: LinkLeader, written: str, led: str):
    """Each way of writing a link."""
    assert prose.lead_all(written) == led


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="[]`~")))
def test_words_stay(text: str):
    """Without a link nothing changes."""
    prose = LinkLeader(KNOWN, None, "content/guong-tot/bai.md", "tin/bai/")
    assert prose.lead_all(text) == text
