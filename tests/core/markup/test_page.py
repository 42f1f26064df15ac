"""A body as HTML: each form, and no harm whatever is written."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from loaphuong.core import markup
from loaphuong.core.markup import BlockKind, Mark
from tests.core.markup.texts import MARKDOWN

CASES = [
    ("Một **đậm** và *nghiêng*.", "<p>Một <strong>đậm</strong> và <em>nghiêng</em>.</p>"),
    ("Sáng ra đồng\nĐường về\nĂn cơm.", "<p>Sáng ra đồng<br>\nĐường về<br>\nĂn cơm.</p>"),
    ("Bà con cùng nhau\nquét ngõ.", "<p>Bà con cùng nhau\nquét ngõ.</p>"),
    (
        "Thời gian: 8 giờ\nĐịa điểm: **Nhà văn hóa**",
        "<p>Thời gian: 8 giờ<br>\nĐịa điểm: <strong>Nhà văn hóa</strong></p>",
    ),
    ("## Đường về", '<h2 id="duong-ve">Đường về</h2>'),
    ("## Một\n\n## Một", '<h2 id="mot">Một</h2>\n<h2 id="mot-2">Một</h2>'),
    ("## 🌸", '<h2 id="muc">🌸</h2>'),
    ("Nội dung:\n- một\n- hai", "<p>Nội dung:</p>\n<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
    ("3. ba\n4. bốn", '<ol start="3">\n<li>ba</li>\n<li>bốn</li>\n</ol>'),
    (
        "[tới](https://a.example/?b=1&c=2)",
        '<p><a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer">tới</a></p>',
    ),
    (
        "Xem https://youtu.be/a1?b=1&c=2, www.a.vn.",
        '<p>Xem <a href="https://youtu.be/a1?b=1&amp;c=2" rel="noopener noreferrer">https://youtu.be/a1?b=1&amp;c=2</a>, <a href="https://www.a.vn" rel="noopener noreferrer">www.a.vn</a>.</p>',
    ),
    (
        "[*https://a.vn*](b.md) hop@www.a.vn javascript://www.a.vn",
        '<p><a href="b.md" rel="noopener noreferrer"><em>https://a.vn</em></a> hop@www.a.vn javascript://www.a.vn</p>',
    ),
    ('[tới](a.md "lời")', '<p><a href="a.md" title="lời" rel="noopener noreferrer">tới</a></p>'),
    ("![Ngõ](a.png)", '<p><img src="a.png" alt="Ngõ"></p>'),
    (
        "|a|\n|-:|\n|1|",
        '<table>\n<thead>\n<tr>\n<th align="right">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="right">1</td>\n</tr>\n</tbody>\n</table>',
    ),
    ("> Lời.", "<blockquote>\n<p>Lời.</p>\n</blockquote>"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ("<b onclick=x>tô</b>", "<p>&lt;b onclick=x&gt;tô&lt;/b&gt;</p>"),
    ("[x](javascript:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
    ("[x](data:text/html,x)", '<p><a rel="noopener noreferrer">x</a></p>'),
    ("![x](data:image/png;base64,x)", '<p><img alt="x"></p>'),
    ("Một {: onclick=x }", "<p>Một {: onclick=x }</p>"),
]


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[body[:20] for body, _ in CASES])
def test_each_form_has_its_html(body: str, expected: str) -> None:
    """Each kind of Markdown, and each kind of harm, becomes this and nothing else."""
    assert markup.html(body).strip() == expected


def test_links_and_pictures_are_led_where_the_page_stands() -> None:
    """`link` and `picture` are asked once for each target, and their answers stand in the page."""
    asked: list[str] = []

    def lead(target: str) -> str:
        asked.append(target)
        return f"../../{target}"

    shown = markup.html("[a](b.md#c) ![d](e.png)", lead, lambda target: {"src": lead(target), "width": "3"})
    assert asked == ["b.md#c", "e.png"]
    assert 'href="../../b.md#c"' in shown
    assert '<img src="../../e.png" width="3" alt="d">' in shown


def test_what_has_no_address_leaves_its_words() -> None:
    """A link is its words, a picture nothing, and a paragraph that held nothing else is not there."""
    body = "![a](a.png)\n\n[một ![a](a.png) *hai*](b.md) ba"
    assert markup.html(body, lambda _: None, lambda _: None) == "<p>một  <em>hai</em> ba</p>\n"


class Words(HTMLParser):
    """The words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag."""
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]

    def handle_data(self, data: str) -> None:
        """Words."""
        self.text += data


@settings(max_examples=100)
@given(MARKDOWN)
def test_any_text_is_shown_without_harm(body: str) -> None:
    """No text makes a tag that is not allowed, or ends in an error."""
    page = Words()
    page.feed(markup.html(body))
    assert page.tags <= markup.TAGS


@settings(max_examples=100)
@given(MARKDOWN)
def test_what_is_heard_is_seen(body: str) -> None:
    """Every word of every block stands on the page, in any text without raw HTML."""
    if any(mark.mark is Mark.HTML for mark in markup.marks(body)):
        return
    page = Words()
    page.feed(markup.html(body))
    seen = re.sub(r"\s+", "", page.text.translate(markup.UNSEEN))
    for block in markup.blocks(body):
        if block.kind not in {BlockKind.TABLE_ROW, BlockKind.IMAGE}:
            assert all(word in seen for word in block.text.translate(markup.UNSEEN).split() if word.isalnum())


@settings(max_examples=100)
@given(MARKDOWN)
def test_anchors_are_unique_and_plain(body: str) -> None:
    """Each heading has an address of its own, in ASCII."""
    found = markup.anchors(body)
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in found)


def test_headings_of_one_name_are_numbered() -> None:
    """Each has an address of its own, also beside one that is written with a number."""
    assert markup.anchors("## A\n## A 2\n## A\n## A\n## A 2\n") == ("a", "a-2", "a-3", "a-4", "a-2-2")
