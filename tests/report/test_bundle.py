"""What an inspection is given: approvals, broadcasts and postings of a period, each with what proves it."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from loaphuong.print.posted import Posting
from loaphuong.radio.log import Aired, Result
from loaphuong.report import bundle
from loaphuong.report.period import between
from loaphuong.trust.registry import Approval, Withdrawal, register
from tests.making import NOW, a_programme, a_slot

DIGEST, OTHER = "a" * 64, "b" * 64
NOVEMBER = between(NOW.date().replace(day=1), NOW.date())
SLOT = a_slot("2026-11-20")
REGISTER = register(
    [
        Approval("quy-tac/qd-1665", DIGEST, "Người duyệt thử", "Phó Chủ tịch", NOW),
        Approval("quet-ngo", OTHER, "Người duyệt thử", "Phó Chủ tịch", NOW),
        Approval("cu", OTHER, "Người duyệt thử", "Phó Chủ tịch", NOW - timedelta(days=60)),
        Withdrawal("quet-ngo", "Người duyệt thử", NOW, "nhầm"),
    ]
)
AIRED = Aired(SLOT.name, SLOT.starts_at, "Bà Bảy", Result.WHOLE, 361.0, "c" * 64, "", SLOT.starts_at)
POSTED = Posting("Nhà văn hóa", "qd-1665.1.0a1b2c3d", NOW, "Bà Bảy", "anh.jpg", "", NOW)


def rows(made: dict[str, bytes], name: str) -> list[list[str]]:
    """A table of the bundle, without its head."""
    return list(csv.reader(io.StringIO(made[name].decode("utf-8-sig"))))[1:]


def collected(code: str = "") -> dict[str, bytes]:
    """The bundle of November."""
    order = a_programme("quet-ngo", slot=SLOT)
    other = replace(POSTED, mark="so-tay.1.0a1b2c3d")
    early = replace(POSTED, at=NOW - timedelta(days=60), place="Chợ")
    return bundle.collect(NOVEMBER, code, REGISTER, {DIGEST: "lời"}, [AIRED], [order], [POSTED, other, early])


def test_it_holds_what_the_period_held() -> None:
    """Approvals with their digest and whether the text was taken back, broadcasts with their rules, what was posted."""
    made = collected()
    assert [(row[0], row[4], row[5]) for row in rows(made, "da-duyet.csv")] == [
        ("quy-tac/qd-1665", DIGEST, ""),
        ("quet-ngo", OTHER, "21/11/2026"),
    ]
    assert [(row[0], row[4], row[5]) for row in rows(made, "da-phat.csv")] == [
        (SLOT.name, "c" * 64, "qd-1665#r1 qd-1665#r2")
    ]
    assert [row[1] for row in rows(made, "da-niem-yet.csv")] == [POSTED.mark, "so-tay.1.0a1b2c3d"]
    assert made[f"van-ban/quy-tac_qd-1665_{DIGEST[:12]}.md"].decode() == "lời"


@pytest.mark.parametrize(("code", "counts"), [("qd-1665", (1, 1, 1)), ("qd-522", (0, 0, 0))])
def test_it_can_be_of_one_code(code: str, counts: tuple[int, int, int]) -> None:
    """Only the approvals, broadcasts and sheets that carry it."""
    made = collected(code)
    assert tuple(len(rows(made, name)) for name in ("da-duyet.csv", "da-phat.csv", "da-niem-yet.csv")) == counts


def test_its_list_proves_each_file() -> None:
    """The SHA-256 of every file stands in the contents; the same bundle is the same bytes."""
    packed = bundle.pack(collected())
    assert packed == bundle.pack(dict(reversed(collected().items())))
    with zipfile.ZipFile(io.BytesIO(packed)) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    listed = {name: digest for name, _, digest in rows(files, bundle.CONTENTS)}
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != bundle.CONTENTS}
