"""The register of approvals and withdrawals, content/approvals.csv: a ledger, so it only grows and two copies merge.

A line says who answers for which text: `Việc` is an approval (duyệt), the end of one until the text is approved again
(rút duyệt) or a withdrawal for good (gỡ), `Dấu` binds all that was approved. It may also take a person's key back (thu
khóa): `Văn bản` is then the name on the list of signers, `Dấu` the key's SHA-256. A register of the first form
(content/approvals.jsonl) is read where there is no other; the next act writes it down in this form, every entry of it.

What was approved is kept beside it (`approval.records`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from loaphuong.core.problems import Problem, Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.trust import registry_v1
from loaphuong.trust.ledger import Column, Ledger, Row, second, word_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import tzinfo
    from pathlib import Path

PATH = Project.approvals
APPROVE, UNAPPROVE, WITHDRAW, REVOKE = "duyệt", "rút duyệt", "gỡ", "thu khóa"
# Both become paths: nothing in them may lead elsewhere.
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*")
DIGEST = re.compile(r"[0-9a-f]{64}")
TABLE = Ledger(
    PATH,
    (
        Column("Lúc", second),
        Column("Việc", word_of(APPROVE, UNAPPROVE, WITHDRAW, REVOKE)),
        Column("Văn bản"),
        Column("Người"),
        Column("Chức danh"),
        Column("Lý do"),
        Column("Dấu"),
        Column("Chữ ký"),
    ),
    clock=0,
)


@dataclass(frozen=True, slots=True)
class Position:
    """Where an entry stands: its bond, the bonds of those it follows, and what is signed of it."""

    bond: str = ""
    follows: tuple[str, ...] = ()
    statement: bytes = b""


@dataclass(frozen=True, slots=True)
class Approval:
    """Someone answers for a text: `digest` binds all that was approved, `name` is the text's (an article's slug).

    `signature` is an SSH signature over the `statement`, its armour taken off, or empty.
    """

    name: str
    digest: str
    by: str
    title: str
    at: datetime
    signature: str = ""
    place: Position = field(default=Position(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A text taken back for good. `why` is for the file, not for residents."""

    name: str
    by: str
    at: datetime
    why: str
    signature: str = ""
    place: Position = field(default=Position(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Revocation:
    """A key taken back for good: what was signed with it holds where this act follows it, and nowhere else.

    `name` is the person's on the list of signers, `key` the SHA-256 of the key, 64 hexadecimal digits.
    """

    name: str
    key: str
    by: str
    at: datetime
    why: str
    signature: str = ""
    place: Position = field(default=Position(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unapproval:
    """The approvals of a text do not hold any more; it may be approved again."""

    name: str
    by: str
    at: datetime
    why: str
    signature: str = ""
    place: Position = field(default=Position(), compare=False, repr=False)


Entry = Approval | Unapproval | Withdrawal | Revocation


@dataclass(frozen=True, slots=True)
class Register:
    """All approvals and withdrawals in their order, and what holds of each text today."""

    entries: tuple[Entry, ...] = ()
    approvals: Mapping[str, Approval] = field(default_factory=dict, compare=False, repr=False)
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict, compare=False, repr=False)

    def find_approval(self, name: str) -> Approval | None:
        """The last approval of a text, unless it was withdrawn; whether it still holds is for `approval` to say."""
        return None if name in self.withdrawals else self.approvals.get(name)

    def find_withdrawal(self, name: str) -> Withdrawal | None:
        """The withdrawal of a text: its name is never used again."""
        return self.withdrawals.get(name)


def register(entries: Iterable[Entry]) -> Register:
    """What a list of entries says of each text: the last approval, the first withdrawal."""
    kept = tuple(entries)
    approvals: dict[str, Approval] = {}
    for entry in kept:
        if isinstance(entry, Approval):
            approvals[entry.name] = entry
        elif isinstance(entry, Unapproval):
            approvals.pop(entry.name, None)
    withdrawals = {entry.name: entry for entry in reversed(kept) if isinstance(entry, Withdrawal)}
    return Register(kept, approvals, withdrawals)


def read(root: Path, zone: tzinfo) -> tuple[Register, tuple[Problem, ...]]:
    """The register, and whatever was done to it; no file is an empty register."""
    if (root / registry_v1.PATH).exists() and not (root / PATH).exists():
        lines, problems = registry_v1.read(root)
        return understood([Row(tuple(line), (), "", 0) for line in lines], problems, zone)
    return understood(*TABLE.read(root), zone)


def understood(rows: Sequence[Row], problems: Sequence[Problem], zone: tzinfo) -> tuple[Register, tuple[Problem, ...]]:
    """What lines say, and those that no act of ours has written."""
    entries: list[Entry] = []
    found = list(problems)
    for row in rows:
        at, act, name, by, title, why, digest, signature = row.cells
        moment = datetime.fromisoformat(at).replace(tzinfo=zone)
        place = Position(row.bond, row.follows, statement(row.cells, row.follows))
        if not NAME.fullmatch(name) or not (DIGEST.fullmatch(digest) or act in {WITHDRAW, UNAPPROVE}):
            found.append(problem("register-unreadable", Where(PATH, row.line)))
        elif act == WITHDRAW:
            entries.append(Withdrawal(name, by, moment, why, signature, place))
        elif act == UNAPPROVE:
            entries.append(Unapproval(name, by, moment, why, signature, place))
        elif act == REVOKE:
            entries.append(Revocation(name, digest, by, moment, why, signature, place))
        else:
            entries.append(Approval(name, digest, by, title, moment, signature, place))
    return register(entries), tuple(found)


def append(root: Path, *entries: Entry, sign: Callable[[bytes], str] | None = None) -> None:
    """Add entries, all or none, signed where there is a `sign`; the caller holds the lock.

    Stopped for a damaged register, a signature that cannot be made or a failed write.
    """
    upgrade(root)

    def sign_cells(given: tuple[str, ...], follows: tuple[str, ...]) -> tuple[str, ...]:
        return (*given[:-1], sign(statement(given, follows)) if sign else given[-1])

    TABLE.append(root, *map(cells, entries), complete=sign_cells)


def statement(given: tuple[str, ...], follows: tuple[str, ...]) -> bytes:
    """What is signed of a line: all it says, and which lines it follows, so that none can be taken out or moved.

    What was signed in the first form of the register said less; such a line follows none that is signed.
    """
    at, _, name, by, title, _, digest, signature = given
    if signature.startswith(registry_v1.SIGNED):
        zoned = datetime.fromisoformat(f"{at}{signature.removeprefix(registry_v1.SIGNED).partition(' ')[0]}")
        return "\n".join(["loa-phuong 1", name, digest, by, title, zoned.isoformat(), ""]).encode()
    return "\n".join(["loa-phuong 2", " ".join(follows), *given[:-1], ""]).encode()


def upgrade(root: Path) -> bool:
    """Write a register of the first form down in today's; whether there was one. Stopped where it is damaged."""
    old = root / registry_v1.PATH
    if not old.exists():
        return False
    if not (root / PATH).exists():
        lines, problems = registry_v1.read(root)
        if problems:
            raise Stopped(problems)
        TABLE.append(root, *lines)
    old.unlink()
    return True


def cells(entry: Entry) -> tuple[str, ...]:
    """An entry as a line."""
    at = f"{entry.at:%Y-%m-%d %H:%M:%S}"
    if isinstance(entry, Withdrawal | Unapproval):
        act = WITHDRAW if isinstance(entry, Withdrawal) else UNAPPROVE
        return (at, act, entry.name, entry.by, "", entry.why, "", entry.signature)
    if isinstance(entry, Revocation):
        return (at, REVOKE, entry.name, entry.by, "", entry.why, entry.key, entry.signature)
    return (at, APPROVE, entry.name, entry.by, entry.title, "", entry.digest, entry.signature)
