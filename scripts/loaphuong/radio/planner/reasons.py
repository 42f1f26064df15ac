"""Why an item is in a bulletin, and why an article is not: said in Vietnamese, in running orders and by `loa plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Topic

UNAPPROVED = "chưa duyệt"
DRAFT = "còn là bản nháp"
SILENT = "chỉ đăng trang, không phát loa"
NO_CONSENT = "có người chưa đồng ý lên loa"
WAITING = "chờ lượt: còn bài vào hàng trước"
OTHER_GENRE = "thể loại này chương trình không đọc"
SERIAL_WAITS = "nhiều kỳ: chờ loạt bài đang phát xong"
UNMATCHED = "chưa ghép được vào bản tin nào vừa thời lượng"
RESTS = "đã phát, còn trong kỳ nghỉ"
NOT_ITS_DAY = "chưa đến ngày phát hoặc đã hết hạn"
NO_FIT = "dài quá chỗ trống của một bản tin"
URGENT = "thông báo khẩn cấp, đọc ngay buổi gần nhất"
WITHDRAWN = "đã gỡ"
BROKEN = "còn lỗi phải sửa"
NO_SECTION = "chuyên mục của bài chưa được duyệt"
NO_SLOT = "không có buổi phát nào trong những tuần tới"
INSERTED = "được chèn vào buổi này"
CORRECTION = "cải chính, đọc ở buổi kế tiếp"
# How the reason of an article begins that nobody has heard.
NEW = "mới, chưa phát lần nào"
GONE = "không còn bản được duyệt để đọc, hoặc nay chia kỳ khác"
WITHDRAWN = "bài đã gỡ"
TAKEN_BACK = "đã bỏ chèn"
NO_ROOM = "nhường chỗ"
PART_WAITS = "phần trước chưa phát"
REFITTED = "lời đọc dài ngắn khác lúc chốt"
MOVED = "buổi được dời giờ"
NO_SLOT = "lịch phát không còn buổi này"
OTHER_SHOW = "buổi này nay thuộc chương trình khác"
FAR = "còn quá xa: chốt khi đồng hồ máy chạy sai"
RETURNED = "đủ bài như lúc chốt, lấy lại trình tự ấy"
NO_NOTICE = "không có thông báo nào đọc trọn được trong buổi riêng"
NEVER_HEARD = "bản tin mà buổi này phát lại thật ra chưa phát"
MISSING = "chốt khi chưa có tin này"


def not_yet(opens: datetime) -> str:
    """Its day has not come."""
    return f"chưa đến ngày phát {day(opens)}"


def expiry(expires: date) -> str:
    """Its day is over."""
    return f"hết hạn từ {day(expires)}"


def too_late(expires: date) -> str:
    """Its days were over before its turn."""
    return f"hết hạn {day(expires)} trước khi đến lượt"


def rest(heard: datetime, until: date) -> str:
    """Heard not long ago."""
    return f"đã phát ngày {day(heard)}, nghỉ đến {day(until)}"


def fresh(article: Article, *, high: bool, expiring: bool, topic: Topic | None) -> str:
    """An article nobody has heard."""
    words = [NEW]
    if high:
        words.append("ưu tiên")
    if expiring and article.expires:
        words.append(f"phát trước khi hết hạn {day(article.expires)}")
    if topic:
        words.append(f"chuyên đề tháng này: {topic.title} ({topic.owner})")
    return "; ".join(words)


def again(heard: datetime, kind: str) -> str:
    """An article that was heard, and rested; `kind` is what there is no new one of."""
    return f"phát lại, lần trước ngày {day(heard)}; hết {kind} mới vừa chỗ"


def heard_before(at: datetime) -> str:
    """Frozen as new, but heard meanwhile."""
    return f"đã phát ngày {day(at)}"


def is_planned(why: str) -> bool:
    """Whether the planner gave this reason to a part of a serial: what staff put there by hand has none of ours."""
    return why.startswith((NEW, "phần ", "phát lại"))


def serial(part: int, parts: int) -> str:
    """The next part of what was begun."""
    return f"phần {part} trên {parts}, nối buổi trước"


def reminder(title: str, count: int, last: datetime | None) -> str:
    """The rules that waited longest."""
    waited = f"nhắc lần trước ngày {day(last)}" if last else "chưa nhắc lần nào"
    return f"{count} điều chờ lâu nhất của {title}; {waited}"


def agenda(count: int, days: int) -> str:
    """The events of the days to come."""
    return f"{count} việc trong {days} ngày tới"


def repeat(on: datetime) -> str:
    """A whole bulletin again."""
    return f"phát lại bản tin ngày {day(on)}: không còn bài mới vừa chỗ"


def nothing(kind: str, causes: Mapping[str, int]) -> str:
    """No article may air; `causes` are how many may not for which reason."""
    told = "; ".join(f"{count} bài {cause}" for cause, count in causes.items()) or "chưa có bài nào"
    return f"không có {kind} nào được phát vào buổi này: {told}"


def too_short(missing: str) -> str:
    """All articles together are too short."""
    return f"mọi bài được phát cộng lại vẫn thiếu {missing}"


def too_few(most: int, count: int, setting: str) -> str:
    """More articles would be needed than the show allows."""
    return f"cần ít nhất {count} bài mới đủ thời lượng, mà {setting} là {most}"


def mismatch(low: str, high: str) -> str:
    """Articles are there, but none of them add up."""
    return f"không có bài nào, một mình hay ghép lại, vừa khoảng {low} đến {high} còn trống"


def read_in(first: str, last: str, times: int, *, frozen: bool) -> str:
    """The slots that carry an article."""
    sure = "đã xếp" if frozen else "dự kiến"
    return f"{sure} phát lúc {first}" + (f", tất cả {times} buổi, buổi cuối {last}" if last else "")


def if_approved(told: str) -> str:
    """What would become of an article that nobody has approved."""
    return f"nếu duyệt bây giờ: {told}"


def insert_now(slug: str, slot: str) -> str:
    """How an urgent article gets into a slot that is frozen or too full."""
    return f"muốn đọc ngay buổi gần nhất thì chạy `loa insert {slug} {slot}` khi bài đã đăng"
