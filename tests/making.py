"""Nouns of the house for tests, each whole and plausible; a test names only what it is about."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from loaphuong.content.articles import Article
from loaphuong.content.events import Event
from loaphuong.content.genres import Genre
from loaphuong.content.nouns import Code, Content, Model, Page, Rule, Section, SectionKind, Stance, Topic
from loaphuong.core.vietnamese import slugify
from loaphuong.core.where import Where
from loaphuong.radio.episode import Chapter, Cue, Episode, MediaFile
from loaphuong.radio.programme import Item, Programme, Slot
from loaphuong.speech.nouns import Role
from loaphuong.station.calendar import Calendar
from loaphuong.station.entry_form import EntryForm
from loaphuong.station.nouns import Dialect, Pauses, Profile, Publisher, Reporting, Station, Trust, VoiceSettings
from loaphuong.station.printing import Printing
from loaphuong.station.show import BULLETIN, Bounds, ItemKind, Planning, Show, SlotRule, Words
from loaphuong.web.edition import Bulletin, Edition

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=HANOI)
BODY = """Sáng nào con ngõ cũng được quét sạch trước giờ các cháu đi học.

## Cách làm

- Mỗi nhà quét trước cửa nhà mình.
- Chiều thứ Bảy cả ngõ cùng dọn.

Nhờ vậy, từ **đầu năm 2026** đến nay ngõ không còn rác để qua đêm.
"""


def an_article(title: str = "Con ngõ sạch mỗi sớm mai", **changes: Any) -> Article:
    """An article in guong-tot, published a week before NOW."""
    slug = changes.pop("slug", slugify(title))
    section = changes.pop("section", "guong-tot")
    article = Article(
        slug=slug,
        section=section,
        where=Where(f"content/{section}/{slug}.md"),
        title=title,
        summary="Cả ngõ cùng giữ sạch lối đi chung, mỗi nhà một việc nhỏ.",
        genre=Genre.EXEMPLAR,
        published_at=NOW - timedelta(days=7),
        author="Công chức Văn hóa - Xã hội phường",
        body=BODY,
        body_line=10,
        illustrative=True,
    )
    return replace(article, **changes)


def a_code(slug: str = "qd-1665", rules: int = 6, **changes: Any) -> Code:
    """A code of conduct with as many rules as asked."""
    code = Code(
        slug=slug,
        title="Quy tắc ứng xử nơi công cộng",
        summary="Những điều nên và không nên làm ở nơi công cộng.",
        where=Where(f"content/quy-tac/{slug}.md"),
        number="1665/QĐ-UBND",
        issuer="UBND thành phố Hà Nội",
        issued_on=date(2017, 3, 10),
        scope="Nơi công cộng",
        rules=tuple(
            Rule(
                f"r{index + 1}",
                "Giữ gìn vệ sinh chung." if index % 2 == 0 else "Xả rác nơi công cộng.",
                Stance.DO if index % 2 == 0 else Stance.DONT,
                "Nơi công cộng",
                where=Where(f"content/quy-tac/{slug}.md", 10 + index),
            )
            for index in range(rules)
        ),
        body="",
        body_line=30,
    )
    return replace(code, **changes)


def a_model(slug: str = "chung-cu-van-hoa", **changes: Any) -> Model:
    """The model of the well-kept apartment house."""
    model = Model(
        slug=slug,
        title="Chung cư văn hóa",
        summary="Ứng xử lịch thiệp, tôn trọng không gian chung.",
        where=Where(f"content/mo-hinh/{slug}.md"),
        place="Nơi công cộng",
        sources=("80/KH-UBND",),
        criteria=("Tôn trọng không gian chung.",),
        body_line=10,
    )
    return replace(model, **changes)


def a_topic(slug: str = "giu-sach-loi-di", **changes: Any) -> Topic:
    """The topic of NOW's month."""
    topic = Topic(
        slug=slug,
        title="Giữ sạch lối đi chung",
        summary="Chuyên đề tháng.",
        where=Where(f"content/chuyen-de/{slug}.md"),
        months=((2026, 11),),
        owner="Công đoàn phường",
        body_line=10,
    )
    return replace(topic, **changes)


def a_page(slug: str = "gioi-thieu", title: str = "Giới thiệu", **changes: Any) -> Page:
    """A standing page."""
    page = Page(
        slug=slug,
        title=title,
        summary="Về trang này.",
        where=Where(f"content/trang/{slug}.md"),
        body="Trang của phường.\n",
        body_line=6,
    )
    return replace(page, **changes)


def an_event(slug: str = "ngay-hoi", title: str = "Ngày hội ngõ xóm", **changes: Any) -> Event:
    """A festival a week after NOW, on a Saturday morning."""
    event = Event(
        slug=slug,
        title=title,
        summary="Cả ngõ cùng vui.",
        where=Where(f"content/su-kien/{slug}.md"),
        starts=NOW.replace(hour=8) + timedelta(days=7),
        place="sân nhà văn hóa",
        body="Mời bà con tới dự.\n",
        body_line=8,
    )
    return replace(event, **changes)


def a_section(
    slug: str = "guong-tot",
    title: str = "Gương tốt",
    kind: SectionKind = SectionKind.ARTICLES,
    order: int = 1,
) -> Section:
    """A folder of content/."""
    where = Where(f"content/{slug}/index.md")
    return Section(slug=slug, title=title, summary=f"{title} của phường.", kind=kind, order=order, where=where)


def a_content(*articles: Article, **changes: Any) -> Content:
    """A ward's content: the sections its articles name, one code, model, topic and page."""
    given = articles or (an_article(),)
    slugs = sorted({article.section for article in given})
    content = Content(
        title="Phường Bạch Đằng",
        summary="Nếp sống đẹp của phường.",
        sections=(
            *(a_section(slug, slug.replace("-", " ").capitalize(), order=order) for order, slug in enumerate(slugs, 1)),
            a_section("quy-tac", "Quy tắc", SectionKind.CODES, 20),
            a_section("mo-hinh", "Mô hình", SectionKind.MODELS, 21),
            a_section("chuyen-de", "Chuyên đề", SectionKind.TOPICS, 22),
            a_section("trang", "Trang", SectionKind.PAGES, 23),
        ),
        articles=tuple(sorted(given, key=lambda article: (-article.published_at.timestamp(), article.slug))),
        codes=(a_code(),),
        models=(a_model(),),
        topics=(a_topic(),),
        pages=(a_page(), a_page("gop-y", "Góp ý")),
    )
    return replace(content, **changes)


def a_show(**changes: Any) -> Show:
    """A bulletin of five to seven minutes: Tuesdays and Fridays at 16:30."""
    show = Show(
        key=BULLETIN,
        name="Nếp sống đẹp phường ta",
        slots=(SlotRule(1, time(16, 30), "Toàn phường"), SlotRule(4, time(16, 30), "Toàn phường")),
        bounds=Bounds(300, 420, 360),
        segments=tuple(ItemKind),
        words=Words(
            ident="Đây là {station}. Mời bà con nghe chương trình {programme}.",
            date="Hôm nay, {weekday}, ngày {date}.",
            contents="Trong bản tin hôm nay có những nội dung sau: {items}.",
            lead_in="{order}, mời bà con nghe {kind}: {title}.",
            part="{title}, phần {part}.",
            recap_part="Ở phần trước, bà con đã nghe phần {previous} của bài: {title}. Sau đây là phần tiếp theo.",
            rule="Sau đây là mục nhắc nhau cùng thực hiện, trích {code}.",
            recap="Bà con vừa nghe: {items}.",
            correction="Đài xin cải chính bài: {title}. {wrong} {right} Đài thành thật xin lỗi bà con.",
            repeat="Sau đây là bản tin phát lại của {weekday}, ngày {date}.",
            sign_off="Bản tin đến đây là hết. Xin cảm ơn và hẹn gặp lại bà con.",
            synthetic="Bản tin được đọc bằng giọng tổng hợp trên máy tính.",
        ),
        announcers=("lan", "minh"),
        planning=Planning(2, 4, 4, 28, 8, 2, 2),
    )
    return replace(show, **changes)


OF_SHOW = frozenset(field.name for field in fields(Show))


def a_station(**changes: Any) -> Station:
    """A station with one show, which takes the changes that are a show's."""
    shows = changes.pop("shows", None) or (a_show(**{key: changes.pop(key) for key in OF_SHOW & changes.keys()}),)
    voice = {"engine": "espeak", "synthetic": True}
    station = Station(
        ward=Publisher(
            name="Phường Bạch Đằng",
            authority="Ủy ban nhân dân phường Bạch Đằng",
            parent="Thành phố Hà Nội",
            site_url="https://phuong.example/",
            email="gopy@phuong.example",
            phone="024.0000.0000",
            address="Trụ sở phường",
            station_name="Đài truyền thanh phường Bạch Đằng",
            description="Nếp sống đẹp của phường.",
            demonstration=True,
        ),
        time_zone="Asia/Ho_Chi_Minh",
        shows=shows,
        pauses=Pauses(350, 500, 600, 700, 150, 700),
        voices=(
            VoiceSettings(
                name="lan",
                label="Giọng một",
                options=(("pitch", "55"), ("rate", "150"), ("variety", "vi")),
                **voice,
            ),
            VoiceSettings(
                name="minh",
                label="Giọng hai",
                options=(("pitch", "38"), ("rate", "150"), ("variety", "vi")),
                **voice,
            ),
        ),
        profiles=(
            Profile(250, 7000, 3000, 4.0, -24.0, 4.0, -16.0, -1.5, "loa"),
            Profile(80, None, 3000, 1.0, -20.0, 2.0, -16.0, -1.5, "web"),
        ),
        dialect=Dialect(),
        calendar=Calendar("VN"),
        reporting=Reporting((6, 5), (11, 15), "", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", ("UBND Quận", "Lưu VT")),
        trust=Trust(True, False),
        printing=Printing(),
        entry_form=EntryForm(),
        where=Where("audio/station.toml"),
    )
    return replace(station, **changes)


def a_slot(day: str = "2026-11-24", at: str = "16:30") -> Slot:
    """A slot by its date and time."""
    starts_at = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=HANOI)
    return Slot(starts_at, f"{day}-{at.replace(':', '')}", "Toàn phường")


def a_programme(*refs: str, slot: Slot | None = None) -> Programme:
    """A running order that carries these articles."""
    items = (
        Item(ItemKind.IDENT, "Lời xướng", seconds=15),
        Item(ItemKind.CONTENTS, "Giới thiệu nội dung", seconds=20),
        *(Item(ItemKind.ARTICLE, ref.replace("-", " ").capitalize(), (ref,), seconds=120) for ref in refs),
        Item(ItemKind.RULES, "Nhắc quy tắc", ("qd-1665#r1", "qd-1665#r2"), seconds=40),
        Item(ItemKind.SIGN_OFF, "Chào kết", seconds=15),
    )
    return Programme(slot or a_slot(), items)


def a_media_file(path: str = "audio/packages/2026-11-24-1630/x.mp3", profile: str = "loa", **changes: Any) -> MediaFile:
    """A finished file as measured."""
    return replace(MediaFile(path, 5_760_000, "0" * 64, 360.0, -16.0, -2.0, profile), **changes)


def an_episode(name: str = "2026-11-24-1630", title: str = "Bản tin", **changes: Any) -> Episode:
    """A recording with three cues and two chapters."""
    episode = Episode(
        name=name,
        title=title,
        digest="0" * 64,
        files=(
            ("loa", a_media_file()),
            ("wav", a_media_file("x.wav")),
            ("web", a_media_file("x_web.mp3", "web")),
        ),
        cues=(
            Cue(
                6000,
                9000,
                "Đây là Đài truyền thanh phường Bạch Đằng.",
                "đây là đài truyền thanh phường bạch đằng.",
                Role.IDENT,
                0,
                "lan",
            ),
            Cue(
                9350,
                12000,
                "Sáng nào con ngõ cũng được quét sạch.",
                "sáng nào con ngõ cũng được quét sạch.",
                Role.PARAGRAPH,
                1,
                "lan",
            ),
            Cue(12350, 15000, "Xin cảm ơn bà con.", "xin cảm ơn bà con.", Role.SIGN_OFF, 2, "minh"),
        ),
        chapters=(
            Chapter(0, 9350, "Lời xướng"),
            Chapter(9350, 15000, "Con ngõ sạch mỗi sớm mai", ("con-ngo-sach-moi-som-mai",)),
        ),
        voices=("lan",),
        synthetic=True,
    )
    return replace(episode, **changes)


def an_edition(*articles: Article, **changes: Any) -> Edition:
    """What may be published at NOW: the articles given, a recorded bulletin and the next slots."""
    content = a_content(*articles)
    first = content.articles[0].slug
    aired, coming = a_slot("2026-11-20"), a_slot("2026-11-24")
    edition = Edition(
        now=NOW,
        station=a_station(),
        content=content,
        bulletins=(
            Bulletin(a_programme(first, slot=coming), None),
            Bulletin(a_programme(first, slot=aired), an_episode(aired.name)),
        ),
        recordings={first: an_episode(first, content.articles[0].title)},
        upcoming=(coming, a_slot("2026-11-27")),
    )
    return replace(edition, **changes)
