"""What no sheet can hold is told by its line; what one holds is whole on it: the longest content on every product."""

from __future__ import annotations

import errno
import io
import os
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.resources import files as files_of
from typing import TYPE_CHECKING, Any

import pytest
from PIL import ImageFont
from pypdf import PdfReader

from loaphuong.content.nouns import Rule, Stance
from loaphuong.core import files
from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.print.press import FACE, Press
from loaphuong.print.sheets import PRODUCTS, make_sheets
from loaphuong.print.workshop import RECORD, print_sheets
from tests.making import a_code, a_model, an_article
from tests.print.making import a_copy

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.print.nouns import Sheet

PRESS = Press()
FILE = "content/quy-tac/qd-1665.md"
TITLE = "Quy tắc ứng xử của cán bộ, công chức, viên chức, người lao động trong các cơ quan thuộc thành phố Hà Nội"
RULE = (
    "Ưu tiên giải quyết công việc với người già yếu, người khuyết tật, phụ nữ mang thai; nghiêm túc nhận lỗi, nhận "
    "khuyết điểm, rút kinh nghiệm khi để xảy ra sai sót và công khai cách khắc phục"
)
ADDRESS = (
    "https://dichvucong.phuong-bach-dang.example/ho-so/tiep-nhan/huong-dan?muc=xac-nhan-cu-tru-tam-vang-cua-cong-dan"
)
# One of each drawing is enough: the sizes share it.
SAMPLES = ("qd-1665-a4", "-a4-ngang", "80x180-giua", "80x180-tieu-chi", "90x55-1", "de-ban-1", "gap-2", "so-tay-a6",
           "300x200/qd-1665", "400x80/qd-1665", "bai-dai-a4", "man-1920x1080/qd-1665", "nghe-lai-a4")  # fmt: skip


def a_ward(count: int, words: str) -> list[Sheet]:
    """A sheet of each drawing, of a ward whose code has so many rules and whose every text is so long."""
    stances = tuple(Stance)
    rules = tuple(
        Rule(f"d{at}", f"{words} {at}", stances[at % 2], TITLE, where=Where(FILE, 10 + at)) for at in range(count)
    )
    code = replace(a_code(), title=TITLE, rules=rules, summary=words, scope=words, issuer=TITLE)
    model = replace(a_model(), title=TITLE, criteria=tuple(f"{words} {at}" for at in range(8)), place=words)
    news = an_article(TITLE, slug="bai-dai", summary=words, body=f"{words}\n\n- {words}")
    copy = a_copy(code)
    made = make_sheets(replace(copy, content=replace(copy.content, models=(model,), articles=(news,))))
    return [sheet for sheet in made if sheet.name.endswith(SAMPLES)]


@cache
def the_face(weight: str) -> ImageFont.FreeTypeFont:
    """The printed face in one of its weights, a thousand points high."""
    return ImageFont.truetype(str(files_of(FACE) / "files" / f"BeVietnamPro-{weight}.ttf"), 1000)


def words_off(data: bytes) -> list[str]:
    """Words of a file that begin or end outside its paper."""
    found: list[str] = []
    for page in PdfReader(io.BytesIO(data)).pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)

        def look(
            text: str, turned: Any, at: Any, font: Any, size: float, wide: float = wide, high: float = high
        ) -> None:
            said = text.replace("\u200b", "").strip()
            if not said:
                return
            long = the_face(font["/BaseFont"].rpartition("-")[2]).getlength(said) * size / 1000
            for along in (0, long):
                # A point of the line, by the text's own matrix and then by the page's.
                x, y = (at[0] * along + at[4], at[1] * along + at[5])
                place = (turned[0] * x + turned[2] * y + turned[4], turned[1] * x + turned[3] * y + turned[5])
                if not (-0.5 <= place[0] <= wide + 0.5 and -0.5 <= place[1] <= high + 0.5):
                    found.append(said)

        page.extract_text(visitor_text=look)
    return found


def words_in(data: bytes) -> str:
    """All that can be read in a file, without the places where a line may break."""
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u200b", "").split())


@pytest.mark.parametrize(
    ("dx", "dy", "angle", "off"),
    [
        (20, 20, 0, False),
        (-9, 20, 0, True),
        (60, 20, 0, True),
        (20, 95, 0, True),
        (20, 20, 180, False),
        (60, 20, 90, True),
    ],
)
def test_words_beside_the_paper_are_seen(dx: int, dy: int, angle: int, *, off: bool) -> None:
    """The measure of these tests itself: a line that begins, ends or stands outside, turned or not."""
    turned = f'rotate({angle}deg, text(font: "Be Vietnam Pro", size: 9pt)[Bỏ rác đúng chỗ])'
    drawn = f"#set page(width: 100pt, height: 90pt, margin: 0pt)\n#place(dx: {dx}pt, dy: {dy}pt, {turned})"
    assert bool(words_off(PRESS.compiler.compile(input={"main.typ": drawn.encode()}, format="pdf"))) == off


@pytest.mark.parametrize(("count", "words", "least"), [(40, RULE, 5), (4, f"Xem ở {ADDRESS}", 8)])
def test_the_longest_content_is_whole_or_refused(count: int, words: str, least: int) -> None:
    """Forty long rules, and an address as long as a line: each drawing holds them all, or tells that it cannot."""
    whole: set[str] = set()
    for sheet in a_ward(count, words):
        data = b""
        with suppress(Stopped):
            data = PRESS.compile(sheet, format="pdf", pdf_standards=["ua-1", "a-2a"])[0]
        if data:
            whole.add(sheet.product)
            assert words_off(data) == [], sheet.name
            if sheet.template in {"poster.typ", "leaflet.typ", "handbook.typ"} and "tieu-chi" not in sheet.name:
                said = words_in(data).replace(" ", "")
                assert all(f"{words} {at}".replace(" ", "") in said for at in range(count)), sheet.name
        else:
            with pytest.raises(Stopped) as stopped:
                PRESS.compile(sheet, format="pdf")
            assert [found.id for found in stopped.value.problems] == ["print-overflow"], sheet.name
    assert len(whole & {product.key for product in PRODUCTS}) >= least


@pytest.mark.parametrize("letters", ["بسم الله", "שלום", "👍🏽"])
def test_what_is_not_printed_is_told_on_every_drawing(letters: str) -> None:
    """Right to left and emoji: the line, and never a blank."""
    for sheet in a_ward(1, f"Bỏ rác {letters} đúng chỗ"):
        if sheet.template in {"poster.typ", "cards.typ", "notice.typ"}:
            with pytest.raises(Stopped) as stopped:
                PRESS.compile(sheet, format="pdf", pdf_standards=["ua-1", "a-2a"])
            assert {found.id for found in stopped.value.problems} == {"print-glyph"}, sheet.name


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet that found no room is not there, those before it are whole, and the next run makes the rest."""
    some = [sheet for sheet in a_ward(2, "Xả rác") if sheet.template == "poster.typ"][:3]
    synced: list[int] = []
    real = os.fsync

    def fill(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", fill)
        with pytest.raises(Stopped) as stopped:
            print_sheets(some, tmp_path, lambda *_: None)
    assert [found.id for found in stopped.value.problems] == ["disk-full"]
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".pdf"]
    assert len(print_sheets(some, tmp_path, lambda *_: None).files) == 3
    assert (tmp_path / RECORD).is_file()
