"""Names that look like a private person's are found; streets, schools, offices and the dead are left alone."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.content.consent import names

FOUND = """
Bà Nguyễn Thị Hoa quét ngõ từ năm giờ sáng.          | Nguyễn Thị Hoa
Theo Nguyễn Văn Ba, việc này dễ làm.                  | Nguyễn Văn Ba
Tổ trưởng Lê Văn Bình và cán bộ Trần Hải              | Lê Văn Bình; Trần Hải
giáo viên Trần Thị Mai cho biết                       | Trần Thị Mai
BÀ NGUYỄN THỊ HOA LẤN CHIẾM VỈA HÈ                    | NGUYỄN THỊ HOA LẤN
Hồ Thị Lan nhặt được ví                               | Hồ Thị Lan
chị Hoa ở cuối ngõ, ông Tám và bà Sáu                 | Hoa; Tám; Sáu
cô giáo Hoa dạy em Minh Anh                           | Hoa; Minh Anh
Chị Nguyễn Hiền bán rau                               | Nguyễn Hiền
TM. UBND PHƯỜNG, KT. CHỦ TỊCH Trần Văn Phương         | Trần Văn Phương
"Nguyễn Thị Hoa" là tên trong phiếu                   | Nguyễn Thị Hoa
Ông Nguyễn Trãi Em                                    |
Trường Tiểu học Lê Văn Tám                            |
Trường THCS Nguyễn Văn B                              |
Đường Nguyễn Trãi, phố Lê Lợi và Trần Phú             |
các phố Lê Văn A, Trần Văn B và Phạm Văn C            |
học tập và làm theo tư tưởng Hồ Chí Minh              |
Bác Hồ kính yêu, phố Hai Bà Trưng, bà Triệu           |
anh Công an khu vực, các chị Hội Phụ nữ               |
Đoàn Thanh niên và UBND phường Bạch Đằng              |
Hồ Tây, hồ Hoàn Kiếm, sông Tô Lịch                    |
P. Trần Văn X, Q. Nguyễn Văn Y                        |
công viên Nguyễn Văn Z, đảng viên Trần Văn Nam        | Trần Văn Nam
Lưu VT; Phòng VH&TT                                   |
bà con trong ngõ. Ông bà, cô bác đều vui.             |
Cháu chào bà. Cô bán rau cười.                        |
""".strip().splitlines()


@pytest.mark.parametrize("line", FOUND, ids=lambda line: line.split("|")[0].strip())
def test_a_table_of_sentences(line: str) -> None:
    """Each sentence gives these names and no other, composed or decomposed."""
    text, _, expected = (part.strip() for part in line.partition("|"))
    expected_names = [name.strip() for name in expected.split(";") if name.strip()]
    assert [name.text for name in names.find(text)] == expected_names
    assert [name.text for name in names.find(unicodedata.normalize("NFD", text))] == expected_names


def test_a_name_tells_where_it_stands() -> None:
    """Offsets lead to the very letters of the text, over a line's end too."""
    text = "Hôm qua, chị Trần Thị\nMai nhặt được ví.\nAnh Lê Văn Bình trả lại."
    first, second = names.find(text)
    assert text[first.start : first.end].split() == ["Trần", "Thị", "Mai"]
    assert text[second.start : second.end] == "Lê Văn Bình"


@pytest.mark.parametrize(
    ("found", "declared", "same"),
    [
        ("Hoa", "Nguyễn Thị Hoa", True),
        ("Thị Hoa", "Nguyễn Thị Hoa", True),
        ("Nguyễn Thị Hoa Lan", "Nguyễn Thị Hoa", True),
        ("NGUYỄN THỊ HOÀ", "Nguyễn Thị Hoà", True),
        ("Hòa", "Hoà", True),
        ("Nguyễn", "Nguyễn Thị Hoa", False),
        ("Nguyễn Thị Lan", "Nguyễn Thị Hoa", False),
        ("", "Nguyễn Thị Hoa", False),
    ],
)
def test_a_declared_person_is_recognised(found: str, declared: str, same: bool) -> None:
    """The whole name or its end, whatever the case and the accents' place."""
    assert names.is_same(found, declared) is same


@given(st.lists(st.sampled_from([*"ÔNTHoảnguyễn .,\n-*“", "Ông ", "Nguyễn ", "phố ", "Hoa ", "và "])).map("".join))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """Names lie in order, inside the text, and do not overlap."""
    assert all(first.end <= second.start for first, second in pairwise(names.find(text)))
