"""The first form of the register, content/approvals.jsonl: read, never written.

One JSON object a line, each with the hash of the line before and its own, the last line a seal:

    {"act": "duyet", "name": "con-ngo-sach", "digest": "<64 hex>", "by": "Lê Thị B", "title": "Phó Chủ tịch",
     "at": "2026-11-21T09:00:00+07:00", "signature": "", "previous": "<64 hex>", "hash": "<64 hex>"}
    {"act": "go", "name": "con-ngo-sach", "by": "…", "at": "…", "why": "…", "previous": "…", "hash": "…"}
    {"entries": 2, "seal": "<hash of the last entry>"}
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from loaphuong.core.digest import digest
from loaphuong.core.files import parse_json
from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.core.problems import Problem

PATH = Project.approvals_v1
START = "0" * 64
ACTS = {"duyet": "duyệt", "go": "gỡ"}
# Marks a signature of this form, with the offset of the time it names.
SIGNED = "v1:"
ARMOUR = ("-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----")


def read(root: Path) -> tuple[tuple[tuple[str, ...], ...], tuple[Problem, ...]]:
    """The entries up to the first thing wrong, as lines of today's register, and that thing."""
    try:
        lines = (root / PATH).read_bytes().decode().replace("\r\n", "\n").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError):
        return (), (problem("register-unreadable", Where(PATH)),)
    found: list[tuple[str, ...]] = []
    last = START
    for number, line in enumerate(lines[:-1], 1):
        where = Where(PATH, number)
        try:
            fields = parse_json(line)
            given = row(fields)
            previous, own = fields.pop("previous"), fields.pop("hash")
            whole = own == digest(fields | {"previous": previous})
        except (ValueError, TypeError, KeyError, AttributeError):
            return tuple(found), (problem("register-unreadable", where),)
        if not whole or previous != last:
            return tuple(found), (problem("register-altered", where),)
        found.append(given)
        last = own
    if lines[-1] != json.dumps({"entries": len(found), "seal": last}):
        return tuple(found), (problem("register-altered", Where(PATH, len(lines))),)
    return tuple(found), ()


def row(fields: dict[str, str]) -> tuple[str, ...]:
    """An entry as a line of today's register; ValueError, TypeError or KeyError where it is none."""
    at = datetime.fromisoformat(fields["at"])
    signature = "".join(line for line in fields.get("signature", "").split("\n") if line not in ARMOUR)
    if signature:
        signature = f"{SIGNED}{at:%z} {signature}"
    return (
        f"{at:%Y-%m-%d %H:%M:%S}",
        ACTS[fields["act"]],
        fields["name"],
        fields["by"],
        fields.get("title", ""),
        fields.get("why", ""),
        fields.get("digest", ""),
        signature,
    )
