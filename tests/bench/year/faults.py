"""What goes wrong in a year, each as somebody at the desk does it or has it happen; `FAULTS` is the order."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loaphuong.app import ward as wards
from loaphuong.core.project import Project
from tests.app.ward import APPROVER, edit, write
from tests.bench.year import ward

if TYPE_CHECKING:
    from loaphuong.radio.programme import Slot
    from tests.bench.year.desk import Desk

DAY = timedelta(days=1)
KEPT = shutil.ignore_patterns("cache", "packages", "exports", "build", "site", ".loa", ".loa.lock")
# Everything that goes wrong, in this order, evenly over the weeks.
FAULTS = (
    "forgotten",
    "insert",
    "lexicon",
    "hold",
    "lost_cache",
    "moved",
    "silent",
    "insert_edited",
    "hold_release",
    "lost_packages",
    "late_log",
    "clock_build",
    "fresh_clone",
    "third_slot",
    "withdrawn",
    "insert_back",
    "forgotten",
    "down",
    "silent",
    "clock_aired",
    "moved",
    "weekday",
    "hold",
    "insert_edited",
    "late_log",
    "closed",
    "lost_packages",
    "hold_release",
    "insert",
    "forgotten",
    "moved_onto",
    "spoilt_order",
    "insert_alone",
    "insert_alone_back",
)


def insert(desk: Desk) -> None:
    """An urgent notice for the next slot."""
    slot = desk.next_slots(1)[0].name
    name = f"khan-{desk.now:%m%d}"
    text = ward.notice(name, desk.now)
    write(desk.root, f"content/ke-hoach-thong-bao/{name}.md", text)
    desk.approve()
    desk.loa("insert", name, slot, "--by", "Anh Nam")


def insert_edited(desk: Desk) -> None:
    """The same, then a digit is changed in it, and the slot is recorded again."""
    insert(desk)
    slot, name = desk.next_slots(1)[0].name, f"khan-{desk.now:%m%d}"
    edit(desk.root / f"content/ke-hoach-thong-bao/{name}.md", "17 giờ", "18 giờ")
    desk.now += timedelta(minutes=1)
    desk.record(slot)
    if not desk.carries(slot, name):
        desk.violate(f"the notice {name} is gone from {slot}")


def insert_back(desk: Desk) -> None:
    """The notice is taken back before it is read."""
    insert(desk)
    slot, name = desk.next_slots(1)[0].name, f"khan-{desk.now:%m%d}"
    desk.now += timedelta(minutes=1)
    desk.loa("insert", name, slot, "--back", "--by", "Anh Nam")
    if desk.carries(slot, name):
        desk.violate(f"the notice {name} is still in {slot}")


def lexicon(desk: Desk) -> None:
    """A line is added to the lexicon and taken back."""
    path, slot = desk.root / "audio/lexicon.tsv", desk.next_slots(1)[0].name
    before, order = path.read_text("utf-8"), desk.orders().get(slot)
    path.write_text(before + "quét ngõ\tquét sân\n", "utf-8")
    desk.record(slot)
    path.write_text(before, "utf-8")
    desk.record(slot)
    if desk.orders().get(slot) != order:
        desk.violate(f"the running order of {slot} is another one")


def hold(desk: Desk) -> None:
    """The next slot is stopped for good."""
    if slot := desk.next_free_slot():
        desk.loa("hold", slot, "--why", "Mất điện")


def hold_release(desk: Desk) -> None:
    """It is stopped, recorded around, and released again."""
    slot = desk.next_free_slot()
    if slot is None:
        return
    desk.loa("hold", slot, "--why", "Mất điện")
    desk.build()
    desk.loa("release", slot)
    desk.build()


def lost_cache(desk: Desk) -> None:
    """The cache is deleted."""
    shutil.rmtree(Project(desk.root).cache, ignore_errors=True)
    desk.build()


def lost_packages(desk: Desk) -> None:
    """The packages are deleted."""
    shutil.rmtree(Project(desk.root).packages, ignore_errors=True)
    desk.build()


def fresh_clone(desk: Desk) -> None:
    """Another machine: only what is committed, and what is public."""
    old = desk.root.with_name("cu")
    shutil.copytree(Project(desk.root).site, desk.public, dirs_exist_ok=True)
    desk.root.rename(old)
    shutil.copytree(old, desk.root, ignore=KEPT)
    shutil.rmtree(old)
    desk.build()


def move(desk: Desk, slot: Slot, to: datetime) -> str:
    """Write down that a slot is moved; what was written."""
    line = f'{{ from = "{slot.starts_at:%d/%m/%Y %H:%M}", to = "{to:%d/%m/%Y %H:%M}" }}, '
    edit(desk.root / "audio/station.toml", "moved = [", f"moved = [{line}")
    return line


def moved(desk: Desk) -> None:
    """The second slot from now is moved a day earlier, or an hour where another one is on air then."""
    slot, taken = desk.next_slots(2)[1], {each.starts_at for each in desk.next_slots(4)}
    move(desk, slot, slot.starts_at - (timedelta(hours=1) if slot.starts_at - DAY in taken else DAY))
    desk.build()


def moved_onto(desk: Desk) -> None:
    """The second slot is moved to when the first one is on air: that is said by name, and taken back."""
    first, second = desk.next_slots(2)
    line = move(desk, second, first.starts_at)
    desk.loa("build", may_end=(1,))
    if first.name not in desk.said or second.name not in desk.said:
        desk.violate(f"{second.name} was moved onto {first.name}, unsaid")
    edit(desk.root / "audio/station.toml", line, "")
    desk.build()


def spoilt_order(desk: Desk) -> None:
    """Somebody's hand slips in a running order: it is set aside, the slot planned anew, and all else is made."""
    slot = desk.next_free_slot()
    if slot is None:
        return
    edit(Project(desk.root).programmes / f"{slot}.txt", "1. loi_xuong", "1. lời xướng")
    desk.loa("build", may_end=(1,))
    if f"{slot}.hong.txt" not in desk.said:
        desk.violate(f"the running order of {slot} was set aside, unsaid")
    desk.laws.ready()


def insert_alone(desk: Desk) -> None:
    """A notice cannot wait for the next slot: one is opened for it."""
    name = f"khan-{desk.now:%m%d}"
    write(desk.root, f"content/ke-hoach-thong-bao/{name}.md", ward.notice(name, desk.now))
    desk.approve()
    desk.loa("insert", name, "--now", "--by", "Anh Nam")
    slot = desk.next_slots(1)[0].name
    if not desk.carries(slot, name):
        desk.violate(f"the notice {name} has no slot of its own")


def insert_alone_back(desk: Desk) -> None:
    """The same, and the slot is given up before its time."""
    insert_alone(desk)
    slot, name = desk.next_slots(1)[0].name, f"khan-{desk.now:%m%d}"
    desk.now += timedelta(minutes=1)
    desk.loa("insert", name, slot, "--back", "--by", "Anh Nam")
    if slot in {each.name for each in desk.next_slots(4)}:
        desk.violate(f"the slot {slot} is still there")


def closed(desk: Desk) -> None:
    """The day of the second slot from now is closed, and opened again."""
    path = desk.root / "audio/station.toml"
    day = f"{desk.next_slots(2)[1].starts_at:%d/%m/%Y}"
    edit(path, "closed = []", f'closed = [{{ on = "{day}", why = "Sửa loa" }}]')
    desk.build()
    edit(path, f'closed = [{{ on = "{day}", why = "Sửa loa" }}]', "closed = []")
    desk.build()


def third_slot(desk: Desk) -> None:
    """From now on there are three slots a week."""
    rule = '[[khung_gio]]\nweekday = "thứ tư"\nat = "16:30"\ncluster = "Toàn phường"\n\n[lich]'
    edit(desk.root / "audio/station.toml", "[lich]", rule)
    desk.build()


def weekday(desk: Desk) -> None:
    """The Friday becomes a Thursday."""
    edit(desk.root / "audio/station.toml", 'weekday = "thứ sáu"', 'weekday = "thứ năm"')
    desk.build()


def withdrawn(desk: Desk) -> None:
    """An article of the next bulletin is taken back."""
    order = desk.orders().get(desk.next_slots(1)[0].name) or max(desk.orders().values(), key=lambda each: each.slot)
    slug = next(item.refs[0] for item in order.items if item.kind.value == "bai")
    desk.loa("withdraw", slug, "--why", "Xin gỡ", "--by", APPROVER, may_end=(0, 1, 3))
    desk.build()


def clock_build(desk: Desk) -> None:
    """The clock is a year ahead for one build."""
    desk.loa("build", may_end=(0, 1, 2, 3), at=desk.now + timedelta(days=365))
    desk.build()


def clock_aired(desk: Desk) -> None:
    """The clock is a year ahead for one line of the log."""
    if desk.heard:
        name = max(desk.heard)
        desk.loa("aired", name, may_end=(0, 1, 2, 3), at=desk.now + timedelta(days=365))
        desk.loa("aired", name, "--by", "Chị Hoa")


def late_log(desk: Desk) -> None:
    """What was forgotten is noted at last."""
    logged = {line.slot for line in wards.load(desk.root, desk.now).aired}
    for name in sorted({*desk.heard, *desk.silent} - logged):
        desk.log(name)
