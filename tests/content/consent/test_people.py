"""Nobody is harmed: consent per person and channel, minors, critiques, names in the text."""

from __future__ import annotations

from typing import Any

import pytest

from loaphuong.content import consent
from loaphuong.content.articles import Channel, Correction, Image, Person, Status
from loaphuong.content.genres import Genre
from loaphuong.core.where import Where
from tests.making import NOW, a_content, an_article

EVERYWHERE = (Channel.WEB, Channel.LOUDSPEAKER, Channel.PRINT, Channel.PHOTO)
PICTURE = Image("content/guong-tot/ngo.jpg", "Con ngõ sạch")


def a_person(name: str = "Nguyễn Thị Hoa", **changes: Any) -> Person:
    """A grown-up who has agreed to everything."""
    given: dict[str, Any] = {"role": "cư dân", "channels": EVERYWHERE, "consent_ref": "PDY-2026-014"}
    return Person(name, **(given | {"where": Where("content/guong-tot/con-ngo-sach-moi-som-mai.md", 7)} | changes))


def ids(**changes: Any) -> list[str]:
    """What is wrong with an article about real people."""
    given: dict[str, Any] = {"illustrative": False, "body": "Con ngõ đã sạch.\n"}
    return [found.id for found in consent.check_article(an_article(**(given | changes)))]


CASES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("nobody", {}, []),
    ("all agreed", {"people": (a_person(),), "image": PICTURE}, []),
    ("no form", {"people": (a_person(consent_ref=None),)}, ["consent-missing"]),
    ("not on the web", {"people": (a_person(channels=(Channel.LOUDSPEAKER,)),)}, ["consent-web"]),
    ("not aloud", {"people": (a_person(channels=(Channel.WEB,)),)}, ["consent-loa"]),
    ("not aloud, and it is not", {"people": (a_person(channels=(Channel.WEB,)),), "broadcast": False}, []),
    ("no picture", {"people": (a_person(channels=EVERYWHERE[:3]),), "image": PICTURE}, ["consent-anh"]),
    (
        "a picture in the body",
        {"people": (a_person(channels=EVERYWHERE[:3]),), "body": "![Ngõ](ngo.jpg)\n"},
        ["consent-anh"],
    ),
    ("a child without guardian", {"people": (a_person(minor=True),)}, ["consent-guardian"]),
    ("a child with both", {"people": (a_person(minor=True, guardian_ref="PDY-2026-015"),)}, []),
    ("an invented story with people", {"illustrative": True, "people": (a_person(),)}, ["illustrative-person"]),
    ("an undeclared name", {"body": "Chị Trần Thị Mai cười.\n"}, ["undeclared-name"]),
    ("an undeclared name in an invented story", {"illustrative": True, "body": "Ông Tám cười.\n"}, ["undeclared-name"]),
    ("a declared name", {"people": (a_person(),), "body": "Bà Nguyễn Thị Hoa cười. Bà Hoa lại quét.\n"}, []),
    ("a name under emphasis", {"body": "Chị **Trần** Thị *Mai* cười.\n"}, ["undeclared-name"]),
    ("a name in entities", {"body": "Chị Tr&#7847;n Thị Mai cười.\n"}, ["undeclared-name"]),
    ("a name with an unseen joint", {"body": "Chị Trần\u200b Thị Mai cười.\n"}, ["undeclared-name"]),
    ("a name in code", {"body": "    Trần Thị Mai\n"}, ["undeclared-name"]),
    (
        "a name in a correction",
        {"corrections": (Correction(NOW.date(), "Chị Trần Thị Mai", "một chị"),)},
        ["undeclared-name"],
    ),
    ("a name in the title", {"title": "Chị Trần Thị Mai giữ ngõ", "slug": "x"}, ["undeclared-name"]),
    ("a name under a picture", {"image": Image("content/a.jpg", "Trần Thị Mai quét ngõ")}, ["undeclared-name"]),
]


@pytest.mark.parametrize(("what", "changes", "expected"), CASES, ids=[case[0] for case in CASES])
def test_people(what: str, changes: dict[str, Any], expected: list[str]) -> None:
    """Each situation of a person in an article, and what is asked for."""
    assert ids(**changes) == expected


CHILD = a_person("Lê Minh Anh", minor=True, guardian_ref="PDY-2026-015")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Em Minh Anh học lớp 5A.", ["minor-traceable"]),
        ("Em học Trường Tiểu học Tô Hoàng.", ["minor-traceable"]),
        ("Em học trường THCS Tô Hoàng.", ["minor-traceable"]),
        ("Nhà em ở số 12 ngõ 34.", ["minor-traceable", "minor-traceable"]),
        ("Em ở tổ dân phố số 5.", ["minor-traceable"]),
        ("Em ở ngách 12/3.", ["minor-traceable"]),
        ("Năm nay em 9 tuổi.", ["minor-age"]),
        ("Một em học sinh trong phường nhặt được ví trên đường đến trường.", []),
        ("Em đi học đều, trường để em nhận phần thưởng.", []),
    ],
)
def test_a_minor_cannot_be_traced(body: str, expected: list[str]) -> None:
    """No school, class or address of a child; a warning at the age."""
    assert ids(people=(CHILD,), body=f"{body}\n") == expected


def test_a_minor_has_no_residential_group() -> None:
    """The tổ dân phố in the front matter is an address too."""
    assert ids(people=(CHILD,), residential_group="Tổ dân phố số 5") == ["minor-traceable"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"body": "Vẫn còn cảnh để xe kín vỉa hè giờ tan tầm.\n"}, []),
        ({"people": (a_person(),)}, ["critique-person"]),
        ({"body": "Bà Nguyễn Thị Hoa để xe kín vỉa hè.\n"}, ["critique-name"]),
        ({"body": "Nhà bà Sáu để xe kín vỉa hè.\n"}, ["critique-name"]),
        ({"body": "Nhà số 12 để xe kín vỉa hè.\n"}, ["critique-traceable"]),
        ({"body": "Quán ở số 12 phố Hương Viên lấn vỉa hè.\n"}, ["critique-traceable"]),
        ({"body": "Xe 29A-123.45 đỗ trên vỉa hè.\n"}, ["critique-traceable"]),
        ({"body": "Gọi 0912 345 678 để biết là ai.\n"}, ["critique-traceable"]),
        ({"image": PICTURE}, ["critique-picture"]),
        ({"body": "Quy tắc số 1665/QĐ-UBND ngày 10/3/2017, phạt 500.000 đồng, từ 16h30.\n"}, []),
    ],
)
def test_a_critique_names_nobody(changes: dict[str, Any], expected: list[str]) -> None:
    """Behaviour, never a private person: by name, form of address, house, number plate or telephone."""
    assert ids(genre=Genre.CRITIQUE, illustrative=True, **({"body": "Vỉa hè là của chung.\n"} | changes)) == expected


def test_a_named_person_in_a_critique_stops_the_build() -> None:
    """It is an error, not a warning; the picture is a warning."""
    article = an_article(genre=Genre.CRITIQUE, body="Ông Tám vứt rác.\n", image=PICTURE)
    assert {found.id: found.warning for found in consent.check_article(article)} == {
        "critique-name": False,
        "critique-picture": True,
    }


def test_a_name_is_shown_with_its_line() -> None:
    """The editor is led to the line of the file, in the body and in the front matter."""
    article = an_article(
        illustrative=False,
        body="Sáng sớm.\n\nChị Trần Thị Mai\nquét ngõ. Ông Tám cười.\n",
        summary="Ông Bảy kể lại.",
        lines={"title": 2, "summary": 3},
    )
    found = [(dict(each.values)["found"], each.where.line) for each in consent.check_article(article)]
    assert found == [("Bảy", 3), ("Trần Thị Mai", 12), ("Tám", 13)]


def test_a_draft_is_left_in_peace() -> None:
    """The form may still be on its way while the editor writes."""
    bad = an_article(illustrative=False, people=(a_person(consent_ref=None),))
    assert consent.check(a_content(bad, an_article("Khác")))
    assert not consent.check(a_content(an_article(status=Status.DRAFT, illustrative=False, people=bad.people)))


@pytest.mark.parametrize(
    ("people", "allowed"),
    [
        ((), True),
        ((a_person(),), True),
        ((a_person(), a_person("Trần Văn Nam", channels=(Channel.WEB,))), False),
        ((a_person(consent_ref=None),), False),
    ],
)
def test_print_asks_everybody(people: tuple[Person, ...], allowed: bool) -> None:
    """A poster shows an article only if each person in it has agreed to print."""
    assert consent.allows(an_article(people=people), Channel.PRINT) is allowed
