"""What an announcer is handed: the prose of an article, and the words around the items of a bulletin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loaphuong.content.articles import Correction
from loaphuong.content.events import Recurrence
from loaphuong.content.genres import Genre
from loaphuong.core.where import Where
from loaphuong.radio import announcer
from loaphuong.radio.programme import Item
from loaphuong.speech import script
from loaphuong.speech.nouns import Role
from loaphuong.station.show import ItemKind
from tests.making import a_code, a_programme, a_station, an_article, an_event

STATION = a_station()
PAUSES = STATION.pauses

BODIES = [
    ("plain", "Một đoạn.\n", ["Một đoạn."]),
    ("two paragraphs", "Một.\n\nHai.\n", ["Một.", "Hai."]),
    ("heading number", "## 1.1. Tuyên truyền\n\nLời.\n", ["Tuyên truyền", "Lời."]),
    ("roman heading", "## II. NỘI DUNG\n\nLời.\n", ["NỘI DUNG", "Lời."]),
    ("bullets", "- Chào hỏi\n- Xếp hàng\n", ["Chào hỏi", "Xếp hàng"]),
    ("ordered", "1. Chào hỏi\n2. Xếp hàng\n", ["Một là, Chào hỏi", "Hai là, Xếp hàng"]),
    ("link", "Xem [Quy tắc](../quy-tac/qd-1665.md) nhé.\n", ["Xem Quy tắc nhé."]),
    ("picture", "![Con ngõ](../hinh-anh/ngo.webp)\n\nLời.\n", ["Lời."]),
    ("code", "```\nx = 1\n```\n\nLời.\n", ["Lời."]),
    ("table", "| Giờ | Việc |\n|-|-|\n| 7:00 | Quét ngõ |\n", ["Giờ: 7:00; Việc: Quét ngõ"]),
]


@pytest.mark.parametrize(("body", "read"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_body_becomes_prose(body: str, read: list[str]) -> None:
    """Markdown is not heard: no pipes, no addresses, no pictures, no numbering of headings."""
    lines = script.article(an_article(body=body), PAUSES).lines
    assert [line.text for line in lines[2:]] == read


def test_every_line_names_its_place() -> None:
    """An editor is sent to the line of the file that the words stand on, even inside a paragraph."""
    lines = script.article(an_article(body="Một\nhai.\n\n- Ba\n", body_line=20), PAUSES).lines
    assert [line.where.line for line in lines[2:]] == [20, 23]
    assert lines[2].where_at(lines[2].text.index("hai")).line == 21


def test_title_and_sapo_come_first() -> None:
    """The title is a heading of its own, then the sapo, each at its front-matter line."""
    lines = script.article(an_article(lines={"title": 2, "summary": 3}), PAUSES).lines
    assert [(line.role, line.where.line) for line in lines[:2]] == [(Role.TITLE, 2), (Role.PARAGRAPH, 3)]
    assert lines[0].pause_ms == PAUSES.heading_ms


def read_bulletin(*items: Item, **articles: object) -> list[list[str]]:
    """A bulletin's lines as text, for these items and articles by slug."""
    own = {article.slug: article for article in articles.values()} or {"a": an_article("Một ngõ sạch", slug="a")}
    programme = replace(a_programme(), items=items)
    speaker = announcer.Announcer(STATION, STATION.main, (a_code(),), own)
    bodies = {
        (slug, part): script.article(article, PAUSES).lines[1:] for slug, article in own.items() for part in (1, 2)
    }
    read = announcer.bulletin(
        programme, speaker, bodies, repeat_of=date(2026, 11, 20) if "repeat" in articles else None, synthetic=True
    )
    return [[line.text for line in lines] for lines in read]


def carry(slug: str, title: str, **changes: object) -> Item:
    """An article in a running order."""
    return replace(Item(ItemKind.ARTICLE, title, (slug,)), **changes)


def test_ident_tells_station_programme_and_day() -> None:
    """A bulletin opens with who speaks, what programme it is and which day."""
    [[ident, today]] = read_bulletin(Item(ItemKind.IDENT, ""))
    assert "Đài truyền thanh phường Bạch Đằng" in ident
    assert today == "Hôm nay, thứ ba, ngày 24/11/2026."


def test_contents_counts_the_articles() -> None:
    """Listeners hear what is coming, one by one."""
    b = an_article("Hai chuyện đẹp", slug="b")
    read = read_bulletin(
        Item(ItemKind.CONTENTS, ""), carry("a", "Một ngõ sạch"), carry("b", b.title), a=an_article(slug="a"), b=b
    )
    assert read[0] == ["Trong bản tin hôm nay có những nội dung sau: một là, Một ngõ sạch; hai là, Hai chuyện đẹp."]
    assert read[1][0].startswith("Mở đầu chương trình")
    assert read[2][0].startswith("Sau cùng")


def test_the_editors_lead_in_is_read_before_the_title() -> None:
    """A lời dẫn of the editor's own comes first."""
    [lines] = read_bulletin(carry("a", "Một ngõ sạch"), a=an_article(slug="a", lead_in="Chuyện ở ngõ nhỏ."))
    assert lines[0] == "Chuyện ở ngõ nhỏ."
    assert "Một ngõ sạch" in lines[1]


def test_an_illustrative_story_is_announced_as_one() -> None:
    """Listeners are never led to take a made-up story for news."""
    [told] = read_bulletin(carry("a", "Một ngõ sạch"), a=an_article(slug="a", illustrative=True))
    [news] = read_bulletin(carry("a", "Một ngõ sạch"), a=an_article(slug="a", illustrative=False))
    assert told[0] == "Sau đây, mời bà con nghe câu chuyện minh họa: Một ngõ sạch."
    assert news[0] == "Sau đây, mời bà con nghe bài: Một ngõ sạch."


def test_a_later_part_recalls_the_earlier_one() -> None:
    """A serial's second part says so and recalls what came before."""
    [lines] = read_bulletin(carry("a", "Một ngõ sạch", part=2, parts=3))
    assert lines[0].startswith("Ở phần trước, bà con đã nghe phần một")
    assert lines[1] == "Một ngõ sạch, phần hai."


def test_rules_are_sentences_gathered_by_place() -> None:
    """The place is said once; what not to do begins with Không, so that no line is a bare vice."""
    [lines] = read_bulletin(Item(ItemKind.RULES, "", ("qd-1665#r1", "qd-1665#r3", "qd-1665#r2")))
    assert lines[1:] == [
        "Nơi công cộng:",
        "Nên giữ gìn vệ sinh chung.",
        "Nên giữ gìn vệ sinh chung.",
        "Không xả rác nơi công cộng.",
    ]


def test_a_correction_says_what_was_wrong_and_what_is_right() -> None:
    """Cải chính names the article and both readings, and points to its line."""
    wrong = Correction(date(2026, 11, 20), "Bài viết 12 hộ.", "Đúng là 21 hộ.", where=Where("content/a.md", 9))
    [lines] = read_bulletin(
        Item(ItemKind.CORRECTION, "", ("a",)), a=an_article("Một ngõ sạch", slug="a", corrections=(wrong,))
    )
    assert "Bài viết 12 hộ. Đúng là 21 hộ." in lines[0]


def test_a_repeat_says_that_it_is_one() -> None:
    """Phát lại is never passed off as new."""
    [lines] = read_bulletin(Item(ItemKind.IDENT, ""), repeat=an_article(slug="a"))
    assert lines[-1] == "Sau đây là bản tin phát lại của thứ sáu, ngày 20/11/2026."


def test_the_synthetic_voice_is_announced() -> None:
    """The sign-off tells that no person read this."""
    [lines] = read_bulletin(Item(ItemKind.SIGN_OFF, ""))
    assert lines[-1] == STATION.main.words.synthetic


@pytest.mark.parametrize(
    ("synthetic", "words", "count"), [(True, "Máy đọc.", 2), (False, "Máy đọc.", 1), (True, "", 1)]
)
def test_a_person_is_not_called_a_machine(synthetic: bool, words: str, count: int) -> None:
    """Nor is anything added where the station has no words for it."""
    show = replace(STATION.main, words=replace(STATION.main.words, synthetic=words))
    assert len(announcer.Announcer(STATION, show, (), {}).sign_off(synthetic)) == count


def test_every_item_ends_with_the_pause_between_items() -> None:
    """Items are set apart by their own pause."""
    programme = replace(a_programme(), items=(Item(ItemKind.IDENT, ""), Item(ItemKind.SIGN_OFF, "")))
    read = announcer.bulletin(
        programme, announcer.Announcer(STATION, STATION.main, (), {}), {}, repeat_of=None, synthetic=True
    )
    assert [lines[-1].pause_ms for lines in read] == [PAUSES.item_ms] * 2


def test_an_urgent_notice_is_announced_as_one() -> None:
    """A notice is led in by the station's urgent words."""
    [lines] = read_bulletin(
        Item(ItemKind.NOTICE, "Mất nước", ("a",)), a=an_article("Mất nước", slug="a", genre=Genre.NOTICE)
    )
    assert lines[0].startswith("Sau đây là thông báo")


def test_a_station_may_say_the_lunar_day() -> None:
    """It writes {lunar} in its phrase of the day."""
    words = replace(STATION.main.words, date="Hôm nay, {weekday}, ngày {date}, tức {lunar}.")
    speaker = announcer.Announcer(STATION, replace(STATION.main, words=words), (), {})
    assert speaker.ident(date(2026, 11, 27), None)[1].text == (
        "Hôm nay, thứ sáu, ngày 27/11/2026, tức ngày 19 tháng 10 âm lịch."
    )


def test_events_are_told_with_their_time_and_place() -> None:
    """Each time of an event by its own day."""
    event = an_event(repeats=Recurrence.WEEKLY)
    speaker = announcer.Announcer(STATION, STATION.main, (), {}, (event,))
    item = Item(ItemKind.EVENTS, "", ("su-kien/ngay-hoi@2026-11-28", "su-kien/ngay-hoi@2026-12-05"))
    assert [line.text for line in speaker.agenda(item)] == [
        "Sau đây là lịch việc sắp tới của phường.",
        "Thứ Bảy, ngày 28/11, 8h00: Ngày hội ngõ xóm. Địa điểm: sân nhà văn hóa.",
        "Thứ Bảy, ngày 5/12, 8h00: Ngày hội ngõ xóm. Địa điểm: sân nhà văn hóa.",
    ]


def test_a_demonstration_says_so_before_it_ends() -> None:
    """Where [phuong] says that it is one, and words are there for it."""
    words = replace(STATION.main.words, demonstration="Đây là bản tin trình diễn.")
    for demonstration, first in ((True, "Đây là bản tin trình diễn."), (False, words.sign_off)):
        station = replace(STATION, ward=replace(STATION.ward, demonstration=demonstration))
        speaker = announcer.Announcer(station, replace(station.main, words=words), (), {})
        assert speaker.sign_off(synthetic=False)[0].text == first
