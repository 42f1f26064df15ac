"""What is published is what was approved: texts, the register and the time in, what may be seen out. Pure."""

from loaphuong.approval.reach import shown, tombstones, unreachable, verify
from loaphuong.approval.standing import (
    State,
    against,
    approve,
    changes,
    held,
    holding,
    publishable,
    state,
    withdraw,
)
from loaphuong.approval.text import Around, Text, digests, name_of, texts

__all__ = [
    "Around",
    "State",
    "Text",
    "against",
    "approve",
    "changes",
    "digests",
    "held",
    "holding",
    "name_of",
    "publishable",
    "shown",
    "state",
    "texts",
    "tombstones",
    "unreachable",
    "verify",
    "withdraw",
]
