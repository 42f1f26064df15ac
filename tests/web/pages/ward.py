"""A ward with something on every page: what the residents' pages are tested and measured with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PIL import Image as Pillow

from loaphuong.content.articles import Award, Correction, Image
from loaphuong.content.events import Recurrence
from loaphuong.content.genres import Genre
from loaphuong.content.nouns import Rule, Stance
from loaphuong.core.where import Where
from loaphuong.radio.episode import Chapter, Cue
from loaphuong.speech.nouns import Role
from loaphuong.trust.approval import sha256_in
from loaphuong.web.edition import Bulletin, Edition, Tombstone
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
    an_edition,
    an_episode,
    an_event,
)

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Code
    from loaphuong.radio.episode import Episode
# Addresses of what is published, by the file it is written in.
KNOWN = {
    "content/guong-tot/a.md": "tin/a/",
    "content/quy-tac/qd-1665.md": "quy-tac/qd-1665/",
    "content/quy-tac/index.md": "quy-tac/",
}


def bound(root: Path) -> dict[str, str]:
    """Every file of content/, as if a text that shows it were approved."""
    sha256 = sha256_in(root)
    paths = (path.relative_to(root).as_posix() for path in (root / "content").rglob("*") if path.is_file())
    return {path: found for path in paths if (found := sha256(path))}


SECTIONS = (
    ("guong-tot", "Gương tốt"),
    ("net-dep-ung-xu", "Nét đẹp ứng xử"),
    ("mo-hinh-hay", "Cách làm hay"),
    ("nhac-nho", "Nhắc nhở"),
    ("ke-hoach-thong-bao", "Kế hoạch – Thông báo"),
    ("tra-loi-gop-y", "Trả lời góp ý"),
)
TITLES = (
    "Con ngõ sạch mỗi sớm mai",
    "Người trông xe không nhận tiền lẻ của cụ già",
    "Tổ dân phố số 8 giữ lời hẹn chiều thứ Bảy",
    "Nhường đường ở ngõ 47, chuyện nhỏ mà ấm lòng",
    "Bếp ăn chung của khu tập thể Nguyễn Công Trứ trong những ngày mưa bão",
    "Từ 01/12: thu gom rác cồng kềnh vào sáng Chủ nhật",
    "Ứng xử nơi công sở: một nụ cười, một lời chào",
    "Vì sao không để xe trên vỉa hè trước cổng trường?",
)
LEADS = (
    "Năm giờ sáng, tiếng chổi tre đã vang lên đều đều. Mười hai hộ, mỗi nhà một đoạn, ba năm nay chưa ai phải nhắc ai.",
    "Một việc nhỏ lặp lại mỗi ngày, đủ để cả khu phố tin nhau hơn.",
    "Bà con cùng bàn, cùng làm, cùng giữ; cán bộ chỉ đi cùng và ghi lại.",
)
PARAGRAPHS = """Buổi họp tổ dân phố tối thứ Sáu kéo dài hơn thường lệ. Câu chuyện bắt đầu từ một chậu cây bị đổ, rồi sang việc
ai quét lối đi chung, ai nhắc người lạ vứt rác. Cuối buổi, mọi người thống nhất ba việc, viết lên tấm bảng ở đầu ngõ.

## Ba việc của cả ngõ

1. Mỗi nhà quét trước cửa nhà mình, xong trước 06h30.
2. Chiều thứ Bảy cùng dọn lối đi chung, từ 16h30 đến 17h00.
3. Ai thấy rác thì nhặt, không hỏi rác của nhà nào.

> Ban đầu chỉ có bốn nhà, giờ thì nhà nào cũng có người ra.

Đến nay, **100%** số hộ đã ký cam kết theo Kế hoạch số 80/KH-UBND ngày 19/4/2023. Số lần phải nhắc giảm từ 14 xuống 2 mỗi
tháng, xem thêm [việc của tổ bên cạnh](../guong-tot/bai-6.md#ba-viec-cua-ca-ngo).

## Giữ được là nhờ đâu

Không có phần thưởng, cũng không có phạt. Mỗi tháng một nhà giữ cuốn sổ nhỏ, ghi ngày nào ai làm gì. Cuốn sổ chuyền tay
nhau, đọc lại thấy vui, thế là làm tiếp.

| Tháng | Số hộ tham gia | Lần nhắc |
|-|-:|-:|
| 9/2026 | 12 | 5 |
| 10/2026 | 18 | 2 |
"""
PLACES = ("Nơi công cộng", "Vỉa hè, ngõ phố", "Nơi tín ngưỡng")


def articles(count: int, pictures: bool = True) -> tuple[Article, ...]:
    """As many articles as asked, two days apart, round the sections."""
    return tuple(one(number, pictures) for number in range(1, count + 1))


def one(number: int, pictures: bool = True) -> Article:
    """The article of that number; some have a picture, an award, a correction, a topic."""
    section = SECTIONS[number % len(SECTIONS)][0]
    shown = pictures and number % 3 == 1
    return an_article(
        TITLES[number % len(TITLES)] + ("" if number < len(TITLES) else f" ({number})"),
        slug=f"bai-{number}",
        section=section,
        summary=LEADS[number % len(LEADS)],
        body=PARAGRAPHS,
        genre=Genre.REPLY if section == "tra-loi-gop-y" else Genre.EXEMPLAR,
        published_at=NOW - timedelta(days=2 * number, hours=number % 7),
        updated_at=NOW - timedelta(days=1) if number % 5 == 0 else None,
        source="Ban biên tập đài phường",
        editor="Ban biên tập",
        approver="Người duyệt minh họa",
        approver_title="Phó Chủ tịch UBND phường",
        topic="giu-sach-loi-di" if number % 4 == 1 else None,
        model="chung-cu-van-hoa" if number % 4 == 2 else None,
        rules=("qd-1665#r1", "qd-1665#r2") if number % 2 else (),
        residential_group=f"Tổ dân phố số {number % 12 + 1}",
        subject_group="Tập thể tổ dân phố số 8" if number % 6 == 1 else None,
        legal_basis=("Kế hoạch số 80/KH-UBND ngày 19/4/2023", "Quyết định số 1665/QĐ-UBND ngày 10/3/2017"),
        award=Award("Giấy khen của Chủ tịch UBND phường", "UBND phường", date(2026, 10, 10), "112/QĐ-UBND")
        if number % 6 == 1
        else None,
        image=Image("content/anh/ngo.jpg", "Con ngõ nhỏ lúc sáng sớm, hai bên là chậu cây xanh", "Ảnh minh họa")
        if shown
        else None,
        corrections=(Correction(date(2026, 11, 15), "Bài viết ghi “14 hộ”.", "Có 12 hộ tham gia."),)
        if number % 7 == 1
        else (),
    )


def a_full_code(slug: str = "qd-1665", **changes: object) -> Code:
    """A code with rules for three places."""
    do = ("Giữ gìn vệ sinh chung, bỏ rác đúng nơi quy định.", "Giúp người già, trẻ em, người khuyết tật khi qua đường.")
    dont = ("Xả rác, khạc nhổ nơi công cộng.", "Chiếm dụng lối đi chung để bày hàng hoặc để xe.")
    rules = [
        Rule(f"r{number}", text, stance, place, where=Where(f"content/quy-tac/{slug}.md", number))
        for number, (place, stance, text) in enumerate(
            (
                (place, stance, text)
                for place in PLACES
                for stance, texts in ((Stance.DO, do), (Stance.DONT, dont))
                for text in texts
            ),
            start=1,
        )
    ]
    return replace(a_code(slug), rules=tuple(rules), body="Trích những điều bà con thường gặp.\n", **changes)


def episode(name: str, title: str, sentences: int = 40) -> Episode:
    """A recording whose sentences last eight seconds each, in four chapters."""
    cues = tuple(
        Cue(
            place * 8000,
            place * 8000 + 7500,
            title
            if place % 10 == 0
            else "Sáng nào con ngõ cũng được quét sạch trước giờ các cháu đi học, bà con ai cũng vui.",
            "",
            Role.TITLE if place % 10 == 0 else Role.PARAGRAPH,
            place // 10,
            "lan",
        )
        for place in range(sentences)
    )
    chapters = tuple(
        Chapter(start * 8000, min(start + 10, sentences) * 8000, f"Mục {start // 10 + 1}: {title}")
        for start in range(0, sentences, 10)
    )
    return an_episode(name, title, cues=cues, chapters=chapters, voices=("lan", "minh"))


def a_ward(count: int = 60, *, pictures: bool = True) -> Edition:
    """An edition with as many articles as asked, each of them recorded, and ten programmes."""
    made = articles(count, pictures)
    content = a_content(
        *made,
        title="Phường Bạch Đằng",
        summary="Gương người tốt, việc tốt và nếp sống đẹp của phường: đọc, nghe và chia sẻ.",
        sections=(
            *(a_section(slug, title, order=order) for order, (slug, title) in enumerate(SECTIONS, 1)),
            *(each for each in a_content().sections if each.slug in {"quy-tac", "mo-hinh", "chuyen-de", "trang"}),
        ),
        codes=(
            a_full_code(),
            a_full_code("qd-522", title="Quy tắc ứng xử của cán bộ, công chức", number="522/QĐ-UBND"),
        ),
        models=(a_model(), a_model("to-dan-pho-xanh", title="Tổ dân phố xanh – sạch – đẹp")),
        topics=(a_topic(), a_topic("tet-van-minh", title="Tết văn minh, tiết kiệm", months=((2027, 1), (2027, 2)))),
        events=(
            an_event(),
            an_event("hang-tuan", "Xe đón đồ cồng kềnh", repeats=Recurrence.WEEKLY, organiser="Tổ vệ sinh"),
        ),
        pages=(
            a_page(body="Trang này do **đài truyền thanh phường** làm.\n\n- Đọc tin\n- Nghe loa\n"),
            a_page("gop-y", "Góp ý", body="Mỗi góp ý đều được ghi lại và trả lời trong 5 ngày làm việc.\n"),
        ),
    )
    aired = [
        a_slot(f"2026-{month:02d}-{day:02d}")
        for month, day in ((11, 20), (11, 17), (11, 13), (11, 10), (11, 6), (11, 3))
    ]
    coming = [a_slot("2026-11-24"), a_slot("2026-11-27")]
    later = [a_slot(f"2026-12-{day:02d}") for day in (1, 4, 8, 11)]
    first, second, *_ = [article.slug for article in content.articles]
    return replace(
        an_edition(*made),
        content=content,
        bulletins=(
            *(
                Bulletin(a_programme(first, second, slot=slot), None, "Sửa loa" if slot is later[0] else None)
                for slot in reversed(later[:2])
            ),
            *(
                Bulletin(a_programme(first, second, slot=slot), episode(slot.name, "Bản tin"))
                for slot in reversed(coming)
            ),
            *(Bulletin(a_programme(first, second, slot=slot), episode(slot.name, "Bản tin")) for slot in aired),
        ),
        recordings={article.slug: episode(article.slug, article.title, 24) for article in made},
        tombstones=(Tombstone("bai-da-go", date(2026, 11, 1)),),
        upcoming=(*coming, *later),
    )


def picture(root: Path) -> None:
    """The photograph that the articles show, drawn."""
    path = root / "content/anh/ngo.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Pillow.linear_gradient("L").resize((1600, 1067)).convert("RGB")
    image.save(path, quality=85)
