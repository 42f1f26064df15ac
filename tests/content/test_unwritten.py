"""What nobody has written yet is found, and words that only look like it are left alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from loaphuong.content import unwritten
from loaphuong.content.source import split
from loaphuong.core.where import Where
from tests.making import NOW

HERE = Where("content/a/b.md")


def told(body: str) -> list[tuple[str, int]]:
    """What is found in a body, and on which line of the file."""
    return [(found.id, found.where.line) for found in unwritten.find(split(HERE, f"---\ntitle: Bài\n---\n{body}\n"))]


@pytest.mark.parametrize(
    "line",
    [
        "Lorem ipsum dolor sit amet.",
        "TODO: hỏi lại tổ trưởng",
        "Ông XXXX ở số 5",
        "Anh xxx nói",
        "Ngày [điền ngày] tháng này",
        "[họ và tên]",
        "[tên người được khen] đã giúp",
        "Viết nội dung ở đây",
        "Nội dung bài viết tại đây",
        "Bà con vui. (viết tiếp)",
    ],
)
def test_words_that_keep_a_place(line: str) -> None:
    """Each is told at its line."""
    assert told(f"Một.\n{line}") == [("placeholder", 5)]


@pytest.mark.parametrize(
    "line",
    [
        "Việc cần làm còn nhiều.",
        "todo là một từ tiếng Tây Ban Nha",
        "Trang www.xxx.vn",
        "[tên phường](../trang/gioi-thieu.md)",
        "Xem [số 5](a.md) nhé",
        "Bà con viết thư ở bưu điện.",
        "# TODO",
    ],
)
def test_words_that_only_look_like_it(line: str) -> None:
    """A link, an address, a word in a sentence, a remark of the front matter."""
    assert told(line) == []


def test_a_new_file_is_told_line_by_line() -> None:
    """Everything in it that is an example, in the head and below."""
    text = unwritten.TEMPLATE.format(title="Ngõ sạch", genre="guong", genres="guong, tin", at=NOW + timedelta(days=1))
    assert "published_at: 22/11/2026 09:00" in text
    lines = text.split("\n")
    found = {found.where.line: found.id for found in unwritten.find(split(HERE, text))}
    assert {lines[number - 1].removeprefix('summary: "').rstrip('"') for number in found} == set(unwritten.EXAMPLES)
    assert set(found.values()) == {"not-written"}
