"""A small ward with a whole site: what the browser tests look at. Built once, shared by all workers."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from loaphuong.content.articles import Award, Correction
from loaphuong.content.events import Recurrence
from loaphuong.content.genres import Genre
from loaphuong.content.nouns import SourceDocument, WaitingSuggestion
from loaphuong.core import addresses
from loaphuong.print.nouns import Offer
from loaphuong.print.offers import bundle
from loaphuong.print.press import Press
from loaphuong.print.sheets import make_sheets
from loaphuong.radio.episode import Chapter, Cue, MediaFile
from loaphuong.speech.nouns import Role
from loaphuong.station.calendar import Calendar, Closure
from loaphuong.station.organisations import Organisation
from loaphuong.station.services import CallNumber, Errand, ErrandIcon
from loaphuong.station.show import SlotRule
from loaphuong.web import cards, discovery, feeds, pages, search, site
from loaphuong.web.edition import Bulletin, Tombstone, UrgentNotice
from tests.making import (
    NOW,
    a_code,
    a_content,
    a_page,
    a_programme,
    a_section,
    a_show,
    a_slot,
    a_station,
    an_article,
    an_edition,
    an_episode,
    an_event,
)
from tests.package import ROOT
from tests.print.making import a_copy

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Code
    from loaphuong.print.nouns import Sheet
    from loaphuong.radio.episode import Episode
    from loaphuong.web.edition import Edition

SECONDS = 24
SHORT = {"UBND": "ủy ban nhân dân", "TDP": "tổ dân phố", "PCCC": "phòng cháy chữa cháy"}
LATEST, COMING = "2026-11-20", "2026-11-24"
# What may become of a slot: recorded, of a second show, held, moved, only planned, recorded, cancelled, open.
SECOND_SHOW, HELD, PLANNED, LAST_RECORDED, CLOSED, OPEN = (
    *("2026-11-25", "2026-12-01", "2026-12-08"),
    *("2026-12-11", "2026-12-15", "2026-12-18"),
)
MOVED = replace(a_slot("2026-12-04"), starts_at=a_slot("2026-12-02", "17:00").starts_at)
EVENTS = (
    an_event(illustrative=True),
    an_event("hang-tuan", "Thu gom rác cồng kềnh", repeats=Recurrence.WEEKLY, organiser="Tổ vệ sinh"),
    an_event("da-qua", "Ngày hội đã qua", starts=NOW - timedelta(days=20)),
)
ERRANDS = (
    Errand("mot-cua", "Bộ phận một cửa", "Thứ Hai đến thứ Sáu: 8h00–11h30.", ErrandIcon.COUNTER, "gop-y/"),
    Errand("khan-cap", "Gọi khi khẩn cấp", "", ErrandIcon.PHONE, calls=(CallNumber("114", "Chữa cháy"),)),
)
TABLE = """Đoạn mở đầu nói về hòa giải ở cơ sở.

| Việc | Số hộ |
|:-----|------:|
| Quét ngõ | 12 |
| Trồng cây | 7 |

> Ngõ sạch thì lòng cũng nhẹ.

Xem thêm [quy tắc](../quy-tac/qd-1665.md#r1).
"""

ATTACKS = """Một câu bình thường.

<script>window.hacked = 1</script>
<img src="https://else.example/x.png" onerror="window.hacked = 1">
<iframe src="https://else.example/"></iframe>
<style>body { display: none }</style>
<svg onload="window.hacked = 1"></svg>
<form action="https://else.example/"><button>Gửi</button></form>

[bấm](javascript:window.hacked=1) ![x](data:text/html,<script>1</script>) <a href="//else.example" style="position:fixed">x</a>
"""


def articles() -> tuple[Article, ...]:
    """Six in three sections, with every block an article can show, and more to fill lists."""
    return (
        an_article("Ứng xử đẹp nơi công sở", section="net-dep-ung-xu", genre=Genre.CONDUCT, body=TABLE),
        an_article(
            "Tổ hòa giải giữ yên con đường",
            summary="Nhờ kiên trì hoà giải, TDP số 5 không còn to tiếng.",
            published_at=NOW - timedelta(days=2),
            updated_at=NOW - timedelta(days=1),
            source="Tổ dân phố số 5",
            illustrative=False,
            award=Award("Giấy khen", "Chủ tịch UBND phường", date(2026, 11, 1), "12/QĐ-UBND"),
            corrections=(Correction(date(2026, 11, 20), "Bài ghi 12 hộ.", "Đúng là 21 hộ."),),
            legal_basis=("Luật Hòa giải ở cơ sở",),
            aliases=("to-hoa-giai",),
        ),
        an_article("Đức tính thật thà", summary="Nhặt được của rơi, trả người đánh mất."),
        an_article(
            "Thông báo của ủy ban nhân dân phường về vệ sinh",
            section="ke-hoach-thong-bao",
            genre=Genre.NOTICE,
            summary="Sáng Chủ nhật cả phường cùng dọn vệ sinh & trồng cây 🌱.",
            expires=date(2026, 11, 29),
            illustrative=False,
        ),
        an_article("Ống đựng nước mưa", summary="Một việc nhỏ tiết kiệm nước.", body="Chiếc xe đạp cũ chở nước.\n"),
        an_article(
            "Bài thử <script>window.hacked=1</script> & “mã lạ” 🧹 \u202eشارع\u202c",
            slug="bai-thu",
            published_at=NOW - timedelta(days=60),
            summary="</script><script>window.hacked=1</script>",
            body=ATTACKS,
        ),
        *(
            an_article(f"Con ngõ số {n} sạch đẹp", published_at=NOW - timedelta(days=30 + n), body="Câu ngắn.\n")
            for n in range(14)
        ),
    )


def sound(path: Path) -> Path:
    """A soft tone as MP3."""
    from imageio_ffmpeg import get_ffmpeg_exe

    tone = f"sine=frequency=220:duration={SECONDS}"
    command = [get_ffmpeg_exe(), "-nostdin", "-v", "error", "-f", "lavfi", "-i", tone, "-b:a", "48k", "-y", str(path)]
    subprocess.run(command, check=True)
    return path


def episode(name: str, title: str, file: Path) -> Episode:
    """A recording of `file`: a sentence every two seconds, two chapters."""
    data = file.read_bytes()
    media = MediaFile(file.name, len(data), hashlib.sha256(data).hexdigest(), SECONDS, -16.0, -2.0, "web")
    cues = tuple(
        Cue(n * 2000, n * 2000 + 1800, f"Câu số {n + 1} của {title}.", f"câu số {n + 1}.", Role.PARAGRAPH, 1, "lan")
        for n in range(SECONDS // 2)
    )
    chapters = (Chapter(0, 8000, "Lời xướng"), Chapter(8000, SECONDS * 1000, title))
    return replace(an_episode(name, title), files=(("loa", media), ("web", media)), cues=cues, chapters=chapters)


def edition(file: Path) -> Edition:
    """What is published now."""
    found = articles()
    content = a_content(*found, codes=(a_code(rules=8),))
    sections = {
        "guong-tot": "Gương tốt",
        "net-dep-ung-xu": "Nét đẹp ứng xử",
        "ke-hoach-thong-bao": "Kế hoạch – thông báo",
    }
    named = tuple(replace(each, title=sections.get(each.slug, each.title)) for each in content.sections)
    empty = a_section("nhac-nho", "Nhắc nhở", order=9)
    history = SourceDocument(title="Kế hoạch năm 2020", number="12/KH-UBND", issuer="UBND quận")
    letters = (
        WaitingSuggestion(subject="Đèn ngõ hay tắt", received_on=date(2026, 11, 18), unit="Tổ dân phố số 5"),
        WaitingSuggestion(subject="Thiếu nắp thùng rác", received_on=date(2026, 11, 2), answered_on=date(2026, 11, 9)),
    )
    standing = (a_page(documents=(history,)), a_page("gop-y", "Góp ý", waiting=letters))
    content = replace(content, sections=(*named, empty), pages=standing, events=EVENTS)
    heard = found[1]
    second = a_show(key="thong-bao", name="Thông báo hằng ngày", slots=(SlotRule(2, time(6, 30), "Toàn phường"),))
    aired, coming, later = a_slot(LATEST), a_slot(COMING), a_slot("2026-11-27")
    daily = replace(a_slot(SECOND_SHOW, "06:30"), show=second.key)
    titles = {later: "Bản tin sau", daily: "Thông báo", coming: "Bản tin tới", aired: "Bản tin mới nhất"}
    recorded = (a_slot(LAST_RECORDED), MOVED, later, daily, coming, aired)
    orders = {slot: a_programme(heard.slug, slot=slot) for slot in (*recorded, a_slot(PLANNED), a_slot(HELD))}
    held = {a_slot(HELD): "Sửa loa"}
    heard_in = {slot: episode(slot.name, titles.get(slot, "Bản tin"), file) for slot in recorded}
    heard_in[coming] = replace(heard_in[coming], stand_ins=(("lan", "minh", 3),))
    made = (Bulletin(order, heard_in.get(slot), held.get(slot)) for slot, order in orders.items())

    sheets = printed_sheets(content.codes[0], found[0])

    return an_edition(
        *found,
        expiring=((found[0], date(2026, 11, 25)), (found[3], date(2026, 11, 27))),
        prints=tuple(Offer(sheet, f"{sheet.name}.pdf", 75_000, f"{sheet.name}.png") for sheet in sheets),
        marks=tuple(dict.fromkeys(sheet.mark for sheet in sheets)),
        content=content,
        urgent=(UrgentNotice(found[3], aired.starts_at + timedelta(days=3)),),
        station=a_station(
            ward=replace(
                a_station().ward,
                demonstration_note="Chuyện năm 2026 là minh họa.",
                portal_url="https://hanoi.example/",
                services_url="https://dichvucong.example/",
            ),
            errands=ERRANDS,
            organisations=(Organisation("UBND quận", until=date(2025, 7, 1), note="không còn cấp quận"),),
            shows=(a_show(), second),
            calendar=Calendar("VN", closed=(Closure(date.fromisoformat(CLOSED), "Sửa đường dây"),)),
        ),
        bulletins=tuple(sorted(made, key=lambda each: each.programme.slot, reverse=True)),
        recordings={heard.slug: episode(heard.slug, heard.title, file)},
        tombstones=(Tombstone("bai-da-go", date(2026, 11, 10)),),
        upcoming=tuple(sorted({*orders, a_slot(OPEN)} - {aired})),
    )


def printed_sheets(code: Code, *found: Article) -> tuple[Sheet, ...]:
    """The postings of a code on paper of A4, and articles for the notice board."""
    wanted = ("niem-yet/qd-1665-a4", "tin-bang/")
    return tuple(sheet for sheet in make_sheets(a_copy(code, articles=found)) if sheet.name.startswith(wanted))


def build(folder: Path) -> Path:
    """The site, as the pipeline makes it."""
    root = folder / "project"
    root.mkdir(parents=True)
    for name in ("overrides", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    file = sound(folder / "tone.mp3")
    now = edition(file)
    docs = root / "build/docs"
    pages.write(now, root, docs, discovery.heads(now, ROOT))
    target = root / "site"
    linked = dict(cards.render(now, root))
    linked |= {addresses.article_audio(slug): file for slug in now.recordings}
    linked |= {found.audio: file for found in now.bulletins}
    linked |= {addresses.loudspeaker_audio(found.programme.slot.name): file for found in now.bulletins}
    linked[addresses.NEWEST_AUDIO] = file
    extra = {**feeds.render(now), **discovery.render(now, ROOT), **search.render(now, SHORT)}
    press = Press()
    for offer in now.prints:
        made = press.print(offer.sheet)
        extra[addresses.printed_file(offer.file)] = made[offer.file]
        extra[addresses.printed_file(offer.picture)] = press.preview(offer.sheet)
        extra[addresses.printed_file(f"{offer.sheet.mark.subject}.zip")] = bundle(made)
    site.build(root, docs, target, now.now, linked, extra, finish=partial(discovery.finish, now))
    return target
