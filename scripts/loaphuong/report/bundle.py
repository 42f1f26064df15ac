"""Hồ sơ kiểm tra: what was approved, broadcast and posted in a period, with digests, as one zip for an inspection."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from loaphuong.core import archive, spreadsheet
from loaphuong.core.vietnamese import day
from loaphuong.print.posted import DOWN, HANG, list_hanging
from loaphuong.trust.registry import Approval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from loaphuong.print.posted import Posting
    from loaphuong.radio.log import Aired
    from loaphuong.radio.programme import Programme
    from loaphuong.report.period import Period
    from loaphuong.trust.registry import Register

CONTENTS = "muc-luc.csv"


def collect(
    period: Period,
    code: str,
    register: Register,
    sources: Mapping[str, str],
    aired: Iterable[Aired],
    orders: Iterable[Programme],
    postings: Iterable[Posting],
) -> dict[str, bytes]:
    """The files of a bundle by name; with a `code`, only what carries that code of conduct.

    `sources` are the approved texts by their digest. Withdrawn texts are named, their words are not there any more.
    """
    rules = {order.slot.name: tuple(ref for item in order.items for ref in item.refs if "#" in ref) for order in orders}
    approvals = [
        entry
        for entry in register.entries
        if isinstance(entry, Approval) and entry.at.date() in period and (not code or entry.name == f"quy-tac/{code}")
    ]
    made = {
        "da-duyet.csv": spreadsheet.table(
            [
                ("Văn bản", "Người duyệt", "Chức danh", "Lúc", "Dấu", "Đã gỡ"),
                *(
                    (
                        entry.name,
                        entry.by,
                        entry.title,
                        say_moment(entry.at),
                        entry.digest,
                        find_day(register, entry.name),
                    )
                    for entry in approvals
                ),
            ]
        ),
        "da-phat.csv": spreadsheet.table(
            [
                ("Khung giờ", "Phát lúc", "Kết quả", "Người phát", "SHA-256 của tệp", "Điều đã nhắc"),
                *(
                    (line.slot, say_moment(line.at), line.result, line.by, line.sha256, " ".join(said))
                    for line in aired
                    if line.at.date() in period
                    and ((said := [ref for ref in rules.get(line.slot, ()) if of_code(ref, code)]) or not code)
                ),
            ]
        ),
        "da-niem-yet.csv": spreadsheet.table(
            [
                ("Nơi", "Mã bản in", "Việc", "Lúc", "Người", "Ảnh", "Còn treo"),
                *posted_rows(postings, period, code),
            ]
        ),
    }
    for entry in approvals:
        if entry.digest in sources:
            made[f"van-ban/{entry.name.replace('/', '_')}_{entry.digest[:12]}.md"] = sources[entry.digest].encode()
    return made


def posted_rows(postings: Iterable[Posting], period: Period, code: str) -> Iterator[tuple[str, ...]]:
    """The sheets that were posted in the period, and whether each still hangs."""
    known = tuple(postings)
    still = set(list_hanging(known))
    for each in known:
        if each.at.date() in period and code in {"", each.subject}:
            what = DOWN if each.down else HANG
            yield each.place, each.mark, what, say_moment(each.at), each.by, each.photo, "x" if each in still else ""


def of_code(ref: str, code: str) -> bool:
    """Whether a rule is one of a code; of any where none is asked for."""
    return not code or ref.startswith(f"{code}#")


def say_moment(at: datetime) -> str:
    """21/11/2026 16:30."""
    return f"{at:%d/%m/%Y %H:%M}"


def find_day(register: Register, name: str) -> str:
    """The day a text was taken back; empty where it was not."""
    found = register.find_withdrawal(name)
    return day(found.at) if found else ""


def pack(made: Mapping[str, bytes]) -> bytes:
    """The files as a zip with a list of their SHA-256, the same bytes each time."""
    sums = [(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(made.items())]
    listed = spreadsheet.table([("Tệp", "Số byte", "SHA-256"), *sums])
    return archive.pack((*sorted(made.items()), (CONTENTS, listed)))
