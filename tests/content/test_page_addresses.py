"""Every file of content/ that has a page leads to it."""

from __future__ import annotations

from loaphuong.content.nouns import SectionKind
from loaphuong.content.page_addresses import page_addresses
from tests.making import a_content, an_article


def test_each_file_has_the_address_of_its_page() -> None:
    """Lists of a kind have the kind's address, a folder of standing pages has none."""
    content = a_content(an_article("Con ngõ sạch"))
    assert dict(page_addresses(content)) == {
        "content/index.md": "",
        "content/guong-tot/index.md": "chuyen-muc/guong-tot/",
        "content/quy-tac/index.md": "quy-tac/",
        "content/mo-hinh/index.md": "mo-hinh/",
        "content/chuyen-de/index.md": "chuyen-de/",
        "content/guong-tot/con-ngo-sach.md": "tin/con-ngo-sach/",
        "content/quy-tac/qd-1665.md": "quy-tac/qd-1665/",
        "content/mo-hinh/chung-cu-van-hoa.md": "mo-hinh/chung-cu-van-hoa/",
        "content/chuyen-de/giu-sach-loi-di.md": "chuyen-de/giu-sach-loi-di/",
        "content/trang/gioi-thieu.md": "gioi-thieu/",
        "content/trang/gop-y.md": "gop-y/",
    }
    assert SectionKind.PAGES in {section.kind for section in content.sections}
