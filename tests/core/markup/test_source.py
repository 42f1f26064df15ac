"""Links in a source are changed in place, and what nobody reads is taken out; every other letter stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.core import markup

if TYPE_CHECKING:
    from loaphuong.core.markup import WrittenLink

LINKS = [
    ("[a](b.md)", [("b.md", "a", "", False)]),
    ("![Ngõ](<anh ngõ.jpg> 'Sáng')", [("anh ngõ.jpg", "Ngõ", " 'Sáng'", True)]),
    ("[một](a.md) và [hai](b.md)", [("a.md", "một", "", False), ("b.md", "hai", "", False)]),
    ("[[1]](a.md)", [("a.md", "[1]", "", False)]),
    ("[xa](https://vi.example/Loa_(thiết_bị))", [("https://vi.example/Loa_(thiết_bị)", "xa", "", False)]),
    ("`[a](a.md)`", []),
    ("```\n[a](a.md)\n```", []),
    ("giá [tạm tính] (a.md)", []),
]


@pytest.mark.parametrize(("body", "found"), LINKS, ids=[body for body, _ in LINKS])
def test_links_are_found_as_they_are_written(body: str, found: list[tuple[str, str, str, bool]]) -> None:
    """Target, text, title and kind; nothing in code is a link, as the parser holds too."""
    seen: list[WrittenLink] = []

    def keep(link: WrittenLink) -> str:
        seen.append(link)
        return link.source(link.text)

    assert markup.replace_links(body, keep, lambda _: None) == body
    assert [(link.target, link.text, link.title, link.image) for link in seen] == found
    assert [each.target for each in markup.references(body)] == [target for target, *_ in found]


def test_a_definition_has_another_target() -> None:
    """`[x]: a.md` leads on, whatever says `[a][x]`."""
    body = "[a][x]\n\n[x]: <a.md>\n"
    assert (
        markup.replace_links(body, lambda link: link.text, lambda target: f"tin/{target}")
        == "[a][x]\n\n[x]: tin/a.md\n"
    )


@given(st.text(alphabet="[]()<>`~!a. \n\\\"'-:#"))
def test_a_body_whose_links_stay_is_the_same_body(body: str) -> None:
    """Nothing is lost, whatever is written."""
    assert markup.replace_links(body, lambda link: link.source(link.text), lambda _: None) == body


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Xem [kế hoạch](a.md) nhé", "Xem [kế hoạch  nhé"),
        ("gõ `make` rồi <b>chờ</b>", "gõ   rồi  chờ "),
        ("tại https://phuong.example/a nhé", "tại   nhé"),
    ],
)
def test_what_nobody_reads_is_taken_out(body: str, read: str) -> None:
    """Targets, code, tags and addresses give no word to a search."""
    assert markup.readable(body) == read
