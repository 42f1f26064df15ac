"""Where things live, and where links between files lead."""

from __future__ import annotations

import pytest

from loaphuong.content.page_addresses import page_addresses
from loaphuong.core import addresses
from tests.making import an_article, an_edition

EDITION = an_edition(an_article("Bài một"))
KNOWN = page_addresses(EDITION.content)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.article("bai"), "tin/bai/"),
        (addresses.rule("qd-1665#r1"), "quy-tac/qd-1665/#r1"),
        (addresses.rule("qd-1665"), "quy-tac/qd-1665/"),
        (addresses.month(2026, 3), "luu-tru/2026-03/"),
        (addresses.bulletin_audio("2026-11-24-1630"), "phat-thanh/2026-11-24-1630/2026-11-24-1630.mp3"),
        (addresses.cues("audio/bai.mp3"), "audio/bai.vtt"),
        (addresses.chapters("audio/bai.mp3"), "audio/bai.chapters.json"),
        (addresses.image("content/hinh-anh/cây xanh.jpg"), "anh/hinh-anh/c%C3%A2y%20xanh.jpg"),
    ],
)
def test_addresses(address: str, expected: str):
    """As the house agreed."""
    assert address == expected


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("../quy-tac/qd-1665.md", "quy-tac/qd-1665/"),
        ("../quy-tac/qd-1665.md#r1", "quy-tac/qd-1665/#r1"),
        ("../quy-tac/index.md", "quy-tac/"),
        ("../mo-hinh/index.md", "mo-hinh/"),
        ("index.md", "chuyen-muc/guong-tot/"),
        ("../index.md", ""),
        ("../trang/gop-y.md", "gop-y/"),
        ("../trang/index.md", None),
        ("../hinh-anh/ngo.jpg", "anh/hinh-anh/ngo.jpg"),
        ("khong-co.md", None),
        ("../../audio/station.toml", None),
        ("#muc", None),
        ("https://x.example/a.md", None),
        ("//x.example/a.md", None),
        ("mailto:a@b.example", None),
    ],
)
def test_resolve(href: str, expected: str | None):
    """A link of an article as an address of the site; what leads elsewhere or nowhere is none."""
    assert addresses.resolve(KNOWN, "content/guong-tot/bai-mot.md", href) == expected


@pytest.mark.parametrize(
    ("site_url", "full", "local"),
    [
        ("https://phuong.example/", "https://phuong.example/feed.xml", "/feed.xml"),
        ("https://phuong.example", "https://phuong.example/feed.xml", "/feed.xml"),
        ("https://quan.example/bach-dang", "https://quan.example/bach-dang/feed.xml", "/bach-dang/feed.xml"),
    ],
)
def test_whole(site_url: str, full: str, local: str):
    """From the site's address, whether it lives at a root or in a folder."""
    assert addresses.absolute(site_url, "feed.xml") == full
    assert addresses.local(site_url, "feed.xml") == local


def test_taken():
    """Every address of an edition that is not a standing page begins with a name that is taken."""
    standing = {addresses.page(page.slug) for page in EDITION.content.pages}
    for address in set(KNOWN.values()) - standing - {""}:
        assert address.split("/")[0] in addresses.TAKEN
