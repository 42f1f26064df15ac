"""Pages that hold no text of their own, only what there is: where they are, what they are called, what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loaphuong.content.nouns import SectionKind
from loaphuong.core import addresses
from loaphuong.core.messages import N_

if TYPE_CHECKING:
    from loaphuong.station.show import Show
    from loaphuong.web.edition import Edition


class Landmark(NamedTuple):
    """A page by its address, with its title and its description."""

    address: str
    title: str
    summary: str


def news(edition: Edition) -> Landmark:
    """All articles."""
    summary = edition.tr(N_("All the news of the ward, the newest first."))
    return Landmark(addresses.SECTIONS, edition.tr(N_("News")), summary)


def archive(edition: Edition) -> Landmark:
    """The months."""
    title, summary = edition.tr(N_("Archive by month")), edition.tr(N_("The news of the ward, by month."))
    return Landmark(addresses.ARCHIVE, title, summary)


def honours(edition: Edition) -> Landmark:
    """The honour roll."""
    summary = edition.tr(N_("Those commended for good deeds and a good way of life."))
    return Landmark(addresses.AWARDS, edition.tr(N_("Roll of honour")), summary)


def codes(edition: Edition) -> Landmark:
    """The codes of conduct."""
    summary = N_("What to do and what not to do in public, at work and among neighbours.")
    return folder(edition, SectionKind.CODES, addresses.CODES, N_("Codes of conduct"), summary)


def models(edition: Edition) -> Landmark:
    """The models of good conduct."""
    summary = N_("The ward's models of good neighbourhood.")
    return folder(edition, SectionKind.MODELS, addresses.MODELS, N_("Models"), summary)


def topics(edition: Edition) -> Landmark:
    """The monthly topics."""
    return folder(edition, SectionKind.TOPICS, addresses.TOPICS, N_("Topics"), N_("A topic a month."))


def events(edition: Edition) -> Landmark:
    """What is to happen."""
    return folder(edition, SectionKind.EVENTS, addresses.EVENTS, N_("Events"), N_("What is to happen in the ward."))


def folder(edition: Edition, kind: SectionKind, address: str, title: str, summary: str) -> Landmark:
    """The list of a kind, called as its editors call their folder; by these messages where there is none."""
    section = next((each for each in edition.content.sections if each.kind is kind), None)
    if section:
        return Landmark(address, section.title, section.summary)
    return Landmark(address, edition.tr(title), edition.tr(summary))


def schedule(edition: Edition) -> Landmark:
    """When the loudspeakers speak."""
    summary = edition.tr(
        N_("When “{programme}” is broadcast over the loudspeakers of {ward}."),
        programme="”, “".join(show.name for show in edition.station.shows),
        ward=edition.station.ward.name,
    )
    return Landmark(addresses.SCHEDULE, edition.tr(N_("Broadcast schedule")), summary)


def broadcasts(edition: Edition, show: Show) -> Landmark:
    """The editions of a show."""
    title = edition.tr(N_("Broadcasts")) if show is edition.station.main else show.name
    summary = edition.tr(N_("Listen again to “{programme}”, and see what comes next."), programme=show.name)
    return Landmark(edition.list_of(show), title, summary)


def replay(edition: Edition) -> Landmark:
    """The bulletins of the last week."""
    summary = N_("The bulletins of the last seven days, to hear at once and to read.")
    return Landmark(addresses.REPLAY, edition.tr(N_("Listen again")), edition.tr(summary))


def prints(edition: Edition) -> Landmark:
    """What can be printed."""
    summary = N_("Posters, cards, leaflets and the handbook, ready to print; and the answer for a sheet you scanned.")
    return Landmark(addresses.PRINTED, edition.tr(N_("Print and post")), edition.tr(summary))


def feedback(edition: Edition) -> Landmark:
    """The letter box, as its editors call it."""
    written = next((each for each in edition.content.pages if each.slug == addresses.FEEDBACK), None)
    address = addresses.page(addresses.FEEDBACK)
    if written:
        return Landmark(address, written.title, written.summary)
    summary = edition.tr(N_("Tell the ward by letter, by telephone or at its office."))
    return Landmark(address, edition.tr(N_("Feedback")), summary)
