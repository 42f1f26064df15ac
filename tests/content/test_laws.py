"""Whatever is written into a file of content/, loading ends with nouns and with problems at lines of that file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.content.load import load as load_content
from tests.content.ward import ARTICLE, write

LINES = st.sampled_from(
    (
        *ARTICLE.split("\n"),
        *(
            "topic: x",
            "rules: [a#b, ''",
            "people:",
            "  - name: An",
            "    channels: [web",
            "title: a: b",
            "image: {path: ..}",
        ),
        *(
            "# Một",
            "[a](b.md#c)",
            "![](x)",
            "<b>",
            "```",
            "    mã",
            "|a|b|",
            "|-|-|",
            "> x",
            "\t- y",
            "---",
            "...",
            "&a *a !b",
            "%",
        ),
    )
)
TEXTS = st.one_of(
    st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=30).map("\n".join),
    st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=20).map(lambda lines: ARTICLE + "\n".join(lines)),
    st.lists(LINES, max_size=12).map(lambda lines: "\n".join(("---", *lines, *ARTICLE.split("\n")[1:]))),
)


@settings(max_examples=120)
@given(st.one_of(TEXTS.map(lambda text: text.encode(errors="replace")), st.binary(max_size=200)))
def test_any_file_is_loaded_or_named(data: bytes) -> None:
    """Nothing is lost in silence: a file is an article, or it has a problem at a line it has."""
    with TemporaryDirectory() as folder:
        content, problems = load_content(write(Path(folder), {"guong-tot/bai.md": data}))
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert content.articles or problems
    for found in problems:
        assert found.where.path == "content/guong-tot/bai.md"
        assert 0 <= found.where.line <= lines
        assert found.what
        assert found.hint
