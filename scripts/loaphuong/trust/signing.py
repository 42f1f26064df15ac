"""Signatures under entries of the register, with a person's own SSH key: `ssh-keygen -Y` and keys/allowed_signers.

A line of the list is a person's name in ASCII with hyphens, when the key is valid, the key, and whose it is:

    le-thi-binh valid-before="20270101" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI… Lê Thị Bình, Phó Chủ tịch UBND phường

What is signed is a line of the register with the lines it follows, at the time it states. A key is taken back by an act
in the register: what that act follows holds, anything else by the key does not, whatever time it states. The list
itself is signed by the owner's key (`ssh-keygen -Y sign -n loa-phuong-keys`), which each machine that publishes names
once in .loa/owner. The name and the office that stand behind a key are the only ones that it signs in.
"""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, problem, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day, nfc, slugify
from loaphuong.core.where import Where
from loaphuong.trust import registry_v1
from loaphuong.trust.registry import Approval, Register, Revocation, Unapproval, register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from loaphuong.core.problems import Problem
    from loaphuong.trust.registry import Entry

PROGRAM = "ssh-keygen"
NAMESPACE, LIST = "loa-phuong", "loa-phuong-keys"
MAGIC = b"SSHSIG"
BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
KEYS = ("ssh-", "ecdsa-", "sk-")
PRINCIPAL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SECONDS = 30
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Holder:
    """A line of the list: a person as `ssh-keygen` knows them, their key by its SHA-256 (64 hexadecimal digits), and
    the name and office that they sign in, empty where the line tells none."""

    principal: str
    key: str
    name: str
    office: str

    def fits(self, by: str, title: str | None) -> bool:
        """Whether the key signs for this name in this office; None is any office."""
        return (not self.name or alike(self.name) == alike(by)) and (
            not self.office or title is None or self.office == nfc(title)
        )


@dataclass(frozen=True, slots=True)
class Signers:
    """Who may sign, by the list of a project."""

    file: Path
    holders: tuple[Holder, ...]

    def keys_of(self, who: str) -> frozenset[str]:
        """The keys of a person."""
        return frozenset(each.key for each in self.holders if each.principal == who)


def must_sign(root: Path, *, asked: bool) -> bool:
    """Whether entries have to be signed: the station asks for it, or this machine knows an owner."""
    return asked or Project(root).owner.exists()


def principal(by: str) -> str:
    """Whose key must have signed: the person's name as keys/allowed_signers has it."""
    return slugify(by) or "nobody"


def signers(root: Path) -> Signers:
    """The list of a project; Stopped where there is none, or where it is not the owner's."""
    project, where = Project(root), Where(Project.signers)
    if project.signers_v1.exists():
        raise stop("signers-in-content", Where(Project.signers_v1))
    try:
        data = project.signers.read_bytes()
    except OSError as error:
        raise stop("signers-missing", where) from error
    if project.owner.exists():
        owner = project.owner.read_text("utf-8").strip()
        with tempfile.TemporaryDirectory() as folder:
            known = Path(folder) / "owner"
            known.write_text(f"owner {owner}\n", encoding="utf-8")
            given = ["-f", str(known), "-I", "owner", "-n", LIST, "-s", f"{project.signers}.sig"]
            done = run([PROGRAM, "-Y", "verify", *given], data)
        if done.returncode:
            raise stop("signers-not-owners", where, reason=reason(done))
    lines = enumerate(data.decode("utf-8", "replace").splitlines(), 1)
    held = tuple(read_holder(line, number) for number, line in lines if line.strip() and not line.startswith("#"))
    return Signers(project.signers, held)


def read_holder(line: str, number: int) -> Holder:
    """A line of the list; Stopped for one that `ssh-keygen` would take for several people, for none, or for anyone."""
    parts = nfc(line).split()
    at = next((place for place, part in enumerate(parts) if part.startswith(KEYS)), 0)
    if not at or len(parts) < at + 2 or not PRINCIPAL.fullmatch(parts[0]) or "cert-authority" in line.lower():
        raise stop("signers-line", Where(Project.signers, number))
    name, _, office = " ".join(parts[at + 2 :]).partition(", ")
    # What OpenSSH writes behind a key (`binh@may-tinh`) is nobody's name.
    return Holder(parts[0], fingerprint(parts[at + 1]), name if principal(name) == parts[0] else "", office)


def alike(name: str) -> str:
    """A name as it is compared with that of the list: letters count, capitals and blanks do not."""
    return " ".join(nfc(name).casefold().split())


def fingerprint(written: str) -> str:
    """The SHA-256 of a key as a list has it; of the words themselves where they are none."""
    try:
        return hashlib.sha256(base64.b64decode(written, validate=True)).hexdigest()
    except ValueError:
        return hashlib.sha256(written.encode()).hexdigest()


def key_of(signature: str) -> str | None:
    """The SHA-256 of the key that made a signature (OpenSSH's PROTOCOL.sshsig); None where it cannot be read."""
    try:
        data = base64.b64decode(signature, validate=True)
    except ValueError:
        return None
    start = len(MAGIC) + 8  # the magic word, a version, the length of the key
    size = int.from_bytes(data[start - 4 : start], "big")
    key = data[start : start + size]
    return hashlib.sha256(key).hexdigest() if data.startswith(MAGIC) and size and len(key) == size else None


def taken_back(given: Register) -> dict[int, Revocation]:
    """The entries, by identity, that are signed with a key whose revocation does not follow them.

    The chain tells what was before, not the time that an entry states: whoever has stolen a key can state any.
    """
    before = {entry.place.bond: entry.place.follows for entry in given.entries}
    found: dict[int, Revocation] = {}
    for act in given.entries:
        if not isinstance(act, Revocation):
            continue
        earlier, waiting = set[str](), list(act.place.follows)
        while waiting:
            bond = waiting.pop()
            if bond not in earlier:
                earlier.add(bond)
                waiting += before.get(bond, ())
        for entry in given.entries:
            late = entry.signature and entry is not act and entry.place.bond not in earlier
            if late and key_of(entry.signature.rpartition(" ")[2]) == act.key:
                found.setdefault(id(entry), act)
    return found


def signer(root: Path, key: Path, entry: Entry, register: Register) -> Callable[[bytes], str]:
    """What signs the statement of an entry. Stopped before anything is written where the key may not, or not any more.

    `register` is the one that the entry is for: an approval of a time before its last line would not hold.
    """
    known = signers(root)
    last = max((each.at for each in register.entries), default=entry.at)
    if isinstance(entry, Approval) and entry.at < last:
        times = {"last": f"{last:%d/%m/%Y %H:%M}", "now": f"{entry.at:%d/%m/%Y %H:%M}"}
        raise stop("clock-behind", Where(Project.approvals), **times)
    gone = {act.key: act for act in register.entries if isinstance(act, Revocation)}

    def sign(statement: bytes) -> str:
        done = run([PROGRAM, "-Y", "sign", "-f", str(key.resolve()), "-n", NAMESPACE], statement)
        lines = done.stdout.decode(errors="replace").strip().splitlines()
        if done.returncode or lines[:1] != [BEGIN]:
            raise stop("signing-failed", Where(str(key)), key=key, reason=reason(done))
        signature = "".join(lines[1:-1])
        title = entry.title if isinstance(entry, Approval) else None
        act = gone.get(key_of(signature) or "")
        why = f"{act.name}: {act.at:%d/%m/%Y}" if act else None
        if why := why or find_refusal(known, statement, signature, entry.by, title, entry.at):
            raise stop(
                "key-not-trusted", Where(Project.signers), by=entry.by, principal=principal(entry.by), reason=why
            )
        return signature

    return sign


def keep_trusted(given: Register, root: Path) -> tuple[Register, tuple[Problem, ...]]:
    """The register without the approvals whose signature is missing or wrong, and why. Stopped without `ssh-keygen`.

    What holds of a text is its last approval that is rightly signed. A withdrawal holds however it is signed: taking a
    text back is never the unsafe thing; one that is not signed is named.
    """
    try:
        known = signers(root)
    except Stopped as stopped:
        return register(entry for entry in given.entries if not isinstance(entry, Approval)), stopped.problems
    early, late = out_of_time(given.entries), taken_back(given)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(partial(verify, known, early, late), given.entries))
    kept = [
        entry for entry, wrong in zip(given.entries, found, strict=True) if not (isinstance(entry, Approval) and wrong)
    ]
    # A wrong signature tells that someone was at the register; a missing one matters where it would count.
    acts = (entry for entry in given.entries if isinstance(entry, Revocation))
    ended = {entry.name: entry for entry in given.entries if isinstance(entry, Unapproval)}
    ended = {name: entry for name, entry in ended.items() if name not in given.approvals}
    last = {id(entry) for entry in (*given.approvals.values(), *given.withdrawals.values(), *ended.values(), *acts)}
    told = (wrong for entry, wrong in zip(given.entries, found, strict=True) if entry.signature or id(entry) in last)
    return register(kept), tuple(each for problems in told for each in problems)


def out_of_time(entries: tuple[Entry, ...]) -> frozenset[int]:
    """Entries, by identity, that state a time before one they come after, and first-form ones after a signed one."""
    found, last, newer = set(), None, False
    for entry in entries:
        old = entry.signature.startswith(registry_v1.SIGNED)
        if (last is not None and entry.at < last) or (old and newer):
            found.add(id(entry))
        newer = newer or bool(entry.signature and not old)
        last = max(last, entry.at) if last else entry.at
    return frozenset(found)


def verify(known: Signers, early: frozenset[int], late: Mapping[int, Revocation], entry: Entry) -> tuple[Problem, ...]:
    """Why the signature under an entry does not stand; nothing when it does."""
    where = Where(Project.signers)
    if not entry.signature:
        return (problem("signature-missing", where, name=entry.name, by=entry.by),)
    if act := late.get(id(entry)):
        return (problem("key-revoked", where, name=entry.name, by=entry.by, on=day(act.at)),)
    signature = entry.signature.rpartition(" ")[2]
    title = entry.title if isinstance(entry, Approval) else None
    why = "out of order" if id(entry) in early else None
    why = why or find_refusal(known, entry.place.statement, signature, entry.by, title, entry.at)
    if why is None:
        return ()
    return (problem("signature-wrong", where, name=entry.name, by=entry.by, principal=principal(entry.by), reason=why),)


def find_refusal(
    known: Signers, statement: bytes, signature: str, by: str, title: str | None, at: datetime
) -> str | None:
    """What speaks against a signature by this person, in this office, at this time."""
    who, key = principal(by), key_of(signature)
    own = [each for each in known.holders if (each.principal, each.key) == (who, key)]
    if own and not any(each.fits(by, title) for each in own):
        return f"{by}, {title} ≠ {' / '.join(f'{each.name or by}, {each.office or title}' for each in own)}"
    # The names below are made here, so no word of an entry can pass for an option.
    with tempfile.TemporaryDirectory() as folder:
        armoured = Path(folder) / "signature"
        armoured.write_text(f"{BEGIN}\n{signature}\n{END}\n", encoding="utf-8")
        time = f"verify-time={at.astimezone():%Y%m%d%H%M%S}"
        arguments = [PROGRAM, "-Y", "verify", "-f", str(known.file.resolve()), "-I", who, "-O", time]
        done = run([*arguments, "-n", NAMESPACE, "-s", str(armoured)], statement)
    return reason(done) if done.returncode else None


def run(arguments: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run `ssh-keygen`; Stopped when it is not installed."""
    try:
        return subprocess.run(arguments, input=given, capture_output=True, timeout=SECONDS, check=False)
    except FileNotFoundError as error:
        raise stop("no-ssh-keygen", Where(PROGRAM)) from error
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(arguments, 1, b"", b"no answer")


def reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last line that `ssh-keygen` said."""
    lines = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"exit {done.returncode}"
