"""docs/station.md tells every key of audio/station.toml; it is made of the declarations.

`python -m tests.station.test_station_reference` writes it anew.
"""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING

import pytest

from loaphuong.core import forms
from loaphuong.core.example import as_toml, write_line
from loaphuong.core.messages import tr
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.station.calendar import Calendar, Closure, MovedSlot
from loaphuong.station.entry_form import EntryForm, SpeakerSystem
from loaphuong.station.nouns import Dialect, Pauses, Profile, Publisher, Reporting, Trust, VoiceSettings
from loaphuong.station.organisations import Organisation
from loaphuong.station.printing import Printing, PrintPlace, Screen
from loaphuong.station.services import CallNumber, Errand
from loaphuong.station.show import Planning, Words
from loaphuong.station.written import StationFile, Voices, WrittenShow, WrittenSlot
from tests.content.test_field_reference import choices
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.core.forms import Noun

REFERENCE = ROOT / "docs" / "station.md"
# By the key of the file: what its table is about, and the noun.
TABLES: dict[str, tuple[str, str, type[Noun]]] = {
    "phuong": ("[phuong]", "Phường và đài", Publisher),
    "chuong_trinh": ("[[chuong_trinh]]", "Chương trình", WrittenShow),
    "khung_gio": ("[[khung_gio]]", "Khung giờ", WrittenSlot),
    "phan": ("phan", "Các phần của chương trình", WrittenShow),
    "loi": ("[loi]", "Lời dẫn", Words),
    "len_chuong_trinh": ("[len_chuong_trinh]", "Cách lên chương trình", Planning),
    "lich": ("[lich]", "Lịch", Calendar),
    "giong": ("[giong]", "Giọng đọc", Voices),
    "giong_doc": ("[giong_doc]", "Cách đọc của vùng", Dialect),
    "ngat": ("[ngat]", "Quãng nghỉ", Pauses),
    "ban_phat": ("[ban_phat.tên]", "Bản phát: loa và web", Profile),
    "bao_cao": ("[bao_cao]", "Báo cáo", Reporting),
    "duyet": ("[duyet]", "Duyệt", Trust),
    "in_an": ("[in_an]", "In ấn", Printing),
    "phieu_nhap": ("[phieu_nhap]", "Phiếu nhập bản tin", EntryForm),
    "viec_can_lam": ("[[viec_can_lam]]", "Việc cần làm, trên trang nhà", Errand),
    "co_quan": ("[[co_quan]]", "Cơ quan, tổ chức và thời gian tồn tại", Organisation),
}
INNER: tuple[tuple[str, str, type[Noun]], ...] = (
    ("[giong.tên]", "Mỗi giọng đọc", VoiceSettings),
    ("closed", "Mỗi ngày nghỉ phát", Closure),
    ("moved", "Mỗi buổi đổi giờ", MovedSlot),
    ("screens", "Mỗi màn hình", Screen),
    ("panels", "Mỗi chỗ treo pano, băng rôn", PrintPlace),
    ("systems", "Mỗi hệ thống loa", SpeakerSystem),
    ("calls", "Mỗi số cần gọi", CallNumber),
)
NOUNS = tuple(table for key, table in TABLES.items() if key != "phan") + INNER


def rows(noun: type[Noun]) -> Iterator[str]:
    """The keys of a noun: what each is for, a line that may be written, whether it must be there."""
    yield "| Khóa | Là gì | Ví dụ | Phải có |"
    yield "|-|-|-|-|"
    bare = {field.name for field in fields(noun) if MISSING is field.default is field.default_factory}
    needed = {field.alias or name for name, field in forms.fields_of(noun).items() if name in bare}
    for key, field in forms.keys(noun).items():
        few = choices(field.annotation)
        told = f"**{tr(field.title or '')}**. {tr(field.description or '')}" + (f" ({', '.join(few)})" if few else "")
        yield f"| `{key}` | {told} | `{as_toml((field.examples or [''])[0])}` | {'có' if key in needed else '–'} |"


def reference() -> str:
    """The whole file."""
    lines = [
        "# Các khóa của audio/station.toml",
        "",
        "Tệp này do phần mềm ghi từ khai báo của từng khóa; đừng sửa tay. Sửa station.toml xong, chạy `loa check`.",
        "",
    ]
    for name, title, noun in NOUNS:
        lines += [f"## {title} (`{name}`)", "", *rows(noun), ""]
    return "\n".join(lines)


def test_the_reference_tells_every_key() -> None:
    """It says what the declarations say; `python -m tests.station.test_station_reference` brings it up to date."""
    assert REFERENCE.read_text(encoding="utf-8") == reference()


def test_every_table_of_the_file_is_told() -> None:
    """A table that is added is told to those who write the file."""
    assert set(forms.keys(StationFile)) == set(TABLES)


@pytest.mark.parametrize("noun", dict.fromkeys(noun for *_, noun in NOUNS), ids=lambda noun: noun.__name__)
def test_every_key_is_told_with_an_example_that_may_be_written(noun: type[Noun]) -> None:
    """Each has a label and a word of help in Vietnamese; its example, as TOML reads it, is taken."""
    for key, field in forms.keys(noun).items():
        assert all(text and tr(text) != text for text in (field.title, field.description)), key
        assert field.examples, key
        written = tomllib.loads(write_line(Project.station, key, field.examples[0]))
        _, problems = forms.fill(noun, written, Where)
        wrong = [found.where.path for found in problems if found.where.path.split(".")[0] == key]
        assert wrong == [] or key == "loi", wrong  # a show's own words are filled up from the station's


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
