"""A ward as it stands at one moment: all that was read of it, with all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.radio import holds, log
    from loaphuong.radio.programme import Programme
    from loaphuong.speech.readings import Readings
    from loaphuong.station.nouns import Station
    from loaphuong.trust.approval import Standing, Text
    from loaphuong.trust.registry import Register
    from loaphuong.trust.settled import Settled


@dataclass(frozen=True, slots=True)
class Ward:
    """What was read from the project's folder `root` at `now`.

    `content` is all of it, `public` what residents may see. `texts` are the public files as they are written, by name;
    `standing` is what of them is approved. `faults` are what is wrong with the station and its registers, `mistakes`
    what is wrong with texts, `unapproved` what of them waits for someone to answer for it, `unread` what is wrong with
    running orders: those are none of the `orders`. `hushed` are the warnings about texts that are `settled`: they are
    in none of them.
    """

    root: Path
    now: datetime
    station: Station
    content: Content
    public: Content
    register: Register
    texts: Mapping[str, Text]
    standing: Standing
    readings: Readings
    orders: tuple[Programme, ...]
    aired: tuple[log.Aired, ...]
    decisions: holds.SlotDecisions
    faults: tuple[Problem, ...]
    mistakes: tuple[Problem, ...]
    unapproved: tuple[Problem, ...]
    settled: Settled
    unread: tuple[Problem, ...] = ()
    hushed: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong."""
        return (*self.faults, *self.mistakes, *self.unapproved, *self.unread)

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """What is wrong with texts that are no drafts: each is left out or stands as it was approved."""
        return tuple(found for found in self.mistakes if found.where.path not in self.content.drafts)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stands in the way of publishing anything; a broken text or running order is only left out."""
        homeless = (found for found in self.unapproved if found.id in {"home-not-approved", "words-not-approved"})
        return (*(found for found in self.faults if not found.warning), *homeless)
