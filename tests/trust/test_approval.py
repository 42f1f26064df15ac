"""What is published is what was approved: any edit is seen, nothing unapproved gets out, and life goes its way."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.content.nouns import Article, Code, Content, Correction, Image, Model, Page, Section, Status, Topic
from loaphuong.core.where import Where
from loaphuong.speech.nouns import LexiconEntry
from loaphuong.trust import approval, registry
from loaphuong.trust.approval import State
from loaphuong.trust.approval.text import authors, normal
from loaphuong.trust.registry import Approval, Register, Withdrawal
from loaphuong.web import recall
from loaphuong.web.edition import Bulletin
from tests.making import (
    NOW,
    a_code,
    a_content,
    a_model,
    a_page,
    a_programme,
    a_section,
    a_slot,
    a_topic,
    an_article,
    an_episode,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE = """---
title: Con ngõ sạch mỗi sớm mai
summary: Cả ngõ cùng giữ sạch lối đi chung.
image: {path: NGO.jpg, alt: Con ngõ}
---

UBND phường khen ngợi. Xem [ảnh](hinh/l%E1%BB%91i%20%C4%91i.png), ![](anh\\_cu.webp).

| Nhà | Giờ |
|-----|-----|
| Một | 6:00 |
"""
PICTURES = {
    "content/guong-tot/ngo.jpg": "1" * 64,
    "content/guong-tot/hinh/lối đi.png": "2" * 64,
    "content/guong-tot/anh_cu.webp": "3" * 64,
    "content/guong-tot/khac.jpg": "4" * 64,
}
LEXICON = (
    LexiconEntry("UBND", "ủy ban nhân dân"),
    LexiconEntry("ảnh", "ảnh", "sau Xem"),
    LexiconEntry("WC", "vê xê"),
    LexiconEntry("cả nhà", "cả nhà"),
)
AROUND = approval.Around.of(PICTURES, LEXICON)
BY = ("Lê Thị Bình", "Phó Chủ tịch UBND phường")


def digest(source: str = SOURCE, around: approval.Around = AROUND, **changes: Any) -> str:
    """The digest of an article with this source."""
    article = an_article(source_text=source, **changes)
    return approval.digests(approval.texts(a_content(article), around))[article.slug]


def approved(content: Content, *, but: Iterable[str] = (), by: str = BY[0]) -> tuple[Register, dict[str, str]]:
    """A register that approves all of a content but some names, and the digests of today."""
    known = approval.texts(content, AROUND)
    entries = [approval.approve(text, by, BY[1], NOW) for name, text in known.items() if name not in set(but)]
    return registry.register(entries), approval.digests(known)


# The digest


@pytest.mark.parametrize(
    "same",
    [
        SOURCE.replace("\n", "\r\n"),
        SOURCE.replace("\n", "\r"),
        "\ufeff" + SOURCE,
        unicodedata.normalize("NFD", SOURCE),
        SOURCE.replace("\n", "   \n"),
        SOURCE.replace("\n", "\t\n"),
        SOURCE.replace("UBND phường", "UBND\u00a0phường"),
        SOURCE + "\n\n\n",
        SOURCE.rstrip(),
    ],
    ids=["crlf", "cr", "bom", "nfd", "blanks", "tabs", "hard blank", "more ends", "no end"],
)
def test_what_does_not_matter(same: str) -> None:
    """Line ends, the composition of accents and trailing blanks do not void an approval."""
    assert digest(same) == digest()


def test_every_byte_matters() -> None:
    """Each byte of an approved file, changed in turn: the digest changes unless only a trailing blank did."""
    data = SOURCE.encode()
    for place in range(len(data)):
        mutant = (data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]).decode(errors="replace")
        assert digest(mutant) != digest() or normal(mutant) == normal(SOURCE), place


@given(st.text(max_size=80), st.text(max_size=80))
def test_two_sources_are_one_only_when_they_read_the_same(first: str, second: str) -> None:
    """The digest is a function of the normal form, and the normal form is stable."""
    assert normal(normal(first)) == normal(first)
    assert (
        (digest(first) == digest(second)) is (normal(first or " ") == normal(second or " ")) or not first or not second
    )


@pytest.mark.parametrize("path", list(PICTURES))
def test_a_pictures_bytes_matter_where_it_is_shown(path: str) -> None:
    """A picture exchanged under the same name voids the approval of the texts that name it, and of no other."""
    changed = approval.Around.of(PICTURES | {path: "f" * 64}, LEXICON)
    assert (digest(around=changed) != digest()) is ("khac" not in path)


@pytest.mark.parametrize(
    ("written", "matters"),
    [("UBND", True), ("ubnd", True), ("Xem  ảnh", True), ("WC", False), ("cả nhà", False), ("6:00", True)],
)
def test_a_reading_matters_where_it_is_heard(written: str, matters: bool) -> None:
    """A new reading of a word in the text voids the approval; one of a word elsewhere does not."""
    changed = approval.Around.of(PICTURES, (*LEXICON, LexiconEntry(written, "đọc khác")))
    assert (digest(around=changed) != digest()) is matters


def test_a_form_cannot_be_forged_by_its_body() -> None:
    """A source that looks like the head of a form is still below the blank line."""
    head = f'anh {"1" * 64} "content/guong-tot/ngo.jpg"'
    empty = approval.Around.of({}, ())
    assert digest("ngo.jpg\n", approval.Around.of({"content/guong-tot/ngo.jpg": "1" * 64})) != digest(
        f"{head}\n\nngo.jpg\n", empty
    )


def test_the_digest_is_pinned() -> None:
    """A change of this literal voids every approval in the field: make it knowingly."""
    assert digest("Con ngõ sạch\n") == "59460a52526973dcd13021dd071b7e5c5aa0e52a92234608aec416eab616db8e"


PUBLIC = [
    (a_section(), "guong-tot/index", {"title": "Khác"}),
    (a_code(), "quy-tac/qd-1665", {"scope": "Khác"}),
    (a_model(), "mo-hinh/chung-cu-van-hoa", {"criteria": ("Khác",)}),
    (a_topic(), "chuyen-de/giu-sach-loi-di", {"months": ((2026, 12),)}),
    (a_page(), "trang/gioi-thieu", {"body": "Khác"}),
    (an_article(), "con-ngo-sach-moi-som-mai", {"residential_group": "Khác"}),
]


@pytest.mark.parametrize(("public", "name", "change"), PUBLIC, ids=[name for _, name, _ in PUBLIC])
def test_every_public_file_has_a_digest(
    public: Section | Code | Model | Topic | Page | Article, name: str, change: dict[str, Any]
) -> None:
    """Each kind is known by its name; its words matter, its place in the file does not."""
    moved = replace(public, where=Where(public.where.path, 3))
    texts = [approval.text.a_text(each, AROUND) for each in (public, moved, replace(public, **change))]
    assert texts[0].name == name
    assert texts[0].digest == texts[1].digest != texts[2].digest


# Who may approve


@pytest.mark.parametrize(
    ("author", "by", "allowed"),
    [
        ("Trần Văn Nam", "Lê Thị Bình", True),
        ("Lê Thị Bình", "Lê Thị Bình", False),
        ("Lê Thị Bình", "lê  thị bình ", False),
        ("Lê Thị Bình", "Le Thi Binh", False),
        ("Lê Thị Bình", "Đ/c Lê Thị Bình", False),
        ("Đ/c Lê Thị Bình", "Bà Lê Thị Bình", False),
        ("Trần Văn Nam, Lê Thị Bình", "Lê Thị Bình", False),
        ("Trần Văn Nam và Lê Thị Bình", "Lê Thị Bình", False),
        ("Trần Văn Nam - Lê Thị Bình", "Lê Thị Bình", False),
        ("BBT", "Lê Thị Bình", True),
        ("Công chức Văn phòng - Thống kê", "công chức văn phòng - thống kê", False),
        ("Công chức Văn hóa - Xã hội phường", "Lê Thị Bình", True),
    ],
)
def test_who_wrote_it_does_not_approve_it(author: str, by: str, allowed: bool) -> None:
    """The author is refused however the name is typed, when approving and when the register is read."""
    content = a_content(an_article(author=author))
    text = approval.texts(content, AROUND)[content.articles[0].slug]
    assert [found.id for found in approval.against(text, Register(), by, BY[1])] == (
        [] if allowed else ["author-approves"]
    )
    register, digests = approved(content, by=by)
    assert (approval.holding(content.articles[0], register, digests) is not None) is allowed
    published = approval.publishable(content, register, digests, NOW).articles
    assert [article.slug for article in published] == ([text.name] if allowed else [])


def test_what_else_stands_against_an_approval() -> None:
    """Drafts, withdrawn addresses and nameless approvers, all said at once."""
    content = a_content(an_article(status=Status.DRAFT))
    text = approval.texts(content, AROUND)[content.articles[0].slug]
    register = registry.register([Withdrawal(text.name, *BY[:1], NOW, "")])
    found = [each.id for each in approval.against(text, register, " ", "")]
    assert found == ["approver-unnamed", "already-withdrawn", "draft-approved"]


def test_a_name_from_the_command_line_is_tidied() -> None:
    """Blanks, accents and bytes that are no text never reach the register raw."""
    text = next(iter(approval.texts(a_content(), AROUND).values()))
    entry = approval.approve(text, " Lê \n Thi\u0323 Bình\udcff ", BY[1], NOW)
    assert entry.by == "Lê Thị Bình?"
    assert approval.withdraw(text, BY[0], "Gia đình\nđề nghị \udcff", NOW).why == "Gia đình đề nghị ?"


def test_authors_are_told_apart() -> None:
    """An author line may name several."""
    assert authors("Ông Trần Văn Nam, Lê Thị Bình; BBT")[1:] == ("tran van nam", "le thi binh", "bbt")
    assert authors("Ông Trần Văn Nam") == ("tran van nam",)


# What gets out


def test_all_approved_all_published() -> None:
    """With everything approved the content goes out as it is, signed off."""
    content = a_content(an_article(model="chung-cu-van-hoa", topic="giu-sach-loi-di", rules=("qd-1665#r1",)))
    register, digests = approved(content)
    public = approval.publishable(content, register, digests, NOW)
    signed = replace(content.articles[0], approver=BY[0], approver_title=BY[1], approved_at=NOW)
    assert public == replace(content, articles=(signed,))


@pytest.mark.parametrize(
    ("changes", "required", "out"),
    [
        ({}, True, True),
        ({"status": Status.DRAFT}, True, False),
        ({"status": Status.DRAFT}, False, False),
        ({"published_at": NOW + timedelta(seconds=1)}, True, False),
        ({"published_at": NOW + timedelta(seconds=1)}, False, False),
        ({"published_at": NOW}, True, True),
    ],
)
def test_drafts_and_the_future_stay_in(changes: dict[str, Any], required: bool, out: bool) -> None:
    """Ready and due, or not at all, whether approval is required or not."""
    content = a_content(an_article(**changes))
    public = approval.publishable(content, *approved(content), NOW, required=required)
    assert bool(public.articles) is out


def test_one_letter_holds_an_article_back() -> None:
    """An edit after approval takes the article out of what the generator sees, and a new approval brings it back."""
    content = a_content(an_article(), an_article("Cầu thang sáng đèn"))
    register, _ = approved(content)
    edited = replace(content, articles=tuple(replace(each, body=each.body + "!") if each.slug.startswith("con") else each
                                             for each in content.articles))  # fmt: skip
    known = approval.texts(edited, AROUND)
    public = approval.publishable(edited, register, approval.digests(known), NOW)
    assert [article.slug for article in public.articles] == ["cau-thang-sang-den"]
    held = approval.held(edited, known, register)
    assert [(found.id, found.where.path) for found in held] == [
        ("changed-since-approval", "content/guong-tot/con-ngo-sach-moi-som-mai.md")
    ]
    again = registry.register([*register.entries, approval.approve(known["con-ngo-sach-moi-som-mai"], *BY, NOW)])
    assert len(approval.publishable(edited, again, approval.digests(known), NOW).articles) == 2


@pytest.mark.parametrize(
    "name",
    [
        "guong-tot/index",
        "quy-tac/index",
        "quy-tac/qd-1665",
        "mo-hinh/chung-cu-van-hoa",
        "chuyen-de/giu-sach-loi-di",
        "trang/gop-y",
    ],
)
def test_nothing_hangs_in_the_air(name: str) -> None:
    """What is held back takes along what lies in it and every mention of it."""
    content = a_content(an_article(model="chung-cu-van-hoa", topic="giu-sach-loi-di", rules=("qd-1665#r1",)))
    register, digests = approved(content, but=[name])
    public = approval.publishable(content, register, digests, NOW)
    folders = {section.slug for section in public.sections}
    rules = {f"{code.slug}#{rule.id}" for code in public.codes for rule in code.rules}
    names = {approval.name_of(each) for each in approval.text.everything(public)}
    assert name not in names
    for article in public.articles:
        assert article.section in folders
        assert set(article.rules) <= rules
        assert article.model is None or article.model in {model.slug for model in public.models}
        assert article.topic is None or article.topic in {topic.slug for topic in public.topics}
    assert [found.id for found in approval.held(content, approval.texts(content, AROUND), register)] == ["not-approved"]


@pytest.mark.parametrize("changed", [False, True])
def test_the_home_page_is_asked_for(changed: bool) -> None:
    """There is no site without a home page: one that nobody approved, or that was changed since, is an error."""
    content = a_content()
    register, _ = approved(content, but=[] if changed else ["index"])
    if changed:
        content = replace(content, body="Lời chào mới")
    (found,) = approval.held(content, approval.texts(content, AROUND), register)
    assert (found.id, found.warning) == ("home-not-approved", False)


def test_without_approval_everything_ready_goes_out() -> None:
    """A ward that does not require approval publishes what is ready, unsigned, but never what was withdrawn."""
    content = a_content(an_article(), an_article("Cầu thang sáng đèn"))
    register = registry.register([Withdrawal("cau-thang-sang-den", BY[0], NOW, "")])
    public = approval.publishable(content, register, {}, NOW, required=False)
    assert public.articles == (an_article(),)


# The life of a text


@pytest.mark.parametrize(
    ("changes", "but", "aired", "expected"),
    [
        ({"status": Status.DRAFT}, False, False, State.DRAFT),
        ({}, True, False, State.WAITING),
        ({"published_at": NOW + timedelta(days=1)}, False, False, State.APPROVED),
        ({}, False, False, State.PUBLISHED),
        ({}, False, True, State.AIRED),
        ({"corrections": (Correction(NOW.date(), "sai", "đúng"),)}, False, True, State.CORRECTED),
        ({"corrections": (Correction(NOW.date(), "sai", "đúng"),)}, True, True, State.WAITING),
    ],
)
def test_states(changes: dict[str, Any], but: bool, aired: bool, expected: State) -> None:
    """nháp → chờ duyệt → đã duyệt → đã đăng → đã phát → đã đính chính."""
    article = an_article(**changes)
    content = a_content(article)
    register, digests = approved(content, but=[article.slug] if but else [])
    assert approval.state(article, register, digests, NOW, {article.slug} if aired else set()) is expected


def test_withdrawn_is_for_good() -> None:
    """A withdrawal ends all states, leaves a neutral tombstone, and the address takes no new article."""
    content = a_content()
    article = content.articles[0]
    register, digests = approved(content)
    after = registry.register([*register.entries, Withdrawal(article.slug, BY[0], NOW, "Gia đình đề nghị"),
                                Approval(article.slug, digests[article.slug], *BY, NOW)])  # fmt: skip
    assert approval.state(article, after, digests, NOW, ()) is State.WITHDRAWN
    assert approval.publishable(content, after, digests, NOW).articles == ()
    (tombstone,) = recall.tombstones(after)
    assert (tombstone.slug, tombstone.on) == (article.slug, NOW.date())
    (found,) = approval.held(content, approval.texts(content, AROUND), after)
    assert (found.id, found.warning) == ("withdrawn-address", True)


def test_an_approval_written_by_the_author_is_an_error() -> None:
    """An entry put into the register by hand does not make an author an approver."""
    content = a_content(an_article(author=BY[0]))
    register, _ = approved(content)
    (found,) = approval.held(content, approval.texts(content, AROUND), register)
    assert (found.id, found.warning) == ("author-approves", False)


def test_what_changed_is_shown() -> None:
    """The clerk sees the words that went and came, the picture that was exchanged, the reading that changed."""
    before = approval.text.a_text(an_article(source_text=SOURCE), AROUND)
    around = approval.Around.of(PICTURES | {"content/guong-tot/ngo.jpg": "e" * 64}, (LexiconEntry("UBND", "u bê"),))
    after = approval.text.a_text(an_article(source_text=SOURCE.replace("khen ngợi", "biểu dương")), around)
    shown = approval.changes(before.form, after).splitlines()
    assert "-UBND phường khen ngợi. Xem [ảnh](hinh/l%E1%BB%91i%20%C4%91i.png), ![](anh\\_cu.webp)." in shown
    assert "+UBND phường biểu dương. Xem [ảnh](hinh/l%E1%BB%91i%20%C4%91i.png), ![](anh\\_cu.webp)." in shown
    assert f'+anh {"e" * 64} "content/guong-tot/ngo.jpg"' in shown
    assert '+doc ["UBND", "u bê", ""]' in shown
    assert approval.changes(before.form, before) == ""


def test_what_a_withdrawal_cannot_reach() -> None:
    """Aired bulletins, handed-out recordings, prints, copies, history: each with what to do."""
    found = approval.unreachable("con-ngo", ["2026-11-17-1630"], ["2026-11-24-1630"])
    assert [each.id for each in found] == [
        "left-aired",
        "left-delivered",
        "left-printed",
        "left-copied",
        "left-history",
    ]
    assert all(each.warning and each.hint for each in found)


def test_a_bulletin_that_said_a_withdrawn_text_is_not_heard_again() -> None:
    """Its page loses the item and the recording; other bulletins stay as they are."""
    said, other = a_programme("con-ngo", "cau-thang"), a_programme("cau-thang", slot=a_slot("2026-11-27"))
    both = (Bulletin(said, an_episode()), Bulletin(other, an_episode()))
    register = registry.register([Withdrawal("con-ngo", BY[0], NOW, "")])
    first, second = recall.shown(both, register)
    assert first.episode is None
    assert "con-ngo" not in {ref for item in first.programme.items for ref in item.refs}
    assert "cau-thang" in {ref for item in first.programme.items for ref in item.refs}
    assert second == both[1]
    assert recall.shown(both, Register()) == both


@pytest.mark.parametrize(
    ("sha256", "made_from", "expected"),
    [
        ("a", [("x", "d1"), ("x", "d1"), ("y", "d2")], []),
        ("c", [("x", "d1")], ["verify-unknown-file"]),
        ("a", [("x", "d9")], ["verify-not-approved"]),
        ("a", [("z", "d1")], ["verify-not-approved"]),
        ("b", [("gone", "d3")], ["verify-withdrawn"]),
        ("c", [("x", "d9"), ("gone", "d3")], ["verify-unknown-file", "verify-not-approved", "verify-withdrawn"]),
    ],
)
def test_a_recording_is_the_approved_one(sha256: str, made_from: list[tuple[str, str]], expected: list[str]) -> None:
    """A file on a stick is proven by its hash, the digests it was made from, and the register."""
    known = [("x", "d1"), ("x", "d4"), ("y", "d2"), ("gone", "d3")]
    entries = [Approval(name, digest, *BY, NOW) for name, digest in known]
    register = registry.register([*entries, Withdrawal("gone", BY[0], NOW, "")])
    found = approval.verify(sha256, {"a", "b"}, made_from, register, Where("usb/ban-tin.mp3"))
    assert [each.id for each in found] == expected


def test_images_of_the_front_matter_count_without_a_source() -> None:
    """Content that never was a file is held to the same: its picture's name is among its values."""
    article = an_article(image=Image("content/guong-tot/ngo.jpg", "Ngõ"))
    other = approval.Around.of(PICTURES | {"content/guong-tot/ngo.jpg": "f" * 64})
    assert approval.text.a_text(article, AROUND).digest != approval.text.a_text(article, other).digest
