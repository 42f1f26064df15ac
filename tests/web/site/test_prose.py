"""The language of content/ on a page: what the ear's parser reads, nothing that could do harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from loaphuong.core import markup
from loaphuong.web.site.prose import makeExtension

CASES = [
    ("Chữ **đậm**", "<p>Chữ <strong>đậm</strong></p>"),
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ("[x](javascript:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
    ("[x](JaVaScRiPt:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
    ("[x](data:text/html,y)", '<p><a rel="noopener noreferrer">x</a></p>'),
    ("## Mục [x](javascript:y)", '<h2 id="muc-x">Mục <a rel="noopener noreferrer">x</a></h2>'),
    (
        "![Ngõ](../../anh/a/b.jpg#1280x854)",
        (
            '<p><img src="../../anh/a/b.jpg" width="1280" height="854" srcset="../../anh/a/b-480.webp 480w,'
            ' ../../anh/a/b-960.webp 960w, ../../anh/a/b-1280.webp 1280w" sizes="(min-width: 46rem) 42rem, 92vw"'
            ' loading="lazy" decoding="async" alt="Ngõ"></p>'
        ),
    ),
    (
        "![Nhỏ](../../anh/b.png#300x200)",
        '<p><img src="../../anh/b.png" width="300" height="200" srcset="../../anh/b-300.webp 300w" sizes="(min-width: 46rem) 42rem, 92vw" loading="lazy" decoding="async" alt="Nhỏ"></p>',
    ),
]


def shown(text: str) -> str:
    """A text as the site's generator shows it."""
    return Markdown(extensions=["toc", "tables", "fenced_code", makeExtension()]).convert(text)


@pytest.mark.parametrize(("written", "html"), CASES)
def test_cases(written: str, html: str):
    """Each kind of thing an article might hold."""
    assert sorted(shown(written).replace(">", " ").split()) == sorted(html.replace(">", " ").split())


@settings(deadline=None)
@given(st.text())
def test_nothing_runs(text: str):
    """No script, handler or frame, whatever is typed."""
    page = shown(text).lower()
    for tag in ("<script", "<iframe", "<style", "<svg", "<object", "<form", "<link", "<meta"):
        assert tag not in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize(
    "body", ["Một\n\n- hai\n- ba\n", "1. a\n2. b\n\n> c\n", "| a | b |\n|-|-:|\n| 1 | 2 |\n", "## Ba việc\n\nx"]
)
def test_the_page_shows_what_the_feed_shows(body: str):
    """One language for both."""
    assert shown(body).strip() == markup.html(body).strip()
