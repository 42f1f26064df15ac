"""How near the estimate of seconds comes to what is rendered: each article by itself, then whole bulletins."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from loaphuong.app import ward
from loaphuong.radio import calendar
from loaphuong.radio.newsroom import Newsroom
from loaphuong.radio.planner import estimate
from loaphuong.speech import script, voices
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.speech.nouns import Utterance

BULLETINS = 4
EVERY = 5  # an article in so many is rendered, to keep the run short


def lasting(said: Sequence[Utterance], newsroom: Newsroom, kept: Path) -> float:
    """Seconds of sentences as they are rendered, with the silence after each."""
    clips = voices.render(said, newsroom.station.voices, kept)
    return sum(clip.seconds for clip in clips) + sum(each.pause_ms for each in said) / 1000


def main() -> None:
    """Print the error of articles (mean, worst, of the sum) and one row a bulletin."""
    now = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
    known = ward.load(ROOT, now)
    due = replace(known.content, articles=tuple(each for each in known.content.articles if each.published_at <= now))
    station = replace(known.station, trust=replace(known.station.trust, require_approval=False))
    newsroom = Newsroom(replace(known, public=due, station=station, orders=(), aired=()))
    with TemporaryDirectory() as folder:
        kept = Path(folder)
        errors, guessed, real = [], 0.0, 0.0
        for article in due.articles[::EVERY]:
            said = newsroom.read_lines(script.article(article, station.pauses).lines)
            guess, truth = estimate.seconds(said, newsroom.paces), lasting(said, newsroom, kept)
            errors.append(abs(guess / truth - 1))
            guessed, real = guessed + guess, real + truth
        print(f"{'articles':>16} {'estimate':>9} {'rendered':>9} {'sum':>7} {'mean':>6} {'worst':>6}")
        share = guessed / real - 1
        mean = sum(errors) / len(errors)
        print(f"{len(errors):>16} {guessed:>8.0f}s {real:>8.0f}s {share:>+7.1%} {mean:>6.1%} {max(errors):>6.1%}")
        print(f"\n{'bulletin':>16} {'estimate':>9} {'rendered':>9} {'error':>7}")
        for order in newsroom.plan(calendar.next_slots(station, now, BULLETINS)).programmes:
            music = sum(newsroom.music.before(item.kind) for item in order.items)
            truth = lasting(newsroom.read(order), newsroom, kept) + music
            print(f"{order.slot.name:>16} {order.seconds:>8.1f}s {truth:>8.1f}s {order.seconds / truth - 1:>+7.1%}")


if __name__ == "__main__":
    main()
