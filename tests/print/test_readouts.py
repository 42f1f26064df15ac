"""What a person reads out: in time, with breath, of people who agreed to it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from loaphuong.content.articles import Channel, Person
from loaphuong.core.where import Where
from loaphuong.print.press import Press
from loaphuong.print.readouts import OCCASIONS, make_readouts, with_breaths
from loaphuong.speech.readings import Readings
from loaphuong.speech.spoken import Reader, lexicon
from loaphuong.station.nouns import Dialect
from tests.making import a_code, an_article
from tests.print.making import a_copy, some_rules

READINGS = Readings(Reader(lexicon.Lexicon(()), Dialect()))


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Ngõ sạch, lòng vui.", "Ngõ sạch, lòng vui."),
        (
            "Sáng nào con ngõ cũng được quét sạch trước giờ học, nhà nào cũng vậy.",
            "Sáng nào con ngõ cũng được quét sạch trước giờ học, | nhà nào cũng vậy.",
        ),
        (
            "Một, hai, ba, bốn, năm, sáu, bảy, tám, chín, mười, rồi cả ngõ cùng làm.",
            "Một, hai, ba, bốn, năm, sáu, bảy, tám, chín, | mười, rồi cả ngõ cùng làm.",
        ),
    ],
)
def test_breath_is_taken_at_commas(sentence: str, shown: str) -> None:
    """Not at each of them: nine words at least lie between two breaths."""
    assert with_breaths(sentence) == shown


def test_an_article_is_read_whole() -> None:
    """Its title once, its summary, its body, each paragraph with the time it would begin."""
    sheet = next(make_readouts(a_copy(), READINGS))
    text = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(Press().print(sheet)[f"{sheet.name}.pdf"])).pages
    )
    words = " ".join(text.split())
    assert "Chiều thứ Bảy cả ngõ cùng dọn." in words
    times = [said["at"] for item in sheet.data["items"] for said in item["said"]]
    assert words.count("Con ngõ sạch mỗi sớm mai") == 1
    assert "0:00" < times[0] < "0:05"
    assert times == sorted(times, key=lambda at: int(at.split(":")[0]) * 60 + int(at.split(":")[1]))


def test_whoever_did_not_agree_to_paper_is_not_printed() -> None:
    """Consent is by channel: web and loudspeaker are not paper."""
    person = Person("Nguyễn Thị Thử", "cư dân", (Channel.WEB, Channel.LOUDSPEAKER), "PDY-1", where=Where("x"))
    silent = an_article(people=(person,))
    agreed = an_article("Cây bàng đầu ngõ", people=(replace(person, channels=(*person.channels, Channel.PRINT)),))
    names = {sheet.name for sheet in make_readouts(a_copy(articles=(silent, agreed)), READINGS)}
    assert f"ban-doc/{agreed.slug}" in names
    assert f"ban-doc/{silent.slug}" not in names


def test_an_occasion_is_filled_to_its_time() -> None:
    """Newest articles first, then rules; never longer than the occasion allows, and nothing where material lacks."""
    paragraph = "Mỗi nhà một việc, mỗi người một tay, sáng nào cả ngõ cũng cùng nhau quét dọn lối đi chung. "
    articles = tuple(an_article(f"Chuyện ngõ nhỏ thứ {at}", body=paragraph * 6) for at in range(1, 9))
    copy = a_copy(replace(a_code(), rules=some_rules(20)), articles=articles)
    sheets = {sheet.name: sheet for sheet in make_readouts(copy, READINGS)}
    for occasion in OCCASIONS:
        sheet = sheets[f"ban-doc/{occasion.key}"]
        spoken, _, _ = sheet.data["ending"].removeprefix("Chừng ").partition(" ")
        minute, second = spoken.split(":")
        assert occasion.shortest - 1 <= int(minute) * 60 + int(second) <= occasion.longest + 1
    bare = {sheet.name for sheet in make_readouts(a_copy(replace(a_code(), rules=some_rules(1))), READINGS)}
    assert not any(f"ban-doc/{occasion.key}" in bare for occasion in OCCASIONS)
