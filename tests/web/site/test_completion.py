"""What joins the pages after they are generated: sound and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.web.site.completion import complete
from tests.making import an_edition
from tests.web.site.place import build

if TYPE_CHECKING:
    from pathlib import Path


def test_sound_joins_as_a_copy_and_files_by_their_bytes(tmp_path: Path):
    """Before the site is put in place; what depends on the whole comes last."""
    sound = tmp_path / "sound.mp3"
    sound.write_bytes(b"sound")
    seen: list[bool] = []

    def finish(folder: Path) -> dict[str, bytes]:
        seen.append((folder / "tin/con-ngo-sach-moi-som-mai/index.html").is_file() and (folder / "feed.xml").is_file())
        return {"sw.js": b"list"}

    steps: list[tuple[int, int]] = []
    folder = build(
        an_edition(),
        tmp_path / "ward",
        audio={"audio/a.mp3": sound},
        extra={"feed.xml": b"<rss/>"},
        finish=finish,
        progress=lambda done, total: steps.append((done, total)),
    )
    assert (folder / "audio/a.mp3").read_bytes() == b"sound"
    assert ((folder / "feed.xml").read_bytes(), (folder / "sw.js").read_bytes(), seen) == (b"<rss/>", b"list", [True])
    assert steps[-1] == (24, 24)


def test_sound_that_is_public_is_the_sites_own(tmp_path: Path):
    """Who writes into the recording changes nothing public; what is the same is taken from the site before."""
    sound, before, beside = tmp_path / "sound.mp3", tmp_path / "site", tmp_path / "new"
    sound.write_bytes(b"sound")
    complete(before, {"a.mp3": sound}, {})
    with sound.open("r+b") as stream:
        stream.write(b"S")
    assert (before / "a.mp3").read_bytes() == b"sound"
    complete(beside, {"a.mp3": sound}, {}, before)
    assert ((beside / "a.mp3").read_bytes(), (beside / "a.mp3").samefile(before / "a.mp3")) == (b"Sound", False)
    complete(tmp_path / "newer", {"a.mp3": sound}, {}, beside)
    assert (tmp_path / "newer/a.mp3").samefile(beside / "a.mp3")
    complete(tmp_path / "xem", {"a.mp3": sound}, {}, shared=True)
    assert (tmp_path / "xem/a.mp3").samefile(sound)


def test_a_missing_sound_is_named(tmp_path: Path):
    """Nothing is put in place without it."""
    with pytest.raises(Stopped) as stopped:
        build(an_edition(), tmp_path, audio={"audio/a.mp3": tmp_path / "khong-co.mp3"})
    assert [(found.id, found.where.path) for found in stopped.value.problems] == [("site-audio-missing", "audio/a.mp3")]
    assert not (tmp_path / "site").exists()
