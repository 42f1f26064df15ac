"""A Liquidsoap script that plays each recorded bulletin at its time, and cries out when it hears silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.radio.exports.lists import named, recorded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.radio.exports.schedule import Broadcast

LATE_SECONDS = 60  # a machine that wakes up later than this after a slot leaves it out
BLANK_SECONDS = 3
BLANK_DB = -45

HEAD = """\
# Lịch phát cho Liquidsoap. Máy tự ghi; kiểm tra bằng: liquidsoap --check TỆP-NÀY
# Each broadcast: seconds since 1970 UTC, title, file.
schedule = [
"""
BODY = """\
]

queue = request.queue(id="bulletins")
played = ref([])

def play_when_due() =
  now = time()
  def play(broadcast) =
    let (at, title, file) = broadcast
    if now >= at and now < at + {late}. and not list.mem(file, !played) then
      played := list.cons(file, !played)
      log.important(label="loa", "Phát: #{{title}}")
      queue.push(request.create(file))
    end
  end
  list.iter(play, schedule)
end

def on_blank() =
  log.critical(label="loa", "Im lặng quá {blank} giây trong lúc phát")
end

thread.run(every=1., play_when_due)
bulletins = blank.detect(id="silence", max_blank={blank}., threshold={db}., on_blank, queue)
output(fallible=true, bulletins)
"""


def quoted(text: str) -> str:
    """A Liquidsoap string, in which nothing is filled in."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("#{", "# {")
    return f'"{"".join(letter if letter.isprintable() else " " for letter in escaped)}"'


def render(broadcasts: Iterable[Broadcast]) -> bytes:
    """The script; files are named as the broadcasts name them, so give absolute paths."""
    entries = [
        f"  ({broadcast.slot.starts_at.timestamp():.1f}, {quoted(named(broadcast))}, {quoted(file)})"
        for broadcast, file in recorded(broadcasts)
    ]
    body = BODY.format(late=LATE_SECONDS, blank=BLANK_SECONDS, db=BLANK_DB)
    listed = ",\n".join(entries)
    return f"{HEAD}{listed}\n{body}".encode()
