"""What would lead a stranger to a private person is asked about; offices and places are not."""

from __future__ import annotations

import pytest

from loaphuong.content.articles import Image
from loaphuong.content.consent import check, private
from loaphuong.content.genres import Genre
from tests.content.consent.test_people import a_person
from tests.making import a_content, an_article

PRIVATE = [
    ("Ai nhặt được xin gọi 0912 345 678.", "private-phone"),
    ("Liên hệ chị Hạnh, 0987.654.321.", "private-phone"),
    ("Số của ông Tám bên trạm y tế là +84 912345678.", "private-phone"),
    ("Nhà riêng: 024 3851 2345.", "private-phone"),
    ("Xe biển số 29A-123.45 chắn cổng.", "private-plate"),
    ("Chiếc 30F1-234.56 đỗ dưới lòng đường.", "private-plate"),
    ("CCCD 001 085 012 345 của người nhận.", "private-identity"),
    ("Số định danh: 001085012345.", "private-identity"),
    ("CMND số 012345678 cấp năm 2010.", "private-identity"),
    ("Hộ chiếu C1234567 đã hết hạn.", "private-identity"),
    ("Thẻ bảo hiểm y tế số DN 4010123456789.", "private-identity"),
    ("Ủng hộ qua số tài khoản 0123 4567 890 của chị Lan.", "private-account"),
    ("STK: 19034567890123, ngân hàng Hoa Sen.", "private-account"),
    ("Bà hiện ở số 12 ngõ 45 phố Hoa.", "private-home"),
    ("Nhà ông Tám, số nhà 7, ai cũng biết.", "private-home"),
    ("Gọi anh Nam, nhà số 12 ngõ 5 phố Huế.", "private-home"),
    ("Người bị nạn thường trú tại số 5 đường Ven Đê.", "private-home"),
    ("Vợ ông Nguyễn Văn Tám ra mở cửa.", "private-kin"),
    ("Con gái chị Trần Thị Mai học lớp bên.", "private-kin"),
    ("Vợ chồng anh Tám cùng quét.", "private-kin"),
    ("Em ruột của bà Lê Thị Hoa nhận quà.", "private-kin"),
    ("![Cảnh ngõ, gọi 0912345678](../anh/ngo.jpg)", "private-phone"),
    ("![Giấy tờ](../anh/cccd-mat-truoc.jpg)", "private-file-name"),
    ("![Người nhận](../anh/nguyen-van-tam.jpg)", "private-file-name"),
    ("![Xe](../anh/29a-12345.jpg)", "private-file-name"),
    ("![Đơn](../anh/0912345678.png)", "private-file-name"),
    ("![Đất](../anh/so-do-nha-ba-tam.png)", "private-file-name"),
]
PUBLIC = [
    "Đường dây nóng của phường: 0912 345 678.",
    "Gọi Công an phường, 0987 654 321, khi có việc.",
    "Điện thoại 024 3851 2345, 1900 1234, 113, 114.",
    "Bộ phận một cửa: 0243.851.2345.",
    "Ủng hộ qua Mặt trận Tổ quốc, số tài khoản 3713 0 1058784, Kho bạc.",
    "Quỹ Vì người nghèo phường, STK: 19034567890123.",
    "Trụ sở UBND phường, số 12 phố Hoa.",
    "Nhà văn hóa ở số 5 ngõ 45 phố Hoa mở cửa cả ngày.",
    "Bà con họp tại nhà văn hóa số 5 đường Ven Đê.",
    "Quyết định 1665/QĐ-UBND ngày 10/3/2017, mã hồ sơ 000.00.12.H26-261126-0012.",
    "Thu 86.400.000 đồng, chi 71.250.000 đồng, cho 120.345 lượt người.",
    "Con ngõ, con phố, con đường Trần Phú đều sạch.",
    "Gia đình nào cũng có phần; con cháu về đông đủ.",
    "![Cổng chợ](../anh/cong-cho-2026.jpg)",
    "![Lối thoát nạn](../anh/so-do-thoat-nan.png)",
    "Xem [quy tắc](../quy-tac/qd-1665.md).",
]


@pytest.mark.parametrize(("body", "id_"), PRIVATE, ids=[case[0][:30] for case in PRIVATE])
def test_what_is_private_is_asked_about(body: str, id_: str) -> None:
    """One warning of its kind, at its line; numbers of papers and accounts are not repeated whole."""
    found = list(private.check_article(an_article(body=f"Ngõ sạch.\n\n{body}\n")))
    assert [each.id for each in found] == [id_]
    assert found[0].where.line == 12
    assert found[0].warning
    if id_ in {"private-identity", "private-account"}:
        assert "…" in dict(found[0].values)["found"]


@pytest.mark.parametrize("body", PUBLIC, ids=[case[:30] for case in PUBLIC])
def test_offices_and_places_are_public(body: str) -> None:
    """Hotlines, desks, accounts of organisations, seats, numbers of documents."""
    assert list(private.check_article(an_article(body=f"{body}\n"))) == []


def test_captions_and_file_names_in_the_front_matter_count() -> None:
    """The picture at the head of a text, by what it says and by what it is called."""
    image = Image("content/anh/so-ho-khau.jpg", "Xe 29A-123.45 ở cổng")
    found = private.check_article(an_article(image=image))
    assert {each.id for each in found} == {"private-file-name", "private-plate"}


def test_who_agreed_may_be_told_of() -> None:
    """The kin of a person who is declared is not asked about again."""
    person = a_person(name="Trần Thị Mai")
    article = an_article(illustrative=False, people=(person,), body="Con gái chị Trần Thị Mai nhận quà.\n")
    assert list(private.check_article(article)) == []


def test_a_critique_is_asked_once() -> None:
    """What is refused there is not warned of as well."""
    article = an_article(genre=Genre.CRITIQUE, body="Xe 29A-123.45 chắn cổng.\n")
    assert [each.id for each in check(a_content(article))] == ["critique-traceable"]
