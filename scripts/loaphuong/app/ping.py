"""`loa ping`: the hub of the feeds (WebSub) is told which of them are new, once they are at their public address.

A hub fetches what it is told of: told too early it would fetch the old one. What it was told of is not told again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from loaphuong import station
from loaphuong.app import notify, output
from loaphuong.core import addresses, files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.web import feeds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.station.nouns import Station


@dataclass(frozen=True, slots=True)
class Pinged:
    """The addresses of the feeds that the hub was told of, and what stood in the way of others."""

    feeds: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


NOT_PINGED = Pinged()


@click.command
@click.pass_obj
def command(call: Call) -> int:
    """After the site was brought out by other means; `loa build` does it itself where the site is public at once."""
    if not station.require(call.root).ward.websub_hub:
        output.notice(tr(N_("No hub is named: see websub_hub in audio/station.toml.")))
        return 0
    pinged = tell_hub(call.root)
    print_pinged(pinged)
    if not pinged.feeds and not pinged.problems:
        output.success(tr(N_("The hub knows of every feed.")))
    return output.exit_code(pinged.problems)


def print_pinged(pinged: Pinged) -> None:
    """What the hub was told, and what not."""
    if pinged.feeds:
        output.success(tr(N_("The hub was told that {count} feeds are new"), count=len(pinged.feeds)))
    output.print_problems(pinged.problems)


def tell_hub(
    root: Path,
    fetch: Callable[[str], bytes | None] = notify.fetch,
    post: Callable[[str, Sequence[tuple[str, str]]], str] = notify.post_form,
) -> Pinged:
    """Tell the hub; nothing is asked of the network where no hub is named, or nothing is new."""
    known = station.require(root)
    hub, place = known.ward.websub_hub, Project(root).pinged
    told = read_sums(files.read_bytes(place))
    built = dict(list_feeds(Project(root).site, known)) if hub else {}
    changed = {url: data for url, data in built.items() if told.get(url) != sum_of(data)}
    if not hub or not changed:
        return NOT_PINGED
    public = tuple(find_public(changed, fetch))
    waits = len(changed) - len(public)
    waiting = [problem("feeds-not-public", Where(Project.site), count=waits, site=known.ward.site_url)]
    problems = waiting if waits else []
    if not public:
        return Pinged(problems=tuple(problems))
    if reason := post(hub, [("hub.mode", "publish"), *(("hub.url", url) for url in public)]):
        return Pinged(problems=(*problems, problem("hub-untold", Where(Project.station), hub=hub, reason=reason)))
    sums = {url: sum_of(built[url]) if url in public else told[url] for url in built if url in public or url in told}
    files.write_private(root, Project.pinged, json.dumps(sums, indent=1) + "\n")
    return Pinged(public, tuple(problems))


def list_feeds(site: Path, known: Station) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every feed that can be subscribed to."""
    podcasts = [addresses.podcast("" if show is known.main else show.key) for show in known.shows]
    sections = sorted(path.relative_to(site).as_posix() for path in site.glob(f"{addresses.SECTIONS}*/feed.xml"))
    for name in (feeds.NEWS, feeds.ATOM, feeds.JSON, *podcasts, *sections):
        if (data := files.read_bytes(site / name)) is not None:
            yield addresses.absolute(known.ward.site_url, name), data


def find_public(changed: Mapping[str, bytes], fetch: Callable[[str], bytes | None]) -> Iterator[str]:
    """The feeds whose public address has these bytes; where one cannot be had, the others are not waited for."""
    for url, data in changed.items():
        found = fetch(url)
        if found is None:
            return
        if found == data:
            yield url


def read_sums(told: bytes | None) -> Mapping[str, str]:
    """Address → SHA-256 of what the hub was told of; none where that cannot be read."""
    try:
        found = files.parse_json(told or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def sum_of(data: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()
