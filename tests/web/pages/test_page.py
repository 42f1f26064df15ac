"""A page as a file with front matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.web.pages.page import PublishedPage, quote
from tests.web.pages.reading import meta


@settings(deadline=None)
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
