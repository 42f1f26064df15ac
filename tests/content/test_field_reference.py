"""docs/fields.md tells editors every key they may write; it is made of the declarations.

`python -m tests.content.test_field_reference` writes it anew.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from loaphuong.content.articles import Article, Award, Correction, Image, Person
from loaphuong.content.declaration import Outlet, declarations
from loaphuong.content.events import Event
from loaphuong.content.nouns import (
    Code,
    Content,
    Model,
    Page,
    Rule,
    Section,
    SourceDocument,
    Topic,
    WaitingSuggestion,
)
from loaphuong.core import forms
from loaphuong.core.example import as_yaml
from loaphuong.core.messages import tr
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.core.forms import Noun

REFERENCE = ROOT / "docs" / "fields.md"
OUTLETS = {
    Outlet.PAGE: "trang",
    Outlet.FEED: "nguồn tin",
    Outlet.DATA: "dữ liệu máy đọc",
    Outlet.SPOKEN: "loa",
    Outlet.REPORT: "báo cáo",
}
NOUNS: tuple[tuple[str, type[Noun]], ...] = (
    ("Bài viết", Article),
    ("Ảnh của bài (`image`)", Image),
    ("Khen thưởng (`award`)", Award),
    ("Nhân vật (`people`)", Person),
    ("Cải chính (`correction`)", Correction),
    ("Bộ quy tắc", Code),
    ("Điều của bộ quy tắc (`rules`)", Rule),
    ("Mô hình", Model),
    ("Chuyên đề tháng", Topic),
    ("Lịch việc", Event),
    ("Trang cố định", Page),
    ("Văn bản của trang cố định (`documents`)", SourceDocument),
    ("Góp ý ở trang hòm thư góp ý (`gop_y`)", WaitingSuggestion),
    ("Thư mục (`index.md`)", Section),
    ("Trang nhà (`content/index.md`)", Content),
)


def choices(annotation: object) -> tuple[str, ...]:
    """The words of a field that has a few."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(f"`{one.value}`" for one in annotation)
    return next((found for part in get_args(annotation) if (found := choices(part))), ())


def table(noun: type[Noun]) -> Iterator[str]:
    """The keys of a noun: whether they must be there, what to write, where it is shown."""
    keys = forms.keys(noun)
    shown = {field.key: field.shown.on for field in declarations(noun)}
    outlets = any(shown[key] for key in keys)
    yield "| Khóa | Là gì | Ví dụ |" + (" Hiện ở |" if outlets else "")
    yield "|-|-|-|" + ("-|" if outlets else "")
    for key, field in keys.items():
        few = choices(field.annotation)
        told = ". ".join((f"**{tr(field.title or '')}**", tr(field.description or "")))
        told += f" ({', '.join(few)})" if few else ""
        cells = [f"`{key}`", told, f"`{as_yaml((field.examples or [''])[0])}`"]
        cells += [", ".join(name for outlet, name in OUTLETS.items() if outlet in shown[key]) or "–"] if outlets else []
        yield "| " + " | ".join(cells) + " |"


def reference() -> str:
    """The whole file."""
    lines = [
        "# Các khóa ở đầu tệp",
        "",
        "Mọi khóa được viết ở đầu tệp của `content/`. Tệp này do phần mềm ghi từ khai báo của từng khóa; đừng sửa tay.",
        "",
    ]
    for title, noun in NOUNS:
        lines += [f"## {title}", "", *table(noun), ""]
    return "\n".join(lines)


def test_the_reference_tells_every_key() -> None:
    """It says what the declarations say; `python -m tests.content.test_field_reference` brings it up to date."""
    assert REFERENCE.read_text(encoding="utf-8") == reference()


def test_every_outlet_has_a_name() -> None:
    """An outlet that is added is named for editors too."""
    assert set(OUTLETS) == set(Outlet)


if __name__ == "__main__":
    Path(REFERENCE).write_text(reference(), encoding="utf-8")
