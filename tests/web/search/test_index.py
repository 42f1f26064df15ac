"""The index: what each file holds, and that it is read back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.web import search
from loaphuong.web.search.documents import Document, DocumentKind
from loaphuong.web.search.index import LEAD_LENGTH, LEVELS, Postings, base36, files, index, level, shorten
from tests.making import an_article, an_edition


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (35, "z"), (36, "10"), (1999, "1jj")])
def test_base36(number: int, shown: str):
    """As JavaScript's parseInt(…, 36) reads it."""
    assert base36(number) == shown
    assert int(shown, 36) == number


def test_shortened():
    """A lead is cut between words, and says that it was."""
    lead = shorten("một câu dài " * 40)
    assert len(lead) <= LEAD_LENGTH
    assert lead.endswith("…")
    assert shorten("ngắn  gọn") == "ngắn gọn"
    whole = "ngõ " * (LEAD_LENGTH // 4 - 1) + "phố."
    assert (len(whole), shorten(whole)) == (LEAD_LENGTH, whole)
    assert shorten(f"{whole} A") == "ngõ " * (LEAD_LENGTH // 4 - 2) + "ngõ…"


def document(title: str, body: str = "", lead: str = "") -> Document:
    """An article of a section."""
    return Document(DocumentKind.ARTICLE, "Tin", f"tin/{title}/", title, lead, body=body)


def terms(*found: Document) -> dict[str, Postings]:
    """The terms of some documents."""
    return {each.term: each for each in index(found)}


def test_a_title_says_more_than_a_text():
    """Where a word stands decides what it is worth, how often it stands there too; the most is never reached."""
    found = terms(document("ngõ"), document("a", body="ngõ"), document("b", body="ngõ ngõ"), document("c", lead="ngõ"))
    levels = dict(found["ngõ"].found)
    assert levels[0] > levels[3] > levels[2] > levels[1]
    assert level(1e9) == LEVELS


def test_a_long_text_counts_less():
    """The same word says less in a long text."""
    found = terms(document("a", body="ngõ"), document("b", body=f"ngõ {'lạ ' * 400}"))
    levels = dict(found["ngõ"].found)
    assert levels[0] > levels[1]


def test_pairs():
    """A pair is kept from a title at once, from texts alone where several have it."""
    found = terms(document("Vỉa hè"), *(document(f"t{n}", body="Đi bộ. Lạ lùng." if n else "đi bộ") for n in range(3)))
    assert {each for each in found if " " in each} == {"via he", "di bo"}


def test_very_common_words_lead_to_what_is_about_them():
    """Of a word that most have, only titles and the like are told, and how many have it; one that is in no title
    is told whole."""
    found = terms(document("Phường"), *(document(f"t{n}", body="phường. người") for n in range(40)))
    assert found["phường"].found == ((0, level(8)),)
    assert found["phường"].text().startswith(f"{base36(41)}:")
    assert len(found["người"].found) == 40
    assert ":" not in found["người"].text()


def read(made: dict[str, bytes]) -> dict[str, dict[int, int]]:
    """Every term of an index and its postings, read as the page's script reads them."""
    table = json.loads(made[search.TABLE])
    words = table["words"].split(" ")
    found: dict[str, str] = {}
    for start, name in table["pieces"]:
        piece = json.loads(made[f"tim-kiem/{name}.json"])
        ones = piece["words"].split("|")
        found |= dict(zip(words[start : start + len(ones)], ones, strict=True))
        first = ""
        for pair, text in zip(piece["pairs"].split("|"), piece["found"].split("|"), strict=True):
            before, _, second = pair.partition(" ")
            first = before or first
            if pair:
                found[f"{first} {second}"] = text
    postings: dict[str, dict[int, int]] = {}
    for term, text in found.items():
        at, held = -1, {}
        for step in text.split(" "):
            if not step.endswith(":"):
                at += int(step[:-1], 36)
                held[at] = int(step[-1], 36)
        postings[term] = held
    return postings


WORDS = st.lists(st.sampled_from(["ngõ", "ngo", "Ngọ", "sạch", "đẹp", "24", "xe"]), min_size=1, max_size=8).map(
    " ".join
)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=40))
@settings(max_examples=40)
def test_law_of_files(texts: list[tuple[str, str]]):
    """What is written is read back: every term with every document and its level."""
    found = [document(title, body=body) for title, body in texts]
    made = files(found, (), ())
    assert read(dict(made)) == {each.term: dict(each.found) for each in index(found)}


def test_large_indexes_are_cut():
    """Many words make many pieces and blocks; a word without accents is in one piece with its likenesses."""
    found = [document(f"t{n}", body=" ".join(f"w{n}x{m}" for m in range(60))) for n in range(40)]
    made = files(found, (), ())
    table = json.loads(made[search.TABLE])
    assert len(table["pieces"]) > 2
    assert len(table["blocks"]) == 3
    assert read(dict(made)) == {each.term: dict(each.found) for each in index(found)}


def test_what_is_made_up_is_marked():
    """A mark is told in the table once, and of the documents that have one alone."""
    made = files([document("ngõ"), replace(document("phố"), mark="Bịa"), replace(document("chợ"), mark="Bịa")], (), ())
    table = json.loads(made[search.TABLE])
    [block] = table["blocks"]
    assert table["marks"] == ["Bịa"]
    assert [each[5:] for each in json.loads(made[f"tim-kiem/{block}.json"])] == [[], [0], [0]]


def test_names_are_digests():
    """Files of another build are never taken for this one's: another text has another name, the same the same."""
    first, same, other = (files([document("ngõ", body=body)], (), ()) for body in ("một", "một", "hai ba"))
    assert first == same
    assert set(first) & set(other) < set(first)


def test_what_nobody_reads():
    """Targets of links, pictures and code are not words of the text."""
    body = "Xem [quy tắc](../quy-tac/dich.md) ![vườn](anh/tep.png) `mã` https://may.example/duong <b>đậm</b>"
    edition = an_edition(an_article(body=body))
    words = json.loads(search.render(edition, {})[search.TABLE])["words"].split(" ")
    assert {"tắc", "vườn", "đậm"} <= set(words)
    assert not {"dich", "tep", "mã", "may", "duong", "https"} & set(words)


def test_only_what_occurs_is_the_same():
    """Of abbreviations and synonyms those are taken along of which one occurs; a ward's own beside the product's."""
    edition = an_edition(an_article(body="UBND phường giao tổ dân phố. Có cái mẹt tre."))
    content = replace(edition.content, synonyms=(("cái mẹt", "cái nia"), ("không", "có ở đâu cả")))
    given = {"UBND": "ủy ban nhân dân", "TDP": "tổ dân phố", "XYZ": "dân ủy phố tổ"}
    same = json.loads(search.render(replace(edition, content=content), given)[search.TABLE])["same"]
    assert {"UBND|ủy ban nhân dân", "TDP|tổ dân phố", "cái mẹt|cái nia", "hẻm|ngõ|kiệt|ngách|xóm"} <= set(same)
    assert not [each for each in same if "XYZ" in each]
