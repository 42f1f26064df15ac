"""What a person fills in is typed, and each mistake is told in the house's words."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field

from loaphuong.content.genres import Genre
from loaphuong.core import forms
from loaphuong.core.where import Where


class Inner(forms.Form):
    """A group in a list."""

    name: forms.Text = Field(title="Name", examples=["Mai"])
    born: forms.Day | None = None


class Outer(forms.Form):
    """A form with one field of each kind."""

    title: forms.Text = Field(title="Title", examples=["Ngõ sạch"])
    genre: Genre = Genre.EXEMPLAR
    order: Annotated[int, Field(ge=1, le=9, examples=[3])] = 1
    shown: forms.YesNo = True
    people: Annotated[list[Inner], forms.AsList] = Field(default_factory=list, examples=[[{"name": "An"}]])
    profiles: dict[str, Inner] = Field(default_factory=dict)


def at(key: str) -> Where:
    """Every key on a line of its own: the length of its name."""
    return Where("f.md", len(key))


CASES: list[tuple[dict[str, object], str, str, str]] = [
    ({}, "field-missing", "Thiếu Tiêu đề (title)", "Thêm một dòng như `title: Ngõ sạch`."),
    ({"Title": "a"}, "key-misspelt", "Tệp này không có khóa “Title”", "Ghi “title” thay cho “Title”."),
    (
        {"title": "a", "people": ["An"]},
        "field-type",
        "“people.1” phải là một nhóm khóa (name, born), nhưng đang ghi “An”",
        "Viết như sau: `people: [{name: An}]`.",
    ),
    (
        {"title": " "},
        "field-blank",
        "Tiêu đề (title) đang để trống, mà bài nào cũng phải có",
        "Ghi vào sau “title”.",
    ),
    (
        {"title": None},
        "field-blank",
        "Tiêu đề (title) đang để trống, mà bài nào cũng phải có",
        "Ghi vào sau “title”.",
    ),
    (
        {"title": "a" * 301},
        "field-too-long",
        "Tiêu đề (title) dài quá: 301 ký tự, nhiều nhất chỉ được 300",
        "Viết ngắn lại; chuyện đầy đủ thì để trong bài.",
    ),
    (
        {"title": ["a"]},
        "field-type",
        "Tiêu đề (title) phải là một dòng chữ, nhưng đang ghi “['a']”",
        "Viết như sau: `title: Ngõ sạch`.",
    ),
    ({"title": "a", "titel": "b"}, "key-misspelt", "Tệp này không có khóa “titel”", "Ghi “title” thay cho “titel”."),
    (
        {"title": "a", "Tiêu Đề": "b"},
        "key-misspelt",
        "Tệp này không có khóa “Tiêu Đề”",
        "Ghi “title” thay cho “Tiêu Đề”.",
    ),
    (
        {"title": "a", "xyz": "b"},
        "key-unknown",
        "Tệp này không có khóa “xyz”",
        "Bỏ dòng này, hoặc dùng một trong các khóa: title, genre, order, shown, people, profiles.",
    ),
    (
        {"title": "a", "order": "10"},
        "field-range",
        "“order” đang ghi 10, ngoài mức cho phép",
        "Ghi một số từ 9 trở xuống.",
    ),
    (
        {"title": "a", "order": "hai"},
        "field-type",
        "“order” phải là một số nguyên, nhưng đang ghi “hai”",
        "Viết như sau: `order: 3`.",
    ),
    (
        {"title": "a", "shown": "có lẽ"},
        "field-type",
        "“shown” phải là true hoặc false, nhưng đang ghi “có lẽ”",
        "Viết như sau: `shown: …`.",
    ),
    (
        {"title": "a", "people": [{"name": "An"}, {"name": "Bình", "born": "30/02/1990"}]},
        "date-impossible",
        "“people.2.born”: không có ngày giờ nào là “30/02/1990”",
        "Xem lại lịch rồi sửa; cách ghi là 21/11/2026.",
    ),
    (
        {"title": "a", "people": {"nam": "An", "name": "An"}},
        "key-misspelt",
        "Tệp này không có khóa “nam”",
        "Ghi “name” thay cho “nam”.",
    ),
    (
        {"title": "a", "profiles": {"x": {}}},
        "field-missing",
        "Thiếu Họ tên (profiles.x.name)",
        "Thêm một dòng như `name: Mai`.",
    ),
]


@pytest.mark.parametrize(
    ("values", "id_", "what", "hint"), CASES, ids=[f"{case[1]}-{n}" for n, case in enumerate(CASES)]
)
def test_each_mistake_is_told_with_its_cure(values: dict[str, object], id_: str, what: str, hint: str) -> None:
    """A mistake names the field as editors know it, what is written, and what to write."""
    form, problems = forms.fill(Outer, values, at)
    assert form is None
    assert [(found.id, found.what, found.hint) for found in problems] == [(id_, what, hint)]


def test_all_mistakes_are_told_at_once() -> None:
    """Three wrong fields are three problems, each at its own line."""
    _, problems = forms.fill(Outer, {"title": "a", "order": "x", "shown": "ừ", "genre": "z"}, at)
    assert [(found.id, found.where.line) for found in problems] == [
        ("field-choice", 5),
        ("field-type", 5),
        ("field-type", 5),
    ]


@pytest.mark.parametrize(
    ("word", "means"), [("true", True), ("có", True), ("Không", False), ("no", False), ("sai", False)]
)
def test_yes_and_no_as_people_write_them(word: str, means: bool) -> None:
    """Vietnamese and English words for yes and no are understood, in any letters."""
    form, _ = forms.fill(Outer, {"title": "a", "shown": word}, at)
    assert form is not None
    assert form.shown is means


def test_one_entry_is_a_list_of_one() -> None:
    """Where a list is expected, one entry alone will do."""
    form, _ = forms.fill(Outer, {"title": "a", "people": {"name": "An"}}, at)
    assert form is not None
    assert [person.name for person in form.people] == ["An"]


def test_what_was_written_is_shown_short() -> None:
    """A very long value does not fill the screen."""
    assert forms.shorten("a\n" * 100) == ("a " * 30) + "…"
    assert forms.shorten("a" * forms.SHOWN_CHARACTERS) == "a" * forms.SHOWN_CHARACTERS
    assert forms.shorten("a" * (forms.SHOWN_CHARACTERS + 1)) == "a" * forms.SHOWN_CHARACTERS + "…"
