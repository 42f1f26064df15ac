"""One reading: two sources are one text exactly when page, feed and voice make the same of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaphuong.content.articles import Article, Status
from loaphuong.content.load import reread
from loaphuong.content.nouns import Code, Model, Page, Section, SectionKind, Topic
from loaphuong.core import markup
from loaphuong.core.digest import plain
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where
from loaphuong.trust.approval import records
from loaphuong.trust.approval.text import authors, read_text, wrote
from tests.making import a_code, a_model, a_page, a_section, a_topic, an_article

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from loaphuong.trust.approval import Text

PATH = "content/guong-tot/con-ngo.md"
HEAD = """title: "Con ngõ: sạch"
summary: Cả ngõ cùng giữ sạch lối đi chung. # ghi chú của biên tập
genre: guong
published_at: 20/11/2026 07:30
author: Ban biên tập
rules: [qd-1665#r1, qd-1665#r2]
image: {path: hinh/ngo.png, alt: Con ngõ}
"""
BODY = """UBND phường *khen ngợi* Sao Mai. Xem [ảnh](hinh/l%E1%BB%91i%20%C4%91i.png), ![cũ](anh\\_cu.webp).

[Nguồn]: đây (Một câu.)

- một
- hai

| Nhà | Giờ |
|-----|-----|
| Một | 6:00 |
"""
PICTURES = {
    "content/guong-tot/hinh/ngo.png": "1" * 64,
    "content/guong-tot/hinh/lối đi.png": "2" * 64,
    "content/guong-tot/anh_cu.webp": "3" * 64,
}


# Between two tags it is not seen, unless they hold code.
LINE_END = re.compile(r">\n<(?!/code>)")


def article(head: str = HEAD, body: str = BODY) -> Article | None:
    """The article that a source makes; None where it is none."""
    return next(iter(read(f"---\n{head}---\n\n{body}")), None)


def read(source: str) -> list[Article]:
    """What the loader makes of the text of a file."""
    found = reread({PATH: nfc(source)}, {"guong-tot": SectionKind.ARTICLES})
    return [public for public in found if isinstance(public, Article)]


def text(made: Article | None, pictures: Mapping[str, str] = PICTURES) -> Text:
    """As it is approved."""
    assert made is not None
    return read_text(made, pictures.get)


def seen_and_heard(made: Article) -> object:
    """All that leaves the house of an article: its values, its page, and what an announcer reads."""
    blocks = [
        (block.kind, block.text, block.level, block.index, block.cells, block.heads)
        for block in markup.blocks(made.body)
        if block.kind is not markup.BlockKind.IMAGE
    ]
    page = LINE_END.sub("><", markup.html(made.body))
    return plain(replace(made, where=Where(""), body="", body_line=0)), page, blocks


def same_text(one: Article, other: Article) -> bool:
    """Whether an approval of the one holds for the other."""
    return text(one).form == text(other).form


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (HEAD.replace("\n", "\r\n").replace("\r\n", "\n"), BODY),
        ("".join(sorted(HEAD.splitlines(keepends=True))), BODY),
        (HEAD.replace("rules: [qd-1665#r1, qd-1665#r2]", "rules:\n  - qd-1665#r1\n  - qd-1665#r2"), BODY),
        (HEAD.replace("image: {path: hinh/ngo.png, alt: Con ngõ}", "image:\n    alt: 'Con ngõ'\n    path: hinh/ngo.png"), BODY),
        (HEAD.replace('"Con ngõ: sạch"', "'Con ngõ: sạch'"), BODY),
        (HEAD.replace("summary: Cả ngõ cùng", "summary: >-\n  Cả ngõ\n  cùng").replace(" # ghi chú của biên tập", ""), BODY),
        (HEAD.replace("20/11/2026 07:30", "2026-11-20 07:30"), BODY),
        (HEAD.replace("ghi chú của biên tập", "ghi chú khác"), BODY),
        (HEAD + "status: nhap\n", BODY),
        (HEAD + "broadcast: true\nillustrative: không\n", BODY),
        (HEAD, unicodedata.normalize("NFD", BODY)),
        (HEAD, BODY.replace("UBND phường", "UBND\u00a0phường")),
        (HEAD, BODY.replace("*khen ngợi*", "_khen ngợi_").replace("- một\n- hai", "* một\n* hai")),
        (HEAD, BODY.replace("Sao Mai", "S&#97;o Mai").replace("anh\\_cu", "anh&#95;cu")),
        (HEAD, "\n\n" + BODY.replace("|\n", "|   \n") + "\n\n"),
        (HEAD, BODY.replace("|-----|-----|", "|---|---|")),
        (HEAD, BODY.replace("[Nguồn]: đây (Một câu.)", "[Nguồn]: kia (Hai câu.)")),
    ],
)  # fmt: skip
def test_how_it_is_typed_does_not_matter(head: str, body: str) -> None:
    """Order of keys, quotes, flow of YAML, comments, composition, marks, entities, unused definitions: one text."""
    typed, first = article(head, body), article()
    assert typed is not None
    assert first is not None
    assert text(typed).form == text(first).form
    assert text(typed).pictures == text(first).pictures


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("chung. # ghi", "chung.\u2007# ghi"),
        ("chung. # ghi", "chung.\u3000# ghi"),
        ("Sao Mai", "Sao\u200bMai"),
        ("Sao Mai", "Sa\u00ado Mai"),
        ("Sao Mai", "Sao Mаi"),
        ("đây (Một câu.)", "đây\u2007(Một câu.)"),
        ("*khen ngợi*", "**khen ngợi**"),
        ("- một\n- hai", "- một\n\n- hai"),
        ("| Một | 6:00 |", "| Một | 6:01 |"),
        ("anh\\_cu.webp", "anh\\_moi.webp"),
        ("hinh/ngo.png", "hinh/nha.png"),
        ("alt: Con ngõ", "alt: Con  ngỏ"),
        ("07:30", "07:31"),
        ("r1, qd-1665#r2", "r2, qd-1665#r1"),
        ("genre: guong", "genre: ung_xu"),
        ("author:", "broadcast: false\nauthor:"),
    ],
)
def test_what_is_seen_or_heard_matters(old: str, new: str) -> None:
    """Blanks that YAML and Markdown take differently, invisible letters, look-alikes, values, pictures."""
    source = f"---\n{HEAD}---\n\n{BODY}"
    assert old in source
    changed = read(source.replace(old, new))
    assert changed == [] or text(changed[0]).form != text(article()).form


LONG = "a" * 230


@pytest.mark.parametrize(
    ("head", "body", "path"),
    [
        ('image: {path: "tho\\u0061t.png", alt: Ngõ}', "Chữ.", "content/guong-tot/thoat.png"),
        ("", "![a](&copy;x%20y.png)", "content/guong-tot/©x y.png"),
        ("", f"![a]({LONG}.png)", f"content/guong-tot/{LONG}.png"),
        ("", "![a][x]\n\n[x]: <../hinh-anh/A b.PNG>", "content/hinh-anh/A b.PNG"),
        ("", "[tải](bieu-mau.pdf?x=1#2)", "content/guong-tot/bieu-mau.pdf"),
        ("", "| a |\n|-|\n| ![a](o\\_e.png) |", "content/guong-tot/o_e.png"),
    ],
)
def test_a_picture_is_bound_however_it_is_written(head: str, body: str, path: str) -> None:
    """Escapes, entities, references, long names: what the parsers resolve is what is bound."""
    made = article(HEAD.partition("image:")[0] + head + ("\n" if head else ""), body)
    assert text(made, {path: "1" * 64}).pictures == ((path, "1" * 64),)
    assert text(made, {path: "2" * 64}).digest != text(made, {path: "1" * 64}).digest


def test_a_record_gives_back_what_was_approved() -> None:
    """Its file, its pictures and its source; and no source can pass for the head of a record."""
    made = text(article())
    kept = records.parse(made.record)
    assert (kept.path, dict(kept.pictures)) == (PATH, PICTURES)
    assert text(read(kept.source)[0]) == replace(made, source=kept.source)
    forged = replace(made, source=f'anh {"9" * 64} "content/x.png"\n\n---\n---\n')
    assert dict(records.parse(forged.record).pictures) == PICTURES


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", " \u00a0\u2003\n"])
def test_what_a_file_ends_in_is_not_shown(end: str) -> None:
    """No digest holds it, so no page has it: not even as lines of a code that nobody closed."""
    made, bare = (article(body=f"Một.\n\n~~~\nmã{each}") for each in (end, ""))
    assert made is not None
    assert bare is not None
    assert text(made).digest == text(bare).digest
    assert seen_and_heard(replace(made, source_text="")) == seen_and_heard(replace(bare, source_text=""))


def test_a_record_of_the_first_form_is_understood() -> None:
    """Those that earlier versions kept: no file, pictures and readings first, then the source."""
    kept = records.parse(
        f'loa-phuong 1\nanh {"1" * 64} "content/hinh-anh/a b.png"\ndoc ["WC", "vê xê", ""]\n\n---\nx\n'
    )
    assert kept == records.Record(None, {"content/hinh-anh/a b.png": "1" * 64}, "---\nx\n")


PUBLIC = [
    (a_section(), "guong-tot/index", {"title": "Khác"}),
    (a_code(), "quy-tac/qd-1665", {"scope": "Khác"}),
    (a_model(), "mo-hinh/chung-cu-van-hoa", {"criteria": ("Khác",)}),
    (a_topic(), "chuyen-de/giu-sach-loi-di", {"months": ((2026, 12),)}),
    (a_page(), "trang/gioi-thieu", {"body": "Khác"}),
    (an_article(), "con-ngo-sach-moi-som-mai", {"residential_group": "Khác"}),
]


@pytest.mark.parametrize(("public", "name", "change"), PUBLIC, ids=[name for _, name, _ in PUBLIC])
def test_every_public_file_has_a_form(
    public: Section | Code | Model | Topic | Page | Article, name: str, change: dict[str, Any]
) -> None:
    """Each kind is known by its name; its words matter, its place in the file does not."""
    moved = replace(public, where=Where(public.where.path, 3), body_line=90)
    read = [read_text(each, {}.get) for each in (public, moved, replace(public, **change))]
    assert read[0].name == name
    assert read[0].form == read[1].form != read[2].form


CHANCE = st.randoms(use_true_random=False)

# Both directions: pairs of bodies made of pieces that Markdown and the ear take in many ways.

PIECES = (
    ["một", "Hai", " ", "  ", "\u00a0", "\u2007", "\u200b", "\u00ad", "&nbsp;", "&#97;", "&", "\\", "\\*", "*", "**", "_", "`",
     "# ", "- ", "+ ", "1. ", "2) ", "> ", "    ", "\t", "\n", "\n\n", "  \n", "\\\n", "|", "|-|", "[a](b.md)", "![a](c.png)",
     "[x]: y", "[x]", "<b>", "<!-- -->", "```", "~~~", "---", "===", "6:00", "<https://a.vn>", "![*a*](c.png)",
     "\r\n", "\r", "\x85", "\u2028", "\ufeff", "\u3000", "mо\u0323t", "mô\u0323t", "mộ\u0301", "\ufe0f", "&#x61", "&amp;nbsp;", "&#8203;",
     "[^1]", "\n[^1]: chú\n", "[x]: <y z> 'Câu.'", "\n[X]: w\n", "| a |\n|-|\n| b |", "1\\. ", "(", ")", "1/2", "½", "Ⅰ", "０", "－", "…"]
)  # fmt: skip
TWINS = [
    ("*", "_"),
    ("- ", "+ "),
    ("&#97;", "a"),
    ("\u00a0", " "),
    ("\\\n", "  \n"),
    ("\n\n", "\n\n\n"),
    ("```", "~~~"),
    ("\r\n", "\n"),
    ("\n", "\r\n"),
    ("&#x61", "&#x61;"),
    ("&amp;nbsp;", "\\&nbsp;"),
    ("\n[X]: w\n", "\n[X]: v\n"),
    ("  \n", "    \n"),
    ("# ", "#  "),
    ("|-|", "|:-|"),
    ("mộ\u0301", "mô\u0323\u0301"),
]


def of_body(body: str) -> Article:
    """An article with a body as the loader gives it."""
    return an_article(body=nfc(body.replace("\r\n", "\n").replace("\r", "\n")))


def draw_bodies(chance: Random) -> tuple[str, str]:
    """Two bodies that are often one text: another typing of the same, a piece more, or two of their own."""

    def body() -> str:
        return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 7)))

    first = body()
    match chance.randrange(3):
        case 0:
            return first, body()
        case 1:
            known = [twins for twins in TWINS if twins[0] in first] or TWINS
            return first, first.replace(*chance.choice(known))
        case _:
            place = chance.randint(0, len(first))
            return first, first[:place] + chance.choice(PIECES) + first[place:]


@example(("\u2007", "[x]: y\u2007"))
@example(("> ", ">\u2007 "))
@example(("A\nb  \nc", "A  \nb  \nc"))
@example(("A\nb  \nc", "A  \nb  \nc"))
@given(CHANCE.map(draw_bodies))
@settings(max_examples=300)
def test_two_bodies_are_one_text_exactly_when_they_are_seen_and_heard_alike(pair: tuple[str, str]) -> None:
    """Same form, same page and voice; same page and voice, same form."""
    one, other = map(of_body, pair)
    assert same_text(one, other) is (seen_and_heard(one) == seen_and_heard(other))


def test_authors_are_told_apart() -> None:
    """An author line may name several."""
    assert authors("Ông Trần Văn Nam, Lê Thị Bình; BBT")[1:] == ("tranvannam", "lethibinh", "bbt")
    assert authors("Ông Trần Văn Nam") == ("tranvannam",)


@pytest.mark.parametrize(
    ("by", "one"),
    [
        ("TS. Trần Văn Nam", True),
        ("Trần Văn Nam, Phó Chủ tịch", True),
        ("Trần Văn Nam (phường)", True),
        ("Trần-Văn-Nam.", True),
        ("TrầnVăn Nаm", True),
        ("Trần\u200b Văn Nam", True),
        ("Trần Văn Năm, Phó Chủ tịch UBND phường", True),
        ("Trần Văn Hải, Phó Chủ tịch UBND phường", False),
        ("Trần Nam Văn", False),
    ],
)
def test_an_author_is_known_however_the_name_is_written(by: str, one: bool) -> None:
    """Titles, offices behind the name, signs, missing blanks, look-alikes; the same office is not the same person."""
    assert wrote(by, authors("Trần Văn Nam, Phó Chủ tịch UBND phường")) is one


# Front matter: the same values typed in the ways that YAML has, and values that only look the same.

VALUES: dict[str, list[object]] = {
    "title": ["Con ngõ sạch", "Con ngõ\u00a0sạch", "Con  ngõ sạch", "Cоn ngõ sạch", "Con ngõ\u200b sạch", "S&#97;o Mai"],
    "summary": ["Cả ngõ giữ sạch.", "Cả ngõ giữ sạch", "Cả ngõ giữ sạch.\u2007", "Cả ngõ giữ  sạch.", "Cả ngõ giữ sạсh."],
    "genre": ["guong", "ung_xu", "cach_lam_hay"],
    "published_at": ["20/11/2026 07:30", "2026-11-20 07:30", "20/11/2026 07:31", "2026-11-20T07:30", "20/11/2026 7:30"],
    "author": ["Ban biên tập", "Ban biên\u00a0tập", "Ban biên tập phường"],
    "broadcast": ["true", "có", "false", "không", "True"],
    "illustrative": ["true", "false", "đúng"],
    "status": ["nhap", "cho_duyet"],
    "residential_group": ["Tổ dân phố số 1", "Tổ dân phố số 2", "~", ""],
    "rules": [["qd-1665#r1"], ["qd-1665#r1", "qd-1665#r2"], ["qd-1665#r2", "qd-1665#r1"], []],
    "image": [{"path": "ngo.png", "alt": "Ngõ"}, {"path": "ngo.png", "alt": "Ngõ nhỏ"}, {"path": "a/../ngo.png", "alt": "Ngõ"}],
}  # fmt: skip
STYLES = ("plain", "single", "double", "escaped", "folded", "literal", "block", "flow", "tag", "anchor")
AFTER = ("", " # ghi chú", "\u00a0# ghi chú", "\t# ghi chú", "  ")


def typed(value: object, style: str) -> str:
    """A value as somebody may type it."""
    if isinstance(value, list):
        flow = f" [{', '.join(value)}]"
        return "".join(f"\n  - {each}" for each in value) if style == "block" and value else flow
    if isinstance(value, dict):
        if style == "block":
            return "".join(f"\n  {key}: {each}" for key, each in reversed(value.items()))
        return f" {{{', '.join(f'{key}: {each}' for key, each in value.items())}}}"
    words = str(value)
    escaped = "".join(f"\\u{ord(letter):04x}" if letter in "oaạ " else letter for letter in words)
    styled = {
        "single": f"'{words}'",
        "double": f'"{words}"',
        "escaped": f'"{escaped}"',
        "folded": f">-\n  {words}",
        "literal": f"|-\n  {words}",
        "tag": f"!!str {words}",
        "anchor": f"&a {words}",
    }
    return f" {styled.get(style, words)}"


def draw_heads(chance: Random) -> tuple[str, str]:
    """Two front matters: the second is the first typed anew, in another order, with a value or two of its own."""
    used = [
        key for key in VALUES if key in {"title", "summary", "genre", "published_at", "author"} or chance.random() < 0.5
    ]
    chosen = {key: chance.randrange(len(VALUES[key])) if chance.random() < 0.2 else 0 for key in used}
    other = dict(chosen)
    for key in chance.choices(used, k=chance.randrange(3)):
        other[key] = chance.randrange(len(VALUES[key]))

    def lines(values: dict[str, int]) -> str:
        order = chance.sample(used, len(used)) if chance.random() < 0.5 else used
        styled = {key: chance.choice(STYLES[:8]) for key in order}
        odd = chance.randrange(20)
        if odd < len(STYLES) - 8:
            styled[order[0]] = STYLES[8 + odd]
        after = chance.choice(AFTER) if chance.random() < 0.25 else ""
        told = [f"{key}:{typed(VALUES[key][values[key]], styled[key])}" for key in order]
        return "".join(f"{line}{after if place == 0 else ''}\n" for place, line in enumerate(told))

    return lines(chosen), lines(other)


def shown_values(made: Article) -> object:
    """All that leaves the house of an article, whether it is ready or not."""
    return seen_and_heard(replace(made, status=Status.READY, source_text=""))


@given(CHANCE.map(draw_heads))
@settings(max_examples=200)
def test_two_front_matters_are_one_text_exactly_when_they_come_to_the_same(pair: tuple[str, str]) -> None:
    """Typed in any way that YAML has: same form, same values, and the other way round."""
    one, other = (article(head) for head in pair)
    if one and other:
        assert same_text(one, other) is (shown_values(one) == shown_values(other))


# What somebody may try who wants other words under an approval.
SMUGGLED = {
    "a key twice": (HEAD + "title: Khác\n", BODY),
    "an anchor": (HEAD.replace("author: Ban", "author: &a Ban"), BODY),
    "a merge key": (HEAD + "x: &x {title: Khác}\n<<: *x\n", BODY),
    "a tag": (HEAD.replace("genre: guong", "genre: !!str guong"), BODY),
    "a second document": (HEAD + "...\n---\ntitle: Khác\n", BODY),
    "a directive": ("%YAML 1.1\n---\n" + HEAD, BODY),
    "a key in full width": (HEAD.replace("author:", "ａuthor:"), BODY),
    "a key with a blank of its own": (HEAD.replace("author:", "author\u00a0:"), BODY),
    "an escaped line end": (HEAD.replace('"Con ngõ: sạch"', '"Con ngõ: \\\n  sạch hơn"'), BODY),
    "a next line (U+0085)": (HEAD.replace("Ban biên", "Ban\u0085biên"), BODY),
    "a line separator": (HEAD.replace("Ban biên", "Ban\u2028biên"), BODY),
    "a byte order mark within": (HEAD.replace("Ban biên", "Ban\ufeff biên"), BODY),
    "a number in other digits": (HEAD.replace("07:30", "０7:30"), BODY),
    "a definition again": (HEAD, BODY + "\n[Nguồn]: khac\n"),
    "a definition for a word": (HEAD, BODY + "\n[ảnh]: hinh/khac.png\n"),
    "a comment": (HEAD, BODY + "\n<!-- Khác -->\n"),
    "a comment never closed": (HEAD, BODY.replace("- một", "<!--\n- một")),
    "an entity without its end": (HEAD, BODY.replace("Sao Mai", "S&#97o Mai")),
    "an entity in hexadecimal": (HEAD, BODY.replace("Sao", "&#x53;ao")),
    "a combining mark": (HEAD, BODY.replace("Sao", "Sa\u0323o")),
    "a tag character": (HEAD, BODY.replace("Sao", "Sao\U000e0061")),
    "a variation selector": (HEAD, BODY.replace("Sao", "Sao\ufe0f")),
    "a full-width letter": (HEAD, BODY.replace("Sao", "Ｓao")),
    "a roman numeral as one letter": (HEAD, BODY.replace("một", "Ⅰ")),
    "a fraction slash": (HEAD, BODY.replace("6:00", "6∶00")),
    "a backslash before a letter": (HEAD, BODY.replace("Sao", "\\Sao")),
    "a hard break": (HEAD, BODY.replace("Mai. Xem", "Mai.  \nXem")),
    "a setext heading": (HEAD, BODY.replace("[Nguồn]: đây", "Nguồn\n---\nđây")),
    "a table that is none": (HEAD, BODY.replace("|-----|-----|", "|-----|")),
    "a picture by a reference": (HEAD, BODY + "\n![ảnh]\n\n[ảnh]: hinh/khac.png\n"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "body"), SMUGGLED.values(), ids=SMUGGLED)
def test_no_other_words_come_under_an_approval(head: str, body: str) -> None:
    """However it is tried: what the parsers do not take is not published, and what is one text is the same for all."""
    tried, first = article(head, body), article()
    assert first is not None
    if tried is not None:
        assert same_text(first, tried) is (shown_values(first) == shown_values(tried))
        assert not same_text(first, tried) or text(first).pictures == text(tried).pictures
