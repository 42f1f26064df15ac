"""A text is known by the names that people give it, and an unknown name by those that are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.texts import bare, find_paths, find_text, is_ours, name_key
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from tests.app.ward import story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.ward import Ward


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """The fixture ward, with two stories of one title."""
    root = ward(tmp_path_factory.mktemp("phuong"), approved=False)
    story(root, "cau-mot", "Cây cầu mới")
    story(root, "cau-hai", "Cây cầu mới")
    return load(root, NOW)


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


@pytest.mark.parametrize("name", ["quet-ngo", "guong-tot/quet-ngo", "content/guong-tot/quet-ngo.md", "QUET NGO"])
def test_a_text_by_its_names(loaded: Ward, name: str) -> None:
    """Its address, its file; and by its title, below."""
    found = find_text(loaded, name)
    assert found.where.path == "content/guong-tot/quet-ngo.md"
    assert find_text(loaded, found.title) == found


def test_a_title_of_two_is_nobodys(loaded: Ward) -> None:
    """Both are named."""
    with pytest.raises(Stopped) as stopped:
        find_text(loaded, "cây cầu mới")
    (found,) = stopped.value.problems
    assert (found.id, dict(found.values)["names"]) == ("several-texts", "cau-hai, cau-mot")


@pytest.mark.parametrize(
    ("name", "closest"),
    [("quet-ngoo", "quet-ngo"), ("thap", "thap-den"), ("th", "–"), ("zzzzzz", "–")],
)
def test_an_unknown_name_has_its_nearest(loaded: Ward, name: str, closest: str) -> None:
    """By likeness, or as its beginning from three letters on."""
    with pytest.raises(Stopped) as stopped:
        find_text(loaded, name)
    (found,) = stopped.value.problems
    assert (found.id, dict(found.values)["closest"]) == ("unknown-text", closest)


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
def test_what_names_mean(loaded: Ward, name: str, found: set[str]) -> None:
    """A file, a folder, a text or a section."""
    content = loaded.root / "content"
    paths = {path.resolve() for path in find_paths(loaded, [name], content)}
    assert paths == {(content / each).resolve() for each in found}


def test_a_name_that_means_nothing(loaded: Ward) -> None:
    """Ends there."""
    with pytest.raises(Stopped, match="unknown-text"):
        find_paths(loaded, ["khong-co-bai-nay"], loaded.root)


def test_what_is_ours(tmp_path: Path) -> None:
    """What there is inside the project, and nothing with a name that no disk can have."""
    (tmp_path / "a").mkdir()
    assert is_ours(tmp_path, tmp_path / "a")
    assert not is_ours(tmp_path / "a", tmp_path)
    assert not is_ours(tmp_path, tmp_path / "b")
    assert not is_ours(tmp_path, tmp_path / "a\0")
    assert not is_ours(tmp_path, tmp_path / ("a" * 300))
