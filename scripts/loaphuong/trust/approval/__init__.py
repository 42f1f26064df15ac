"""What is published is what was approved: texts, the register and the time in, what may be seen out."""

from loaphuong.trust.approval.recall import unreachable, verify
from loaphuong.trust.approval.records import sha256_in
from loaphuong.trust.approval.standing import Standing, standing, unasked
from loaphuong.trust.approval.status import (
    State,
    against,
    approve,
    changes,
    held,
    publishable,
    state,
    waiting,
    withdraw,
)
from loaphuong.trust.approval.text import Text, everything, name_of, texts

__all__ = [
    "Standing",
    "State",
    "Text",
    "against",
    "approve",
    "changes",
    "everything",
    "held",
    "name_of",
    "publishable",
    "sha256_in",
    "standing",
    "state",
    "texts",
    "unasked",
    "unreachable",
    "verify",
    "waiting",
    "withdraw",
]
