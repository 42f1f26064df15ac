"""What a page needs to play a recording: the player's view and the transcript that follows the voice."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.vietnamese import minutes

if TYPE_CHECKING:
    from loaphuong.radio.episode import Episode
    from loaphuong.web.pages.index import SiteIndex
    from loaphuong.web.pages.views import Player

MOST_CHAPTERS = 10


def player(index: SiteIndex, episode: Episode | None, address: str, use: str | None = None) -> Player | None:
    """The recording that lies at `address` (site-relative), of a `use` where one is named; None if there is none."""
    heard = (episode.file(use) if use else episode.public_file) if episode else None
    if episode is None or heard is None:
        return None
    return {
        "title": episode.title,
        "src": address,
        "vtt": addresses.cues(address),
        "duration": minutes(heard.seconds),
        "size": index.size(heard.bytes),
        "synthetic": episode.synthetic,
        # A list of one chapter is not shown.
        "count": len(episode.chapters) if 1 < len(episode.chapters) <= MOST_CHAPTERS else 0,
        "chapters": json.dumps(
            [{"start": chapter.start_ms / 1000, "title": chapter.title} for chapter in episode.chapters],
            ensure_ascii=False,
        ),
    }


def transcript(episode: Episode, player: str = "") -> str:
    """The sentences as a list, each with its seconds; it follows the player of that id, or the only one of the page."""
    follows = f'="{escape(player)}"' if player else ""
    lines = "".join(
        f"<li data-start={cue.start_ms / 1000:g} data-end={cue.end_ms / 1000:g}"
        + (" class=loa-head>" if cue.heads else ">")
        + escape(cue.written, quote=False)
        for cue in episode.cues
    )
    return f'<ol class="loa-transcript" data-transcript{follows}>{lines}</ol>'
