"""A page as a file with front matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from loaphuong.core import markup
from loaphuong.web.pages.page import PublishedPage, quote
from tests.core.markup.texts import MARKDOWN
from tests.web.pages.reading import meta


@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_front_matter_reads_back(title: str, data: dict[str, object]):
    """Whatever an editor types comes out of YAML as it went in."""
    surrogates = any("\ud800" <= letter <= "\udfff" for letter in title + "".join(data) + str(list(data.values())))
    text = PublishedPage("x/", "page.html", title, "", data).source()
    if not surrogates:
        found = meta(text)
        assert found["title"] == title
        assert found["loa"] == {key: value for key, value in data.items() if value or value == 0}


def test_front_matter_is_one_line_a_key():
    """No value can end the front matter early."""
    assert "\n" not in quote({"a": "x\n---\ny\u2028z\x85"})


@pytest.mark.parametrize(
    "written",
    [
        "Một **đậm** [a](https://a.example/?b=1&c=2).",
        "- một\n\n  hai\n- ba\n\n1. a\n   - b",
        "| a | b |\n|-|-:|\n| `1|` | 2 |",
        "~~~\n```\n[x]: y\n\n    *a* &amp; <b>\n```\n~~~",
        "```\n~~~\na\n~~~\n```",
        "    # mã\n\n    [a](b)",
        "<div markdown='1'>*a*</div>\n\n> ## Lời",
        "\\# không là đề mục\n***\n![Ngõ](a.png 'Một > hai')",
    ],
)
def test_the_generator_shows_the_body_as_it_is(written: str) -> None:
    """HTML that Markdown has nothing to say to: what `markup` made is what residents get."""
    body = markup.html(written).strip()
    assert generated(PublishedPage("x/", "page.html", "", "", body=body)) == body


@settings(max_examples=200)
@given(MARKDOWN)
def test_the_generator_shows_any_body_as_it_is(written: str) -> None:
    """Only controls and tabs are lost on the way."""
    body = markup.html("".join(letter for letter in written if letter.isprintable() or letter == "\n")).strip()
    assert generated(PublishedPage("x/", "page.html", "", "", body=body)) == body


def generated(page: PublishedPage) -> str:
    """The body of a page as MkDocs shows it, with the extensions it always has."""
    text = page.source().split("---\n", 2)[2]
    return unfenced(Markdown(extensions=["toc", "tables", "fenced_code"]).convert(text.strip()))


def unfenced(html: str) -> str:
    """With the signs of code as they were written."""
    return html.replace("&#96;", "`").replace("&#126;", "~")
