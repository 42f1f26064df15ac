"""The register of approvals and withdrawals, content/approvals.jsonl: read, append, never rewrite.

One JSON object a line, UTF-8, keys in the order below, nothing between them that `json` would not write:

    {"act": "duyet", "name": "con-ngo-sach", "digest": "<64 hex>", "by": "Lê Thị B", "title": "Phó Chủ tịch",
     "at": "2026-11-21T09:00:00+07:00", "signature": "", "previous": "<64 hex>", "hash": "<64 hex>"}
    {"act": "go", "name": "con-ngo-sach", "by": "…", "at": "…", "why": "…", "previous": "…", "hash": "…"}
    {"entries": 2, "seal": "<hash of the last entry>"}

`act` is an approval (duyệt) or a withdrawal (gỡ). `hash` is the digest of all the rest of its line and `previous` the
hash of the line before (64 zeros at the start): an entry that is altered no longer has its hash, one that is removed,
added or moved leaves a `previous` that fits nothing. The last line seals the count and the last hash, so that entries
cannot be cut off the end. Appending writes the whole file beside and puts it in place: old lines keep every byte, a
crash leaves the old register or the new one. Git's line ends do not matter.

What was approved is kept beside it, content/.approved/<digest>.txt, to show what changed since; a withdrawal erases it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from loaphuong.core.digest import digest
from loaphuong.core.files import write_text
from loaphuong.core.problems import Problem, Stopped, problem, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Approval:
    """Someone answers for a text: `digest` binds all that was approved, `name` is the text's (an article's slug).

    `signature` is an armoured SSH signature over the rest, or empty.
    """

    name: str
    digest: str
    by: str
    title: str
    at: datetime
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A text taken back for good. `why` is for the file, not for residents."""

    name: str
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Register:
    """All approvals and withdrawals in their order, and what holds of each text today."""

    entries: tuple[Approval | Withdrawal, ...] = ()
    approvals: Mapping[str, Approval] = field(default_factory=dict, compare=False, repr=False)
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict, compare=False, repr=False)

    def approved(self, name: str) -> Approval | None:
        """The last approval of a text, unless it was withdrawn; whether it still holds is for `approval` to say."""
        return None if name in self.withdrawals else self.approvals.get(name)

    def withdrawn(self, name: str) -> Withdrawal | None:
        """The withdrawal of a text: its name is never used again."""
        return self.withdrawals.get(name)


PATH = Project.approvals
KEPT = Project.approved
START = "0" * 64
APPROVE = "duyet"
WITHDRAW = "go"
# Both become paths: nothing in them may lead elsewhere.
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*")
DIGEST = re.compile(r"[0-9a-f]{64}")
Entry = Approval | Withdrawal


def register(entries: Iterable[Entry]) -> Register:
    """What a list of entries says of each text: the last approval, the first withdrawal."""
    kept = tuple(entries)
    approvals = {entry.name: entry for entry in kept if isinstance(entry, Approval)}
    withdrawals = {entry.name: entry for entry in reversed(kept) if isinstance(entry, Withdrawal)}
    return Register(kept, approvals, withdrawals)


def read(path: Path) -> tuple[Register, tuple[Problem, ...]]:
    """The register, up to the first thing wrong in it; no file is an empty register."""
    try:
        entries, _, problems = parse(text_of(path))
    except Stopped as stopped:
        return Register(), stopped.problems
    return register(entries), problems


def append(path: Path, *entries: Entry) -> Register:
    """Add entries, all or none; the caller holds the lock. Stopped for a damaged register or a failed write."""
    text = text_of(path)
    before, last, problems = parse(text)
    if problems:
        raise Stopped(problems)
    lines = lines_of(text)[:-1]
    for entry in entries:
        lines.append(written(entry, last))
        last = json.loads(lines[-1])["hash"]
    lines.append(seal(len(lines), last))
    write_text(path, "\n".join(lines) + "\n")
    return register((*before, *entries))


def text_of(path: Path) -> str:
    """The file as it is, or that of an empty register where there is none; Stopped where it is no text."""
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return seal(0, START) + "\n"
    except (OSError, UnicodeDecodeError) as error:
        raise stop("register-unreadable", Where(PATH)) from error


def keep(root: Path, form: str) -> str:
    """Keep what was approved, under its digest, so that later changes can be shown; the digest."""
    name = hashlib.sha256(form.encode()).hexdigest()
    write_text(root / KEPT / f"{name}.txt", form)
    return name


def kept(root: Path, name: str) -> str | None:
    """What was approved under a digest, if it is still there and whole."""
    try:
        data = (root / KEPT / f"{name}.txt").read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return None
    return data.decode() if hashlib.sha256(data).hexdigest() == name else None


def forget(root: Path, known: Register, name: str) -> None:
    """Erase every kept form of a withdrawn text."""
    for entry in known.entries:
        if isinstance(entry, Approval) and entry.name == name:
            (root / KEPT / f"{entry.digest}.txt").unlink(missing_ok=True)


def written(entry: Entry, previous: str) -> str:
    """An entry's line, chained to the hash of the one before."""
    fields: dict[str, Any] = {"act": APPROVE if isinstance(entry, Approval) else WITHDRAW, "name": entry.name}
    if isinstance(entry, Approval):
        fields |= {"digest": entry.digest, "by": entry.by, "title": entry.title, "at": entry.at.isoformat()}
        fields |= {"signature": entry.signature}
    else:
        fields |= {"by": entry.by, "at": entry.at.isoformat(), "why": entry.why}
    fields |= {"previous": previous}
    return dumped(fields | {"hash": digest(fields)})


def seal(count: int, last: str) -> str:
    """The last line: how many entries there are and the hash of the last of them."""
    return dumped({"entries": count, "seal": last})


def dumped(fields: dict[str, Any]) -> str:
    """The one way a line is written."""
    return json.dumps(fields, ensure_ascii=False)


def parse(text: str) -> tuple[tuple[Entry, ...], str, tuple[Problem, ...]]:
    """The entries that can be trusted, the hash of the last one, and everything that is wrong."""
    lines = lines_of(text)
    entries: list[Entry] = []
    problems: list[Problem] = []
    last = START
    for number, line in enumerate(lines[:-1], 1):
        where = Where(PATH, number)
        found = parsed(line)
        if found is None:
            problems.append(problem("register-unreadable", where))
            last = ""
            continue
        entry, previous, own = found
        if line != written(entry, previous):
            problems.append(problem("register-altered", where, entry=shown(entry)))
        elif last and previous != last:
            problems.append(problem("register-broken", where, entry=shown(entry)))
        if not problems:
            entries.append(entry)
        last = own
    if lines[-1] != seal(len(lines) - 1, last):
        problems.append(problem("register-cut", Where(PATH, len(lines))))
    return tuple(entries), last, tuple(problems)


def lines_of(text: str) -> list[str]:
    """The lines without their ends, whoever wrote those."""
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def parsed(line: str) -> tuple[Entry, str, str] | None:
    """An entry with the two hashes of its line, unless the line is not an entry at all."""
    try:
        fields = json.loads(line)
        kind, at = fields["act"], datetime.fromisoformat(fields["at"])
        given = {key: str(value) for key, value in fields.items()}
        "".join(given.values()).encode()
        if at.tzinfo is None or not NAME.fullmatch(given["name"]) or not DIGEST.fullmatch(given.get("digest", START)):
            return None
        entry: Entry
        if kind == APPROVE:
            entry = Approval(given["name"], given["digest"], given["by"], given["title"], at, given["signature"])
        elif kind == WITHDRAW:
            entry = Withdrawal(given["name"], given["by"], at, given["why"])
        else:
            return None
        return entry, given["previous"], given["hash"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def shown(entry: Entry) -> str:
    """An entry in a message: the text's name, who, when."""
    return f"{entry.name}, {entry.by}, {entry.at:%d/%m/%Y %H:%M}"
