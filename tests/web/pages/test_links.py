"""Links and pictures of a body, led to where they are published."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from loaphuong.core import markup
from loaphuong.web.pages.links import LinkLeader
from tests.core.markup.texts import MARKDOWN
from tests.web.pages.ward import KNOWN

A = '<a href="../../tin/a/" rel="noopener noreferrer">'
NGO = (
    '<img src="../../anh/anh/ngo.jpg" width="1280" height="854" srcset="../../anh/anh/ngo-480.webp 480w,'
    ' ../../anh/anh/ngo-960.webp 960w, ../../anh/anh/ngo-1280.webp 1280w" sizes="(min-width: 46rem) 42rem, 92vw"'
    ' loading="lazy" decoding="async" alt="Ngõ">'
)
CASES = [
    ("[a](a.md)", f"<p>{A}a</a></p>"),
    ('[a](a.md#muc "Xem")', '<p><a href="../../tin/a/#muc" title="Xem" rel="noopener noreferrer">a</a></p>'),
    (
        "[một **điều**](../quy-tac/qd-1665.md#r1).",
        '<p><a href="../../quy-tac/qd-1665/#r1" rel="noopener noreferrer">một <strong>điều</strong></a>.</p>',
    ),
    ("[a](<a.md>)", f"<p>{A}a</a></p>"),
    ("[nháp](../nhac-nho/nhap.md) còn chữ", "<p>nháp còn chữ</p>"),
    ("[nháp **đậm**][x]\n\n[x]: ../nhac-nho/nhap.md\n", "<p>nháp <strong>đậm</strong></p>"),
    ("[[1]](a.md)", f"<p>{A}[1]</a></p>"),
    ("[a][x]\n\n[x]: a.md\n", f"<p>{A}a</a></p>"),
    (
        "[xa](https://vi.example/Loa_(loa))",
        '<p><a href="https://vi.example/Loa_(loa)" rel="noopener noreferrer">xa</a></p>',
    ),
    (
        "[thư](mailto:gopy@phuong.example)",
        '<p><a href="mailto:gopy@phuong.example" rel="noopener noreferrer">thư</a></p>',
    ),
    ("[dưới](#cach-lam)", '<p><a href="#cach-lam" rel="noopener noreferrer">dưới</a></p>'),
    ("`[a](a.md)` và [a](a.md)", f"<p><code>[a](a.md)</code> và {A}a</a></p>"),
    ("```\n[a](a.md)\n```\n[a](a.md)", f"<pre><code>[a](a.md)\n</code></pre>\n<p>{A}a</a></p>"),
    ("![Ngõ](../anh/ngo.jpg)", f"<p>{NGO}</p>"),
    ("[![Ngõ](../anh/ngo.jpg)](a.md)", f"<p>{A}{NGO}</a></p>"),
    ("- [![Ngõ](../anh/mat.jpg) xem](b.md)", "<ul>\n<li> xem</li>\n</ul>"),
    ("![mất](../anh/mat.jpg)!", "<p>!</p>"),
    ("Một\n\n![mất](../anh/mat.jpg)\n\nHai", "<p>Một</p>\n<p>Hai</p>"),
    ("[mất](../anh/mat.jpg)", "<p>mất</p>"),
    ("giá [tạm tính] (a.md)", "<p>giá [tạm tính] (a.md)</p>"),
]


@pytest.mark.parametrize(("written", "html"), CASES, ids=[written for written, _ in CASES])
def test_cases(prose: LinkLeader, written: str, html: str) -> None:
    """Each way of writing a link or a picture; what is not published leaves its words."""
    assert prose.html(written) == html


@settings(max_examples=100)
@given(MARKDOWN.filter(lambda text: not markup.references(text)))
def test_words_stay(text: str) -> None:
    """Without a link the page shows what any other place shows."""
    prose = LinkLeader(KNOWN, None, "content/guong-tot/bai.md", "tin/bai/")
    assert prose.html(text) == markup.html(text).strip()
