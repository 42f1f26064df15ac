"""A genre is one member with all its traits; what depends on a genre asks for a trait, not for a name."""

from __future__ import annotations

from enum import unique
from typing import Any

import pytest

from loaphuong.content import consent
from loaphuong.content.genres import Genre, Traits
from loaphuong.radio.announcer import Announcer
from loaphuong.radio.programme import Item
from loaphuong.report import gathering, period
from loaphuong.station.show import ItemKind
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.pictures import Pictures
from loaphuong.web.pages.static_pages import feedback
from tests.making import NOW, a_content, a_station, an_article, an_edition


def a_genre(**traits: Any) -> Genre:
    """A genre that the house does not have, as docs/recipes/genre.md adds one."""
    member = str.__new__(Genre, "phong_van")
    member._name_, member._value_ = "INTERVIEW", "phong_van"
    member.traits = Traits("phỏng vấn", **traits)
    return member


def test_words_labels_and_folders_are_each_genre_s_own() -> None:
    """No two genres share a word, a label or the section that `loa new` begins them in."""
    unique(Genre)
    for names in ([genre.label for genre in Genre], [genre.traits.folder for genre in Genre if genre.traits.folder]):
        assert len(names) == len(set(names))


def test_a_genre_without_a_label_is_no_genre() -> None:
    """What has no default cannot be forgotten."""
    with pytest.raises(TypeError):
        Traits()  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("folder", "genre"), [("guong-tot", Genre.EXEMPLAR), ("nhac-nho", Genre.CRITIQUE), ("muc-moi", Genre.CONDUCT)]
)
def test_a_new_article_has_the_genre_of_its_section(folder: str, genre: Genre) -> None:
    """One of conduct where no genre asks for the section."""
    assert Genre.choose_for(folder) is genre


def test_a_new_genre_is_counted_by_its_label() -> None:
    """The report calls it as its traits do."""
    year = period.between(NOW.date().replace(month=1, day=1), NOW.date())
    report = gathering.gather(year, a_content(an_article(genre=a_genre())), (), (), ())
    assert dict(report.counts)["Thể loại"] == (("Phỏng vấn", 1),)


def test_a_new_genre_is_announced_by_its_word() -> None:
    """On air a conversation is not called a text; a made-up story is called one whatever its genre."""
    article = an_article(genre=a_genre(announced="cuộc trò chuyện"), illustrative=False)
    station = a_station()
    announcer = Announcer(station, station.main, (), {article.slug: article})
    said = announcer.lead_in(Item(ItemKind.ARTICLE, article.title, (article.slug,)), "Sau đây")
    assert said[0].text == f"Sau đây, mời bà con nghe cuộc trò chuyện: {article.title}."


@pytest.mark.parametrize(("anonymous", "id_"), [(True, "critique-name"), (False, "undeclared-name")])
def test_an_anonymous_genre_names_nobody(anonymous: bool, id_: str) -> None:
    """The trait makes a private name an error, whatever the genre is called."""
    article = an_article(genre=a_genre(anonymous=anonymous), illustrative=False, body="Ông Tám kể lại.\n")
    assert [found.id for found in consent.check_article(article)] == [id_]


@pytest.mark.parametrize("reply", [True, False])
def test_a_reply_is_beside_the_letter_box(reply: bool, tmp_path: Any) -> None:
    """What answers residents is shown where they write."""
    article = an_article(genre=a_genre(reply=reply))
    index = SiteIndex(an_edition(article), Pictures(tmp_path, tmp_path, {}))
    assert (article.title in feedback(index, None).source()) is reply
