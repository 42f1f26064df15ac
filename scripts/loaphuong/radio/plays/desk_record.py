"""The record that the desk page keeps of what it played, as overrides/assets/javascripts/played.js hands it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from loaphuong.core.files import parse_json
from loaphuong.core.problems import problem
from loaphuong.radio.plays import Play

if TYPE_CHECKING:
    from datetime import tzinfo

    from loaphuong.core.problems import Problem
    from loaphuong.core.where import Where

KIND, VERSION = "loa-phuong/as-played", 1
LIKELY = re.compile(r"\s*\{")
MOST_SECONDS = 24 * 3600


class WrittenPlay(BaseModel):
    """A play as the page writes it: times with their offset, places in the file in seconds."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    slot: str = Field(min_length=1, max_length=40)
    file: str = Field(default="", max_length=300)
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    seconds: float = Field(ge=0, le=MOST_SECONDS)
    began: AwareDatetime
    ended: AwareDatetime
    from_: float = Field(alias="from", ge=0, le=MOST_SECONDS)
    to: float = Field(ge=0, le=MOST_SECONDS)


def read(text: str, where: Where, zone: tzinfo) -> tuple[tuple[Play, ...], tuple[Problem, ...]]:
    """The plays, and every entry that cannot be one, counted from 1."""
    try:
        told = parse_json(text)
    except ValueError:
        return (), (problem("plays-unknown", where),)
    entries = told.get("plays") if isinstance(told, dict) else None
    if not isinstance(entries, list) or (told.get("kind"), told.get("version")) != (KIND, VERSION):
        return (), (problem("plays-unknown", where),)
    plays: list[Play] = []
    problems: list[Problem] = []
    for number, given in enumerate(entries, 1):
        try:
            written = WrittenPlay.model_validate(given)
        except ValidationError as error:
            key = ".".join(str(part) for part in error.errors()[0]["loc"]) or "play"
            problems.append(problem("plays-entry", where, number=number, key=key))
            continue
        plays.append(
            Play(
                started_at=written.began.astimezone(zone),
                slot=written.slot,
                file=written.file,
                sha256=written.sha256,
                from_seconds=written.from_,
                to_seconds=written.to,
                file_seconds=written.seconds,
                line=number,
            )
        )
    return tuple(plays), tuple(problems)
