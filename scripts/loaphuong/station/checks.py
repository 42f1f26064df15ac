"""What must agree between the tables of station.toml."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loaphuong.core.forms import closest
from loaphuong.core.problems import problem
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.core.where import Where
    from loaphuong.station.nouns import VoiceSettings
    from loaphuong.station.show import Places, Words
    from loaphuong.station.written import StationFile, WrittenShow

    At = Callable[[str], Where]

USES = ("loa", "web")
# Two keys of a table of which the first may not be larger; the last says whether they must differ.
ORDERED = (
    ("lich", "earliest", "latest", True),
    ("ngat", "shortest_ms", "longest_ms", False),
)
ORDERED_BOUNDS = (
    ("minimum_seconds", "maximum_seconds", True),
    ("minimum_seconds", "aim_seconds", False),
    ("aim_seconds", "maximum_seconds", False),
)
EVERYWHERE = frozenset({"ward", "station", "programme"})
# What `script` fills into each phrase beside the names that stand everywhere.
PLACEHOLDERS: dict[str, frozenset[str]] = {
    "ident": EVERYWHERE,
    "date": EVERYWHERE | {"weekday", "date", "lunar"},
    "contents": EVERYWHERE | {"items"},
    "lead_in": EVERYWHERE | {"order", "kind", "title"},
    "part": frozenset({"title", "part", "parts"}),
    "recap_part": EVERYWHERE | {"previous", "title"},
    "rule": EVERYWHERE | {"code"},
    "recap": EVERYWHERE | {"items"},
    "correction": EVERYWHERE | {"title", "wrong", "right"},
    "repeat": EVERYWHERE | {"weekday", "date"},
    "sign_off": EVERYWHERE,
    "synthetic": EVERYWHERE,
    "urgent": EVERYWHERE | {"title"},
    "demonstration": EVERYWHERE,
    "agenda": EVERYWHERE,
}


def check(
    file: StationFile, voices: Mapping[str, VoiceSettings], described: Sequence[str], at: At
) -> Iterator[Problem]:
    """All that does not agree; of the voices that are `described`, the right ones are in `voices`."""
    yield from reversed_bounds(file, at)
    yield from named_voices(announcers(file.giong.announcers, "giong.announcers", at), described)
    fallbacks = ((voice.fallback, at(f"giong.{name}.fallback")) for name, voice in voices.items() if voice.fallback)
    yield from named_voices(fallbacks, described)
    yield from circles(voices, at)
    yield from profiles(file, at)


def check_shows(shows: Sequence[tuple[WrittenShow, Places]], described: Sequence[str], at: At) -> Iterator[Problem]:
    """All that does not agree within a show or between shows."""
    first: dict[str, str] = {}
    zones: dict[str, str] = {}
    for show, places in shows:
        yield from show_bounds(show, places.at)
        yield from phrases(show.loi, places.at)
        yield from named_voices(announcers(show.announcers or (), "announcers", places.at), described)
        if ItemKind.ARTICLE not in show.phan or len(set(show.phan)) < len(show.phan):
            yield problem("show-segments", places.at("phan"), show=show.name, article=ItemKind.ARTICLE.value)
        if first.setdefault(show.key, show.name) != show.name:
            yield problem("show-key-twice", places.at("key"), show=show.name, other=first[show.key], key=show.key)
        if show.time_zone:
            yield from zone(show.time_zone, places.at)
            zones.setdefault(show.time_zone, show.name)
            if len(zones) > 1 and zones[show.time_zone] == show.name:
                yield problem("zone-differs", places.at("time_zone"), zone=show.time_zone, other=next(iter(zones)))
    if shows and not any(show.enabled for show, _ in shows):
        yield problem("show-none", at("chuong_trinh"))


def show_bounds(show: WrittenShow, at: At) -> Iterator[Problem]:
    """The shortest, the aimed at and the longest edition, and the fewest and the most articles, in their order."""
    for low, high, strict in ORDERED_BOUNDS:
        if "aim_seconds" in {low, high} and show.aim_seconds is None:
            continue
        least, most = getattr(show.bounds, low), getattr(show.bounds, high)
        if least > most or (strict and least == most):
            where = at(low if getattr(show, low) else "minutes")
            yield problem("bounds-reversed", where, key=low, low=least, other=high, high=most)
    fewest, most = show.len_chuong_trinh.minimum_items, show.len_chuong_trinh.maximum_items
    if fewest and most and fewest > most:
        where, low, high = at("len_chuong_trinh.minimum_items"), "minimum_items", "maximum_items"
        yield problem("bounds-reversed", where, key=low, low=fewest, other=high, high=most)


def reversed_bounds(file: StationFile, at: At) -> Iterator[Problem]:
    """Pairs of which the first may not be larger."""
    for table, low, high, strict in ORDERED:
        given = getattr(file, table)
        least, most = getattr(given, low), getattr(given, high)
        if least > most or (strict and least == most):
            yield problem("bounds-reversed", at(f"{table}.{low}"), key=low, low=least, other=high, high=most)


def zone(name: str, at: At) -> Iterator[Problem]:
    """A time zone that the machine knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield problem("zone-unknown", at("time_zone"), zone=name)


def announcers(names: Iterable[str], key: str, at: At) -> Iterator[tuple[str, Where]]:
    """Each announcer, and where the station or a show names it."""
    yield from ((name, at(key)) for name in names)


def named_voices(named: Iterable[tuple[str, Where]], described: Sequence[str]) -> Iterator[Problem]:
    """Every voice that announces or steps in is described."""
    for name, where in named:
        if name not in described:
            choices = closest(name, dict.fromkeys(described, "")) or ", ".join(described) or "–"
            yield problem("announcer-unknown", where, voice=name, choices=choices)


def circles(voices: Mapping[str, VoiceSettings], at: At) -> Iterator[Problem]:
    """Whoever follows the fallbacks comes to an end."""
    for name in voices:
        chain = [name]
        while (voice := voices.get(chain[-1])) and voice.fallback and voice.fallback not in chain:
            chain.append(voice.fallback)
        if (last := voices.get(chain[-1])) and last.fallback == name:
            yield problem("fallback-circle", at(f"giong.{name}.fallback"), voices=" → ".join((*chain, name)))


def phrases(words: Words, at: At) -> Iterator[Problem]:
    """The `{…}` of each phrase are ones that are filled there."""
    for phrase, allowed in PLACEHOLDERS.items():
        where = at(f"loi.{phrase}")
        known = ", ".join(f"{{{name}}}" for name in sorted(allowed))
        try:
            names = [
                f"{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}"
                for _, name, spec, conversion in Formatter().parse(getattr(words, phrase))
                if name is not None
            ]
        except ValueError:
            yield problem("placeholder-broken", where, phrase=phrase, known=known)
            continue
        for name in names:
            if name not in allowed:
                yield problem("placeholder-unknown", where, phrase=phrase, name=f"{{{name}}}", known=known)


def profiles(file: StationFile, at: At) -> Iterator[Problem]:
    """A master for each use, whose band is not turned round."""
    for use in USES:
        if use not in file.ban_phat:
            yield problem("profile-missing", at("ban_phat"), use=use)
    systems = file.phieu_nhap.systems
    for use in dict.fromkeys(system.profile for system in systems):
        if use not in {*USES, *file.ban_phat}:
            yield problem("profile-missing", at("phieu_nhap.systems"), use=use)
    keys = [system.key for system in systems]
    for key in dict.fromkeys(key for key in keys if keys.count(key) > 1):
        yield problem("system-twice", at("phieu_nhap.systems"), key=key)
    for name, profile in file.ban_phat.items():
        if profile.lowpass_hz is not None and profile.lowpass_hz <= profile.highpass_hz * 2:
            yield problem(
                "band-narrow",
                at(f"ban_phat.{name}.lowpass_hz"),
                low=profile.highpass_hz,
                high=profile.lowpass_hz,
            )
