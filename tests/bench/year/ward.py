"""The ward of the year: the tests' station with bulletins of five to seven minutes, and 120 articles of all genres."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loaphuong.content.genres import Genre
from tests.app.ward import ward, write
from tests.making import HANOI

if TYPE_CHECKING:
    from pathlib import Path

START = datetime(2026, 11, 23, 8, 0, tzinfo=HANOI)
ARTICLES = 120
STOCK = 14
RULES = (20, 9)
SECTIONS = {
    "guong-tot": "Gương tốt",
    "net-dep-ung-xu": "Nét đẹp ứng xử",
    "ke-hoach-thong-bao": "Kế hoạch, thông báo",
    "nhac-nho": "Nhắc nhở",
    "mo-hinh-hay": "Mô hình hay",
    "tra-loi-gop-y": "Trả lời góp ý",
}
WHO = (
    "bà con tổ một",
    "các cháu học sinh",
    "chị em phụ nữ",
    "hội người cao tuổi",
    "thanh niên trong ngõ",
    "cả khu phố",
)
WHAT = ("quét ngõ", "trồng hoa", "tưới cây", "dọn rác", "sơn lại bức tường", "nhường đường", "thắp đèn", "giữ trật tự")
WHEN = ("sáng nào", "chiều thứ bảy", "mỗi tối", "đầu tháng", "cuối tuần", "trước giờ đi học", "sau bữa cơm", "hôm nay")
WHY = ("để ngõ luôn sạch", "để ai cũng vui", "để các cháu đi học an toàn", "để khách đến nhà thấy ấm lòng")
SETTINGS = (
    (r"minimum_seconds = \d+", "minimum_seconds = 300"),
    (r"maximum_seconds = \d+", "maximum_seconds = 420"),
    (r"aim_seconds = \d+", "aim_seconds = 360"),
    (r"minimum_items = \d+\n", ""),
    (r"maximum_items = \d+\n", ""),
    (r"reminder_rules = \d+", "reminder_rules = 4"),
    (r"alarm_weeks = \d+", "alarm_weeks = 2"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """An article of the year: when it is written, until when it holds, how it is marked, its whole file."""

    slug: str
    title: str
    genre: Genre
    on: datetime
    expires: datetime | None
    priority: str
    path: str
    source: str


def sentence(dice: random.Random) -> str:
    """Twelve to twenty plain syllables."""
    words = [dice.choice(WHEN), dice.choice(WHO), "cùng nhau", dice.choice(WHAT), dice.choice(WHY)]
    return f"{' '.join(words).capitalize()}."


def texts(weeks: int, seed: int) -> tuple[Text, ...]:
    """As many articles as the year has, spread over these weeks, some in the first: a station begins with a stock."""
    dice = random.Random(seed)
    count = max(round(ARTICLES * weeks / 52), 24)
    genres = [*Genre] * (count // len(Genre) + 1)
    dice.shuffle(genres)
    found = []
    for number in range(count):
        genre = genres[number]
        week = 0 if number < STOCK else dice.randrange(weeks)
        on = START + timedelta(weeks=week, days=dice.randrange(3), hours=-1)
        expires = on + timedelta(days=dice.randrange(9, 26)) if genre is Genre.NOTICE else None
        priority = dice.choice(["uu_tien", "thong_thuong", "thong_thuong"]) if expires else "thong_thuong"
        if expires and number % 14 == 0:
            priority = "khan_cap"
        found.append(text(number, genre, on, expires, priority, dice))
    return tuple(sorted(found, key=lambda each: (each.on, each.slug)))


def text(number: int, genre: Genre, on: datetime, expires: datetime | None, priority: str, dice: random.Random) -> Text:
    """One of them; every fifteenth is so long that it becomes a serial."""
    slug, title = f"bai-so-{number:03}", f"Chuyện số {number} của {dice.choice(WHO)}"
    sentences = 7 if priority == "khan_cap" else 75 if number % 15 == 7 else dice.randrange(9, 32)
    paragraphs = [" ".join(sentence(dice) for _ in range(min(4, sentences - at))) for at in range(0, sentences, 4)]
    folder = genre.traits.folder or "guong-tot"
    head = [
        f"title: {title}",
        "summary: Chuyện nhỏ trong ngõ, ai cũng làm được.",
        f"genre: {genre.value}",
        f"published_at: {on:%d/%m/%Y %H:%M}",
        "author: Ban biên tập",
        "illustrative: true",
    ]
    head += [f"priority: {priority}"] if priority != "thong_thuong" else []
    head += [f"expires: {expires:%d/%m/%Y}"] if expires else []
    source = "\n".join(["---", *head, "---", "", "\n\n".join(paragraphs), ""])
    return Text(slug, title, genre, on, expires, priority, f"content/{folder}/{slug}.md", source)


def make(folder: Path) -> Path:
    """The ward at the beginning: station, sections, two codes; no article, nothing approved."""
    root = ward(folder, approved=False)
    for old in (root / "content/guong-tot").glob("*.md"):
        if old.name != "index.md":
            old.unlink()
    (root / "content/quy-tac/noi-chung.md").unlink()
    for slug, title in SECTIONS.items():
        write(root, f"content/{slug}/index.md", f"---\ntitle: {title}\nsummary: Trang thử.\n---\n")
    for place, count in enumerate(RULES):
        write(root, f"content/quy-tac/bo-{place}.md", code(place, count))
    station = root / "audio/station.toml"
    told = station.read_text("utf-8")
    for old, new in SETTINGS:
        told = re.sub(old, new, told)
    station.write_text(told, "utf-8")
    return root


def code(place: int, count: int) -> str:
    """A code of conduct with so many rules."""
    dice = random.Random(place)
    rules = "".join(
        f"  - id: dieu-{number}\n    text: {dice.choice(WHAT).capitalize()} {dice.choice(WHY)}\n"
        "    stance: nen\n    place: Trong ngõ\n"
        for number in range(count)
    )
    head = f"title: Bộ quy tắc số {place + 1}\nsummary: Trang thử.\nnumber: 0{place + 1}/QĐ-UBND\n"
    return (
        f"---\n{head}issuer: Ủy ban nhân dân phường Ngõ Sen\nissued_on: 30/08/2019\nscope: Bà con\n"
        f"reminders: true\nrules:\n{rules}---\n\nViệc chung.\n"
    )


def notice(slug: str, now: datetime) -> str:
    """An urgent notice of a minute, for three days."""
    dice = random.Random(slug)
    head = (
        f"title: Thông báo khẩn {slug[-4:]}\nsummary: Bà con lưu ý ngay.\ngenre: thong_bao\n"
        f"published_at: {now - timedelta(minutes=5):%d/%m/%Y %H:%M}\nauthor: Ban biên tập\nillustrative: true\n"
        f"expires: {now + timedelta(days=5):%d/%m/%Y}\n"
    )
    body = " ".join(sentence(dice) for _ in range(6))
    return f"---\n{head}---\n\nTừ 17 giờ, bà con chú ý. {body}\n"
