"""Running orders: one text file a slot in audio/programmes/, fixed before it is recorded, correctable by hand.

    Khung giờ: 2026-11-27-1630
    Phát lúc: Thứ Sáu, 27/11/2026 16:30
    Cụm loa: Toàn phường
    Chương trình: thong-bao
    Dự kiến: 6:07

    3. bai: Con ngõ sạch mỗi sớm mai
       mã: con-ngo-sach-moi-som-mai
       phần: 1/3
       giây: 92,1
       vì: mới, chưa phát lần nào
       dấu: 5f70…

`Dự kiến` and the weekday are for the reader; everything else is read back. Bản tin is what no `Chương trình` is named
for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaphuong.core import dates
from loaphuong.core.characters import harmful, harmless
from loaphuong.core.files import write_text
from loaphuong.core.problems import problem, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import minutes, nfc, weekday
from loaphuong.core.where import Where
from loaphuong.radio.programme import Item, Programme, Slot
from loaphuong.station.show import ARTICLE_KINDS, BULLETIN, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.station.show import Show

FOLDER = Project.programmes
HEAD = "# Trình tự phát sóng, chốt trước khi thu. Sửa tay xong, chạy `loa check`."
ITEM = re.compile(r"(\d{1,4})\.\s+([^:]+?)\s*:\s*(.*)")
# After so many, a file is no running order at all: naming the rest helps nobody.
MOST_PROBLEMS = 100
SECONDS = re.compile(r"\d{1,6}([.,]\d+)?")
FIELD = re.compile(r"\s*([^:]+?)\s*:\s*(.*)")
# The items that name one text, and those that name one or more; the station's own words name none.
LISTS = {ItemKind.RULES, ItemKind.EVENTS}
NAMED = ARTICLE_KINDS | {ItemKind.CORRECTION}
KINDS = {kind.value: kind for kind in ItemKind}


def path_of(name: str) -> str:
    """audio/programmes/<slot>.txt"""
    return f"{FOLDER}/{name}.txt"


def one_line(text: str) -> str:
    """Text as a line of the file can hold it."""
    return harmless(" ".join(text.split()))


def render(programme: Programme) -> str:
    """The file of a running order."""
    slot = programme.slot
    lines = [
        HEAD,
        f"Khung giờ: {slot.name}",
        f"Phát lúc: {weekday(slot.starts_at)}, {slot.starts_at:%d/%m/%Y %H:%M}",
        *([f"Cụm loa: {one_line(slot.cluster)}"] if slot.cluster else []),
        *([f"Chương trình: {slot.show}"] if slot.show != BULLETIN else []),
        *([f"Phát lại: {programme.repeat_of}"] if programme.repeat_of else []),
        f"Dự kiến: {minutes(programme.seconds)}",
    ]
    for number, item in enumerate(programme.items, 1):
        lines += ["", *item_lines(number, item)]
    return "\n".join(lines) + "\n"


def item_lines(number: int, item: Item) -> Iterator[str]:
    """An item, its fields only where they say something."""
    yield f"{number}. {item.kind.value}: {one_line(item.title)}".rstrip()
    if item.refs:
        yield f"   mã: {', '.join(item.refs)}"
    if (item.part, item.parts) != (1, 1):
        yield f"   phần: {item.part}/{item.parts}"
    yield f"   giây: {item.seconds:.1f}".replace(".", ",")
    if item.why:
        yield f"   vì: {one_line(item.why)}"
    if item.digest:
        yield f"   dấu: {item.digest}"


def parse(text: str, path: str, zone: tzinfo) -> tuple[Programme | None, tuple[Problem, ...]]:
    """The running order of a file; None with problems, each at its line, when it cannot be read."""
    return Parser(path, zone).parse(text)


class Parser:
    """One file, line by line."""

    def __init__(self, path: str, zone: tzinfo) -> None:
        self.path = path
        self.zone = zone
        self.problems: list[Problem] = []
        self.heads: dict[str, tuple[int, str]] = {}
        self.items: list[Item] = []
        self.lines: list[int] = []

    def fail(self, id_: str, line: int, **values: object) -> None:
        """Note a problem."""
        self.problems.append(problem(id_, Where(self.path, line), **values))

    def parse(self, text: str) -> tuple[Programme | None, tuple[Problem, ...]]:
        """All lines, then the slot they name."""
        for line, raw in enumerate(nfc(text).removeprefix("\ufeff").splitlines(), 1):
            if len(self.problems) >= MOST_PROBLEMS:
                break
            if not raw.strip() or raw.startswith("#"):
                continue
            if code := harmful(raw):
                self.fail("control-character", line, code=code)
            elif found := ITEM.fullmatch(raw.rstrip()):
                self.item(line, *found.groups())
            elif found := FIELD.fullmatch(raw.rstrip()):
                self.field(line, *found.groups())
            else:
                self.fail("order-line", line, text=raw.strip())
        self.check_refs()
        slot = self.slot()
        if not self.items and not self.problems:
            self.fail("order-empty", 1)
        if slot is None or self.problems:
            return None, tuple(self.problems)
        return Programme(slot, tuple(self.items), self.heads.get("phát lại", (0, ""))[1] or None), ()

    def check_refs(self) -> None:
        """Each item names as many texts as it reads."""
        for line, item in zip(self.lines, self.items, strict=True):
            if not (item.refs if item.kind in LISTS else len(item.refs) == (item.kind in NAMED)):
                self.fail("order-refs", line, title=item.title or item.kind.value)

    def item(self, line: int, number: str, word: str, title: str) -> None:
        """The first line of an item."""
        kind = KINDS.get(word)
        if kind is None:
            self.fail("order-kind", line, word=word, words=", ".join(KINDS))
            kind = ItemKind.ARTICLE
        if int(number) != len(self.items) + 1:
            self.fail("order-number", line, number=number, expected=len(self.items) + 1)
        self.items.append(Item(kind, title.strip()))
        self.lines.append(line)

    def field(self, line: int, name: str, value: str) -> None:
        """A line of the head, or of the last item."""
        if not self.items:
            self.heads[name.lower()] = (line, value.strip())
            return
        last = self.items[-1]
        try:
            self.items[-1] = with_field(last, name.lower(), value.strip())
        except ValueError:
            self.fail("order-field", line, field=name, value=value.strip())

    def slot(self) -> Slot | None:
        """The slot, whose name must be the file's."""
        line, name = self.heads.get("khung giờ", (1, ""))
        expected = self.path.rpartition("/")[2].removesuffix(".txt")
        if name != expected:
            self.fail("order-name", line, name=name, expected=expected)
            return None
        line, at = self.heads.get("phát lúc", (1, ""))
        try:
            starts_at = dates.moment(at.rpartition(", ")[2], self.zone, timed=True)
        except ValueError:
            self.fail("order-time", line, value=at)
            return None
        return Slot(
            starts_at, name, self.heads.get("cụm loa", (0, ""))[1], self.heads.get("chương trình", (0, BULLETIN))[1]
        )


def with_field(item: Item, name: str, value: str) -> Item:
    """The item with one more field; ValueError for an unknown name or an unreadable value."""
    match name:
        case "mã":
            return replace(item, refs=tuple(ref.strip() for ref in value.split(",") if ref.strip()))
        case "phần":
            part, parts = (int(number) for number in value.split("/"))
            if not 1 <= part <= parts:
                raise ValueError(value)
            return replace(item, part=part, parts=parts)
        case "giây":
            if not SECONDS.fullmatch(value):
                raise ValueError(value)
            return replace(item, seconds=float(value.replace(",", ".")))
        case "vì":
            return replace(item, why=value)
        case "dấu":
            return replace(item, digest=value)
        case _:
            raise ValueError(name)


def read(root: Path, zone: tzinfo) -> tuple[tuple[Programme, ...], tuple[Problem, ...]]:
    """All running orders, by time; a broken file gives problems and no order."""
    found: list[Programme] = []
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.txt")):
        path = file.relative_to(root).as_posix()
        if not file.is_file():
            continue
        try:
            programme, wrong = parse(file.read_text("utf-8"), path, zone)
        except UnicodeDecodeError:
            programme, wrong = None, (problem("order-encoding", Where(path)),)
        except OSError as error:
            programme, wrong = None, (problem("file-unreadable", Where(path), reason=error.strerror or error),)
        problems += wrong
        if programme:
            found.append(programme)
    return tuple(sorted(found, key=lambda programme: programme.slot)), tuple(problems)


def freeze(root: Path, programme: Programme) -> Path:
    """Write a running order down, in place of one that a withdrawal, an insert or an edit has changed."""
    file = root / path_of(programme.slot.name)
    write_text(file, render(programme))
    return file


def check_length(programme: Programme, show: Show) -> Iterator[Problem]:
    """An order that was fixed when the show was longer or shorter than it is now."""
    bounds, where = show.bounds, Where(path_of(programme.slot.name))
    if not bounds.minimum_seconds <= programme.seconds <= bounds.maximum_seconds:
        yield problem(
            "order-length",
            where,
            slot=programme.slot.name,
            length=minutes(programme.seconds),
            least=minutes(bounds.minimum_seconds),
            most=minutes(bounds.maximum_seconds),
        )


def require(programmes: Iterable[Programme], name: str) -> Programme:
    """The order of a slot; `Stopped` when there is none."""
    for programme in programmes:
        if programme.slot.name == name:
            return programme
    raise stop("order-none", Where(path_of(name)), slot=name)
