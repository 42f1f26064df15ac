"""The search index: what is in it, how words are compared, how small it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.core.vietnamese import fold, nfc
from loaphuong.web import search
from loaphuong.web.search import base36, plain, shorten, words
from tests.making import an_article, an_edition


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Hoà giải", "hòa giải"),
        ("hòa giải", "hòa giải"),
        ("UỶ BAN", "ủy ban"),
        ("thoẻ", "thỏe"),
        ("hoàn thuỷ", "hoàn thủy"),
        ("quý, quỷ, quỳ", "quý, quỷ, quỳ"),
        ("Đường phố", "đường phố"),
        ("u\u031b\u0301ng xu\u031b\u0309", "ứng xử"),
        ("khoẻ khoắn", "khỏe khoắn"),
    ],
)
def test_plain(typed: str, compared: str):
    """Case, composition and the place of the tone do not matter."""
    assert plain(typed) == compared


def test_words():
    """Letters and digits; punctuation and underscores part them."""
    assert words("Quyết định 1665/QĐ-UBND: “nên_làm”!") == ["quyết", "định", "1665", "qđ", "ubnd", "nên", "làm"]


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (35, "z"), (36, "10"), (1999, "1jj")])
def test_base36(number: int, shown: str):
    """As JavaScript's parseInt(…, 36) reads it."""
    assert base36(number) == shown
    assert int(shown, 36) == number


def test_shortened():
    """A lead is cut between words, and says that it was."""
    lead = shorten("một câu dài " * 40)
    assert len(lead) <= search.LEAD_LENGTH
    assert lead.endswith("…")
    assert shorten("ngắn  gọn") == "ngắn gọn"
    whole = "ngõ " * (search.LEAD_LENGTH // 4 - 1) + "phố."
    assert (len(whole), shorten(whole)) == (search.LEAD_LENGTH, whole)
    assert shorten(f"{whole} A") == "ngõ " * (search.LEAD_LENGTH // 4 - 2) + "ngõ…"


def table(edition, **abbreviations: str) -> dict[str, object]:
    """The first file, read."""
    return json.loads(search.render(edition, abbreviations)[search.TABLE])


def test_table():
    """Articles, codes and each rule, models, topics, bulletins that were on air, pages: each under its group."""
    found = table(an_edition())
    groups = found["groups"]
    listed = {(groups[row[0]], row[1]) for row in found["docs"]}
    assert ("Guong tot", "tin/con-ngo-sach-moi-som-mai/") in listed
    assert ("Quy tắc ứng xử", "quy-tac/qd-1665/#r1") in listed
    assert ("Mô hình", "mo-hinh/chung-cu-van-hoa/") in listed
    assert ("Bản tin phát thanh", "phat-thanh/2026-11-20-1630/") in listed
    assert not [row for row in listed if "2026-11-24" in row[1]]


def test_codes_by_number_and_texts_of_all_kinds():
    """A code is found by the number of its document, a model by its criteria, a page by its text."""
    edition = an_edition()
    found = {each.address: each for each in search.documents(edition)}
    [code] = edition.content.codes
    assert code.number
    assert code.number in found[f"quy-tac/{code.slug}/"].lead
    model, page = edition.content.models[0], edition.content.pages[0]
    assert all(criterion in found[f"mo-hinh/{model.slug}/"].body for criterion in model.criteria)
    assert found[f"{page.slug}/"].body.strip() == page.body.strip()


def test_abbreviations():
    """Only abbreviations that occur, short or spelled out, are taken along."""
    edition = an_edition(an_article(body="UBND phường giao tổ dân phố."))
    given = {"UBND": "ủy ban nhân dân", "TDP": "tổ dân phố", "XYZ": "không có ở đâu"}
    assert set(table(edition, **given)["short"]) == {"UBND", "TDP"}


def letters(edition) -> dict[str, list[int]]:
    """Every word of the texts and the sentences that have it."""
    found: dict[str, list[int]] = {}
    for path, data in search.render(edition, {}).items():
        if path == search.TABLE:
            continue
        file = json.loads(data)
        for word, hits in zip(file["words"].split(" "), file["hits"], strict=True):
            assert search.texts_of(search.letter(word)) == path
            at = -1
            found[word] = [at := at + int(step, 36) for step in hits.split(" ")]
    return found


def test_texts():
    """A word knows its sentences, counted through all documents in the table's order."""
    edition = an_edition(
        an_article("Bài một", body="Quét ngõ. Trồng cây!\n\nQuét sân."), an_article("Bài hai", body="Ngõ đẹp.")
    )
    order = [row[2] for row in table(edition)["docs"]]
    assert order[:2] == ["Bài hai", "Bài một"]
    assert str(table(edition)["sentences"]).startswith("1 3 0 ")
    found = letters(edition)
    assert found["ngõ"] == [0, 1]
    assert found["quét"] == [1, 3]
    assert found["đẹp"] == [0]


def test_common_words():
    """What stands in very many sentences is named once instead of listed."""
    body = ". ".join(f"Người số {n}" for n in range(300))
    edition = an_edition(an_article(body=body))
    assert table(edition)["common"] == "người số"
    assert "người" not in letters(edition)
    assert letters(edition)["7"] == [7]


def test_what_nobody_reads():
    """Targets of links, pictures and code are not words of the text."""
    body = "Xem [quy tắc](../quy-tac/dich.md) ![vườn](anh/tep.png) `mã` https://may.example/duong <b>đậm</b>"
    edition = an_edition(an_article(body=body))
    content = replace(edition.content, codes=(), models=(), topics=(), pages=())
    assert set(letters(replace(edition, content=content))) == {"quy", "tắc", "vườn", "xem", "đậm"}


def test_steps():
    """Positions are told as steps from the one before."""
    assert search.steps([0, 3, 40]) == "1 3 11"


@given(st.text(max_size=60))
@settings(deadline=None)
def test_laws_of_comparing(text: str):
    """Comparing twice changes nothing more, and never changes which bare letters stand there."""
    assert plain(plain(text)) == plain(text)
    assert fold(plain(text)) == fold(nfc(text))


@given(st.sets(st.integers(0, 10**6), min_size=1))
@settings(deadline=None)
def test_law_of_steps(numbers: set[int]):
    """What is told as steps is read back."""
    at, back = -1, []
    for step in search.steps(sorted(numbers)).split(" "):
        at += int(step, 36)
        back.append(at)
    assert back == sorted(numbers)
