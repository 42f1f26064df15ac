"""A November to report on."""

from __future__ import annotations

from datetime import date, timedelta

from loaphuong.content.articles import Award, Correction
from loaphuong.content.genres import Genre
from loaphuong.radio.log import Aired, Result
from loaphuong.report import period
from loaphuong.report.gathering import Report, gather
from loaphuong.station.nouns import Reporting
from loaphuong.trust.registry import Withdrawal
from tests.making import NOW, a_code, a_content, a_programme, a_slot, a_station, an_article

REPORTING = Reporting((6, 5), (11, 15), "Nguyễn Văn Mẫu", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", ("UBND Quận", "Lưu: VT"))
STATION = a_station(reporting=REPORTING)
NOVEMBER = period.between(date(2026, 11, 1), date(2026, 11, 30))
SLOTS = [a_slot(f"2026-11-{day:02d}") for day in (3, 6, 10, 13, 17, 20)]


def line(index: int, result: Result = Result.WHOLE, seconds: float | None = 360.0) -> Aired:
    """A line of the log for one of SLOTS."""
    slot = SLOTS[index]
    return Aired(slot.name, slot.starts_at, "Chị Hoa", result, seconds, "ab", "", slot.starts_at)


def november() -> Report:
    """Four articles, six slots: three whole, one interrupted, one silent, one that nobody logged."""
    content = a_content(
        an_article("Một", award=Award("Giấy khen", "UBND phường")),
        an_article("Hai", model="chung-cu-van-hoa", residential_group="Tổ dân phố số 11"),
        an_article("Ba", section="nhac-nho", genre=Genre.NOTICE, residential_group="Tổ dân phố số 3"),
        an_article(
            "Bốn | năm", section="nhac-nho", genre=Genre.NOTICE, corrections=(Correction(date(2026, 11, 20), "a", "b"),)
        ),
        an_article("Cũ", published_at=NOW - timedelta(days=60)),
        codes=(a_code(rules=3),),
    )
    orders = [a_programme("mot", slot=slot) for slot in SLOTS]
    aired = [
        line(0, Result.SILENT),
        line(0),
        line(1),
        line(2, seconds=None),
        line(3, Result.INTERRUPTED, 100.0),
        line(4, Result.SILENT, None),
    ]
    gone = [Withdrawal("bai-cu", "Chị Hoa", NOW, "rút đồng ý"), Withdrawal("x", "y", NOW - timedelta(days=90), "")]
    return gather(NOVEMBER, content, orders, aired, SLOTS, gone)
