"""Proving files: the very bytes that were approved and recorded, wherever they lie."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from loaphuong.app.hold import hold
from loaphuong.app.print import choose_rules, sheets_of, with_seal
from loaphuong.app.release import release
from loaphuong.app.verify import verify
from loaphuong.app.ward import load
from loaphuong.core.project import Project
from loaphuong.print.nouns import Ink
from loaphuong.print.press import Press
from tests.app.ward import approve_all, edit, ward
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


def test_a_printed_file_is_told_from_an_old_and_a_changed_one(tmp_path: Path) -> None:
    """In force in any ink; replaced after a new approval; changed where a byte differs; an unknown mark is gone."""
    folder = ward(tmp_path / "phuong")
    sheet = next(each for each in sheets_of(load(folder, NOW), Ink.BLACK) if each.name == "niem-yet/noi-chung-a4")
    paper = tmp_path / "to.pdf"
    data = Press().print(with_seal(sheet))["niem-yet/noi-chung-a4.pdf"]

    def told(given: bytes) -> list[str]:
        paper.write_bytes(given)
        return [found.id for found in verify(folder, NOW, paper.as_posix())]

    assert told(data) == []
    assert told(data + b"\n") == ["sheet-changed"]
    assert told(data.replace(sheet.mark.text.encode(), f"noi-chung.9.{sheet.mark.digest}".encode())) == [
        "sheet-replaced"
    ]
    assert told(data.replace(b"loa-phuong:noi-chung.", b"loa-phuong:noi-riegn.")) == ["sheet-gone"]
    (code,) = (each for each in load(folder, NOW).public.codes if each.slug == "noi-chung")
    chosen = choose_rules(load(folder, NOW), [f"noi-chung#{code.rules[0].id}"])[0]
    assert told(Press().print(chosen)[f"{chosen.name}.pdf"]) == []
    rule = sheet.data["pages"][0][0][0]["rules"][0]["text"]
    edit(folder / "content/quy-tac/noi-chung.md", rule, f"{rule} nhé")
    approve_all(folder)
    assert told(data) == ["sheet-replaced"]
