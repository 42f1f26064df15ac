"""How bulletins are entered into the ward's loudspeaker systems: [phieu_nhap] of audio/station.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from loaphuong.core.forms import Noun, Text, describe
from loaphuong.core.messages import N_
from loaphuong.station.fields import Key, Name, Short, Whole


@dataclass(frozen=True, slots=True)
class SpeakerSystem(Noun):
    """An entry of `systems`: a loudspeaker system of the ward, and the file that it takes."""

    key: Annotated[Key, describe(N_("Short name of the system"), N_("In the names of its files"), "cum-ip")]
    name: Annotated[
        Text, describe(N_("Name of the system"), N_("What staff call it, as the form says"), "Cụm loa truyền qua mạng")
    ]
    profile: Annotated[
        Name, describe(N_("Master of the system"), N_("Which master of [ban_phat] suits its loudspeakers"), "loa")
    ] = "loa"
    kbps: Annotated[
        Literal[64, 96, 128], describe(N_("Bit rate"), N_("How many kilobits a second its files have"), 64)
    ] = 128
    times: Annotated[
        Whole,
        describe(N_("Said how often"), N_("How often the bulletin is in the file, one after another"), 2, ge=1, le=3),
    ] = 1


USUAL_SYSTEMS = (
    SpeakerSystem("128", "128 kbit/s"),
    SpeakerSystem("64", "64 kbit/s", kbps=64),
)


@dataclass(frozen=True, slots=True)
class EntryForm(Noun):
    """[phieu_nhap]: what the form says beside what the bulletin itself tells, and the systems it is filled in for."""

    kind: Annotated[Text, describe(N_("Kind of bulletin"), N_("What the system calls the kind"), "Tệp âm thanh")] = (
        "Tệp âm thanh"
    )
    category: Annotated[
        Text, describe(N_("Category"), N_("Under which category of the system bulletins stand"), "Văn hóa – xã hội")
    ] = "Văn hóa – xã hội"
    creator: Annotated[
        Short, describe(N_("Who enters bulletins"), N_("Whose name stands as the creator; empty: the station's"), "")
    ] = ""
    repeats: Annotated[
        Whole, describe(N_("Repeats"), N_("How often the system plays the file in one slot"), 1, ge=1, le=10)
    ] = 1
    gap_seconds: Annotated[
        Whole, describe(N_("Gap in seconds"), N_("How long the system waits between two repeats"), 30, ge=0, le=600)
    ] = 0
    systems: Annotated[
        tuple[SpeakerSystem, ...],
        describe(
            N_("Loudspeaker systems"),
            N_("Each system that bulletins are entered into, with the file it takes"),
            [{"key": "cum-ip", "name": "Cụm loa truyền qua mạng", "kbps": 64, "times": 2}],
            max_length=12,
        ),
    ] = USUAL_SYSTEMS
