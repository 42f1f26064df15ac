"""Below the front matter: links and pictures lead somewhere, headings have their order, nothing foreign is pasted."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from loaphuong.content import body
from loaphuong.content.source import Source
from loaphuong.core import markup
from loaphuong.core.where import Where
from tests.making import a_code, a_page, an_article

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaphuong.content.declaration import Written
    from loaphuong.core.problems import Problem

HERE = "content/guong-tot/bai.md"


def source(text: str, path: str = HERE, line: int = 10) -> Source:
    """A file whose body begins at a line."""
    return Source(Where(path), text, "", text, line)


def told(problems: Iterable[Problem]) -> list[tuple[str, int]]:
    """What is wrong, and on which line."""
    return [(found.id, found.where.line) for found in problems]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("## Một\n\n### Hai\n\n## Ba", []),
        ("### Một", [("heading-order", 10)]),
        ("# Một", [("heading-order", 10)]),
        ("## Một\n\n#### Hai\n\n##### Ba", [("heading-order", 12)]),
        ("##\n\nMột", [("heading-empty", 10)]),
        ("Một\n\n    mã\n", [("code-silent", 12)]),
    ],
)
def test_headings_have_their_order(text: str, wrong: list[tuple[str, int]]) -> None:
    """Each one deeper at most, below the title that the page itself has; code is no text."""
    assert told(body.shape(HERE, markup.blocks(text, 10))) == wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("• Quét ngõ", "pasted-bullet"),
        ("  ➢ Quét ngõ", "pasted-bullet"),
        ("o\tQuét ngõ", "pasted-bullet"),
        ("o Quét ngõ", None),
        ("•", None),
        ("Họ tên\tTuổi\tTổ", "pasted-table"),
        ("Họ tên\tTuổi", None),
        ("Như đã nói[^1].", "pasted-note"),
        ("![Ngõ](con ngo.png)", "pasted-picture"),
        ("![Ngõ](<con ngo.png>)", None),
        ("![Ngõ](ngo.png)", None),
    ],
)
def test_what_other_programs_write(line: str, wrong: str | None) -> None:
    """Bullets, tables of tabs, notes and blanks in a name, each at its line."""
    assert told(body.find_pasted(source(f"Một.\n{line}"))) == ([(wrong, 11)] if wrong else [])


def test_an_entity_may_not_steer() -> None:
    """Where a letter may not, its number may not either."""
    assert told(body.find_steering(source("Một &amp; hai\nba &#x202e; bốn &#27;"))) == [("control-character", 11)]


@pytest.mark.parametrize(
    ("noun", "text", "wrong"),
    [
        (an_article(where=Where(HERE)), "", ["body-empty"]),
        (an_article(where=Where(HERE)), "  \n", ["body-empty"]),
        (an_article(where=Where(HERE)), "## Một\n\n---\n", ["body-empty"]),
        (an_article(where=Where(HERE)), "Một.", []),
        (an_article(where=Where(HERE)), "## Một\n\nHai.", []),
        (an_article(where=Where(HERE), status=body.Status.DRAFT), "", []),
        (a_page(where=Where(HERE)), "", ["body-empty"]),
        (a_code(where=Where(HERE)), "", []),
    ],
)
def test_who_must_say_something(tmp_path: Path, noun: Written, text: str, wrong: list[str]) -> None:
    """An article that is ready and a standing page; a code says it in its rules."""
    assert [found.id for found in body.check(tmp_path, [source(text)], [noun])] == wrong


def picture(path: Path, kind: str = "PNG") -> None:
    """A small picture in a file."""
    sink = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(sink, kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sink.getvalue())


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[Quy tắc](../quy-tac/qd-1665.md)", None),
        ("[Quy tắc](../quy-tac/qd-1665.md#r2)", None),
        ("[Quy tắc](../quy-tac/qd-1665.md#dieu-mot)", None),
        ("[Quy tắc](../quy-tac/qd-1665.md#r7)", "anchor-broken"),
        ("[Trên](#mot)", "anchor-broken"),
        ("[Quy tắc](../quy-tac/qd-1666.md)", "link-broken"),
        ("[Ngoài](../../README.md)", "path-outside"),
        ("[Ngoài](../../../content/a.md)", "path-outside"),
        ("[](../quy-tac/qd-1665.md)", "link-silent"),
        ("[Xem](javascript:alert)", "link-unsafe"),
        ("[Xem](https://phuong.example/)", None),
        ("[Ảnh](../anh/ngo.png)", None),
        ("[Ghi chú](ghi-chu.xyz)", "link-unpublished"),
        ("![Ngõ](../anh/ngo.png)", None),
        ("![Ngõ](content/anh/ngo.png)", None),
        ("![](../anh/ngo.png)", "alt-missing"),
        ("![Ngõ](https://phuong.example/ngo.png)", "image-foreign"),
        ("![Ngõ](../anh/khac.png)", "image-missing"),
        ("![Ngõ](../anh/NGO.png)", "image-near"),
        ("![Ngõ](../anh/ngo.jpg)", "image-near"),
        ("![Ngõ](../../audio/ngo.png)", "path-outside"),
        ("<!-- nhắc -->", "remark"),
        ("Một <b>hai</b>", "raw-html"),
        ("Một `hai`", "code-silent"),
    ],
)
def test_marks_lead_somewhere(tmp_path: Path, text: str, wrong: str | None) -> None:
    """Each is right, or has its problem at its line."""
    picture(tmp_path / "content/anh/ngo.png")
    (tmp_path / "content/guong-tot").mkdir()
    (tmp_path / "content/guong-tot/ghi-chu.xyz").write_text("a")
    code = a_code(rules=2)
    sources = [source(f"Một.\n\n{text}\n"), source("## Điều một\n\nHai.", code.where.path)]
    found = {(each.id, each.where.line) for each in body.check(tmp_path, sources, [code])}
    assert found == ({(wrong, 12)} if wrong else set())
