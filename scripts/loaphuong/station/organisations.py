"""Who issued, led, received: [[co_quan]] of audio/station.toml, with the days between which each was what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from loaphuong.core.forms import Noun, Text, describe
from loaphuong.core.messages import N_
from loaphuong.station.fields import OnDay, Short

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Organisation(Noun):
    """An organisation or an office by one of its names, `since` and `until` the days of that name; `note` says what
    came after.
    """

    called: Annotated[
        Text,
        describe(N_("Organisation"), N_("Its name, as documents write it"), "Liên đoàn Lao động quận Long Biên"),
    ]
    since: Annotated[
        OnDay | None, describe(N_("Since"), N_("From which day it was called so, where that is known"), "01/7/2025")
    ] = None
    until: Annotated[
        OnDay | None, describe(N_("Ended on"), N_("The day on which it ended, or lost this name"), "01/7/2025")
    ] = None
    note: Annotated[
        Short, describe(N_("What came after"), N_("Who does its work since, where that is known"), "Không còn cấp quận")
    ] = ""


def find_ended(organisations: Iterable[Organisation], name: str | None, on: date) -> Organisation | None:
    """The organisation of a name, where it is no more on a day."""
    wanted = (name or "").casefold()
    return next(
        (each for each in organisations if each.until and each.until <= on and each.called.casefold() == wanted), None
    )
