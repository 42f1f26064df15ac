"""A file of a player, read by whichever reader knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.files import decode
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.where import Where
from loaphuong.radio.plays import desk_record, liquidsoap_log, player_table

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.radio.plays import Play

MOST_BYTES = 64 * 1024 * 1024


def read(path: Path, zone: tzinfo) -> tuple[Play, ...]:
    """What it says was played, by time; Stopped with everything in it that cannot be read."""
    where = Where(path.as_posix())
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        raise stop("plays-unreadable", where, reason=error.strerror or error) from error
    if data is None:
        raise stop("plays-unknown", where)
    text = data.decode("utf-16") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else decode(data, where)
    if desk_record.LIKELY.match(text):
        reader = desk_record.read
    elif liquidsoap_log.LIKELY.search(text):
        reader = liquidsoap_log.read
    else:
        reader = player_table.read
    plays, problems = reader(text, where, zone)
    if problems:
        raise Stopped(problems)
    return tuple(sorted(plays, key=lambda play: play.started_at))
