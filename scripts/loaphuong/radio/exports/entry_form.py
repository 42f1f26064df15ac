"""Phiếu nhập bản tin: the fields that staff fill in for each loudspeaker system, in the order of the form, to copy."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import day, minutes, weekday
from loaphuong.radio.rendering import render
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaphuong.radio.episode import MediaFile
    from loaphuong.radio.exports.schedule import Broadcast
    from loaphuong.radio.programme import Programme
    from loaphuong.station.entry_form import SpeakerSystem
    from loaphuong.station.nouns import Station

# What a system may lift a file by, in dB, and how much is left below full scale.
MOST_BOOST_DB, MARGIN_DB = 14, 1.0
WHOLE_WARD = "Toàn phường"


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: what it is called, what to enter, and a word beside it that is not entered."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The form of one system."""

    system: SpeakerSystem
    file: str
    fields: tuple[FormField, ...]


def boost(file: MediaFile) -> tuple[int, str]:
    """By how many dB a system may lift a file without clipping, and what to say of it."""
    most = min(MOST_BOOST_DB, max(0, math.floor(-file.true_peak_dbtp - MARGIN_DB)))
    peak = f"{file.true_peak_dbtp:.1f}".replace(".", ",").replace("-", "−")
    if most:
        return most, f"tăng nhiều nhất {most} dB: đỉnh của tệp là {peak} dBTP"
    return 0, f"không tăng âm lượng: đỉnh của tệp đã là {peak} dBTP, tăng nữa là vỡ tiếng"


def fill_in(
    broadcast: Broadcast,
    order: Programme,
    system: SpeakerSystem,
    name: str,
    file: MediaFile,
    station: Station,
    approvers: Sequence[str],
) -> FilledForm:
    """The form of one bulletin for one system, whose file is called `name`."""
    form, starts = station.entry_form, broadcast.slot.starts_at
    lasts = file.seconds * form.repeats + form.gap_seconds * (form.repeats - 1)
    ends = starts + timedelta(seconds=math.ceil(lasts))
    lift, told = boost(file)
    size = f"{file.bytes / 1e6:.1f} MB".replace(".", ",")
    said = f"trong tệp đã có {system.times} lượt" if system.times > 1 else ""
    urgent = any(item.kind is ItemKind.NOTICE for item in order.items)
    summary = "; ".join(f"{number}. {title}" for number, title in enumerate(broadcast.items, 1))
    fields = (
        FormField("Tên bản tin", f"{broadcast.title} – {weekday(starts)}, {day(starts)}"),
        FormField("Loại bản tin", form.kind),
        FormField("Tệp", name, f"{minutes(file.seconds)}, {size}, {system.kbps} kbit/s"),
        FormField("Mã SHA-256 của tệp", file.sha256),
        FormField("Tăng âm lượng (dB)", str(lift), told),
        FormField("Chế độ phát", "Trong ngày"),
        FormField("Ngày phát", day(starts)),
        FormField("Giờ bắt đầu", f"{starts:%H:%M}"),
        FormField("Giờ kết thúc", f"{ends:%H:%M:%S}"),
        FormField("Thứ trong tuần", weekday(starts)),
        FormField("Số lần phát", str(form.repeats), said),
        FormField("Cách nhau (giây)", str(form.gap_seconds)),
        FormField("Cụm loa", broadcast.slot.cluster or WHOLE_WARD),
        FormField(
            "Mức ưu tiên",
            "Ưu tiên" if urgent else "Thông thường",
            "có thông báo cần lưu ý ngay; mức khẩn cấp do người có thẩm quyền quyết định" if urgent else "",
        ),
        FormField("Lĩnh vực", form.category),
        FormField("Tóm tắt nội dung", summary),
        FormField("Người tạo", form.creator or station.ward.station_name),
        FormField("Người duyệt", "; ".join(approvers)),
    )
    return FilledForm(system, name, tuple(field for field in fields if field.value))


def form_page(broadcast: Broadcast, forms: Sequence[FilledForm], station: Station) -> bytes:
    """A page that stands alone, beside the files it speaks of."""
    starts = broadcast.slot.starts_at
    title = f"{broadcast.title} – {weekday(starts)}, {day(starts)}, {starts:%H:%M}"
    return render("phieu-nhap.html", title=title, forms=forms, station=station.ward.station_name).encode()


def list_page(pages: Mapping[str, Broadcast], station: Station) -> bytes:
    """The way to each form by its address."""
    listed = []
    for address, each in pages.items():
        at = each.slot.starts_at
        listed.append((address, f"{weekday(at)}, {day(at)} · {at:%H:%M}", each.title))
    return render("phieu-nhap-danh-sach.html", listed=listed, station=station.ward.station_name).encode()
