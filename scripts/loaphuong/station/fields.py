"""The types of the fields of station.toml: what can be written, and what is physically possible.

A value of TOML has its type already: nothing that looks like a number or a yes is taken for one.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from loaphuong.core.forms import Clock, Day, Moment, Text, WebAddress, as_list, match_form
from loaphuong.core.messages import page_languages
from loaphuong.core.vietnamese import WEEKDAYS, fold

# Thứ Hai, thứ 2, t2, hai; Chủ nhật, CN.
DAYS = {
    spelling: number
    for number, name in enumerate(WEEKDAYS)
    for spelling in (
        *(fold(name), fold(name).removeprefix("thu "), f"thu {number + 2}", f"t{number + 2}"),
        *(("cn",) if name == WEEKDAYS[-1] else ()),
    )
}
# Hằng ngày: those of the week on which the calendar lets the station speak.
MANY_DAYS = {"hang ngay": range(7), "ngay thuong": range(5)}


def weekday(value: object) -> object:
    """A day of the week as people write it, as `date.weekday()` counts it."""
    if not isinstance(value, str):
        return value
    name = " ".join(fold(value).split())
    if name not in DAYS:
        raise PydanticCustomError("weekday-unknown", "unknown", {"days": ", ".join(WEEKDAYS)})
    return DAYS[name]


def weekdays(value: object) -> object:
    """One day or several, or a word for many of them."""
    if isinstance(value, str) and (many := MANY_DAYS.get(" ".join(fold(value).split()))):
        return list(many)
    return as_list(value)


def language(value: object) -> object:
    """A language that the page can be in."""
    if isinstance(value, str) and value not in page_languages():
        raise PydanticCustomError("language-unknown", "unknown", {"languages": ", ".join(page_languages())})
    return value


def option(value: object) -> object:
    """What an engine is told, as a word: 150, 0.5, true, vi."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value


def pairs(value: object) -> object:
    """A table as pairs, which are frozen."""
    return list(value.items()) if isinstance(value, dict) else value


Flag = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]
OnDay = Annotated[Day, Strict()]
AtTime = Annotated[Clock, Strict()]
AtMoment = Annotated[Moment, Strict()]
Seconds = Annotated[Whole, Field(ge=10, le=7200)]
Milliseconds = Annotated[Whole, Field(ge=0, le=5000)]
Minutes = Annotated[Number, Field(ge=0.5, le=120)]
Count = Annotated[Whole, Field(ge=0, le=1000)]
Items = Annotated[Whole, Field(ge=1, le=20)]
Short = Annotated[str, StringConstraints(max_length=100)]
Name = Annotated[Text, match_form(r"[A-Za-z0-9_-]+", "lan")]
Key = Annotated[Text, match_form(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "thong-bao")]
SiteAddress = Annotated[WebAddress, AfterValidator(lambda address: f"{address.rstrip('/')}/")]
Mail = Annotated[Text, match_form(r"[^\s@<>\"',;]+@[^\s@<>\"',;]+", "gopy@phuong.example")]
Country = Annotated[Text, match_form(r"[A-Z]{2,3}", "VN")]
Language = Annotated[str, BeforeValidator(language)]
Weekday = Annotated[Whole, BeforeValidator(weekday), Field(ge=0, le=6)]
Weekdays = Annotated[tuple[Weekday, ...], BeforeValidator(weekdays), Field(min_length=1, max_length=7)]
Announcers = Annotated[tuple[Name, ...], Field(min_length=1, max_length=8)]
Genres = Annotated[tuple[Name, ...], Field(max_length=20)]
GenreWords = Annotated[tuple[tuple[Name, Text], ...], BeforeValidator(pairs), Field(max_length=20)]
Options = Annotated[
    tuple[tuple[str, Annotated[str, BeforeValidator(option)]], ...], BeforeValidator(pairs), Field(max_length=100)
]
