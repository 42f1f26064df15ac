"""Proving files: the very bytes that were approved and recorded, wherever they lie."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from loaphuong.app.hold import hold
from loaphuong.app.release import release
from loaphuong.app.verify import verify
from loaphuong.core.project import Project
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def test_a_file_on_a_stick_is_proved_or_refused(built_ward: Path, tmp_path: Path) -> None:
    """The very file passes wherever it lies, unless its slot is on hold; one byte more and it does not."""
    root = built_ward
    [mp3] = [path for path in (Project(root).packages / SLOT).glob("*.mp3") if "_web" not in path.name]
    stick = tmp_path / "USB" / mp3.name
    stick.parent.mkdir()
    shutil.copy(mp3, stick)
    assert verify(root, NOW, SLOT) == ()
    assert verify(root, NOW, str(stick)) == ()
    hold(root, NOW, SLOT, "Mất điện", "")
    assert {found.id for found in verify(root, NOW, str(stick))} == {"verify-held"}
    release(root, NOW, SLOT, "")
    with stick.open("ab") as stream:
        stream.write(b"\0")
    assert {found.id for found in verify(root, NOW, str(stick))} == {"verify-unknown-file"}
