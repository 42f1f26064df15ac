"""What must agree between the tables of station.toml."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loaphuong.core.forms import closest
from loaphuong.core.problems import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.core.where import Where
    from loaphuong.station.schema import StationFile, VoiceTable

    At = Callable[[str], Where]

USES = ("loa", "web")
# Two keys of a table of which the first may not be larger; the last says whether they must differ.
ORDERED = (
    ("chuong_trinh", "minimum_seconds", "maximum_seconds", True),
    ("chuong_trinh", "minimum_seconds", "aim_seconds", False),
    ("chuong_trinh", "aim_seconds", "maximum_seconds", False),
    ("lich", "earliest", "latest", True),
    ("len_chuong_trinh", "minimum_items", "maximum_items", False),
    ("ngat", "shortest_ms", "longest_ms", False),
)
EVERYWHERE = frozenset({"ward", "station", "programme"})
# What `script` fills into each phrase beside the names that stand everywhere.
PLACEHOLDERS: dict[str, frozenset[str]] = {
    "ident": EVERYWHERE,
    "date": EVERYWHERE | {"weekday", "date"},
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
}


def check(file: StationFile, voices: Mapping[str, VoiceTable], described: Sequence[str], at: At) -> Iterator[Problem]:
    """All that does not agree; of the voices that are `described`, the right ones are in `voices`."""
    yield from reversed_bounds(file, at)
    yield from zone(file.chuong_trinh.time_zone, at)
    yield from named_voices(file.giong.announcers, voices, described, at)
    yield from circles(voices, at)
    yield from phrases(file, at)
    yield from profiles(file, at)


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
        yield problem("zone-unknown", at("chuong_trinh.time_zone"), zone=name)


def named_voices(
    announcers: Iterable[str], voices: Mapping[str, VoiceTable], described: Sequence[str], at: At
) -> Iterator[Problem]:
    """Every voice that announces or steps in is described."""
    named = [("giong.announcers", name) for name in announcers]
    named += [(f"giong.{name}.fallback", voice.fallback) for name, voice in voices.items() if voice.fallback]
    for key, name in named:
        if name not in described:
            choices = closest(name, dict.fromkeys(described, "")) or ", ".join(described) or "–"
            yield problem("announcer-unknown", at(key), voice=name, choices=choices)


def circles(voices: Mapping[str, VoiceTable], at: At) -> Iterator[Problem]:
    """Whoever follows the fallbacks comes to an end."""
    for name in voices:
        chain = [name]
        while (voice := voices.get(chain[-1])) and voice.fallback and voice.fallback not in chain:
            chain.append(voice.fallback)
        if (last := voices.get(chain[-1])) and last.fallback == name:
            yield problem("fallback-circle", at(f"giong.{name}.fallback"), voices=" → ".join((*chain, name)))


def phrases(file: StationFile, at: At) -> Iterator[Problem]:
    """The `{…}` of each phrase are ones that are filled there."""
    for phrase, allowed in PLACEHOLDERS.items():
        where = at(f"loi.{phrase}")
        known = ", ".join(f"{{{name}}}" for name in sorted(allowed))
        try:
            names = [
                f"{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}"
                for _, name, spec, conversion in Formatter().parse(getattr(file.loi, phrase))
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
    for name, profile in file.ban_phat.items():
        if profile.lowpass_hz is not None and profile.lowpass_hz <= profile.highpass_hz * 2:
            yield problem(
                "band-narrow",
                at(f"ban_phat.{name}.lowpass_hz"),
                low=profile.highpass_hz,
                high=profile.lowpass_hz,
            )
