"""Signatures under approvals, with the approver's own SSH key: `ssh-keygen -Y`, and content/allowed_signers.

A line of content/allowed_signers is `<approver> <key>`, the approver's name in ASCII with hyphens:

    le-thi-binh ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…

What is signed is the statement of one entry: version, text, digest, approver, title and time, each on its line. An
entry copied elsewhere still says the same, so nothing is gained by copying it; one altered is nobody's.
"""

from __future__ import annotations

import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.core.problems import problem, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import slugify
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from loaphuong.core.problems import Problem
    from loaphuong.trust.registry import Approval, Register

PROGRAM = "ssh-keygen"
NAMESPACE = "loa-phuong"
SIGNERS = Project.signers
BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
SECONDS = 30
AT_ONCE = 8


def statement(approval: Approval) -> bytes:
    """What is signed; a line end within a value cannot pass for another line."""
    values = (approval.name, approval.digest, approval.by, approval.title, approval.at.isoformat())
    return "\n".join([f"{NAMESPACE} 1", *(value.replace("\n", " ") for value in values), ""]).encode()


def principal(approval: Approval) -> str:
    """Whose key must have signed: the approver's name as content/allowed_signers has it."""
    return slugify(approval.by) or "nobody"


def sign(approval: Approval, key: Path) -> Approval:
    """The approval with its signature. Stopped when `ssh-keygen` is missing or cannot use the key.

    A passphrase is asked for by `ssh-keygen` itself, at the terminal or by the agent.
    """
    arguments = [PROGRAM, "-Y", "sign", "-f", str(key.resolve()), "-n", NAMESPACE]
    done = run(arguments, statement(approval))
    signature = done.stdout.decode(errors="replace").strip().replace("\r\n", "\n")
    if done.returncode or not signature.startswith(BEGIN):
        raise stop("signing-failed", Where(str(key)), key=key, reason=reason(done))
    return replace(approval, signature="".join(signature.splitlines()[1:-1]))


def trusted(register: Register, root: Path) -> tuple[Register, tuple[Problem, ...]]:
    """The register without the approvals whose signature is missing or wrong, and why. Stopped without `ssh-keygen`."""
    asked = list(register.approvals.values())
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(lambda approval: verify(approval, root), asked))
    wrong = {approval.name for approval, problems in zip(asked, found, strict=True) if problems}
    kept = {name: approval for name, approval in register.approvals.items() if name not in wrong}
    return replace(register, approvals=kept), tuple(each for problems in found for each in problems)


def verify(approval: Approval, root: Path) -> tuple[Problem, ...]:
    """Why the signature under an approval does not stand; nothing when it does."""
    where = Where(SIGNERS)
    if not approval.signature:
        return (problem("signature-missing", where, name=approval.name, by=approval.by),)
    why = refused(approval, root / SIGNERS)
    if why is None:
        return ()
    who = principal(approval)
    return (problem("signature-wrong", where, name=approval.name, by=approval.by, principal=who, reason=why),)


def refused(approval: Approval, signers: Path) -> str | None:
    """What `ssh-keygen` says against a signature."""
    if not signers.is_file():
        return f"no {SIGNERS}"
    # The names below are made here, so no word of an entry can pass for an option.
    with tempfile.TemporaryDirectory() as folder:
        signature = Path(folder) / "signature"
        signature.write_text(f"{BEGIN}\n{approval.signature}\n{END}\n", encoding="utf-8")
        arguments = [PROGRAM, "-Y", "verify", "-f", str(signers.resolve()), "-I", principal(approval)]
        done = run([*arguments, "-n", NAMESPACE, "-s", str(signature)], statement(approval))
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
