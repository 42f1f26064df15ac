"""What `loa check` finds that no other room does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.app.check import check
from tests.app.ward import edit, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def test_check_tells_what_a_voice_does_not_know(tmp_path: Path) -> None:
    """An engine or an option that does not exist is named at its voice, all in one run."""
    root = ward(tmp_path)
    edit(root / "audio/station.toml", "rate = 150, pitch = 55", "rate = 1500, pich = 55")
    edit(root / "audio/station.toml", '[giong.minh]\nengine = "espeak"', '[giong.minh]\nengine = "espaek"')
    lines = (root / "audio/station.toml").read_text(encoding="utf-8").splitlines()
    found = check(root, NOW).problems
    assert [(each.id, lines[each.where.line - 1]) for each in found] == [
        ("voice-option", "[giong.lan]"),
        ("voice-unknown-option", "[giong.lan]"),
        ("voice-unknown-engine", "[giong.minh]"),
    ]
