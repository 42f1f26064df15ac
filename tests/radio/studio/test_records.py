"""What is committed of a recorded bulletin: its sound's sum, and those of the sounds it had before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.radio.studio import records
from tests.making import a_media_file, a_programme, an_episode

if TYPE_CHECKING:
    from pathlib import Path

ORDER = a_programme()
NAME = ORDER.slot.name
FIRST = f"phat-thanh/{NAME}/{NAME}.mp3"


def recorded(sum_: str) -> records.Episode:
    """The slot's bulletin with a sound of this sum."""
    return an_episode(NAME, files=(("web", a_media_file(profile="web", sha256=sum_ * 64)),))


@pytest.mark.parametrize(
    ("sums", "replaced", "address"),
    [
        ("a", [False], FIRST),
        ("aaa", [False, False, False], FIRST),
        ("ab", [False, True], FIRST.replace(".mp3", "-bbbbbbbb.mp3")),
        ("abb", [False, True, False], FIRST.replace(".mp3", "-bbbbbbbb.mp3")),
        ("aba", [False, True, True], FIRST.replace(".mp3", "-aaaaaaaa.mp3")),
    ],
)
def test_another_sound_has_another_address(tmp_path: Path, sums: str, replaced: list[bool], address: str) -> None:
    """The first has the slot's own; the same sound again keeps what it has."""
    assert [records.keep(tmp_path, ORDER, recorded(each)) for each in sums] == replaced
    assert records.address(tmp_path, recorded(sums[-1])) == address
    assert len(records.list_earlier(tmp_path, NAME)) == sum(replaced)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 9}'])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, damage: str) -> None:
    """It is written anew by the next recording."""
    path = records.path_of(tmp_path, NAME)
    path.parent.mkdir(parents=True)
    path.write_text(damage)
    assert records.list_earlier(tmp_path, NAME) == ()
    assert records.read(tmp_path, ORDER, "Bản tin") is None
    assert not records.keep(tmp_path, ORDER, recorded("a"))
