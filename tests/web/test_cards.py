"""The pictures of pages that are shared: their size, their words inside them, every letter of Vietnamese drawn."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from loaphuong.core import addresses
from loaphuong.web import cards
from loaphuong.web.cards import paint
from tests.making import an_edition

if TYPE_CHECKING:
    from pathlib import Path

SLUG = "con-ngo-sach-moi-som-mai"


def test_cards(tmp_path: Path):
    """Every page that is shared has a picture of the size the networks ask for; a second build draws none."""
    edition = an_edition()
    found = cards.render(edition, tmp_path)
    assert set(found) == {
        addresses.HOME_CARD,
        addresses.COVER,
        *(addresses.icon(size) for size in (180, 192, 512)),
        addresses.card(SLUG),
        addresses.card("2026-11-20-1630"),
    }
    sizes = {address: Image.open(io.BytesIO(path.read_bytes())).size for address, path in found.items()}
    assert sizes[addresses.card(SLUG)] == (1200, 630)
    assert sizes[addresses.COVER] == (1400, 1400)
    assert sizes[addresses.icon(192)] == (192, 192)
    assert all(path.stat().st_size < 60_000 for path in found.values())
    kept = list(found.values())
    before = [path.stat().st_mtime_ns for path in kept]
    cards.render(edition, tmp_path)
    assert [path.stat().st_mtime_ns for path in kept] == before


@pytest.mark.parametrize(
    "title",
    ["", "Ngõ", "sạch " * 600, "x" * 3000, "🧹🇻🇳", "\u202eشارع\u202c", "Nhỡ ưỡn ẵm quỵt Ỷ Ễ", "a\nb\x00c"],
    ids=["empty", "short", "long", "one long word", "emoji", "right to left", "marks", "control"],
)
def test_card_of_any_title(title: str):
    """Any title makes a card whose words stay inside it, the same each time."""
    drawn = paint.card("Phường", "Mục", title, "21/11/2026")
    assert drawn == paint.card("Phường", "Mục", title, "21/11/2026")
    levels = Image.open(io.BytesIO(drawn))
    edge = levels.crop((paint.CARD[0] - 24, 0, *paint.CARD))
    assert edge.getextrema() == (0, 0)


def test_the_face_has_vietnamese():
    """Every letter of Vietnamese has a glyph of its own, not the box of a missing one."""
    face = paint.font(paint.BOLD, 40)
    missing = face.getmask("\U0010ffff").getbbox(), bytes(face.getmask("\U0010ffff"))
    vowels = "aăâeêioôơuưy"
    letters = [f"{vowel}{tone}" for vowel in vowels for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")]
    for letter in [*letters, "đ"]:
        composed = unicodedata.normalize("NFC", letter)
        assert len(composed) == 1
        for form in (composed, composed.upper()):
            mask = face.getmask(form)
            assert (mask.getbbox(), bytes(mask)) != missing, form


def test_a_wards_own_sign_is_on_its_icons(tmp_path: Path):
    """audio/crest.png stands for the product's, on icons and on the podcast's cover, and on nothing else."""
    before = {address: path.read_bytes() for address, path in cards.render(an_edition(), tmp_path).items()}
    (tmp_path / "audio").mkdir(exist_ok=True)
    Image.new("RGB", (300, 300), (0, 80, 0)).save(tmp_path / "audio/crest.png")
    after = {address: path.read_bytes() for address, path in cards.render(an_edition(), tmp_path).items()}
    changed = {address for address in before if before[address] != after[address]}
    assert changed == {addresses.COVER, *(addresses.icon(size) for size in (180, 192, 512))}
