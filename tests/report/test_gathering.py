"""What a period held: each thing counted once."""

from __future__ import annotations

import csv
import io

from loaphuong.report import writing
from tests.making import a_programme
from tests.report.material import SLOTS, november


def test_everything_is_counted_once() -> None:
    """The last line of a slot counts; what nobody logged was missed; other months are not in."""
    report = november()
    assert len(report.articles) == 4
    assert report.counts == (
        ("Chuyên mục", (("Guong tot", 2), ("Nhac nho", 2))),
        ("Thể loại", (("Gương người tốt, việc tốt", 2), ("Thông báo, nhắc nhở", 2))),
        ("Mô hình", (("Chung cư văn hóa", 1),)),
        ("Tổ dân phố", (("Tổ dân phố số 3", 1), ("Tổ dân phố số 11", 1))),
    )
    assert (len(report.planned), report.whole, report.interrupted) == (6, 3, 1)
    assert report.missed == (SLOTS[4].name, SLOTS[5].name)
    assert report.seconds == 360 + 360 + a_programme("mot").seconds + 100
    assert [entry.name for entry in report.withdrawals] == ["bai-cu"]
    assert [article.title for article, _ in report.corrections] == ["Bốn | năm"]
    assert report.awards == 1


def test_rules_are_covered_by_date() -> None:
    """Two of three rules were heard, on the days their bulletins were on air."""
    report = november()
    assert [len(rule.days) for rule in report.covered] == [4, 4, 0]
    assert report.rules_heard == 2
    assert [rule.rule for rule in report.covered if not rule.days] == ["qd-1665#r3"]
    rows = list(csv.reader(io.StringIO(writing.matrix(report.covered).decode("utf-8-sig"))))
    assert rows[0][4:] == ["03/11/2026", "06/11/2026", "10/11/2026", "13/11/2026"]
    assert rows[1][3:] == ["4", "x", "x", "x", "x"]
    assert rows[3][3:] == ["0", "", "", "", ""]


def test_one_show_is_not_counted_apart() -> None:
    """Its broadcasts are all there are."""
    assert november().by_show == ()
