"""Sổ tay as EPUB 3: a zip of few files, the same bytes each time."""

from __future__ import annotations

import uuid
from datetime import UTC
from html import escape
from typing import TYPE_CHECKING, Any

from loaphuong.core import archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaphuong.print.nouns import Sheet

TYPE = "mimetype"  # comes first and is not compressed
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
STYLE = """body{font-family:sans-serif;line-height:1.5;margin:1em}h1{color:#86291a}h2{border-bottom:1px solid #e0cfb4}
.do::before{content:"\\2714\\00a0";color:#1f6b43}.dont::before{content:"\\2718\\00a0";color:#a32a1b}
ul{list-style:none;padding:0}li{margin:.4em 0}.soft{color:#63554a}
"""


def bind(sheet: Sheet) -> bytes:
    """The book of a sheet of codes."""
    data = sheet.data
    chapters = {f"chuong-{number}.xhtml": chapter(code) for number, code in enumerate(data["codes"], 1)}
    titles = [code["title"] for code in data["codes"]]
    front = page(
        data["title"],
        f"<h1>{escape(data['title'])}</h1><p>{escape(data['authority'])}</p>"
        f'<p class="soft">{escape(data["words"]["version"])} {data["version"]}, {data["dated"]}<br/>'
        f"{escape(data['words']['mark'])} {escape(data['mark'])}</p>",
    )
    links = "".join(
        f'<li><a href="{name}">{escape(title)}</a></li>' for name, title in zip(chapters, titles, strict=True)
    )
    contents = escape(data["words"]["contents"])
    nav = page(contents, f'<nav epub:type="toc" id="toc"><h1>{contents}</h1><ol>{links}</ol></nav>')
    files = {"bia.xhtml": front, "nav.xhtml": nav, **chapters}
    book = {
        TYPE: "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "book/package.opf": package(sheet, list(files)),
        "book/style.css": STYLE,
        **{f"book/{name}": text for name, text in files.items()},
    }
    return archive.pack(((name, text.encode()) for name, text in book.items()), stored=[TYPE])


def page(title: str, body: str) -> str:
    """One page of the book."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="vi" xml:lang="vi">'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>'
        f"<body>{body}</body></html>\n"
    )


def chapter(code: Mapping[str, Any]) -> str:
    """A code: its document, its summary, its rules by place."""
    return page(code["title"], "".join(parts(code)))


def parts(code: Mapping[str, Any]) -> Iterator[str]:
    """The pieces of a chapter."""
    yield f"<h1>{escape(code['title'])}</h1>"
    yield f'<p class="soft">{escape(code["subtitle"])}</p><p>{escape(code["summary"])}</p>'
    for group in code["groups"]:
        yield f"<h2>{escape(group['place'])}</h2><ul>"
        for rule in group["rules"]:
            kind = "do" if rule["stance"] == "nen" else "dont"
            yield f'<li class="{kind}"><strong>{escape(code["words"][kind])}:</strong> {escape(rule["text"])}</li>'
        yield "</ul>"


def package(sheet: Sheet, pages: list[str]) -> str:
    """The list of all files, and what the book is."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{sheet.name}#{sheet.mark.text}")
    items = "".join(
        f'<item id="{each.partition(".")[0]}" href="{each}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if each == 'nav.xhtml' else ''}/>"
        for each in pages
    )
    spine = "".join(f'<itemref idref="{each.partition(".")[0]}"/>' for each in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="vi">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier><dc:title>{escape(sheet.title)}</dc:title>'
        f"<dc:language>vi</dc:language><dc:creator>{escape(sheet.data['authority'])}</dc:creator>"
        f'<meta property="dcterms:modified">{sheet.made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</meta></metadata>'
        f'<manifest><item id="style" href="style.css" media-type="text/css"/>{items}</manifest>'
        f"<spine>{spine}</spine></package>\n"
    )
