"""Giấy mời nghe lại: a posting that leads to nghe-lai/, for whoever did not hear the loudspeaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaphuong.core import addresses
from loaphuong.core.digest import digest
from loaphuong.core.messages import N_, translate
from loaphuong.core.vietnamese import WEEKDAYS
from loaphuong.print import papers
from loaphuong.print.marks import SHOWN, draw_qr
from loaphuong.print.nouns import Ink, Sheet, SheetMark
from loaphuong.print.words import describe
from loaphuong.trust.approval.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.print.nouns import Copy
    from loaphuong.station.show import Show

PRODUCT = "nghe-lai"
TITLE = N_("Listen to the bulletin again")
LEAD = N_("The bulletins of the last seven days are on the ward's page. Hear them at any hour.")
ALT = N_("QR code of the page to listen again")
HOW = N_("How to listen on a telephone")
STEPS = (
    N_("Open the camera of the telephone and point it at the large code."),
    N_("Touch the line of words that appears on the screen."),
    N_("Touch the triangle to listen. Touch “Read the words” to read along."),
)
HELP = N_("Not used to it? Ask your children, grandchildren or neighbours, or call {phone}.")
ON_AIR = N_("On the loudspeakers")
# Letters in hundredths of the sheet's width: what elders read at arm's length is the least.
LETTERS = {"smallest": 2.1, "largest": 3.4}


def make_invitations(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """A sheet on A4 and on A3: the code of the page, how it is used, and when the show is on air.

    Its words are the page's own and the station's, so its mark changes with what stands on it and with nothing else.
    """
    ward, show = copy.station.ward, copy.station.main
    url = addresses.absolute(ward.site_url, addresses.REPLAY)

    def say(message: str) -> str:
        return translate(ward.language, message)

    said: dict[str, Any] = {
        "title": say(TITLE),
        "subtitle": show.name,
        "lead": {"text": say(LEAD)},
        "url": url,
        "address": {"text": url.partition("://")[2]},
        "how": {"text": say(HOW)},
        "steps": [{"text": say(step)} for step in STEPS],
        "help": {"text": say(HELP).replace("{phone}", ward.phone)},
        "on_air": {"text": say(ON_AIR)},
        "times": [{"text": time} for time in list_times(show)],
    }
    given = copy.register.find_approval(WORDS)
    mark = SheetMark(PRODUCT, 1, digest(PRODUCT, ward.name, said)[:SHOWN], given.at if given else None)
    for paper in (papers.A4, papers.A3):
        yield Sheet(
            name=f"{PRODUCT}/{PRODUCT}-{paper.key}",
            product=PRODUCT,
            title=said["title"],
            template="invitation.typ",
            paper=paper,
            mark=mark,
            texts=(WORDS,),
            where=show.at("name"),
            data={**describe(copy, mark, paper, ink), **LETTERS, **said, "code": draw_qr(url), "alt": say(ALT)},
            lines=((show.name, show.at("name")), *((rule.cluster, show.at(rule.key)) for rule in show.slots)),
        )


def list_times(show: Show) -> Iterator[str]:
    """When a show is on air, a line for each hour and cluster: “16:30 | Thứ Ba, Thứ Sáu · Toàn phường”."""
    days: dict[tuple[str, str], list[str]] = {}
    for rule in sorted(show.slots, key=lambda rule: (rule.at, rule.weekday)):
        days.setdefault((f"{rule.at:%H:%M}", rule.cluster), []).append(WEEKDAYS[rule.weekday])
    for (at, cluster), some in days.items():
        yield " · ".join(part for part in (f"{at} | {', '.join(some)}", cluster) if part)
