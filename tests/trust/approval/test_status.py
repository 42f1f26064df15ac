"""What is published is what was approved: any edit is seen, nothing unapproved gets out, and life goes its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.content.articles import Correction, Status
from loaphuong.trust import approval, registry
from loaphuong.trust.approval import State, records
from loaphuong.trust.approval.text import read_text
from loaphuong.trust.registry import Register, Withdrawal
from loaphuong.web import recall
from tests.making import (
    NOW,
    a_content,
    an_article,
)
from tests.trust.approval.material import BY, approved, held, public, standing, texts_of

if TYPE_CHECKING:
    from pathlib import Path


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
        ("Nguyễn Văn Nam", "TS. Nguyễn Văn Nam", False),
        ("ThS.BS Nguyễn Văn Nam", "Ông Nguyễn Văn Nam", False),
        ("Nguyễn Văn Nam", "Nguyễn Văn N\u0430m", False),
        ("Nguyễn Văn Nam", "Ｎguyễn Văn N\u200bam", False),
        ("BBT", "Lê Thị Bình", True),
        ("Công chức Văn phòng - Thống kê", "công chức văn phòng - thống kê", False),
        ("Công chức Văn hóa - Xã hội phường", "Lê Thị Bình", True),
    ],
)
def test_who_wrote_it_does_not_approve_it(author: str, by: str, allowed: bool) -> None:
    """The author is refused however the name is typed, when approving and when the register is read."""
    content = a_content(an_article(author=author))
    text = texts_of(content)[content.articles[0].slug]
    assert [found.id for found in approval.against(text, Register(), by, BY[1])] == (
        [] if allowed else ["author-approves"]
    )
    published = public(content, approved(content, by=by)).articles
    assert [article.slug for article in published] == ([text.name] if allowed else [])


def test_what_else_stands_against_an_approval() -> None:
    """Drafts, withdrawn addresses and nameless approvers, all said at once."""
    content = a_content(an_article(status=Status.DRAFT))
    text = texts_of(content)[content.articles[0].slug]
    register = registry.register([Withdrawal(text.name, *BY[:1], NOW, "")])
    found = [each.id for each in approval.against(text, register, " ", "")]
    assert found == ["approver-unnamed", "already-withdrawn", "draft-approved"]


def test_a_name_from_the_command_line_is_tidied() -> None:
    """Blanks, accents and bytes that are no text never reach the register raw."""
    text = next(iter(texts_of(a_content()).values()))
    entry = approval.approve(text, " Lê \n Thi\u0323 Bình\udcff ", BY[1], NOW)
    assert entry.by == "Lê Thị Bình?"
    assert approval.withdraw(text, BY[0], "Gia đình\nđề nghị \udcff", NOW).why == "Gia đình đề nghị ?"


def test_all_approved_all_published() -> None:
    """With everything approved the content goes out as it is, signed off."""
    content = a_content(an_article(model="chung-cu-van-hoa", topic="giu-sach-loi-di", rules=("qd-1665#r1",)))
    signed = replace(content.articles[0], approver=BY[0], approver_title=BY[1], approved_at=NOW)
    assert public(content, approved(content)) == replace(content, articles=(signed,))


@pytest.mark.parametrize(
    ("changes", "required", "out"),
    [
        ({}, True, True),
        ({"status": Status.DRAFT}, False, False),
        ({"published_at": NOW + timedelta(seconds=1)}, True, False),
        ({"published_at": NOW + timedelta(seconds=1)}, False, False),
        ({"published_at": NOW}, True, True),
    ],
)
def test_drafts_and_the_future_stay_in(changes: dict[str, Any], required: bool, out: bool) -> None:
    """Ready and due, or not at all, whether approval is required or not."""
    content = a_content(an_article(**changes))
    register = approved(content)
    stands = standing(content, register) if required else approval.take_as_written(content, texts_of(content))
    assert bool(approval.select_publishable(stands, register, NOW).articles) is out


def test_a_letter_that_nobody_approved_is_not_published() -> None:
    """Where what was approved is not kept, an edited article leaves until it is approved again."""
    content = a_content(an_article(), an_article("Cầu thang sáng đèn"))
    register = approved(content)
    articles = (
        replace(each, body=each.body + "!") if each.slug.startswith("con") else each for each in content.articles
    )
    edited = replace(content, articles=tuple(articles))
    assert [article.slug for article in public(edited, register).articles] == ["cau-thang-sang-den"]
    [found] = held(edited, register)
    assert (found.id, found.where.path) == ("approved-lost", "content/guong-tot/con-ngo-sach-moi-som-mai.md")
    again = approval.approve(texts_of(edited)["con-ngo-sach-moi-som-mai"], *BY, NOW)
    assert len(public(edited, registry.register([*register.entries, again])).articles) == 2


def test_two_texts_with_two_versions_of_one_picture_are_told_so(tmp_path: Path) -> None:
    """Each clone approved its text with its own bytes of one picture: one stands, the other is named with the cure."""
    shown = [an_article(title, body="![Ngõ](ngo.png)\n", source_text=title) for title in ("Con ngõ", "Cầu thang")]
    content = a_content(*shown)
    first, second = (approval.texts(content, {"content/guong-tot/ngo.png": sha}.get) for sha in ("1" * 64, "2" * 64))
    mixed = {**first, "cau-thang": second["cau-thang"]}
    register = registry.register(approval.approve(text, *BY, NOW) for text in mixed.values())
    stands = approval.find_standing(tmp_path, content, mixed, register)
    [found] = approval.list_held(mixed, stands, register)
    assert (found.id, dict(found.values)["path"]) == ("picture-clash", "content/guong-tot/ngo.png")
    assert len(stands.content.articles) == 1


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
    register = approved(content, but=[name])
    shown = public(content, register)
    folders = {section.slug for section in shown.sections}
    rules = {f"{code.slug}#{rule.id}" for code in shown.codes for rule in code.rules}
    assert name not in {approval.name_of(each) for each in approval.list_public(shown)}
    for article in shown.articles:
        assert article.section in folders
        assert set(article.rules) <= rules
        assert article.model is None or article.model in {model.slug for model in shown.models}
        assert article.topic is None or article.topic in {topic.slug for topic in shown.topics}
    assert [found.id for found in held(content, register)] == ["not-approved"]


@pytest.mark.parametrize("changed", [False, True])
def test_the_home_page_is_asked_for(changed: bool) -> None:
    """There is no site without a home page: one that nobody approved, or that was changed since, is an error."""
    content = a_content()
    register = approved(content, but=[] if changed else ["index"])
    if changed:
        content = replace(content, body="Lời chào mới")
    (found,) = held(content, register)
    assert (found.id, found.warning) == ("home-not-approved", False)


def test_without_approval_everything_ready_goes_out() -> None:
    """A ward that does not require approval publishes what is ready, unsigned, but never what was withdrawn."""
    content = a_content(an_article(), an_article("Cầu thang sáng đèn"))
    register = registry.register([Withdrawal("cau-thang-sang-den", BY[0], NOW, "")])
    stands = approval.take_as_written(content, texts_of(content))
    assert approval.select_publishable(stands, register, NOW).articles == (an_article(),)


@pytest.mark.parametrize(
    ("changes", "but", "aired", "expected"),
    [
        ({"status": Status.DRAFT}, True, False, State.DRAFT),
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
    register = approved(content, but=[article.slug] if but else [])
    heard = {article.slug} if aired else set()
    assert approval.state(article.slug, article, standing(content, register), register, NOW, heard) is expected


def test_withdrawn_is_for_good() -> None:
    """A withdrawal ends all states, leaves a neutral tombstone, and the address takes no new article."""
    content = a_content()
    article = content.articles[0]
    entries = approved(content).entries
    again = approval.approve(texts_of(content)[article.slug], *BY, NOW)
    after = registry.register([*entries, Withdrawal(article.slug, BY[0], NOW, "Gia đình đề nghị"), again])
    assert approval.state(article.slug, article, standing(content, after), after, NOW, ()) is State.WITHDRAWN
    assert public(content, after).articles == ()
    (tombstone,) = recall.tombstones(after)
    assert (tombstone.slug, tombstone.on) == (article.slug, NOW.date())
    (found,) = held(content, after)
    assert (found.id, found.warning) == ("withdrawn-address", True)


def test_an_approval_written_by_the_author_is_an_error() -> None:
    """An entry put into the register by hand does not make an author an approver."""
    content = a_content(an_article(author=BY[0]))
    (found,) = held(content, approved(content))
    assert (found.id, found.warning) == ("author-approves", False)


def test_what_changed_is_shown() -> None:
    """The clerk sees the words that went and came, and the picture that was exchanged."""
    article = an_article(source_text="---\n---\nUBND phường khen ngợi.\n", body="![](ngo.jpg)")
    path = "content/guong-tot/ngo.jpg"
    before = read_text(article, {path: "1" * 64}.get)
    after = read_text(replace(article, source_text="---\n---\nUBND phường biểu dương.\n"), {path: "e" * 64}.get)
    shown = approval.changes(records.parse(before.record), after).splitlines()
    assert "-UBND phường khen ngợi." in shown
    assert "+UBND phường biểu dương." in shown
    assert f"+{path} eeeeeeeeeeee" in shown
    assert approval.changes(records.parse(before.record), before) == ""
