"""How a field of content/ is declared: once, where its noun stands.

`Annotated[type, describe(label, help, example), Shown(…)]`: the form, the pages, the feeds, what
machines read, the report, the search for names and docs/fields.md read it there. A field without `Shown` stays in the
house; GIVEN ones do not come from the front matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, Flag, auto
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from loaphuong.core import forms
from loaphuong.core.forms import GIVEN, AsList, LongText, Noun, Text, describe, once
from loaphuong.core.messages import N_
from loaphuong.core.where import Where, no_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


class Outlet(Flag):
    """Where residents, machines and the office meet what editors write."""

    PAGE = auto()
    FEED = auto()
    DATA = auto()
    SPOKEN = auto()
    REPORT = auto()


NOWHERE = Outlet(0)


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a field is shown; inside a group, as the group is.

    `about` is its rank in the page's box of facts, and in the feed's after the text; `schema` the property of
    schema.org that its text becomes; `counted` makes it a table of the report. Names of people are looked for in every
    text that is shown, unless `unscanned` says why not. One that is `traceable` must be empty where a child is told of.
    """

    on: Outlet = NOWHERE
    about: int = 0
    schema: str = ""
    counted: bool = False
    unscanned: str = ""
    traceable: bool = False


HIDDEN = Shown()


class Declared(NamedTuple):
    """A field as it was declared: its name in code, the key editors write, its label (a message id)."""

    name: str
    key: str
    label: str
    shown: Shown


@once
def declarations(noun: type[Noun]) -> tuple[Declared, ...]:
    """The fields of a noun, in order."""
    return tuple(
        Declared(
            name,
            info.alias or name,
            info.title or "",
            next((each for each in info.metadata if isinstance(each, Shown)), HIDDEN),
        )
        for name, info in forms.fields_of(noun).items()
    )


@once
def declarations_on(noun: type[Noun], outlet: Outlet) -> tuple[Declared, ...]:
    """The fields of a noun that an outlet shows, in order."""
    return tuple(each for each in declarations(noun) if outlet in each.shown.on)


@once
def facts(noun: type[Noun], outlet: Outlet) -> tuple[Declared, ...]:
    """Those that an outlet shows as label and value, by rank."""
    told = (each for each in declarations_on(noun, outlet) if each.shown.about)
    return tuple(sorted(told, key=lambda each: each.shown.about))


def public_texts(noun: Noun, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a noun in which names are looked for, with its dotted key; all of what stands at `key` is shown."""
    for each in declarations(type(noun)):
        if (key or each.shown.on) and not each.shown.unscanned:
            yield from texts_of(getattr(noun, each.name), f"{key}.{each.key}".lstrip("."))


def texts_of(value: object, key: str) -> Iterator[tuple[str, str]]:
    """The texts in a value, those of groups and lists too."""
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from texts_of(one, f"{key}.{place}")
    elif isinstance(value, Noun):
        yield from public_texts(value, key)
    elif isinstance(value, str) and value and not isinstance(value, Enum):
        yield key, value


Title = Annotated[Text, StringConstraints(max_length=200)]
Summary = Annotated[LongText, StringConstraints(max_length=600)]
Texts = Annotated[tuple[Text, ...], AsList, Field(max_length=50)]
Distinct = AfterValidator(lambda many: tuple(dict.fromkeys(many)))
Slug = Annotated[str, StringConstraints(max_length=100)]
# Nothing written is no address of its own: the file's name is.
Address = Annotated[Slug, BeforeValidator(lambda value: "" if value is None else value)]
Order = Annotated[int, Field(ge=-1000, le=1000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Noun):
    """One Markdown file. `slug` is its address, in the front matter or by its name; `body` starts at `body_line`.

    `lines` gives the line of each front-matter key, so that a later stage can still name the place.
    """

    title: Annotated[
        Title,
        describe(N_("Title"), N_("The name of the page, in its list and in its head"), "Giữ sạch lối đi chung"),
    ]
    summary: Annotated[
        Summary,
        describe(N_("Summary"), N_("One or two sentences on what it holds"), "Mỗi nhà một đoạn, cả ngõ cùng giữ."),
    ]
    slug: Annotated[
        Address,
        describe(
            N_("Address"),
            N_("The last part of the address, in place of the file's name: letters without accents, digits, hyphens"),
            "giu-sach-loi-di",
        ),
    ] = ""
    where: Annotated[Where, GIVEN] = Where("")
    body: Annotated[str, GIVEN] = ""
    body_line: Annotated[int, GIVEN] = 1
    source_text: Annotated[str, GIVEN] = field(default="", compare=False, repr=False)
    lines: Annotated[Mapping[str, int], GIVEN] = field(default_factory=no_lines, compare=False, repr=False)

    def at(self, key: str) -> Where:
        """The line of a dotted front-matter key, or of what is around it; of the body's first line for `body`."""
        if key == "body":
            return Where(self.where.path, self.body_line)
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return Where(self.where.path, self.lines.get(key, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Noun):
    """One of several in a file: it knows its own line."""

    where: Annotated[Where, GIVEN] = Where("")
