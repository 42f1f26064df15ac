"""The handbook as a book for a telephone: a whole EPUB 3, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from loaphuong.print.epub import bind
from loaphuong.print.sheets import make_sheets
from tests.making import a_code
from tests.print.making import a_copy, named, some_rules


def parse(data: bytes) -> ElementTree.Element:
    """What we wrote, as XML."""
    return ElementTree.fromstring(data)  # noqa: S314 - our own file


OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture
def book() -> zipfile.ZipFile:
    """The handbook of two codes, one with letters that XML would trip over."""
    odd = replace(some_rules(1)[0], text='Không "chặt chém" < giá & cân đủ')
    codes = (replace(a_code(), rules=(odd, *some_rules(2))), a_code("qd-522"))
    return zipfile.ZipFile(io.BytesIO(bind(named(make_sheets(a_copy(*codes)), "so-tay/so-tay-a5"))))


def test_it_begins_as_a_reader_expects(book: zipfile.ZipFile) -> None:
    """The type comes first and is not packed; nothing carries the time of writing."""
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"
    assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_its_list_names_every_file(book: zipfile.ZipFile) -> None:
    """What the package lists is in the book, what is in the book is listed, and the spine knows its pages."""
    package = parse(book.read("book/package.opf"))
    listed = {item.get("href"): item.get("id") for item in package.iterfind(".//opf:item", OPF)}
    assert {f"book/{name}" for name in listed} == set(book.namelist()) - {
        "mimetype",
        "META-INF/container.xml",
        "book/package.opf",
    }
    spine = [each.get("idref") for each in package.iterfind(".//opf:itemref", OPF)]
    assert spine == ["bia", "nav", "chuong-1", "chuong-2"]
    assert set(spine) <= set(listed.values())
    assert package.findtext(".//dc:language", namespaces=OPF) == "vi"


def test_every_page_is_well_formed_and_has_its_rules(book: zipfile.ZipFile) -> None:
    """What editors write is text, not markup."""
    for name in book.namelist():
        if name.endswith((".xhtml", ".opf", ".xml")):
            parse(book.read(name))
    chapter = "".join(parse(book.read("book/chuong-1.xhtml")).itertext())
    assert 'Không "chặt chém" < giá & cân đủ' in chapter


def test_contents_lead_to_each_code(book: zipfile.ZipFile) -> None:
    """A chapter a code."""
    nav = book.read("book/nav.xhtml").decode()
    assert nav.count("<li>") == 2
    assert 'href="chuong-2.xhtml"' in nav
