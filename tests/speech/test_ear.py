"""What an ear cannot follow is told once a sentence, with the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.content.genres import Genre
from loaphuong.core.where import Where
from loaphuong.speech.ear import find_unrepeated, strain
from loaphuong.speech.nouns import Line
from loaphuong.speech.readings import Readings
from loaphuong.speech.spoken import Reader
from tests.making import a_station, an_article

if TYPE_CHECKING:
    from loaphuong.content.articles import Article

READINGS = Readings(Reader())
PAUSES = a_station().pauses


def told(text: str) -> list[str]:
    """The warnings of a line, by id."""
    read, problems = READINGS.read(Line(text, Where("content/bai.md", 9)))
    assert not problems
    assert all(found.warning for found in strain(read))
    return [found.id for found in strain(read)]


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("Mời bà con tới dự.", []),
        (f"Mời {'bà con phường ta ' * 8}tới dự, và ở lại cùng nhau.", ["ear-sentence"]),
        (f"Mời {'bà con phường này, ' * 9}tới dự.", ["ear-sentence"]),
        ("Ở chợ có cá, tôm, cua, ốc, hến, trai, sò, mực, bạch tuộc.", ["ear-list"]),
        ("Ở chợ có cá, tôm, cua, ốc, hến, trai, sò.", []),
        (f"Mời {'bà con phường ta ' * 6}tới dự.", ["ear-breath"]),
        ("Họp tổ (ai bận thì cử người nhà đi thay cho đủ mặt) vào tối mai.", ["ear-brackets"]),
        ("Họp tổ (có trà nước) vào tối mai.", []),
    ],
)
def test_one_warning_a_sentence(text: str, warnings: list[str]) -> None:
    """Over 35 syllables, over seven things, over a breath, brackets over eight syllables: the gravest of them."""
    assert told(text) == warnings


def test_a_warning_stands_on_the_line_of_its_sentence() -> None:
    """A paragraph of the editor's may go over several lines."""
    text = f"Câu đầu ngắn. Mời {'bà con phường ta ' * 9}tới dự."
    read, _ = READINGS.read(Line(text, Where("content/bai.md", 9), breaks=(14,)))
    assert [found.where for found in strain(read)] == [Where("content/bai.md", 10)]


def a_notice(body: str, *, repeats: bool = False) -> Article:
    """A notice with this body."""
    return an_article("Họp tổ", body=body, genre=Genre.NOTICE, repeats=repeats)


@pytest.mark.parametrize(
    ("notice", "warned"),
    [
        (a_notice("Họp lúc 8h tại nhà văn hóa.\n\nMời bà con tới dự.\n"), True),
        (a_notice("Họp lúc 8h tại nhà văn hóa.\n\nMời bà con tới dự.\n", repeats=True), False),
        (a_notice("Họp lúc 8h tại nhà văn hóa.\n\nXin nhắc lại: 8h, nhà văn hóa.\n"), False),
        (a_notice("Mời bà con tới dự.\n\nXin cảm ơn.\n"), False),
    ],
)
def test_a_notice_is_asked_to_say_its_time_again(notice: Article, warned: bool) -> None:
    """Unless it does, or has nothing to say again."""
    assert [found.id for found in find_unrepeated([notice], PAUSES)] == ["ear-notice"] * warned
