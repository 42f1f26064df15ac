"""Forms: what a person fills into a file, typed field by field; each mistake is a Problem at its own line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime, time, tzinfo
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    ParamSpec,
    TypeVar,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from loaphuong.core import dates
from loaphuong.core.characters import harmful
from loaphuong.core.example import write_line
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Problem, problem
from loaphuong.core.problems.catalogue import CATALOGUE
from loaphuong.core.vietnamese import fold, nfc
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

At = Callable[[str], Where]
SHOWN_CHARACTERS = 60
YES = frozenset({"true", "yes", "có", "đúng"})
NO = frozenset({"false", "no", "không", "sai"})
EXPECTED = {
    "string": N_("a text"),
    "int": N_("a whole number"),
    "float": N_("a number"),
    "bool": N_("true or false"),
    "list": N_("a list"),
    "tuple": N_("a list"),
    "dict": N_("a group of keys"),
    "model": N_("a group of keys"),
    "dataclass": N_("a group of keys"),
    "date": N_("a date such as 21/11/2026"),
    "datetime": N_("a date with its time, such as 21/11/2026 16:30"),
    "time": N_("a time such as 16:30"),
}
BOUNDS = {
    "ge": N_("at least {bound}"),
    "gt": N_("more than {bound}"),
    "le": N_("at most {bound}"),
    "lt": N_("less than {bound}"),
}
SAME = {
    "missing": "field-missing",
    "string_too_short": "field-empty",
    "too_short": "field-empty",
    "string_too_long": "field-too-long",
    "too_long": "field-too-many",
    "enum": "field-choice",
    "literal_error": "field-choice",
    "greater_than": "field-range",
    "greater_than_equal": "field-range",
    "less_than": "field-range",
    "less_than_equal": "field-range",
    "finite_number": "field-range",
}


RULES = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False)


class Form(BaseModel):
    """A group of keys that a person writes; a key it does not name is a mistake. `title` of a field is its label."""

    model_config = RULES


class Noun:
    """What a frozen dataclass inherits that a person fills in: the noun is its own form.

    Each field is declared once, as `Annotated[type, Field(title=…), …]`; one that is GIVEN comes from elsewhere and has
    a default. A noun made in code is not checked.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = RULES


F = TypeVar("F", bound=Form | Noun)
P = ParamSpec("P")
R = TypeVar("R")


def once(make: Callable[P, R]) -> Callable[P, R]:
    """A function of classes that is worked out once for each; mypy holds that a class cannot be hashed."""
    return cast("Callable[P, R]", lru_cache(maxsize=None)(make))


def refuse(_value: object) -> object:
    """Nobody writes a field that is GIVEN."""
    raise PydanticCustomError("extra_forbidden", "given")


GIVEN = PlainValidator(refuse)


@once
def fields_of(form: type[Form | Noun]) -> Mapping[str, FieldInfo]:
    """Every field of a form by its name in code, in order."""
    if issubclass(form, Form):
        return form.model_fields
    hints = get_type_hints(form, include_extras=True)
    names = [each.name for each in fields(cast("Any", form))]
    return MappingProxyType({name: FieldInfo.from_annotation(hints[name]) for name in names})


@once
def keys(form: type[Form | Noun]) -> Mapping[str, FieldInfo]:
    """Every field that a person may write, by its key, in order."""
    written = ((name, field) for name, field in fields_of(form).items() if GIVEN not in field.metadata)
    return MappingProxyType({field.alias or name: field for name, field in written})


@once
def reader(form: type[F]) -> TypeAdapter[F]:
    """What reads a form, made once."""
    return TypeAdapter(form)


def yes_no(value: object) -> object:
    """A yes or a no as people write it."""
    if isinstance(value, str):
        word = nfc(value).strip().lower()
        return True if word in YES else False if word in NO else value
    return value


def as_list(value: object) -> object:
    """One entry where a list is expected is a list of one, none is an empty list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def reads_as(read: Callable[[str], Any], example: str) -> BeforeValidator:
    """A validator that reads a day or a time, and says how one is written when it cannot."""

    return BeforeValidator(lambda value: date_of(value, read, example))


def moment_of(value: object, info: ValidationInfo) -> object:
    """A day with its time, written as a text or as TOML has it, in the zone that the form is filled in."""
    zone: tzinfo = (info.context or {}).get("zone", dates.USUAL_ZONE)
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=zone)
    return date_of(value, lambda text: dates.moment(text, zone), "21/11/2026 16:30")


def date_of(value: object, read: Callable[[str], Any], example: str) -> object:
    """What a text says, where it is one."""
    if not isinstance(value, str):
        return value
    try:
        return read(value)
    except dates.Impossible:
        raise PydanticCustomError("date-impossible", "impossible", {"example": example}) from None
    except dates.Unreadable:
        raise PydanticCustomError("date-unreadable", "unreadable", {"example": example}) from None


def match_form(pattern: str, example: str) -> AfterValidator:
    """A validator of texts that have a form of their own, and says what one looks like when it is not kept."""
    whole = re.compile(pattern)

    def value_of(value: str) -> str:
        if not whole.fullmatch(value):
            raise PydanticCustomError("field-format", "format", {"example": example})
        return value

    return AfterValidator(value_of)


Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
YesNo = Annotated[bool, BeforeValidator(yes_no)]
Day = Annotated[date, reads_as(dates.day, "21/11/2026")]
Moment = Annotated[datetime, BeforeValidator(moment_of)]
Clock = Annotated[time, reads_as(dates.clock, "16:30")]
Month = Annotated[tuple[int, int], reads_as(dates.month, "11/2026")]
DayOfYear = Annotated[tuple[int, int], reads_as(dates.day_of_year, "05/6")]
AsList = BeforeValidator(as_list)
WebAddress = Annotated[Text, match_form(r"https?://[\w.-]+(:[0-9]{1,5})?(/[^\s<>\"']*)?", "https://phuong.example/")]


def describe(label: str, help_: str, example: object, **limits: Any) -> Any:
    """How editors are told of a field: two message ids and what they may write; `limits` are pydantic's."""
    return Field(title=label, description=help_, examples=[example], **limits)


def fill(
    form: type[F], values: Mapping[str, object], at: At, zone: tzinfo = dates.USUAL_ZONE
) -> tuple[F | None, tuple[Problem, ...]]:
    """The form, or all that is wrong with what was written; `at` gives the line of a dotted key.

    Times without an offset are in `zone`.
    """
    if steered := tuple(find_steering(values, "", at)):
        return None, steered
    try:
        return reader(form).validate_python(values, context={"zone": zone}), ()
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not is_miscounted(detail)]
        told = [(detail["loc"][:-1], explain(form, detail, at)) for detail in details]
        meant = {(group, each.about) for group, each in told if each.id == "key-misspelt"}
        # A key that stands there under a wrong name is one mistake, not two.
        return None, tuple(
            each for group, each in told if each.id != "field-missing" or (group, each.about) not in meant
        )


def is_miscounted(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because some of its entries, which are told of, are wrong."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def find_steering(value: object, key: str, at: At) -> Iterator[Problem]:
    """The texts, and the keys, that hold what steers a machine, whatever escape brought it in."""
    if isinstance(value, str):
        if code := harmful(value):
            yield problem("control-character", at(key), code=code)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            place = f"{key}.{name}" if key else str(name)
            yield from find_steering(str(name), place, at)
            yield from find_steering(inner, place, at)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from find_steering(inner, f"{key}.{number}", at)


def closest(word: str, known: Mapping[str, str]) -> str | None:
    """The known word nearest to one that is not; `known` maps each to its label, which counts as well."""
    names = {fold(name).replace("_", " "): name for name in known}
    names |= {fold(label): name for name, label in known.items() if label}
    near = get_close_matches(fold(word).replace("_", " "), names, n=1, cutoff=0.7)
    return names[near[0]] if near else None


def explain(form: type[Any], detail: ErrorDetails, at: At) -> Problem:
    """One mistake that pydantic tells, in the house's words."""
    place = detail["loc"]
    key = ".".join(map(str, place))
    kind = detail["type"]
    context = dict(detail.get("ctx") or {})
    field = label(form, place)
    value = shorten(detail["input"])
    where = at(key)
    last = next((part for part in reversed(place) if isinstance(part, str)), "")
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return correct_key(form, place, where)
    if kind in CATALOGUE:
        return problem(kind, where, **{"field": field, "key": last, "value": value, **context})
    match SAME.get(kind):
        case "field-missing":
            return problem("field-missing", where, about=last, field=field, example=example(form, place, where))
        case "field-empty":
            return empty(form, place, where, field)
        case "field-too-long" | "field-too-many" as id:
            limit = context["max_length"]
            return problem(id, where, field=field, key=last, length=len(detail["input"]), limit=limit)
        case "field-choice":
            choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            return problem("field-choice", where, field=field, value=value, choices=choices)
        case "field-range":
            bound = next((tr(text, bound=context[name]) for name, text in BOUNDS.items() if name in context), "")
            return problem("field-range", where, field=field, value=value, bound=bound)
    if detail["input"] is None:
        return empty(form, place, where, field)
    expected = EXPECTED.get(kind.split("_")[0])
    words = tr(expected) if expected else detail["msg"]
    if kind.startswith(("model", "dataclass")) and (inner := form_at(form, place)):
        words = f"{words} ({', '.join(keys(inner))})"
    shown = example(form, place, where)
    return problem("field-type", where, field=field, value=value, expected=words, example=shown)


def empty(form: type[Form | Noun], place: tuple[int | str, ...], where: Where, field: str) -> Problem:
    """Nothing is written, where something must be or where the line could be left out."""
    info, key = field_at(form, place), next((part for part in reversed(place) if isinstance(part, str)), "")
    needed = info is not None and info.is_required() and place[-1] == key
    return problem("field-blank" if needed else "field-empty", where, field=field, key=key)


def example(form: type[Form | Noun], place: tuple[int | str, ...], where: Where) -> str:
    """A line that has what a key may be, as its declaration tells."""
    field = field_at(form, place)
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    return write_line(where.path, key, field.examples[0] if field and field.examples else "…")


def field_at(form: type[Form | Noun], place: tuple[int | str, ...]) -> FieldInfo | None:
    """The field of the last key of a place."""
    names = tuple(part for part in place if isinstance(part, str))
    inner = form_at(form, names[:-1]) if names else None
    return keys(inner).get(names[-1]) if inner else None


def correct_key(form: type[Form | Noun], place: tuple[int | str, ...], where: Where) -> Problem:
    """A key that the form does not have, and the one that was probably meant."""
    inner = form_at(form, place[:-1]) or form
    known = {name: tr(field.title or "") for name, field in keys(inner).items()}
    key = str(place[-1])
    if suggestion := closest(key, known):
        return problem("key-misspelt", where, about=suggestion, key=shorten(key), suggestion=suggestion)
    return problem("key-unknown", where, key=shorten(key), known=", ".join(known))


def shorten(value: object) -> str:
    """What was written, short enough for a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}…"


def label(form: type[Form | Noun], place: tuple[int | str, ...]) -> str:
    """`Tiêu đề (title)`, or the dotted key where a field has no label."""
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in place)
    field = field_at(form, place)
    return f"{tr(field.title)} ({key})" if field and field.title else f"“{key}”"


def form_at(form: type[Form | Noun], place: tuple[int | str, ...]) -> type[Form | Noun] | None:
    """The form found by going down the keys of a place; in a mapping of forms, its own names are passed over."""
    current: type[Form | Noun] | None = form
    passing = False
    for part in place:
        if isinstance(part, int):
            continue
        if passing:
            passing = False
        elif current:
            field = keys(current).get(part)
            passing = field is not None and get_origin(field.annotation) is dict
            current = form_in(field.annotation) if field else None
    return current


def form_in(annotation: object) -> type[Form | Noun] | None:
    """The form that a field's type holds, itself or in a list, a mapping or an option."""
    if isinstance(annotation, type) and issubclass(annotation, Form | Noun):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := form_in(part))), None)
