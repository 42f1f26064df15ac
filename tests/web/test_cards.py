"""The pictures of pages that are shared: their size, their words inside them, every letter of Vietnamese drawn."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from loaphuong.content.genres import Genre
from loaphuong.core import addresses
from loaphuong.web import cards
from loaphuong.web.cards import paint
from tests.making import an_article, an_edition

if TYPE_CHECKING:
    from pathlib import Path

SLUG = "con-ngo-sach-moi-som-mai"


def test_cards(tmp_path: Path):
    """Every page that is shared has a picture of the size the networks ask for; a second build draws none."""
    edition = an_edition()
    found = cards.render(edition, tmp_path)
    drawn = {address for address in found if address.startswith("hinh/")}
    assert drawn == {addresses.illustration(genre.value) for genre in Genre}
    found = {address: path for address, path in found.items() if address not in drawn}
    assert set(found) == {
        addresses.HOME_CARD,
        addresses.COVER,
        *(addresses.icon(size) for size in (180, 192, 512)),
        addresses.card(SLUG),
        addresses.card("2026-11-20-1630"),
    }
    sizes = {address: Image.open(io.BytesIO(path.read_bytes())).size for address, path in found.items()}
    assert sizes[addresses.card(SLUG)] == (1200, 630)
    assert sizes[addresses.COVER] == (3000, 3000)
    assert sizes[addresses.icon(192)] == (192, 192)
    assert found[addresses.COVER].stat().st_size <= 512 * 1024
    assert all(path.stat().st_size < 60_000 for address, path in found.items() if address != addresses.COVER)
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


def test_what_is_made_up_says_so_on_its_card():
    """Its label has the word."""
    labels = {
        made_up: next(
            facts[1]
            for address, facts, _ in cards.cards(an_edition(an_article(illustrative=made_up)))
            if SLUG in address
        )
        for made_up in (True, False)
    }
    assert labels[True] == f"{labels[False]} · chuyện minh họa"


def changed_area(one: bytes, other: bytes) -> tuple[int, int, int, int] | None:
    """Where two pictures differ to the eye: left, top, right, bottom."""
    pictures = [Image.open(io.BytesIO(data)).convert("L") for data in (one, other)]
    return ImageChops.difference(*pictures).point([255 if level > 48 else 0 for level in range(256)]).getbbox()


@pytest.mark.parametrize(
    ("part", "place"),
    [(0, (158, 519, 297, 542)), (1, (73, 71, 139, 92)), (2, (77, 145, 488, 203)), (3, (962, 516, 1126, 546))],
    ids=["ward", "section", "title", "date"],
)
def test_where_words_stand_on_a_card(part: int, place: tuple[int, int, int, int]):
    """The section above the title, the ward beside the mark, the date at the right, all within the margins."""
    words = ["PHUONG", "muc", "NGO SACH", "21/11/2026"]
    whole = paint.card(*words)
    words[part] = ""
    assert changed_area(whole, paint.card(*words)) == pytest.approx(place, abs=2)


def test_where_words_stand_on_the_cover(tmp_path: Path):
    """The programme in the middle below the sign, the ward's name at the foot."""
    sign = tmp_path / "crest.png"
    Image.new("RGB", (300, 300), (0, 80, 0)).save(sign)
    left, top, right, bottom = changed_area(paint.cover(sign, "I", "PHUONG"), paint.cover(sign, "I", "")) or (0,) * 4
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((1500, 2720), abs=16)
    left, top, right, bottom = changed_area(paint.cover(sign, "I", ""), paint.cover(sign, "…", "")) or (0,) * 4
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((1500, 1714), abs=40)


@pytest.mark.parametrize(
    ("size", "kind", "taken"),
    [
        ((1400, 1400), "PNG", True),
        ((500, 500), "PNG", False),
        ((1500, 1400), "PNG", False),
        ((1400, 1400), "JPEG", False),
    ],
)
def test_a_wards_own_cover(tmp_path: Path, size: tuple[int, int], kind: str, taken: bool):
    """Byte for byte where the directories take it; else the drawn one stands."""
    own = tmp_path / "cover.png"
    Image.new("RGB", size).save(own, kind)
    assert paint.is_cover(own) is taken


def test_what_is_no_cover(tmp_path: Path):
    """A file that is not there, is no picture, or is too large."""
    own = tmp_path / "cover.png"
    assert not paint.is_cover(own)
    own.write_bytes(b"GIF")
    assert not paint.is_cover(own)
    Image.new("RGB", (1400, 1400)).save(own, compress_level=0)
    assert not paint.is_cover(own)


def test_a_line_is_as_long_as_it_may_be():
    """A word that fills it stands in it; one hair wider it does not fit, and a line more is one too many."""
    ems = paint.width_of("nghiêng")
    assert paint.wrap("nghiêng", ems, 1) == ["nghiêng"]
    assert paint.wrap("nghiêng", ems - 0.01, 1) is None
    assert paint.wrap("nghiêng nghiêng", ems, 2) == ["nghiêng", "nghiêng"]
    assert paint.wrap("nghiêng nghiêng", ems, 1) is None
    assert paint.wrap("nghiêng nghiêng", 2 * ems + paint.width_of(" ") + 0.001, 1) == ["nghiêng nghiêng"]


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
    """audio/crest.png stands for the product's, on icons and on the podcast's cover; audio/cover.png for the cover."""
    before = {address: path.read_bytes() for address, path in cards.render(an_edition(), tmp_path).items()}
    (tmp_path / "audio").mkdir(exist_ok=True)
    Image.new("RGB", (300, 300), (0, 80, 0)).save(tmp_path / "audio/crest.png")
    after = {address: path.read_bytes() for address, path in cards.render(an_edition(), tmp_path).items()}
    changed = {address for address in before if before[address] != after[address]}
    assert changed == {addresses.COVER, *(addresses.icon(size) for size in (180, 192, 512))}
    Image.new("RGB", (1400, 1400)).save(tmp_path / "audio/cover.png")
    assert cards.render(an_edition(), tmp_path)[addresses.COVER] == tmp_path / "audio/cover.png"


def test_the_ink_of_a_card_is_the_pages_own():
    """Each run of the palette ends in its colour, and a full stroke has the last place of its run."""
    colours = paint.palette()
    for level, colour in ((0, paint.GROUND), (paint.INK_LEVEL, paint.INK), (paint.ACCENT_LEVEL, paint.ACCENT)):
        assert tuple(colours[3 * level : 3 * level + 3]) == colour
    full, none = Image.new("L", (1, 1), 255), Image.new("L", (1, 1), 0)
    for level in (paint.INK_LEVEL, paint.DIM_LEVEL, paint.ACCENT_LEVEL):
        assert paint.set_level(full, level).getpixel((0, 0)) == level
        assert paint.set_level(none, level).getpixel((0, 0)) == 0
