"""What this demonstration promises of itself: enough of it, true to its sources, about nobody by name.

Only this folder reads content/ and audio/ of the clone. A ward that replaces them deletes it with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from loaphuong.content.articles import Article, Priority
from loaphuong.content.genres import Genre
from loaphuong.content.load import load as load_content
from loaphuong.content.nouns import Content, Stance
from loaphuong.core.markup import blocks
from tests.package import ROOT

LEAST = {
    "guong-tot": 10,
    "net-dep-ung-xu": 7,
    "mo-hinh-hay": 7,
    "nhac-nho": 6,
    "ke-hoach-thong-bao": 5,
    "tra-loi-gop-y": 2,
}
MODELS = {
    "mot-cua-van-minh",
    "co-quan-xanh",
    "chung-cu-van-hoa",
    "di-tich-an-toan",
    "huong-dan-giao-thong",
    "to-dan-pho-xanh-sach-dep",
    "tieu-thuong-than-thien",
    "doan-xe-luu-dong",
    "truong-hoc-than-thien",
}
# The old way of putting the tone on the first vowel of oa, oe, uy is not ours: hòa, not hoà.
OLD_TONES = re.compile(r"o[àáảãạèéẻẽẹ](?![a-zà-ỹ])|(?<!q)u[ỳýỷỹỵ](?![a-zà-ỹ])", re.IGNORECASE)
# A word of address and a capital after it is a person called by name.
ADDRESSED = re.compile(r"\b(?:ông|bà|anh|chị|cô|chú|bác|em|cháu|cụ|thầy|bạn)\s+(\w+)")
SCHOOLED = re.compile(r"\b(?:trường(?: tiểu học| trung học| mầm non| THCS| THPT)?|lớp)\s+(\w+)")


@cache
def content() -> Content:
    """The content of this clone; that it has no problems is the first promise."""
    loaded, problems = load_content(ROOT)
    assert problems == ()
    return loaded


def prose(article: Article) -> str:
    """The words of an article's body, without marks and addresses."""
    return "\n".join(block.text for block in blocks(article.body, article.body_line))


def syllables(text: str) -> int:
    """Written words, which in Vietnamese are syllables; signs alone do not count."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def test_there_is_enough_in_each_section() -> None:
    """Every section has at least the articles that two bulletins a week ask for."""
    counts = Counter(article.section for article in content().articles)
    assert {section: counts[section] for section in LEAST if counts[section] < LEAST[section]} == {}
    assert sum(counts.values()) >= 36


def test_every_genre_is_used() -> None:
    """No genre of the house is without an example."""
    assert {article.genre for article in content().articles} == set(Genre)


def test_there_are_serials_to_show() -> None:
    """Some articles are longer than ten minutes of reading and have headings to part them at."""
    long = [article for article in content().articles if syllables(prose(article)) > 1500]
    assert len(long) >= 2
    for article in long:
        assert sum(block.kind == "heading" for block in blocks(article.body, 1)) >= 5, article.slug


def test_the_nine_models_of_the_seeds() -> None:
    """Four of one ward and eight of another district make nine; each has criteria and a source."""
    models = content().models
    assert {model.slug for model in models} == MODELS
    assert all(model.criteria and model.sources for model in models)


def test_every_model_has_a_story() -> None:
    """No model is only a heading: an article tells of it."""
    assert {article.model for article in content().articles} >= MODELS


@pytest.mark.parametrize(
    ("slug", "number", "issued", "count"),
    [
        ("qd-1665", "1665/QĐ-UBND", "2017-03-10", 26),
        ("qd-522", "522/QĐ-UBND", "2017-01-25", 12),
        ("qd-91-an-giang", "91/QĐ-UBND", "2020-01-14", 30),
        ("nam-khong", "43/KH-LĐLĐ", "2019-08-30", 5),
    ],
)
def test_the_codes_are_data(slug: str, number: str, issued: str, count: int) -> None:
    """Each code has its number, its day and its rules."""
    code = next(code for code in content().codes if code.slug == slug)
    assert (code.number, str(code.issued_on), len(code.rules)) == (number, issued, count)


def test_the_public_code_has_the_established_rules() -> None:
    """Seven to do and eleven to leave in public places, four to leave on pavements, four where people worship."""
    code = next(code for code in content().codes if code.slug == "qd-1665")
    assert Counter((rule.place, rule.stance) for rule in code.rules) == {
        ("Nơi công cộng", Stance.DO): 7,
        ("Nơi công cộng", Stance.DONT): 11,
        ("Vỉa hè", Stance.DONT): 4,
        ("Nơi tín ngưỡng", Stance.DONT): 4,
    }


def test_a_topic_for_every_month_of_a_year() -> None:
    """Twelve months from September 2026, each with a unit that owns it."""
    months = sorted(month for topic in content().topics for month in topic.months)
    assert months == [(2026, 9), (2026, 10), (2026, 11), (2026, 12), *((2027, month) for month in range(1, 9))]
    assert all(topic.owner for topic in content().topics)


def test_nobody_is_named() -> None:
    """No story names a person, and none carries one in its front matter."""
    texts = {article.slug: f"{article.title}. {article.summary} {prose(article)}" for article in content().articles}
    followers = {slug: [*ADDRESSED.findall(text), *SCHOOLED.findall(text)] for slug, text in texts.items()}
    called = {slug: [word for word in words if word[0].isupper()] for slug, words in followers.items()}
    assert {slug: words for slug, words in called.items() if words} == {}
    assert [article.slug for article in content().articles if article.people] == []


def test_stories_say_that_they_are_illustrative() -> None:
    """Whatever tells of people or gives invented figures says so."""
    telling = {Genre.EXEMPLAR, Genre.CONDUCT, Genre.MODEL, Genre.GOOD_PRACTICE, Genre.CRITIQUE}
    assert [a.slug for a in content().articles if a.genre in telling and not a.illustrative] == []


def test_the_rarer_fields_are_used() -> None:
    """Something shows each field of an article, so that every page and every tool meets it."""
    found = content().articles
    assert any(article.image for article in found)
    # Nobody made up was honoured.
    assert not any(article.award for article in found)
    assert any(article.lead_in for article in found)
    assert any(article.expires for article in found)
    assert any(article.broadcast_from for article in found)
    assert any(article.priority is Priority.HIGH for article in found)
    assert any(article.corrections for article in found)
    assert any(not article.broadcast for article in found)


def test_letters_are_composed_and_tones_are_modern() -> None:
    """Every file is NFC and puts the tone where schools teach it today."""
    for path in sorted((ROOT / "content").rglob("*.md")):
        text = path.read_text("utf-8")
        assert unicodedata.is_normalized("NFC", text), path
        assert OLD_TONES.findall(text) == [], path


def test_pictures_are_small() -> None:
    """A picture is at most 60 KB, and one that nobody shows is not kept."""
    pictures = {path.name: path.stat().st_size for path in (ROOT / "content" / "hinh-anh").iterdir()}
    assert {name: size for name, size in pictures.items() if size > 60_000} == {}
    assert {Path(a.image.path).name for a in content().articles if a.image} == set(pictures)
