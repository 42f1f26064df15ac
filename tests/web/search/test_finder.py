"""The page's script, asked as residents ask, over an index of a small ward."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.content.nouns import Rule, Stance
from loaphuong.web import search
from tests.finder import Answer, ask
from tests.making import a_code, an_article, an_edition

if TYPE_CHECKING:
    from pathlib import Path

ABBREVIATIONS = {"PCCC": "phòng cháy chữa cháy", "UBND": "ủy ban nhân dân", "QĐ": "quyết định"}
ARTICLES = {
    "hoa-giai": ("Tổ hòa giải giữ yên con đường", "Nhờ kiên trì, cả tổ không còn to tiếng."),
    "vang-ma": ("Bớt đốt vàng mã ngày rằm", "Khói bay vào nhà bên."),
    "khoi-thuoc": ("Khói thuốc ở trạm chờ", "Xin nhìn quanh trước khi châm lửa."),
    "ngo-sach": ("Ngõ nhỏ sạch mỗi sớm", "Hai trăm nhà cùng quét."),
    "do-xe": ("Đỗ xe trước cổng trường", "Chỉ một phút thôi."),
    "chay": ("Phòng cháy chữa cháy mùa lạnh", "Nhớ khóa bình ga trong nhà trọ."),
    "duc-tinh": ("Đức tính thật thà", "Nhặt được của rơi, trả người đánh mất."),
    "ong-dung": ("Ống đựng nước mưa", "Một việc nhỏ tiết kiệm nước. Lắp camera cạnh vỉa hè."),
    "hang-rong": ("Gánh hàng rong trên vỉa hè", "Bà bán bún mỗi sáng."),
    "dai": ("Một ngày dài", "Chuyện kể từ sáng đến tối."),
}
LONG = "Có người bán hàng. Có con đường vỉa. Hè về nóng. Một gánh rong rêu. " * 6
RULES = (
    Rule("xa-rac", "Xả rác", Stance.DONT, "Nơi công cộng"),
    Rule("rac-dung-cho", "Bỏ rác đúng nơi", Stance.DO, "Nơi công cộng"),
)
# What is typed → the page that comes first.
FIRST = {
    # as it stands, without accents, in capitals, decomposed, with the tone elsewhere
    "hòa giải": "tin/hoa-giai/",
    "hoa giai": "tin/hoa-giai/",
    "HOÀ GIẢI": "tin/hoa-giai/",
    "ho\u0300a gia\u0309i": "tin/hoa-giai/",
    "duc tinh": "tin/duc-tinh/",
    # keys that were left
    "ddoots vafng max": "tin/vang-ma/",
    "do61t va2ng ma4": "tin/vang-ma/",
    "hoaf giair": "tin/hoa-giai/",
    "dduwcs tinhs": "tin/duc-tinh/",
    # a letter wrong, missing, too many, changed about; a tone that is another
    "hoa giaii": "tin/hoa-giai/",
    "khói thốc": "tin/khoi-thuoc/",
    "cổng trừơng": "tin/do-xe/",
    "caemra": "tin/ong-dung/",
    "đúc tính": "tin/duc-tinh/",
    # joined and split
    "hoagiai": "tin/hoa-giai/",
    "viahe hangrong": "tin/hang-rong/",
    "ca me ra": "tin/ong-dung/",
    # in other words
    "thuốc lá": "tin/khoi-thuoc/",
    "đậu xe": "tin/do-xe/",
    "dau xe": "tin/do-xe/",
    "hẻm sạch": "tin/ngo-sach/",
    "gas phòng trọ": "tin/chay/",
    "vứt rác": "quy-tac/qd-1665/#xa-rac",
    # short and in full, and by a document's number
    "PCCC": "tin/chay/",
    "pccc": "tin/chay/",
    "1665/QĐ-UBND": "quy-tac/qd-1665/",
    "quyết định 1665": "quy-tac/qd-1665/",
    "qd1665": "quy-tac/qd-1665/",
    # all words first, then most of them; words that stand together before those that do not
    "bán hàng rong vỉa hè": "tin/hang-rong/",
    "hàng rong không phép": "tin/hang-rong/",
    "làm sao để hòa giải": "tin/hoa-giai/",
    "hòa gi": "tin/hoa-giai/",
    # what is no text of its own
    "lịch phát": "lich-phat/",
    "bảng vàng": "khen-thuong/",
    "gop y": "gop-y/",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the ward, as files."""
    made = tmp_path_factory.mktemp("index")
    found = [
        an_article(title, slug=slug, summary=lead, body=LONG if slug == "dai" else "Hết.", rules=())
        for slug, (title, lead) in ARTICLES.items()
    ]
    edition = an_edition(*found)
    code = replace(a_code(), rules=RULES)
    edition = replace(edition, content=replace(edition.content, codes=(code,), topics=()))
    for path, data in search.render(edition, ABBREVIATIONS).items():
        (made / path.rpartition("/")[2]).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def answers(folder: Path) -> dict[str, Answer]:
    """What each question of this file finds; all are asked at once."""
    asked = [
        *FIRST,
        "đức",
        "xe đạp",
        "rác",
        "zzzz qqqq",
        "",
        "!?",
        "constructor __proto__ toString",
        "a" * 5000,
    ]
    return dict(zip(asked, ask(folder, asked), strict=True))


@pytest.mark.parametrize("question", FIRST)
def test_first(answers: dict[str, Answer], question: str):
    """The page that answers stands first."""
    assert answers[question].found[:1] == (FIRST[question],)


def test_accents_that_were_typed_are_meant(answers: dict[str, Answer]):
    """đức does not find đựng where something has đức."""
    assert answers["đức"].found == ("tin/duc-tinh/",)


def test_most_words(answers: dict[str, Answer]):
    """A page without one of the words is shown where none has them all, and says so."""
    assert answers["xe đạp"].found[0] == "tin/do-xe/"
    assert answers["xe đạp"].missing[0] == 1
    assert answers["hòa giải"].missing[0] == 0


def test_a_code_is_shown_once(answers: dict[str, Answer]):
    """Rules of one code stand under the best of them."""
    assert [each for each in answers["rác"].found if each.startswith("quy-tac/qd-1665")] == ["quy-tac/qd-1665/#xa-rac"]
    assert "quy-tac/qd-1665/#rac-dung-cho" in answers["rác"].others


def test_nothing_found_leads_on(answers: dict[str, Answer]):
    """Words that are near, and three pages that help; an empty question asks for neither."""
    nothing = answers["zzzz qqqq"]
    assert nothing.found == ()
    assert nothing.useful == ("lich-phat/", "quy-tac/", "gop-y/")
    for each in ("", "!?"):
        assert answers[each].found == answers[each].useful == ()


@pytest.mark.parametrize("question", ["constructor __proto__ toString", "a" * 5000])
def test_odd_questions(answers: dict[str, Answer], question: str):
    """Names of the language and very long words are words like others."""
    assert answers[question].found == ()


def test_little_is_fetched(answers: dict[str, Answer]):
    """The table, then only the pieces that a question needs."""
    assert answers["đức"].fetched[0] == "muc-luc"
    assert answers[""].fetched == ("muc-luc",)
    assert len(set(answers["hẻm sạch"].fetched)) == len(answers["hẻm sạch"].fetched)
