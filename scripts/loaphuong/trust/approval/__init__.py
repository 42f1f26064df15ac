"""What is published is what was approved: texts, the register and the time in, what may be seen out. Pure."""

from loaphuong.trust.approval.recall import unreachable, verify
from loaphuong.trust.approval.status import (
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
from loaphuong.trust.approval.text import Around, Text, digests, name_of, texts

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
    "state",
    "texts",
    "unreachable",
    "verify",
    "withdraw",
]
