"""The page of what is printed: sheets to download, and the answer for every mark that hangs somewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from loaphuong.print.nouns import Offer
from loaphuong.print.sheets import make_sheets
from loaphuong.web.pages import articles, codes, lists, printed
from tests.making import an_edition
from tests.print.making import a_copy
from tests.web.pages.reading import indexed

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.web.edition import Edition
    from loaphuong.web.pages.views import PrintedPage


NEWS = "con-ngo-sach-moi-som-mai"


def offering() -> Edition:
    """An edition that offers the sheets for walls of a small ward, and knows the marks of all its sheets."""
    sheets = make_sheets(a_copy())
    offers = tuple(
        Offer(sheet, f"{sheet.name}.pdf", 75_000, f"{sheet.name}.png")
        for sheet in sheets
        if sheet.product in {"niem-yet", "phong", "nghe-lai", "tin-bang"}
    )
    return replace(an_edition(), prints=offers, marks=tuple(dict.fromkeys(sheet.mark for sheet in sheets)))


def test_sheets_stand_by_text_with_their_mark(tmp_path: Path) -> None:
    """A group a text: its mark, its bundle, its sheets with paper and size; other marks are answered for below."""
    (page,) = printed.pages(indexed(offering(), tmp_path))
    data = cast("PrintedPage", page.data)
    assert [group["subject"] for group in data["groups"]] == ["qd-1665", "chung-cu-van-hoa", "nghe-lai"]
    assert (data["groups"][2]["title"], data["groups"][2]["url"]) == ("Nghe lại bản tin", "nghe-lai/")
    first = data["groups"][0]
    assert first["mark"].startswith("qd-1665.1.")
    assert first["bundle"] == "in-an/qd-1665.zip"
    assert first["prints"][0] == {
        "title": "",
        "url": "in-an/niem-yet/qd-1665-a4.pdf",
        "picture": "in-an/niem-yet/qd-1665-a4.png",
        "product": "Bản niêm yết",
        "paper": "A4",
        "size": "75 KB",
        "version": 1,
    }
    (notice,) = data["notices"]
    assert (notice["url"], notice["file"]) == (f"tin/{NEWS}/", f"in-an/tin-bang/{NEWS}-a4.pdf")
    assert [other["subject"] for other in data["others"]] == ["so-tay"]


def test_the_page_of_a_text_shows_one_of_each_product(tmp_path: Path) -> None:
    """A code, a model and an article lead to their sheets; a text without any says nothing of print."""
    index = indexed(offering(), tmp_path)
    code = next(page for page in codes.pages(index) if page.address == "quy-tac/qd-1665/")
    assert [each["product"] for each in cast("list[dict[str, str]]", code.data["prints"])] == [
        "Bản niêm yết",
        "Phông nhận diện",
    ]
    assert code.data["prints_more"] == "in-an/#qd-1665"
    model = next(page for page in lists.pages(index) if page.address == "mo-hinh/chung-cu-van-hoa/")
    assert [each["product"] for each in cast("list[dict[str, str]]", model.data["prints"])] == ["Phông nhận diện"]
    news = next(page for page in articles.pages(index) if page.address == f"tin/{NEWS}/")
    assert [each["product"] for each in cast("list[dict[str, str]]", news.data["prints"])] == ["Tin treo bảng"]


def test_without_a_press_there_is_no_such_page(tmp_path: Path) -> None:
    """Nor a link to it."""
    index = indexed(an_edition(), tmp_path)
    assert list(printed.pages(index)) == []
    assert all("prints" not in page.data for page in codes.pages(index))
