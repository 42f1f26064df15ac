"""What is published is what was approved: texts, the register and the time in, what may be seen out."""

from loaphuong.trust.approval.recall import list_unreachable, verify
from loaphuong.trust.approval.records import sha256_in
from loaphuong.trust.approval.standing import Standing, find_standing, take_as_written
from loaphuong.trust.approval.status import (
    State,
    against,
    approve,
    changes,
    list_held,
    list_waiting,
    select_publishable,
    state,
    unapprove,
    withdraw,
)
from loaphuong.trust.approval.text import Text, list_public, name_of, texts

__all__ = [
    "Standing",
    "State",
    "Text",
    "against",
    "approve",
    "changes",
    "find_standing",
    "list_held",
    "list_public",
    "list_unreachable",
    "list_waiting",
    "name_of",
    "select_publishable",
    "sha256_in",
    "state",
    "take_as_written",
    "texts",
    "unapprove",
    "verify",
    "withdraw",
]
