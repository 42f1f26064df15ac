"""The script of an article: what is read of it, line by line, and what of a notice is read twice."""

from __future__ import annotations

import pytest

from loaphuong.content.nouns import Rule, Stance
from loaphuong.core.where import Where
from loaphuong.speech import script
from tests.making import a_station, an_article

PAUSES = a_station().pauses


def read(body: str, *, repeats: bool = False) -> list[str]:
    """The lines after title and sapo."""
    return [line.text for line in script.article(an_article(body=body, repeats=repeats), PAUSES).lines[2:]]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("1. Việc cần làm", "Việc cần làm"),
        ("2.1 Việc cần làm", "Việc cần làm"),
        ("IV. Việc cần làm", "Việc cần làm"),
        ("a) Việc cần làm", "Việc cần làm"),
        ("12 hộ được hỗ trợ", "12 hộ được hỗ trợ"),
        ("3.5 triệu đồng tiền quỹ", "3.5 triệu đồng tiền quỹ"),
    ],
)
def test_the_number_of_a_heading_is_not_said_an_amount_is(heading: str, said: str) -> None:
    """Only a number with its point or bracket is a heading's."""
    assert read(f"## {heading}\n") == [said]


NOTICE = """Mời bà con họp tổ.

- Thời gian: 8h ngày 5/12.
- Địa điểm: nhà văn hóa.
- Nội dung: bàn việc chung.
- Liên hệ: 0912 345 678.
"""


def test_a_notice_says_its_facts_again() -> None:
    """Time, place and telephone once more at the end, and nothing else."""
    again = ["Xin nhắc lại:", "Thời gian: 8h ngày 5/12.", "Địa điểm: nhà văn hóa.", "Liên hệ: 0912 345 678."]
    assert read(NOTICE)[-1] == "Liên hệ: 0912 345 678."
    assert read(NOTICE, repeats=True) == [*read(NOTICE), *again]


def test_without_labels_the_sentences_with_a_clock_or_a_number_are_said_again() -> None:
    """They stand on the lines where they were written."""
    lines = script.article(an_article(body="Họp lúc 8h ở đình.\n\nMời bà con.\n", repeats=True), PAUSES).lines
    assert [(line.text, line.where.line) for line in lines[4:]] == [("Xin nhắc lại:", 10), ("Họp lúc 8h ở đình.", 10)]


def test_nothing_to_say_again() -> None:
    """A notice without a fact ends as it ends."""
    assert read("Mời bà con.\n", repeats=True) == ["Mời bà con."]


@pytest.mark.parametrize(
    ("text", "spoken", "stance", "said"),
    [
        ("Xả rác", None, Stance.DONT, "Không xả rác."),
        (
            "Vũ khí, chất nổ trái phép",
            "có vũ khí, chất nổ trái phép",
            Stance.DONT,
            "Không có vũ khí, chất nổ trái phép.",
        ),
        ("Luôn mỉm cười", None, Stance.DO, "Luôn mỉm cười."),
        ("Giữ kỷ luật của cơ quan.", None, Stance.DO, "Nên giữ kỷ luật của cơ quan."),
        ("Không gây ồn", None, Stance.DONT, "Không gây ồn."),
    ],
)
def test_a_rule_is_a_sentence(text: str, spoken: str | None, stance: Stance, said: str) -> None:
    """What not to do is never a bare vice."""
    rule = Rule(id="r1", text=text, spoken=spoken, stance=stance, place="Nơi công cộng", where=Where("a.md", 3))
    assert [line.text for line in script.rule_lines([rule], PAUSES)] == ["Nơi công cộng:", said]
