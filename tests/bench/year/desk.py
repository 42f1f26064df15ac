"""The people at the desk: what they type on which day, and what is true of each slot in the end."""

from __future__ import annotations

import contextlib
import io
import os
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from time import perf_counter
from typing import TYPE_CHECKING

from loaphuong.app import cli
from loaphuong.app import ward as wards
from loaphuong.app.approve import approve
from loaphuong.core.project import Project
from loaphuong.radio import calendar, orders, studio
from tests.app.ward import APPROVER, OFFICE, edit, write
from tests.bench.year import faults, ward
from tests.bench.year.laws import Laws
from tests.making import HANOI

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.programme import Programme, Slot

DAY = timedelta(days=1)


class Quiet(SimpleHTTPRequestHandler):
    """The public page; nobody reads its log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Nothing."""


@dataclass(slots=True)
class Month:
    """What was done in a month, what came of it, what it took."""

    name: str
    commands: int = 0
    slots: int = 0
    aired: int = 0
    violations: int = 0
    megabytes: float = 0.0
    seconds: float = 0.0
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What went out in a slot, in truth."""

    slot: Slot
    order: Programme
    seconds: float


@dataclass
class Desk:
    """One run. `heard` is what went out; `silent` the slots in which nothing did, and why that was right."""

    root: Path
    weeks: int
    seed: int
    now: datetime = ward.START
    months: dict[str, Month] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    heard: dict[str, Heard] = field(default_factory=dict)
    silent: dict[str, str] = field(default_factory=dict)
    said: str = ""
    broken: set[str] = field(default_factory=set)
    pause: int = 0

    def run(self) -> None:
        """Week after week; the last report is asked for at the end."""
        self.public.mkdir(parents=True)
        handler = partial(Quiet, directory=str(self.public))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.run_weeks(f"http://127.0.0.1:{server.server_port}/")
            server.shutdown()

    def run_weeks(self, site_url: str) -> None:
        """The weeks of a ward whose page is at this address."""
        ward.make(self.root)
        edit(self.root / "audio/station.toml", "https://phuong-ngo-sen.example/", site_url)
        self.texts = ward.texts(self.weeks, self.seed)
        self.laws = Laws(self)
        planned: dict[int, list[str]] = defaultdict(list)
        for place, fault in enumerate(faults.FAULTS):
            planned[1 + place * (self.weeks - 2) // len(faults.FAULTS)].append(fault)
        for week in range(self.weeks):
            self.week(week, planned[week])
            self.print_months(self.month())
        self.report()

    def violate(self, what: str) -> None:
        """Note what must not be."""
        self.violations.append(f"{self.now:%Y-%m-%d %H:%M} {what}")
        print(f"  {self.violations[-1]}", flush=True)
        self.month().violations += 1

    def print_months(self, under_way: Month | None) -> None:
        """The rows of the months that are over."""
        for month in self.months.values():
            if month is not under_way and not month.printed:
                month.printed = True
                print(
                    f"{month.name:<8} {month.commands:>8} {month.slots:>6} {month.aired:>6} {month.violations:>11} "
                    f"{month.megabytes:>7.1f} {month.seconds:>8.1f}",
                    flush=True,
                )

    def month(self) -> Month:
        """The month it is."""
        name = f"{self.now:%Y-%m}"
        return self.months.setdefault(name, Month(name))

    def loa(self, *arguments: str, may_end: tuple[int, ...] = (0,), at: datetime | None = None) -> int:
        """A command as it is typed; what it said is kept, and the laws look at what it changed."""
        before = self.orders()
        os.environ["SOURCE_DATE_EPOCH"] = str(int((at or self.now).timestamp()))
        out, started = io.StringIO(), perf_counter()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = cli.run(["--project", str(self.root), *arguments])
        self.month().seconds += perf_counter() - started
        self.month().commands += 1
        self.said = out.getvalue()
        if os.environ.get("LOA_YEAR_SAID"):
            print(f"--- {self.now:%Y-%m-%d %H:%M} loa {' '.join(arguments)} -> {code}\n{self.said}")
        if code not in may_end:
            self.violate(f"`loa {' '.join(arguments)}` ended with {code}: {self.said.strip()[:600]}")
        if at is None:
            self.laws.after(before, self.orders(), " ".join(arguments))
        return code

    def build(self) -> None:
        """`loa build`; with a broken draft in content/ it says so by its exit code, and makes everything else."""
        self.loa("build", may_end=(1,) if self.broken else (0,))
        if "check" not in self.said:
            self.laws.ready()

    def record(self, slot: str) -> None:
        """`loa record SLOT`; a broken draft is told by its exit code, and the slot is made."""
        self.loa("record", slot, may_end=(1,) if self.broken else (0,))

    def orders(self) -> dict[str, Programme]:
        """The running orders by their slots."""
        return {each.slot.name: each for each in orders.read(self.root, HANOI)[0]}

    def carries(self, slot: str, slug: str) -> bool:
        """Whether the running order of a slot has an article."""
        order = self.orders().get(slot)
        return order is not None and any(slug in item.refs for item in order.items)

    def approve(self) -> None:
        """Someone answers for all that waits, broken texts aside."""
        for name in self.broken:
            (self.root / name).rename(self.root / f"{name}.aside")
        approve(self.root, self.now, (), APPROVER, OFFICE, all_waiting=True)
        for name in self.broken:
            (self.root / f"{name}.aside").rename(self.root / name)

    def week(self, week: int, going_wrong: list[str]) -> None:
        """Monday: new texts, last week's log, a build. Slots as they come, each logged the morning after."""
        monday = ward.START + timedelta(weeks=week)
        self.now = monday
        self.pause = 2 if "down" in going_wrong else max(self.pause - 1, 0)
        forgotten = "forgotten" in going_wrong or "late_log" in going_wrong
        for text in self.texts:
            if monday <= text.on + timedelta(hours=1) < monday + timedelta(weeks=1):
                write(self.root, text.path, text.source)
        if self.pause:
            self.air(monday, monday + timedelta(weeks=1), forgotten=True)
            return
        self.approve()
        self.drafts(week)
        self.build()
        for fault in going_wrong:
            self.now += timedelta(minutes=5)
            if act := getattr(faults, fault, None):
                act(self)
        self.now = monday + timedelta(hours=3)
        self.build()
        self.air(monday, monday + 2 * DAY, forgotten=forgotten, silent="silent" in going_wrong)
        self.now = monday + 2 * DAY
        self.build()
        self.air(self.now, monday + timedelta(weeks=1), forgotten=forgotten)
        self.now = monday + timedelta(weeks=1, minutes=-30)
        if "late_log" in going_wrong:
            faults.late_log(self)
        if week % 4 == 3:
            self.report()
        month = self.month()
        month.megabytes = sum(path.stat().st_size for path in self.root.rglob("*") if path.is_file()) / 1e6

    def drafts(self, week: int) -> None:
        """Each month a text that cannot be read lies there for a week."""
        for name in self.broken:
            (self.root / name).unlink()
        self.broken.clear()
        if week % 4 == 2:
            name = "content/guong-tot/bai-hong.md"
            kinds = (("Mỗi nhà một", "Mỗi nhà xyzw"), ("genre: guong", "genre: guongg"), ("---\ntitle", "--\ntitle"))
            old, new = kinds[week // 4 % len(kinds)]
            text = self.texts[0].source.replace("genre: " + self.texts[0].genre.value, "genre: guong")
            text = text.replace(self.texts[0].title, "Bài hỏng") + "\nMỗi nhà một việc.\n"
            write(self.root, name, text.replace(old, new))
            self.broken.add(name)

    def air(self, first: datetime, last: datetime, *, forgotten: bool, silent: bool = False) -> None:
        """The slots of these days: what lies ready is played, and noted the morning after unless that is forgotten."""
        ward_now = wards.load(self.root, self.now)
        known = orders.read(self.root, HANOI)[0]
        days = [slot for slot in self.slots(first, last) if first <= slot.starts_at < last]
        for place, slot in enumerate(days):
            self.now = slot.starts_at
            self.month().slots += 1
            order = next((each for each in known if each.slot.name == slot.name), None)
            episode = studio.load(Project(self.root).packages / slot.name)
            if slot.name in ward_now.decisions.held:
                self.silent[slot.name] = "held"
                continue
            if order is None or episode is None or (silent and place == 0):
                self.silent[slot.name] = "silent" if silent else "down" if self.pause else "missing"
                if self.silent[slot.name] == "missing":
                    self.violate(f"{slot.name} has no bulletin")
            else:
                self.laws.length(slot, episode)
                self.heard[slot.name] = Heard(slot, order, episode.public_file.seconds if episode.public_file else 0)
                self.month().aired += 1
                self.laws.repeats(self.heard[slot.name])
            self.laws.expiries()
            if not forgotten:
                self.now = slot.starts_at + timedelta(hours=16)
                self.log(slot.name)

    def log(self, name: str) -> None:
        """`loa aired`, as it was."""
        result = () if name in self.heard else ("--result", "không phát")
        self.loa("aired", name, "--by", "Chị Hoa", *result)

    def slots(self, first: datetime, last: datetime) -> tuple[Slot, ...]:
        """The slots of the calendar of the day."""
        return calendar.slots(wards.load(self.root, self.now).station, first.date(), last.date())

    def next_free_slot(self) -> str | None:
        """The next one that is not on hold, by its name."""
        held = wards.load(self.root, self.now).decisions.held
        return next((slot.name for slot in self.next_slots(4) if slot.name not in held), None)

    @property
    def public(self) -> Path:
        """What lies on the public page, for another machine to fetch."""
        return self.root.with_name("cong-khai")

    def next_slots(self, count: int) -> tuple[Slot, ...]:
        """The next ones."""
        return calendar.next_slots(wards.load(self.root, self.now).station, self.now, count)

    def report(self) -> None:
        """The report of what is over agrees with what was."""
        self.loa("report", "--from", f"{ward.START:%Y-%m-%d}", "--to", f"{self.now:%Y-%m-%d}")
        self.laws.report()
