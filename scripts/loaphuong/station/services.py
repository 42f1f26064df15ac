"""What residents come for: [[viec_can_lam]] of audio/station.toml, shown as a row on the home page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from loaphuong.core.choices import pick
from loaphuong.core.forms import Noun, Text, describe, match_form
from loaphuong.core.messages import N_
from loaphuong.station.fields import Key, Short

Number = Annotated[Text, match_form(r"[0-9+][0-9 .]{1,19}", "114")]
# A place on the site itself, or elsewhere.
LinkAddress = Annotated[Text, match_form(r"https?://[^\s<>\"']+|[a-z0-9][a-z0-9/._-]*", "gop-y/")]


class ErrandIcon(StrEnum):
    """What a task is drawn with."""

    COUNTER = "quay"
    PEOPLE = "tiep_dan"
    SCREEN = "truc_tuyen"
    LETTER = "thu"
    PHONE = "dien_thoai"
    DOCUMENT = "van_ban"
    CALENDAR = "lich"


@dataclass(frozen=True, slots=True)
class CallNumber(Noun):
    """An entry of `calls`: a number to call, and who answers."""

    number: Annotated[Number, describe(N_("Number to call"), N_("What is dialled"), "114")]
    name: Annotated[Short, describe(N_("Who answers"), N_("Who is called by it"), "Chữa cháy")] = ""


@dataclass(frozen=True, slots=True)
class Errand(Noun):
    """[[viec_can_lam]]: a thing to do; one whose name nobody approved has none, and is not shown."""

    key: Annotated[Key, describe(N_("Short name of the task"), N_("By which it is known in this file"), "mot-cua")]
    name: Annotated[
        Short, describe(N_("What to do"), N_("What residents want to do, in a few words"), "Bộ phận một cửa")
    ] = ""
    text: Annotated[
        str,
        describe(
            N_("When and where"),
            N_("Hours, place, what to bring"),
            "Thứ Hai đến thứ Sáu: 8h00–11h30, 13h30–17h00",
            max_length=300,
        ),
    ] = ""
    icon: Annotated[ErrandIcon, pick(ErrandIcon), describe(N_("Icon"), N_("What it is drawn with"), "quay")] = (
        ErrandIcon.DOCUMENT
    )
    url: Annotated[
        LinkAddress | None,
        describe(N_("Where it leads"), N_("A place of this site, or an address with https"), "gop-y/"),
    ] = None
    calls: Annotated[
        tuple[CallNumber, ...],
        describe(
            N_("Numbers to call"),
            N_("Numbers that a telephone calls at a touch"),
            [{"number": "114", "name": "Chữa cháy"}],
            max_length=6,
        ),
    ] = ()
