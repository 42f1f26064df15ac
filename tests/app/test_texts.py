"""A text is found by whatever a clerk calls it, and a name that is nobody's is never taken for good news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.check import check
from loaphuong.app.texts import bare, find_paths, find_text, is_ours, name_key
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from tests.app.ward import story, ward, write
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.ward import Ward


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """The fixture ward with two articles of one title, one of them broken."""
    root = ward(tmp_path_factory.mktemp("ten"))
    story(root, "ngo-mot", "Ngõ nhà mình")
    story(root, "ngo-hai", "Ngõ nhà mình")
    write(root, "content/guong-tot/hong.md", "---\ntitle: [\n---\n\nHỏng.\n")
    write(root, "content/guong-tot/tuoi-cay - Copy.md", "x")
    return load(root, NOW)


NAMES = [
    "tuoi-cay",
    "tuoi-cay.md",
    "guong-tot/tuoi-cay",
    "content/guong-tot/tuoi-cay.md",
    "./content\\guong-tot\\tuoi-cay.md",
    "Tưới cây",
    "tuoi cay",
    "TƯỚI CÂY",
    "Tu\u031bo\u031b\u0301i ca\u0302y",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_has_many_names(known: Ward, name: str) -> None:
    """Slug, path, title, with or without accents and capitals."""
    assert find_text(known, name).name == "tuoi-cay"


@pytest.mark.parametrize(
    ("name", "near"), [("tuoi-cai", "tuoi-cay"), ("Tưới", "tuoi-cay"), ("tu", "–"), ("", "–"), ("zzzz", "–")]
)
def test_a_name_of_nobody_brings_the_nearest(known: Ward, name: str, near: str) -> None:
    """The error says what was probably meant."""
    with pytest.raises(Stopped) as stopped:
        find_text(known, name)
    assert [(each.id, dict(each.values)["closest"].split(",")[0]) for each in stopped.value.problems] == [
        ("unknown-text", near)
    ]


def test_a_title_of_two_is_not_guessed(known: Ward) -> None:
    """Both are named."""
    with pytest.raises(Stopped) as stopped:
        find_text(known, "ngo nha minh")
    assert [dict(each.values).get("names") for each in stopped.value.problems] == ["ngo-hai, ngo-mot"]


CHECKED = [
    ("hong", {"content/guong-tot/hong.md"}),
    ("guong-tot/hong.md", {"content/guong-tot/hong.md"}),
    ("content/guong-tot/tuoi-cay - Copy.md", {"content/guong-tot/tuoi-cay - Copy.md"}),
    ("Ngõ nhà mình", None),
    ("khong-co", None),
    ("../..", None),
    ("x" * 5000, None),
]


@pytest.mark.parametrize(("name", "files"), CHECKED, ids=lambda value: str(value)[:20])
def test_check_tells_of_the_named_file_alone(known: Ward, name: str, files: set[str] | None) -> None:
    """Also of one that cannot be read; a name that is nothing, or of two texts, stops it."""
    if files is None:
        with pytest.raises(Stopped):
            check(known.root, NOW, [name])
    else:
        assert {each.where.path for each in check(known.root, NOW, [name]).problems} == files


def test_a_section_is_checked_by_its_name(known: Ward) -> None:
    """All its files, and no others."""
    found = check(known.root, NOW, ["Gương tốt"]).problems
    assert {each.where.path.rpartition("/")[0] for each in found} == {"content/guong-tot"}


def test_a_draft_is_told_of_and_left_in_peace(tmp_path: Path) -> None:
    """Its unknown words are told; they count only when it is asked for by name."""
    root = ward(tmp_path)
    path = story(root, "nhap-moi", "Bài nháp", deed="xyzwq")
    path.write_text(
        path.read_text(encoding="utf-8").replace("illustrative", "status: nhap\nillustrative"), encoding="utf-8"
    )
    whole, named = check(root, NOW), check(root, NOW, ["bai nhap"])
    assert "spoken-unread" in {each.id for each in whole.problems}
    assert not [each for each in whole.counted if each.where.path.endswith("nhap-moi.md")]
    assert "spoken-unread" in {each.id for each in named.counted}
    assert named.airing == (("Bài nháp", "còn là bản nháp"),)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Quét ngõ, sáng sớm!", "quet ngo sang som"),
        ("quet-ngo", "quet ngo"),
        ("  QUÉT   NGÕ ", "quet ngo"),
        ("content/guong-tot/quet-ngo.md", "guong tot quet ngo"),
        ("Đường số 5", "duong so 5"),
        ("…", ""),
    ],
)
def test_how_names_are_compared(name: str, key: str) -> None:
    """Without case, accents and signs."""
    assert name_key(name) == key


@pytest.mark.parametrize(
    "name", ["guong-tot/a", "guong-tot/a.md", "content/guong-tot/a.md", ".\\content\\guong-tot\\a.md"]
)
def test_a_path_is_bare(name: str) -> None:
    """From content/, without its ending, whichever way the strokes lean."""
    assert bare(name) == "guong-tot/a"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("quet-ngo", {"guong-tot/quet-ngo.md"}),
        ("Quét ngõ", {"guong-tot/quet-ngo.md"}),
        ("guong-tot/quet-ngo", {"guong-tot/quet-ngo.md"}),
        ("content/guong-tot/quet-ngo.md", {"guong-tot/quet-ngo.md"}),
        ("guong-tot", {"guong-tot"}),
        ("guong-tot/", {"guong-tot"}),
        ("Gương tốt", {"guong-tot"}),
        (".", {"../content"}),
    ],
)
def test_what_names_mean(known: Ward, name: str, found: set[str]) -> None:
    """A file, a folder, a text or a section."""
    content = known.root / "content"
    paths = {path.resolve() for path in find_paths(known, [name], content)}
    assert paths == {(content / each).resolve() for each in found}


def test_what_is_ours(tmp_path: Path) -> None:
    """What there is inside the project, and nothing with a name that no disk can have."""
    (tmp_path / "a").mkdir()
    assert is_ours(tmp_path, tmp_path / "a")
    assert not is_ours(tmp_path / "a", tmp_path)
    assert not is_ours(tmp_path, tmp_path / "b")
    assert not is_ours(tmp_path, tmp_path / "a\0")
    assert not is_ours(tmp_path, tmp_path / ("a" * 300))
